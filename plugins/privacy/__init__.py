"""What is not shown: masks, withheld names, and excerpts that may be shared."""

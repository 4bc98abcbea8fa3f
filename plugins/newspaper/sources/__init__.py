"""Files that newsrooms hold → numbered lines of text, with the size of their type where known."""

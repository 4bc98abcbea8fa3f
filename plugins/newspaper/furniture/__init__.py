"""What of a page is no article's: known by what stands around a line, and by how it speaks."""

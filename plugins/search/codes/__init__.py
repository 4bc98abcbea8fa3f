"""How numbers, keys and lists are written in the index's files."""

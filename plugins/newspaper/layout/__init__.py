"""A raw page as it lies: lines, fragments, furniture, wrapping."""

"""Passages with the figures that a reader finds in them."""

"""How sure each thing is that is said of a figure."""

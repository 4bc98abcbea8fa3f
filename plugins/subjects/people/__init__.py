"""The people of a text: their names, and what each is in it."""

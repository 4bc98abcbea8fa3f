"""The tables of places, topics, people and words."""

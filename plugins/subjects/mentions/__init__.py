"""Where a text names places, topics and people."""

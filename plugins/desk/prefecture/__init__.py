"""Another prefecture: the tables of its places from the nation's own list, and an empty archive."""

"""What a reader sees of a hit, and what typed text may mean: texts, facets, readings."""

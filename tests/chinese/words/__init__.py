"""Words: their tables, the dictionaries of packages, the cut."""

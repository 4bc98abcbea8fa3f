"""Words: their table, the dictionaries that packages bring, and the likeliest cut of a text."""

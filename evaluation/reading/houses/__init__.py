"""The ways of newspapers' houses: how each prints heads, sub-headlines, pictures, briefs, names."""

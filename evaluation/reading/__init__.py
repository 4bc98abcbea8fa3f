"""Real articles laid out as raw pages, in the ways that newsrooms' text comes, with their truth."""

"""Numbers, whatever their spelling, and Latin words: whole ones, and the articles they stand in."""

"""Names: what is called so, and what sounds or looks so."""

"""The explorer of figures: what its page lists first, its choices, and the tables it loads."""

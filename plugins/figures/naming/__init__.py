"""What a number measures: clauses, phrases, indicators."""

"""What speaks for a line's role: bylines, credits, features, language."""

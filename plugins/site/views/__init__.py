"""What each template sees: frozen plain values, so that all that a page depends on is known."""

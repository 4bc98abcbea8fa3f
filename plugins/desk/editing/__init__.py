"""What editors run on articles: new, annotate, accept, mask, withdraw."""

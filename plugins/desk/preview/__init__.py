"""`make serve`: the site as it would be published, and drafts with it, while editors write."""

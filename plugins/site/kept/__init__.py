"""What builds keep of articles and pages, so that only what has changed is made again."""

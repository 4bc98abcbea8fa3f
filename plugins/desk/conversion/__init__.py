"""From raw pages to files of articles."""

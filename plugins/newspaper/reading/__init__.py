"""From evidence to articles: roles, segments, seams, doubts."""

"""A file and its record: YAML, front matter, Markdown, tables, and what is wrong with them."""

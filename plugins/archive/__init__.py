"""The site: front matter, groups, pages, feeds and citations, as Pelican needs them."""

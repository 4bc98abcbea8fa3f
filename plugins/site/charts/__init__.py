"""Charts made at build time: numbers over time, and what the site's statistics count."""

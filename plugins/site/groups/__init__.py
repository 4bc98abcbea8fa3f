"""Articles in their groups: counties, topics, months, people; shelves and relations."""

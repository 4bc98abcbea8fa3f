"""What an editor may set: the site's settings, addresses, glossary."""

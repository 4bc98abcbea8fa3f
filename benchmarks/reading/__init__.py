"""How well real pages are read: articles laid out as pages, what the converter makes of them."""

"""Search: an index of every run of characters and every word, for the reader's browser."""


def register() -> None:
    """Give Pelican our generator (called by Pelican, after plugins.site)."""
    # The index itself needs no Pelican.
    from plugins.search.pelican_plugin import connect

    connect()

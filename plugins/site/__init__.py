"""The site: front matter, groups, pages, feeds and citations, as Pelican needs them."""


def register() -> None:
    """Give Pelican our reader and our generator (called by Pelican)."""
    # Other stages import this package for its front matter, and need no Pelican for it.
    from plugins.site.pelican_plugin import connect

    connect()

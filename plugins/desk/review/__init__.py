"""Every article beside the raw lines it was made of, for those who accept drafts: previews only."""


def register() -> None:
    """Give Pelican the generator of the pages under review/ (called by Pelican)."""
    # A production build has none of this, so it need not load it either.
    from plugins.desk.review.pelican_plugin import connect

    connect()

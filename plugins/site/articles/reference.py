"""What articles are read against: the editors' tables, the raw pages, the pictures, the day."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import partial

from plugins.model import FrontMatter
from plugins.site.articles.raw_lines import RawPages
from plugins.site.pictures.pictures import Pictures
from plugins.site.settings.county_tiles import Tile
from plugins.site.settings.glossary import Glossary
from plugins.site.settings.site_settings import SiteSettings
from plugins.site.settings.tables import Tables
from plugins.system.memo import Memo

#: The longest text that an article may have takes a thirtieth of this.
ARTICLE_SECONDS = 10.0


@dataclass(frozen=True)
class Reference:
    """What articles are read against: tables, terms, raw pages, and the site's address or "".

    `day` is the day that the site is of; only a preview shows drafts and what waits for a later
    day, marked as such. Within `article_seconds` of the processor an article is settled, or
    the build stops at it.
    """

    settings: SiteSettings
    tables: Tables
    glossary: Glossary
    raw_pages: RawPages
    tiles: Mapping[str, Tile]
    pictures: Pictures
    site_url: str
    day: datetime.date
    is_preview: bool = False
    article_seconds: float = ARTICLE_SECONDS
    #: Which articles are related, as earlier builds have found them.
    related: Memo = field(default_factory=partial(Memo, None))

    def shows(self, front: FrontMatter) -> bool:
        """Whether the site has a page for an article."""
        return self.is_preview or front.is_out(self.day)

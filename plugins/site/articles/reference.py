"""What articles are read against: the editors' tables, the raw pages, the pictures, the day."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from plugins.content.content_error import ContentError
from plugins.figures import FigureTables
from plugins.figures import load_tables as load_figure_tables
from plugins.model import FrontMatter
from plugins.privacy.masks import Masks, read_masks
from plugins.site.articles.raw_lines import RawPages
from plugins.site.groups.comparisons import Tile
from plugins.site.pictures.pictures import Pictures
from plugins.site.settings.addresses import Addresses, read_addresses
from plugins.site.settings.glossary import Glossary
from plugins.site.settings.site_settings import SiteSettings
from plugins.subjects import SubjectTables
from plugins.subjects import load_tables as load_subject_tables


@dataclass(frozen=True)
class Tables:
    """The tables of content/data/: what subjects and figures are found with, what is on record."""

    subjects: SubjectTables
    figures: FigureTables
    addresses: Addresses
    masks: Masks


@dataclass(frozen=True)
class Reference:
    """What articles are read against: tables, terms, raw pages, and the site's address or "".

    `day` is the day that the site is of; only a preview shows drafts and what waits for a later
    day, marked as such.
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

    def shows(self, front: FrontMatter) -> bool:
        """Whether the site has a page for an article."""
        return self.is_preview or front.is_out(self.day)


def load_tables(folder: Path) -> Tables:
    """Read the tables. Raises TableError or ContentError that names file and line."""
    try:
        figures = load_figure_tables(folder)
    except ValueError as error:
        raise ContentError(folder, None, str(error)) from None
    return Tables(load_subject_tables(folder), figures, read_addresses(folder), read_masks(folder))

"""The tables of content/data/ that articles are read against."""

from dataclasses import dataclass
from pathlib import Path

from plugins.content.content_error import ContentError
from plugins.figures import FigureTables
from plugins.figures import load_tables as load_figure_tables
from plugins.privacy.masks import Masks, read_masks
from plugins.site.settings.addresses import Addresses, read_addresses
from plugins.subjects import SubjectTables
from plugins.subjects import load_tables as load_subject_tables


@dataclass(frozen=True)
class Tables:
    """The tables of content/data/: what subjects and figures are found with, what is on record."""

    subjects: SubjectTables
    figures: FigureTables
    addresses: Addresses
    masks: Masks


def load_tables(folder: Path) -> Tables:
    """Read the tables. Raises ContentError that names file and line."""
    try:
        figures = load_figure_tables(folder)
    except ValueError as error:
        raise ContentError(folder, None, str(error)) from None
    return Tables(load_subject_tables(folder), figures, read_addresses(folder), read_masks(folder))

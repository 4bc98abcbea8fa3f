"""Every fault of every table, where the build would stop at the first."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from plugins.content.content_error import ContentError
from plugins.content.tables import read_rows
from plugins.privacy.masks import read_masks
from plugins.site.settings.addresses import read_addresses
from plugins.site.settings.county_tiles import read_tiles
from plugins.site.settings.glossary import load_glossary
from plugins.site.settings.newspapers import read_newspapers
from plugins.site.settings.site_settings import load_site
from plugins.subjects.tables.people_tables import read_people_tables
from plugins.subjects.tables.places import AreaWord, County, Elsewhere, Town, Village, Zone
from plugins.subjects.tables.topics import read_topics


def find_faults(folder: Path) -> list[ContentError]:
    """List what is wrong with each table by itself, so that no fault hides another's."""
    rows = {"counties": County, "towns": Town, "zones": Zone, "villages": Village}
    steps: list[Callable[[], object]] = [
        *(partial(read_rows, folder / f"{name}.csv", row) for name, row in rows.items()),
        partial(read_rows, folder / "area.csv", AreaWord),
        partial(read_rows, folder / "elsewhere.csv", Elsewhere),
        partial(read_topics, folder / "topics.yaml"),
        partial(read_people_tables, folder),
        partial(read_addresses, folder),
        partial(read_masks, folder),
        partial(read_newspapers, folder),
        partial(load_site, folder / "site.yaml", ""),
        partial(load_glossary, folder / "glossary.yaml"),
        partial(read_tiles, folder / "county-tiles.csv"),
    ]
    return [error for step in steps for error in _attempt(step)]


def _attempt(step: Callable[[], object]) -> list[ContentError]:
    try:
        step()
    except ContentError as error:
        return error.list_all()
    return []

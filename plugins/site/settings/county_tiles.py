"""Where each county stands in the schematic of the prefecture: content/data/county-tiles.csv."""

from pathlib import Path

from plugins.content.tables import read_rows
from plugins.subjects.tables.places import Row


class Tile(Row):
    """Where a county's tile stands in the schematic, from 1 at the upper left."""

    county: str
    row: int
    column: int


def read_tiles(path: Path) -> dict[str, Tile]:
    """Read the schematic's table. Raises ContentError for a bad row."""
    return {tile.county: tile for _, tile in read_rows(path, Tile)}

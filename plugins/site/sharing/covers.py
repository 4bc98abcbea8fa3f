"""The pictures of share cards: the prefecture's schematic with the article's county in red.

No words: a picture with Chinese letters would need a font, of which a build machine may have one,
another, or none, and the same content has to give the same bytes. The card's text says the rest.
"""

import io
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from PIL import Image, ImageDraw

from plugins.site.settings.county_tiles import Tile

FOLDER = "covers"
#: What share cards show uncut (ogp.me names no size; this is the platforms' common ratio 1.91:1).
SIZE = (1200, 630)
_MARGIN, _GAP, _RULE = 90, 14, 10
#: Paper, edge, ink, red: the palette of the light theme (palette.css).
_COLOURS = ((0xF6, 0xF1, 0xE6), (0x8A, 0x7D, 0x69), (0x21, 0x1C, 0x16), (0x9A, 0x2A, 0x1A))
_PAPER, _EDGE, _INK, _RED = range(4)


def cover_path(county: str) -> str:
    """Return the picture's path below the site's root; `county` is the county's slug."""
    return f"{FOLDER}/{county}.png"


@dataclass(frozen=True)
class Covers:
    """The pictures of counties: their tiles in the schematic, and their slugs, by name."""

    tiles: Mapping[str, Tile]
    slugs: Mapping[str, str]

    def draw(self) -> dict[str, bytes]:
        """Return a picture for each county that the schematic has, by its path."""
        named = {name: slug for name, slug in self.slugs.items() if name in self.tiles}
        return {cover_path(slug): draw_cover(self.tiles, (name,)) for name, slug in named.items()}


def draw_cover(tiles: Mapping[str, Tile], counties: Collection[str]) -> bytes:
    """Return the schematic as a PNG file, with these counties in red."""
    image = Image.new("P", SIZE, _PAPER)
    image.putpalette([part for colour in _COLOURS for part in colour])
    draw = ImageDraw.Draw(image)
    # The thick and the thin rule of the masthead (文武线).
    draw.rectangle((0, 0, SIZE[0], 2 * _RULE), fill=_INK)
    draw.rectangle((0, 3 * _RULE, SIZE[0], 3 * _RULE + 3), fill=_INK)
    for name, box in _place(tiles).items():
        fill = _RED if name in counties else None
        draw.rectangle(box, fill=fill, outline=_RED if fill else _EDGE, width=4)
    file = io.BytesIO()
    image.save(file, "PNG", optimize=True, bits=2)
    return file.getvalue()


def _place(tiles: Mapping[str, Tile]) -> dict[str, tuple[int, int, int, int]]:
    """Return each county's box, the whole schematic in the picture's middle."""
    columns = max((tile.column for tile in tiles.values()), default=1)
    rows = max((tile.row for tile in tiles.values()), default=1)
    wide = (SIZE[0] - 2 * _MARGIN) // columns
    high = min((SIZE[1] - 2 * _MARGIN) // rows, wide)
    left, top = (SIZE[0] - wide * columns) // 2, (SIZE[1] - high * rows) // 2 + _RULE
    return {
        name: (
            left + wide * (tile.column - 1),
            top + high * (tile.row - 1),
            left + wide * tile.column - _GAP,
            top + high * tile.row - _GAP,
        )
        for name, tile in tiles.items()
    }

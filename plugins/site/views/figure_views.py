"""Figures in tables and charts, and counties compared by them."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from plugins.site.articles.shown_figures import group_by_indicator
from plugins.site.charts.series import Series
from plugins.site.explorer.choices import (
    LISTED,
    Choice,
    FiguresOfArticle,
    group_by_article,
    list_choices,
)
from plugins.site.groups.cards import Link, link_group
from plugins.site.groups.collection import Archive
from plugins.site.groups.comparisons import Cell, Comparison
from plugins.site.groups.groups import Group
from plugins.subjects.tables.place_endings import county_stem

#: A county's or topic's page tells so many of its indicators, and so many figures in all.
MOST_INDICATORS = 12
MOST_TOLD = 40
#: A tile shows so many characters of a name in large letters, and one more in small ones.
_PLAIN = 4
#: A schematic of fewer tiles side by side would have them too large.
_FEWEST_COLUMNS = 4


@dataclass(frozen=True, slots=True)
class Bar:
    """A county in a bar chart: its value's words, their address or "", the bar's share of 100."""

    name: str
    label: str
    url: str
    width: float
    is_here: bool


@dataclass(frozen=True, slots=True)
class Bars:
    """An indicator over the counties, the greatest first, and those of which none tells it."""

    key: str
    title: str
    unit: str
    bars: tuple[Bar, ...]
    missing: tuple[str, ...]
    absent: str


@dataclass(frozen=True, slots=True)
class TileView:
    """A county's tile in the schematic; `row` and `column` count from 1, `shade` from 1.

    `lines` are its name as it stands in the tile, smaller where it `is_long`.
    """

    county: Link
    lines: tuple[str, ...]
    row: int
    column: int
    label: str
    shade: int | None
    fits: bool

    @property
    def is_long(self) -> bool:
        """Whether its name needs smaller letters."""
        return max(map(len, self.lines)) > _PLAIN or len(self.lines) > 1


@dataclass(frozen=True, slots=True)
class ComparisonView:
    """An indicator over the counties, as a schematic and as bars."""

    tiles: tuple[TileView, ...]
    bars: Bars

    @property
    def columns(self) -> int:
        """How many tiles have room side by side."""
        return max([_FEWEST_COLUMNS, *(tile.column for tile in self.tiles)])

    @property
    def rows(self) -> int:
        """How many tiles have room one below the other."""
        return max([1, *(tile.row for tile in self.tiles)])


@dataclass(frozen=True, slots=True)
class GroupFigures:
    """A group's figures under their articles, and the comparisons that concern it.

    `narrowed` is by what all of its figures part: a county's by topic, a topic's by county.
    """

    told: tuple[FiguresOfArticle, ...]
    narrowed: Choice
    comparisons: tuple[Bars, ...]


@dataclass(frozen=True, slots=True)
class FiguresView:
    """The explorer's page: how many figures there are, the first `shown`, what to filter by."""

    total: int
    shown: int
    listed: tuple[FiguresOfArticle, ...]
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class CompareView:
    """The page of comparisons and of numbers over time.

    `left` are comparisons for which there was no room; `counties` have so many figures each.
    """

    comparisons: tuple[ComparisonView, ...]
    left: int
    counties: tuple[tuple[str, int], ...]
    series: tuple[Series, ...]


def view_group_figures(group: Group, archive: Archive) -> GroupFigures | None:
    """Return the figures of a county's or topic's articles that are about it."""
    figures = list(group.list_figures())
    rows = group_by_indicator(figures)[:MOST_INDICATORS]
    told = [figure for _, alike in rows for figure in alike]
    if not told:
        return None
    concerning = [one for one in archive.comparisons if one.concerns(group)]
    bars = tuple(_view_bars(comparison, group) for comparison in concerning)
    other = "topic" if group.kind.key == "county" else "county"
    narrowed = next(choice for choice in list_choices(figures) if choice.name == other)
    return GroupFigures(group_by_article(told[:MOST_TOLD]), narrowed, bars)


def view_figures(archive: Archive) -> FiguresView:
    """Return the page of all figures."""
    figures = archive.figures
    listed = figures[:LISTED]
    choices = tuple(list_choices(figures))
    return FiguresView(len(figures), len(listed), group_by_article(listed), choices)


def view_comparisons(archive: Archive, series: Sequence[Series]) -> CompareView:
    """Return the page of comparisons, and of numbers over time."""
    counts = Counter(shown.county for shown in archive.figures)
    names = [group.name for group in archive.kind["county"].groups]
    comparisons = tuple(
        ComparisonView(tuple(_view_tile(cell) for cell in one.cells), _view_bars(one))
        for one in archive.comparisons
    )
    counties = tuple((name, counts[name]) for name in names if counts[name])
    return CompareView(comparisons, archive.comparisons_left, counties, tuple(series))


def _view_bars(comparison: Comparison, here: Group | None = None) -> Bars:
    bars = tuple(
        Bar(
            cell.county.name,
            cell.label,
            cell.url,
            round(100 * comparison.share(cell), 1),
            cell.county is here,
        )
        for cell in comparison.ranked
    )
    missing = tuple(cell.county.name for cell in comparison.missing)
    return Bars(comparison.key, comparison.title, comparison.unit, bars, missing, comparison.absent)


def _view_tile(cell: Cell) -> TileView:
    tile = cell.tile
    lines = _break_name(cell.county.name)
    link = link_group(cell.county)
    return TileView(link, lines, tile.row, tile.column, cell.label, cell.shade, cell.fits)


def _break_name(name: str) -> tuple[str, ...]:
    """Return a county's name as it has room in its tile: short if it is long, on two lines."""
    if len(name) > _PLAIN:
        name = county_stem(name)
    if len(name) <= _PLAIN + 1:
        return (name,)
    half = (len(name) + 1) // 2
    return name[:half], name[half:]

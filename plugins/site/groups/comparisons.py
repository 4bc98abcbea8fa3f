"""Counties side by side: one indicator, one unit, one period, and what no report tells."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from plugins.site.articles.shown_figures import ShownFigure, strip_leading
from plugins.site.groups.groups import Group
from plugins.site.settings.county_tiles import Tile

#: A comparison needs so many counties with a number.
_FEWEST = 2
#: A page shows so many comparisons at most: each is a chart.
MOST = 60
#: Half-width characters across a tile.
MOST_LABEL = 9
#: The key of what is compared first.
_REPORTS = "reports"
#: Shades from the least to the most.
SHADES = 4


@dataclass(frozen=True, eq=False)
class Cell:
    """One county in a comparison; without a value no report tells it. `shade` runs from 1.

    `url` leads to the figure, "" where the archive itself counts; `topics` are the figure's own.
    """

    county: Group
    tile: Tile
    value: float | None
    label: str
    shade: int | None
    url: str = ""
    topics: tuple[str, ...] = ()

    @property
    def fits(self) -> bool:
        """Whether its label stands inside its tile, in letters that a phone shows large enough."""
        return sum(1 if character < "\u1100" else 2 for character in self.label) <= MOST_LABEL


@dataclass(frozen=True, eq=False)
class Comparison:
    """One indicator over all counties, in the order of their tables."""

    key: str
    title: str
    unit: str
    cells: tuple[Cell, ...]

    @property
    def absent(self) -> str:
        """What is said of a county without a value."""
        return _say_absent(self.key)

    @property
    def ranked(self) -> list[Cell]:
        """The counties with a value, the greatest first."""
        known = [cell for cell in self.cells if cell.value is not None]
        return sorted(known, key=lambda cell: -(cell.value or 0.0))

    @property
    def missing(self) -> list[Cell]:
        """The counties of which no report tells it."""
        return [cell for cell in self.cells if cell.value is None]

    def concerns(self, group: Group) -> bool:
        """Whether a county or topic shows it: the county has a number, the topic two."""
        told = [cell for cell in self.cells if cell.url]
        if group.kind.key == "county":
            return any(cell.county is group for cell in told)
        return sum(group.name in cell.topics for cell in told) >= _FEWEST

    def share(self, cell: Cell) -> float:
        """The length of a county's bar, as a share of the longest."""
        longest = max((c.value or 0.0 for c in self.cells), default=0.0)
        return (cell.value or 0.0) / longest if longest else 0.0


class _Told(NamedTuple):
    """What is told of a county: a value, its words, where they stand, and its topics."""

    value: float
    label: str
    url: str = ""
    topics: tuple[str, ...] = ()


def compare_counties(
    counties: Sequence[Group], tiles: Mapping[str, Tile], most: int = MOST
) -> tuple[list[Comparison], int]:
    """List what can be compared: first the number of reports, then each like indicator.

    Those of most counties come first; the second value is how many are left out beyond `most`.

    Like is: 县区 and 实际, major, the same words, unit, average and period, no range's end and
    no change; where a county has several, the latest article's counts.
    """
    placed = [county for county in counties if county.name in tiles]
    counts = {county.name: _Told(county.count, f"{county.count} 篇") for county in placed}
    reports = _compare(_REPORTS, "收录的报道", "篇", placed, tiles, counts)
    found: dict[tuple[str, ...], dict[str, _Told]] = {}
    for county in placed:
        for article in county.articles:
            for shown in article.told:
                if shown.county == county.name and _is_comparable(shown):
                    figure = shown.figure
                    told = _Told(figure.value, shown.raw, shown.url, figure.topics)
                    found.setdefault(_key(shown), {}).setdefault(county.name, told)
    likely = [(key, figures) for key, figures in found.items() if len(figures) >= _FEWEST]
    # Those of most counties stand first.
    likely.sort(key=lambda pair: -len(pair[1]))
    comparisons = [reports]
    for number, (key, figures) in enumerate(likely[:most], 1):
        title = "，".join(filter(None, (key[0], key[2], key[3])))
        comparisons.append(_compare(f"i{number}", title, key[1], placed, tiles, figures))
    return comparisons, len(likely[most:])


def _say_absent(key: str) -> str:
    return "待收录" if key == _REPORTS else "没有数据"


def _is_comparable(shown: ShownFigure) -> bool:
    figure = shown.figure
    return (
        figure.scope == "县区"
        and figure.nature == "实际"
        and figure.part in (None, "并列")
        and bool(figure.indicator)
    )


def _key(shown: ShownFigure) -> tuple[str, ...]:
    figure = shown.figure
    words = strip_leading(figure.indicator or "")
    dates = figure.period_dates
    period = f"{dates[0]}/{dates[1]}" if dates and all(dates) else figure.period or ""
    return words, figure.unit, figure.per or "", period


def _compare(
    key: str,
    title: str,
    unit: str,
    counties: Sequence[Group],
    tiles: Mapping[str, Tile],
    values: Mapping[str, _Told],
) -> Comparison:
    most = max((told.value for told in values.values()), default=0.0)
    cells = []
    for county in counties:
        told, tile = values.get(county.name), tiles[county.name]
        # A county without reports is awaited; one of which a report tells 0 has that number.
        if told is None or (key == _REPORTS and not told.value):
            cells.append(Cell(county, tile, None, _say_absent(key), None))
            continue
        shade = max(1, min(SHADES, round(SHADES * told.value / (most or 1.0))))
        cells.append(Cell(county, tile, told.value, told.label, shade, told.url, told.topics))
    return Comparison(key, title, unit, tuple(cells))

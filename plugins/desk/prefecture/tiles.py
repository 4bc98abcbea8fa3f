"""A first arrangement of a prefecture's counties as tiles, as their seats lie to each other.

Each county gets a cell of a grid no wider than a phone shows, so that the squares of the ways from
where it lies to its cell sum up to little: greedily first, then by exchanging two as long as that
shortens them. Only a sketch, which editors move as they like.
"""

import csv
import math
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from plugins.desk.prefecture.divisions import Division

#: County seats: code, longitude and latitude to a hundredth of a degree. Of the registry's package
#: cpca 0.5.5 (MIT licence), adcodes.csv; a code that is new since is its county's by the name.
SEATS = Path(__file__).with_name("county-seats.csv")
#: So many tiles side by side are still read on a phone.
MOST_COLUMNS = 5
Cell = tuple[int, int]


class Point(NamedTuple):
    """A place in the grid's measure: down and to the right."""

    down: float
    right: float

    def way(self, cell: Cell) -> float:
        """Return the square of the way to a cell."""
        return (self.down - cell[0]) ** 2 + (self.right - cell[1]) ** 2


def arrange_tiles(counties: Sequence[Division]) -> dict[str, Cell]:
    """Return each county's row and column, from 1, by its name."""
    columns, rows, points = _measure(counties, _read_seats())
    cells = [(row, column) for row in range(rows) for column in range(columns)]
    placed = _place(points, cells)
    while _exchange(points, placed, cells):
        pass
    top = min((cell[0] for cell in placed.values()), default=0)
    left = min((cell[1] for cell in placed.values()), default=0)
    return {one.name: (placed[one][0] - top + 1, placed[one][1] - left + 1) for one in counties}


def _read_seats() -> dict[str, tuple[float, float]]:
    with SEATS.open(encoding="utf-8", newline="") as file:
        next(file)
        return {code: (float(x), float(y)) for code, x, y in csv.reader(file)}


def _measure(
    counties: Sequence[Division], seats: Mapping[str, tuple[float, float]]
) -> tuple[int, int, dict[Division, Point]]:
    """Return the grid's columns and rows, and where each county lies in it.

    A county whose seat is not known lies in the middle of the others.
    """
    known = sorted(seats[one.code] for one in counties if one.code in seats)
    middle = known[len(known) // 2] if known else (0.0, 0.0)
    east = [seats.get(one.code, middle)[0] for one in counties]
    south = [-seats.get(one.code, middle)[1] for one in counties]
    wide = (max(east) - min(east)) * math.cos(math.radians(middle[1]))
    high = max(south) - min(south)
    # Tiles are half as wide again as they are high, and so is what stands beside a chart.
    fitting = round(math.sqrt(1.5 * len(counties) * (wide or 1) / (high or 1)))
    columns = min(MOST_COLUMNS, max(3, fitting))
    rows = math.ceil(len(counties) / columns) + 1
    places = zip(_spread(south, rows), _spread(east, columns), strict=True)
    return columns, rows, dict(zip(counties, (Point(*place) for place in places), strict=True))


def _spread(values: Sequence[float], cells: int) -> list[float]:
    """Return places from 0 to `cells` - 1: half by the values, half by their order.

    A city's districts lie close together, yet each needs a cell of its own.
    """
    order = sorted(range(len(values)), key=lambda at: values[at])
    ranks = {at: rank / max(1, len(values) - 1) for rank, at in enumerate(order)}
    least, most = min(values), max(values)
    shares = [(value - least) / ((most - least) or 1) for value in values]
    return [(share + ranks[at]) / 2 * (cells - 1) for at, share in enumerate(shares)]


def _place(points: Mapping[Division, Point], cells: Sequence[Cell]) -> dict[Division, Cell]:
    """Give the county that lies nearest to a free cell that cell, one after the other."""
    ways = sorted((point.way(cell), one, cell) for one, point in points.items() for cell in cells)
    placed: dict[Division, Cell] = {}
    for _, one, cell in ways:
        if one not in placed and cell not in placed.values():
            placed[one] = cell
    return placed


def _exchange(
    points: Mapping[Division, Point], placed: dict[Division, Cell], cells: Sequence[Cell]
) -> bool:
    """Move a county to another cell, with whoever is there, if that shortens their ways."""
    held = {cell: one for one, cell in placed.items()}
    for one, point in points.items():
        for cell in cells:
            here, other = placed[one], held.get(cell)
            gain = point.way(here) - point.way(cell)
            gain += points[other].way(cell) - points[other].way(here) if other else 0
            if gain > 1e-9:
                placed[one] = cell
                if other:
                    placed[other] = here
                return True
    return False

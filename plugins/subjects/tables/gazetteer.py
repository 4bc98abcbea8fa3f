"""The gazetteer: every county, town, zone and village of the archive's prefecture, looked up."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TypeVar

from plugins.content.content_error import ContentError
from plugins.content.tables import check_unique, read_rows
from plugins.subjects.tables.places import (
    AreaWord,
    County,
    Elsewhere,
    Place,
    Region,
    Town,
    Village,
    Zone,
)

PlaceT = TypeVar("PlaceT", bound=Place)
Lines = Sequence[tuple[int, PlaceT]]


@dataclass(frozen=True)
class Gazetteer:
    """All places in the order of their tables, former names included, with the ways to find them.

    `elsewhere` are other provinces and prefectures; `area` are words for the area itself that may
    stand right before its places, and `ties` finds those that tie a story to it; `forms`
    maps every printed form to the places it may mean; `form_heads` finds the first two characters
    of any; `town_stems` are today's towns by short names; `villages_named` are villages by name.
    """

    counties: tuple[County, ...]
    towns: tuple[Town, ...]
    zones: tuple[Zone, ...]
    villages: tuple[Village, ...]
    elsewhere: frozenset[str]
    area: frozenset[str]
    ties: re.Pattern[str]
    forms: Mapping[str, tuple[Region, ...]]
    form_heads: re.Pattern[str]
    town_stems: Mapping[str, tuple[Town, ...]]
    villages_named: Mapping[str, tuple[Village, ...]]

    def county(self, name: str) -> County | None:
        """Return the county called so (full name, stem, alias or former name)."""
        found = [place for place in self.forms.get(name, ()) if isinstance(place, County)]
        exact = [county for county in found if county.name == name]
        return next(iter(exact or [c for c in found if not c.is_former] or found), None)

    def town(self, name: str, counties: Iterable[str] = ()) -> Town | None:
        """Return the town called so; where several are, the one in the first fitting county.

        `name` may carry its county (白河县城关镇). None when it stays ambiguous or is unknown.
        """
        found = [place for place in self.forms.get(name, ()) if isinstance(place, Town)]
        if len(found) == 1:
            return found[0]
        for county in filter(None, map(self.county, counties)):
            for town in found:
                if town.county == self.today(county).name:
                    return town
        return self._town_with_county(name)

    def _town_with_county(self, name: str) -> Town | None:
        for cut in range(len(name) - 2, 1, -1):
            county = self.county(name[:cut])
            if county and name[cut:] in self.forms:
                return self.town(name[cut:], (county.name,))
        return None

    def today(self, place: PlaceT) -> PlaceT:
        """Return what the place is called today: itself, or its last successor."""
        if place.successor is None:
            return place
        pool: Sequence[Place] = self.counties if isinstance(place, County) else self.towns
        for candidate in pool:
            if candidate.name == place.successor and _same_county(candidate, place):
                return self.today(candidate)  # type: ignore[return-value] # the pool is of its kind
        return place

    def list_former(self, place: PlaceT) -> list[PlaceT]:
        """Return the places of the tables that have become this one of today, in their order."""
        return [former for former in self._former.get(place, ()) if isinstance(former, type(place))]

    def list_other_names(self, place: PlaceT) -> tuple[str, ...]:
        """Return the aliases of a place of today, and its former names."""
        former = (other.name for other in self.list_former(place))
        return tuple(dict.fromkeys((*place.aliases, *former)))

    @cached_property
    def _former(self) -> Mapping[Place, Sequence[Place]]:
        """Former places by what they are today."""
        places: defaultdict[Place, list[Place]] = defaultdict(list)
        for place in (*self.counties, *self.towns):
            if place.is_former:
                places[self.today(place)].append(place)
        return places

    def county_of(self, place: Region) -> County | None:
        """Return today's county of a county, town or zone."""
        if isinstance(place, County):
            return self.today(place)
        return self.county(place.county) if place.county else None


def _same_county(one: Place, other: Place) -> bool:
    return getattr(one, "county", None) == getattr(other, "county", None)


def read_gazetteer(folder: Path) -> Gazetteer:
    """Read counties.csv, towns.csv, zones.csv, villages.csv and area.csv of `folder`.

    Raises ContentError for a bad row, a slug used twice, an unknown county, town or successor.
    """
    counties = _with_slugs(folder / "counties.csv", read_rows(folder / "counties.csv", County))
    towns = _with_slugs(folder / "towns.csv", read_rows(folder / "towns.csv", Town))
    zones = _with_slugs(folder / "zones.csv", read_rows(folder / "zones.csv", Zone))
    villages = read_rows(folder / "villages.csv", Village)
    _check_parents(folder / "towns.csv", towns, counties)
    _check_parents(folder / "zones.csv", zones, counties)
    _check_villages(folder / "villages.csv", villages, towns)
    regions = [place for table in (counties, towns, zones) for _, place in table]
    area = [row for _, row in read_rows(folder / "area.csv", AreaWord)]
    forms = _index((form, place) for place in regions for form in place.printed_forms())
    return Gazetteer(
        counties=tuple(row for _, row in counties),
        towns=tuple(row for _, row in towns),
        zones=tuple(row for _, row in zones),
        villages=tuple(row for _, row in villages),
        elsewhere=frozenset(row.name for _, row in read_rows(folder / "elsewhere.csv", Elsewhere)),
        area=frozenset(row.name for row in area if row.beside),
        ties=_any_of(row.name for row in area if row.ties),
        forms=forms,
        form_heads=_any_of({form[:2] for form in forms}),
        town_stems=_index((row.stem, row) for _, row in towns if not row.is_former),
        villages_named=_index((row.name, row) for _, row in villages),
    )


def _any_of(words: Iterable[str]) -> re.Pattern[str]:
    """Return an expression for any of the words, the longest first; without any it finds none."""
    ordered = sorted(words, key=lambda word: (-len(word), word))
    return re.compile("|".join(map(re.escape, ordered)) or r"(?!)")


ItemT = TypeVar("ItemT")


def _index(pairs: Iterable[tuple[str, ItemT]]) -> dict[str, tuple[ItemT, ...]]:
    index: defaultdict[str, list[ItemT]] = defaultdict(list)
    for key, item in pairs:
        index[key].append(item)
    return {key: tuple(index[key]) for key in sorted(index)}


def _with_slugs(path: Path, rows: Lines[PlaceT]) -> list[tuple[int, PlaceT]]:
    """Check names, slugs and successors, and give each former name its successor's slug."""
    keys = [(line, (row.name, getattr(row, "county", None)), f"“{row.name}”") for line, row in rows]
    check_unique(path, keys)
    slugs = (
        (n, (p.slug, getattr(p, "county", None)), f"slug“{p.slug}”") for n, p in rows if p.slug
    )
    check_unique(path, slugs)
    return [(line, _with_slug(path, line, row, rows)) for line, row in rows]


def _with_slug(path: Path, line: int, row: PlaceT, rows: Lines[PlaceT]) -> PlaceT:
    if not row.successor:
        if row.slug is None:
            raise ContentError(path, line, f"“{row.name}”没有 slug。请填小写拼音。")
        return row
    for _, other in rows:
        if other.name == row.successor and _same_county(other, row) and other.slug:
            return row.model_copy(update={"slug": other.slug})
    raise ContentError(path, line, f"后继“{row.successor}”不在表中。请先加上它，或改正名称。")


def _check_parents(
    path: Path, rows: Sequence[tuple[int, Town | Zone]], counties: Lines[County]
) -> None:
    known = {county.name for _, county in counties if not county.is_former}
    for line, row in rows:
        if row.county and row.county not in known:
            raise ContentError(path, line, f"没有“{row.county}”这个县（市、区）。请写今天的全称。")


def _check_villages(path: Path, rows: Sequence[tuple[int, Village]], towns: Lines[Town]) -> None:
    known = {(town.county, town.name) for _, town in towns if not town.is_former}
    for line, row in rows:
        if (row.county, row.town) not in known:
            raise ContentError(path, line, f"“{row.county}”没有“{row.town}”。请写今天的全称。")
    keys = ((line, row, f"“{row.name}”") for line, row in rows)
    check_unique(path, keys)

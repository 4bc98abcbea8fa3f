"""What has a name in the archive or its tables: places with or without reports, topics, people."""

from collections.abc import Iterable, Iterator

from plugins.search.corpus.documents import NamedThing
from plugins.site.groups.collection import Archive
from plugins.site.groups.groups import Group, KindKey
from plugins.subjects import County, Town, Village, Zone
from plugins.subjects.tables.gazetteer import Gazetteer
from plugins.subjects.tables.place_endings import county_stem

#: Kinds whose names get a card besides places.
_OTHERS: tuple[KindKey, ...] = ("topic", "person", "date", "author")
_PLACES: tuple[KindKey, ...] = ("county", "town", "village")


def list_things(archive: Archive, gazetteer: Gazetteer) -> tuple[NamedThing, ...]:
    """Return all places of the tables and the archive, and its topics, public people and months."""
    places = _Places(archive, gazetteer)
    others = (group for kind in _OTHERS for group in archive.kind[kind].groups)
    return (*places.list_all(), *(_tell_group(group) for group in others if group.key != "undated"))


def list_county_forms(names: Iterable[str]) -> Iterator[str]:
    """Yield names of a county, and the short name of each that has one."""
    for name in names:
        yield from dict.fromkeys((name, county_stem(name)))


class _Places:
    """The places of the tables with the groups of their reports, where they have any."""

    def __init__(self, archive: Archive, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer
        self._groups = {
            (kind, group.name, group.parent.name if group.parent else None): group
            for kind in _PLACES
            for group in archive.kind[kind].groups
        }
        #: Those that no place of the tables has asked for.
        self._left = dict(self._groups)

    def list_all(self) -> Iterator[NamedThing]:
        """Yield every place of today's once, and what the tables do not know."""
        gazetteer = self._gazetteer
        for county in gazetteer.counties:
            if not county.is_former:
                yield self._tell_county(county)
        towns: tuple[Town | Zone, ...] = (*gazetteer.towns, *gazetteer.zones)
        for town in towns:
            if not town.is_former:
                yield self._tell_town(town)
        for village in gazetteer.villages:
            yield self._tell_village(village)
        yield from map(_tell_group, self._left.values())

    def _tell_county(self, county: County) -> NamedThing:
        former = self._gazetteer.list_former(county)
        note = "、".join(f"原{other.name}" for other in former)
        names = [name for place in (county, *former) for name in (place.name, *place.aliases)]
        group = self._left.pop(("county", county.name, None), None)
        return _tell_place("county", county.name, tuple(list_county_forms(names)), note, (), group)

    def _tell_town(self, town: Town | Zone) -> NamedThing:
        former = self._gazetteer.list_former(town)
        note = "、".join(f"含原{other.name}" for other in former)
        county = self._gazetteer.county_of(town)
        parent = county.name if county else None
        within = self._link("county", parent)
        group = self._left.pop(("town", town.name, parent), None)
        forms = tuple(form for place in (town, *former) for form in place.printed_forms())
        return _tell_place("town", town.name, forms, note, within, group)

    def _tell_village(self, village: Village) -> NamedThing:
        within = [
            *self._link("town", village.town, village.county),
            *self._link("county", village.county),
        ]
        group = self._left.pop(("village", village.name, village.town), None)
        return _tell_place("village", village.name, (), "", within, group)

    def _link(
        self, kind: KindKey, name: str | None, parent: str | None = None
    ) -> list[tuple[str, str]]:
        """Name a place that another lies in, with its address if it has a page."""
        if name is None:
            return []
        group = self._groups.get((kind, name, parent))
        return [(name, group.url if group else "")]


def _tell_group(group: Group) -> NamedThing:
    within = []
    place = group.parent
    while place:
        within.append((place.name, place.url))
        place = place.parent
    kind = group.kind.key
    forms = tuple(list_county_forms(group.aliases)) if kind == "county" else group.aliases
    return _tell_place(kind, group.name, forms, group.note if kind == "date" else "", within, group)


def _tell_place(
    kind: str,
    name: str,
    forms: tuple[str, ...],
    note: str,
    within: Iterable[tuple[str, str]],
    group: Group | None,
) -> NamedThing:
    return NamedThing(
        name=name,
        kind=kind,
        forms=forms,
        note=note,
        url=group.url if group else "",
        places=tuple(within),
        reports=group.count if group else 0,
        figures=_count_figures(group) if group else 0,
        explanation=group.explanation if group else "",
    )


def _count_figures(group: Group) -> int:
    """Count the figures that are about the group."""
    return sum(1 for _ in group.list_figures())

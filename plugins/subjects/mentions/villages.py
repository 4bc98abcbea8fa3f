"""Villages of an article, each under its town."""

import re
from collections.abc import Sequence

from plugins.subjects.mentions.passages import Mention, Passage
from plugins.subjects.mentions.village_names import VillageName, find_village_names
from plugins.subjects.tables.gazetteer import Gazetteer
from plugins.subjects.tables.names import Names
from plugins.subjects.tables.places import County, Town, Village


def find_villages(
    passages: Sequence[Passage], places: Sequence[Mention], names: Names
) -> tuple[Mention, ...]:
    """Return the villages that the article names, in reading order, `town` empty if unknown."""
    known = frozenset(names.gazetteer.villages_named)
    found: list[Mention] = []
    for passage in passages:
        here = [place for place in places if place.block == passage.block]
        ends = [place.end for place in here]
        for name in find_village_names(passage, ends, known, names.words):
            village = _settle(passage, name, here, places, names.gazetteer, found)
            if village:
                printed = passage.text[name.start : name.end]
                found.append(Mention(passage.block, name.start, name.end, printed, village))
    return tuple(found)


def _settle(
    passage: Passage,
    name: VillageName,
    here: Sequence[Mention],
    places: Sequence[Mention],
    gazetteer: Gazetteer,
    earlier: Sequence[Mention],
) -> Village | None:
    """Put the village under the town before it, the gazetteer's only one, or the story's only one.

    None for a famous village elsewhere, and for any in a story that names no place of ours.
    """
    before = [m for m in here if m.end <= name.start and isinstance(m.place, Town)]
    between = passage.text[before[-1].end : name.start] if before else ""
    if before and re.fullmatch(r"的?|[一-龥]+[村区]、", between):
        return _under(before[-1].place, name.name, gazetteer)
    for mention in earlier:
        if isinstance(mention.place, Village) and mention.place.name == name.name:
            return mention.place
    if not places or name.name in gazetteer.elsewhere:
        return None
    return _by_gazetteer(name.name, places, gazetteer) or _by_article(
        name.name, before, places, gazetteer
    )


def _under(place: object, name: str, gazetteer: Gazetteer) -> Village | None:
    if not isinstance(place, Town):
        return None
    today = gazetteer.today(place)
    return Village(name=name, town=today.name, county=today.county)


def _by_gazetteer(name: str, places: Sequence[Mention], gazetteer: Gazetteer) -> Village | None:
    """Return the only village so called in the article's towns, or else in its counties."""
    listed = gazetteer.villages_named.get(name, ())
    towns = {gazetteer.today(m.place) for m in places if isinstance(m.place, Town)}
    keys = {(town.county, town.name) for town in towns}
    counties = {
        c.name
        for m in places
        if isinstance(m.place, County | Town)
        if (c := gazetteer.county_of(m.place))
    }
    in_towns = [v for v in listed if (v.county, v.town) in keys]
    in_counties = [v for v in listed if v.county in counties]
    for choice in (in_towns, in_counties):
        if len(choice) == 1:
            return choice[0]
    return None


def _by_article(
    name: str, before: Sequence[Mention], places: Sequence[Mention], gazetteer: Gazetteer
) -> Village:
    towns = {gazetteer.today(m.place): None for m in places if isinstance(m.place, Town)}
    if before:
        return _under(before[-1].place, name, gazetteer) or Village(name=name)
    if len(towns) == 1:
        return _under(next(iter(towns)), name, gazetteer) or Village(name=name)
    counties = {
        c.name
        for m in places
        if not isinstance(m.place, Village)
        if (c := gazetteer.county_of(m.place))
    }
    return Village(name=name, county=counties.pop() if len(counties) == 1 else None)

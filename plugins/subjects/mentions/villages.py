"""Villages of an article, each under its town."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import cached_property

from plugins.chinese.characters import STOPS
from plugins.chinese.expressions import compile_late
from plugins.subjects.mentions.passages import Mention, Passage
from plugins.subjects.mentions.place_names import GENERIC_BEFORE, is_elsewhere
from plugins.subjects.mentions.village_names import VillageName, find_village_names
from plugins.subjects.tables.gazetteer import Gazetteer
from plugins.subjects.tables.names import Names
from plugins.subjects.tables.places import County, Town, Village

#: So far back a sentence may name the place that a village is of.
REACH = 80
#: A town or county right before a village.
PARENT = compile_late(r"([一-龥])[镇乡县州]的?$")


def find_villages(
    passages: Sequence[Passage], places: Sequence[Mention], names: Names
) -> tuple[Mention, ...]:
    """Return the villages that the article names, in reading order, `town` empty if unknown."""
    known = frozenset(names.gazetteer.villages_named)
    settling = _Settling(places, names.gazetteer)
    found: list[Mention] = []
    for passage in passages:
        here = [place for place in places if place.block == passage.block]
        towns = [place for place in here if isinstance(place.place, Town)]
        ends = [place.end for place in here]
        named = sorted(ends)
        for name in find_village_names(passage, ends, known, names.words):
            behind = bisect_right(towns, name.start, key=lambda town: town.end)
            earlier = bisect_right(named, name.start)
            floor = named[earlier - 1] if earlier else 0
            town = towns[behind - 1] if behind else None
            is_other = _is_of_elsewhere(passage, name.start, floor, names)
            village = settling.settle(passage, name, town, is_elsewhere=is_other)
            if village:
                printed = passage.text[name.start : name.end]
                found.append(Mention(passage.block, name.start, name.end, printed, village))
    return tuple(found)


def _is_of_elsewhere(passage: Passage, start: int, floor: int, names: Names) -> bool:
    """Whether the last place named before `start` in its sentence is none of this prefecture.

    `floor` is where the last place of this prefecture ends.
    """
    near = max(floor, start - REACH)
    parent = PARENT.search(passage.text, max(0, start - 3), start)
    if parent and not GENERIC_BEFORE.search(parent[1]) and floor < parent.end() - 1:
        return True
    sentence = max((passage.text.rfind(mark, near, start) + 1 for mark in STOPS), default=0)
    words = passage.words_between(max(near, sentence), start)
    return any(is_elsewhere(word, names) for _, word in words)


class _Settling:
    """Puts an article's villages under its towns, and remembers where each was put."""

    def __init__(self, places: Sequence[Mention], gazetteer: Gazetteer) -> None:
        self._places = places
        self._gazetteer = gazetteer
        self._settled: dict[str, Village] = {}

    def settle(
        self, passage: Passage, name: VillageName, town: Mention | None, *, is_elsewhere: bool
    ) -> Village | None:
        """Put the village under `town`, which stands before it, or the one that it must be of.

        That is the gazetteer's only one, or the story's. None for a famous village elsewhere, and
        for any in a story that names no place of ours.
        """
        village = self._find(passage, name, town, is_elsewhere)
        if village:
            self._settled.setdefault(village.name, village)
        return village

    def _find(
        self, passage: Passage, name: VillageName, town: Mention | None, is_elsewhere: bool
    ) -> Village | None:
        between = passage.text[town.end : name.start] if town else ""
        if town and re.fullmatch(r"的?|[一-龥]+[村区]、", between):
            return self._under(town.place, name.name)
        if name.name in self._settled:
            return self._settled[name.name]
        if not self._places or is_elsewhere or name.name in self._gazetteer.elsewhere:
            return None
        return self._by_gazetteer(name.name) or self._by_article(name.name, town)

    def _under(self, place: object, name: str) -> Village | None:
        if not isinstance(place, Town):
            return None
        today = self._gazetteer.today(place)
        return Village(name=name, town=today.name, county=today.county)

    @cached_property
    def _towns(self) -> dict[Town, None]:
        """The article's towns by today's names, in its order."""
        towns = (mention.place for mention in self._places)
        return {self._gazetteer.today(town): None for town in towns if isinstance(town, Town)}

    @cached_property
    def _counties(self) -> tuple[set[str], set[str]]:
        """The counties of the article's counties and towns, and those of its zones too."""
        places = [m.place for m in self._places if not isinstance(m.place, Village)]
        named = [(place, self._gazetteer.county_of(place)) for place in places]
        every = {county.name for _, county in named if county}
        return {c.name for p, c in named if c and isinstance(p, County | Town)}, every

    def _by_gazetteer(self, name: str) -> Village | None:
        """Return the only village so called in the article's towns, or else in its counties."""
        listed = self._gazetteer.villages_named.get(name, ())
        keys = {(town.county, town.name) for town in self._towns}
        in_towns = [village for village in listed if (village.county, village.town) in keys]
        in_counties = [village for village in listed if village.county in self._counties[0]]
        for choice in (in_towns, in_counties):
            if len(choice) == 1:
                return choice[0]
        return None

    def _by_article(self, name: str, town: Mention | None) -> Village:
        if town:
            return self._under(town.place, name) or Village(name=name)
        if len(self._towns) == 1:
            return self._under(next(iter(self._towns)), name) or Village(name=name)
        counties = self._counties[1]
        return Village(name=name, county=next(iter(counties)) if len(counties) == 1 else None)

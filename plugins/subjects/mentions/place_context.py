"""What a printed name means in its article: this prefecture or elsewhere, and which of several."""

from collections.abc import Sequence
from functools import cached_property

from plugins.subjects.mentions.counties_named import NamedCounties
from plugins.subjects.mentions.passages import Candidate, Mention, Passage
from plugins.subjects.mentions.place_lists import find_listed_towns
from plugins.subjects.mentions.place_names import find_names, is_elsewhere
from plugins.subjects.tables.names import Names
from plugins.subjects.tables.places import County, Region, Town, Zone

#: A story is about elsewhere when other places outnumber this prefecture's so many times.
ELSEWHERE_RATIO = 4


class Context:
    """Every name of an article with the passages it stands in, before it is settled.

    What the whole article tells is found once, not again for each of its names.
    """

    def __init__(
        self, names: Names, passages: Sequence[Passage], candidates: Sequence[Candidate]
    ) -> None:
        self.names = names
        self.candidates = candidates
        self._passages = passages
        self._ends = {(c.block, c.end): c for c in candidates}

    @cached_property
    def is_elsewhere(self) -> bool:
        """Whether the story is about elsewhere."""
        words = (word for passage in self._passages for word in passage.words)
        elsewhere = sum(is_elsewhere(word, self.names) for word in words)
        ties = self.names.gazetteer.ties
        own = sum(map(_is_own, self.candidates))
        own += sum(len(ties.findall(passage.text)) for passage in self._passages)
        return elsewhere > max(1, own * ELSEWHERE_RATIO)

    @cached_property
    def counties_printed(self) -> frozenset[str]:
        """The counties that the article may name outright."""
        places = (place for candidate in self.candidates for place in candidate.places)
        return frozenset(place.name for place in places if isinstance(place, County))

    @cached_property
    def counties(self) -> NamedCounties:
        """The counties that the article's names stand for, and where."""
        return NamedCounties(self.candidates, self._passages, self.names.gazetteer)

    def right_before(self, candidate: Candidate) -> Candidate | None:
        """Return the name that ends where this one begins."""
        return self._ends.get((candidate.block, candidate.start))


def find_places(passages: Sequence[Passage], names: Names) -> tuple[Mention, ...]:
    """Return the counties, towns and zones that the article names, settled, in reading order.

    Names that may mean several towns and are settled by nothing stay out.
    """
    found: list[Candidate] = []
    for passage in passages:
        here = find_names(passage, names)
        found += sorted(here + find_listed_towns(passage, names, here), key=lambda c: c.start)
    context = Context(names, passages, found)
    kept = [candidate for candidate in found if _is_local(candidate, context)]
    context = Context(names, passages, kept)
    settled = ((candidate, settle(candidate, context)) for candidate in kept)
    return tuple(
        Mention(c.block, c.start, c.end, c.printed, place) for c, place in settled if place
    )


def _is_local(candidate: Candidate, context: Context) -> bool:
    """Whether the name means a place of this prefecture, the whole article considered.

    A name found nowhere else always does. Any other gives way in a story about elsewhere, and
    a town called by ordinary words (新城街道) needs its county.
    """
    place = candidate.places[0]
    if _is_own(candidate) or _follows_own_county(candidate, context):
        return True
    if context.is_elsewhere:
        return False
    if isinstance(place, Town) and place.ordinary:
        return place.county in context.counties_printed
    return True


def _is_own(candidate: Candidate) -> bool:
    place = candidate.places[0]
    if isinstance(place, County):
        return not place.shared or candidate.printed != place.stem
    return isinstance(place, Zone) or not (place.shared or place.ordinary)


def _follows_own_county(candidate: Candidate, context: Context) -> bool:
    """Whether the name stands right behind the full name of the county that has such a town."""
    before = context.right_before(candidate)
    if before is None or not _is_own(before) or not isinstance(before.places[0], County):
        return False
    county = context.names.gazetteer.today(before.places[0]).name
    return any(isinstance(p, Town) and p.county == county for p in candidate.places)


def settle(candidate: Candidate, context: Context) -> Region | None:
    """Return the one place that the name means, None when it stays open.

    In this order: the only meaning; the county right before it; going back sentence by
    sentence, the first that names just one of the counties in question; the title; the only
    such county of the whole article. Other counties decide nothing.
    """
    places = candidate.places
    if len(places) == 1:
        place = places[0]
        return None if _contradicted(candidate, place, context) else place
    if all(isinstance(place, County) for place in places):
        return next((place for place in places if not place.is_former), places[0])
    counties = context.counties
    by_county = {counties.name_of(place): place for place in places}
    near = counties.nearest(candidate, by_county)
    for named in (near, counties.heads & by_county.keys(), counties.all & by_county.keys()):
        if len(named) == 1:
            return by_county[next(iter(named))]
    return None


def _contradicted(candidate: Candidate, place: Region, context: Context) -> bool:
    """Whether another of our counties stands right before the town: 紫阳县大河镇 is not ours."""
    before = context.right_before(candidate) if isinstance(place, Town) else None
    county = before.places[0] if before else None
    if not isinstance(county, County) or not isinstance(place, Town):
        return False
    return context.names.gazetteer.today(county).name != place.county

"""What a printed name means in its article: this prefecture or elsewhere, and which of several."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from plugins.subjects.mentions.passages import SUBTITLE, Candidate, Mention, Passage
from plugins.subjects.mentions.place_lists import find_listed_towns
from plugins.subjects.mentions.place_names import find_names, is_elsewhere
from plugins.subjects.tables.gazetteer import Gazetteer
from plugins.subjects.tables.names import Names
from plugins.subjects.tables.places import County, Region, Town, Zone

#: Words that tie a story to this prefecture without naming one of its counties.
OWN_WORDS = re.compile(r"安康|苏陕|富硒")
#: A story is about elsewhere when other places outnumber this prefecture's so many times.
ELSEWHERE_RATIO = 4
SENTENCE_END = re.compile(r"[。！？!?；;…]")
JOINER = re.compile(r"[的、]?")


@dataclass(frozen=True)
class Context:
    """Every name of an article with the passages it stands in, before it is settled."""

    names: Names
    passages: tuple[Passage, ...]
    candidates: tuple[Candidate, ...]

    @property
    def gazetteer(self) -> Gazetteer:
        """The gazetteer that the names come from."""
        return self.names.gazetteer

    def text(self, block: int) -> str:
        """Return the text of a block, the title or the subtitle."""
        return next(passage.text for passage in self.passages if passage.block == block)


def find_places(passages: Sequence[Passage], names: Names) -> tuple[Mention, ...]:
    """Return the counties, towns and zones that the article names, settled, in reading order.

    Names that may mean several towns and are settled by nothing stay out.
    """
    found: list[Candidate] = []
    for passage in passages:
        here = find_names(passage, names)
        found += sorted(here + find_listed_towns(passage, names, here), key=lambda c: c.start)
    context = Context(names, tuple(passages), tuple(found))
    kept = tuple(c for c in found if _is_local(c, context))
    context = Context(names, tuple(passages), kept)
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
    if _is_own(candidate):
        return True
    own = sum(map(_is_own, context.candidates)) + _count_own_words(context)
    elsewhere = sum(is_elsewhere(w, context.names) for p in context.passages for w in p.words)
    if elsewhere > max(1, own * ELSEWHERE_RATIO):
        return False
    if isinstance(place, Town) and place.ordinary:
        return any(_names_county(c, place.county) for c in context.candidates)
    return True


def _is_own(candidate: Candidate) -> bool:
    place = candidate.places[0]
    if isinstance(place, County):
        return not place.shared or candidate.printed != place.stem
    return isinstance(place, Zone) or not (place.shared or place.ordinary)


def _count_own_words(context: Context) -> int:
    return sum(len(OWN_WORDS.findall(passage.text)) for passage in context.passages)


def _names_county(candidate: Candidate, county: str) -> bool:
    return any(isinstance(p, County) and p.name == county for p in candidate.places)


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
    by_county = {_county_name(place, context): place for place in places}
    for named in _contexts(candidate, context):
        fitting = named & by_county.keys()
        if len(fitting) == 1:
            return by_county[fitting.pop()]
        if len(fitting) > 1:
            break
    return _settle_by_article(by_county, context)


def _settle_by_article(by_county: dict[str, Region], context: Context) -> Region | None:
    heads = [c for c in context.candidates if c.block <= SUBTITLE]
    for candidates in (heads, context.candidates):
        fitting = _counties_named(candidates, context) & by_county.keys()
        if len(fitting) == 1:
            return by_county[fitting.pop()]
    return None


def _contexts(candidate: Candidate, context: Context) -> list[set[str]]:
    """Return the counties named right before, then in each sentence back to the block's start."""
    text = context.text(candidate.block)
    before = [c for c in context.candidates if c.block == candidate.block]
    before = [c for c in before if c.end <= candidate.start]
    adjacent = [c for c in before if text[c.end : candidate.start] in ("", "的")]
    sentences: dict[int, list[Candidate]] = {}
    for other in reversed(before):
        distance = len(SENTENCE_END.findall(text, other.end, candidate.start))
        sentences.setdefault(distance, []).append(other)
    return [_counties_named(group, context) for group in (adjacent, *sentences.values())]


def _counties_named(candidates: Sequence[Candidate], context: Context) -> set[str]:
    """Return today's names of the counties that are named outright or by a town of only one."""
    single = [
        c.places for c in candidates if len({_county_name(p, context) for p in c.places}) == 1
    ]
    return {_county_name(places[0], context) for places in single} - {""}


def _county_name(place: Region, context: Context) -> str:
    county = context.gazetteer.county_of(place)
    return county.name if county else ""


def _contradicted(candidate: Candidate, place: Region, context: Context) -> bool:
    """Whether another of our counties stands right before the town: 紫阳县大河镇 is not ours."""
    if not isinstance(place, Town):
        return False
    for other in context.candidates:
        if other.block == candidate.block and other.end == candidate.start:
            county = other.places[0]
            if isinstance(county, County):
                return context.gazetteer.today(county).name != place.county
    return False

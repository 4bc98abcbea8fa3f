"""Which counties an article names, and where: what tells a town of several counties apart."""

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Sequence

from plugins.chinese.expressions import compile_late
from plugins.subjects.mentions.passages import SUBTITLE, Candidate, Passage
from plugins.subjects.tables.gazetteer import Gazetteer
from plugins.subjects.tables.places import Region

SENTENCE_END = compile_late(r"[。！？!?；;…]")


class NamedCounties:
    """The counties that names stand for, by today's names: outright, or by a town of only one.

    `heads` are those of the title and the subtitle, `all` those of the whole article. Made once
    an article, so that each of its names is settled without going through all the others.
    """

    def __init__(
        self, candidates: Iterable[Candidate], passages: Sequence[Passage], gazetteer: Gazetteer
    ) -> None:
        self._gazetteer = gazetteer
        self._texts = {passage.block: passage.text for passage in passages}
        self._stops = {
            passage.block: [match.start() for match in SENTENCE_END.finditer(passage.text)]
            for passage in passages
        }
        self._ends: dict[tuple[int, str], list[int]] = {}
        for candidate in candidates:
            counties = {self.name_of(place) for place in candidate.places}
            if len(counties) == 1 and (county := counties.pop()):
                self._ends.setdefault((candidate.block, county), []).append(candidate.end)
        self.heads = frozenset(county for block, county in self._ends if block <= SUBTITLE)
        self.all = frozenset(county for _, county in self._ends)

    def name_of(self, place: Region) -> str:
        """Return the name of today's county of a place, "" when it is in none."""
        county = self._gazetteer.county_of(place)
        return county.name if county else ""

    def nearest(self, candidate: Candidate, counties: Collection[str]) -> set[str]:
        """Return which of the counties stand nearest before a name, in its own block.

        One right before it counts alone; else all of the last sentence that names any.
        """
        ends = {c: end for c in counties if (end := self._last_before(candidate, c)) is not None}
        text = self._texts[candidate.block]
        adjacent = {c for c, end in ends.items() if text[end : candidate.start] in ("", "的")}
        if adjacent or not ends:
            return adjacent
        stops = self._stops[candidate.block]
        sentences = {county: bisect_left(stops, end) for county, end in ends.items()}
        last = max(sentences.values())
        return {county for county, sentence in sentences.items() if sentence == last}

    def _last_before(self, candidate: Candidate, county: str) -> int | None:
        """Return where the last name of a county before the candidate ends."""
        ends = self._ends.get((candidate.block, county), [])
        position = bisect_right(ends, candidate.start)
        return ends[position - 1] if position else None

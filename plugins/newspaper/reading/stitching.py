"""Reading order: which text goes on where, when articles are cut and their tails moved.

Every piece of text that breaks off is an open end. Each may go on in any piece on the page; the
links are chosen together so that what speaks for them is most (an assignment).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from plugins.newspaper.evidence.edges import Evidence
from plugins.newspaper.reading.assignment import assign
from plugins.newspaper.reading.links import Candidates
from plugins.newspaper.reading.segments import Segment
from plugins.newspaper.roles import Role

#: What must speak for a move (log odds) before it is believed.
_MOVE = -1.0
#: The rest of a sentence, directly below it, is its rest unless a move is likelier than this.
_NEXT = 6.0
#: What is less likely than this to be a paragraph's rest may be another's.
_SURE = 0.95
#: With more pairs of an open end and a piece than this, a page is verse, or a list, or no page:
#: nothing is moved. The fullest of 150 damaged newspaper pages had a fifth of them.
_MOST_PAIRS = 40_000


@dataclass(frozen=True, slots=True)
class Link:
    """Fragment `start` goes on where fragment `end` breaks off; `weight` in log odds."""

    end: int
    start: int
    weight: float
    moved: bool


@dataclass(frozen=True)
class Stitcher:
    """Chooses the links between the pieces of one page.

    `sure` is how likely each fragment's role is: whether text is the rest of the paragraph above it
    is left to the links where that is not sure.
    """

    segments: Sequence[Segment]
    roles: Sequence[Role]
    evidence: Evidence
    weights: Mapping[str, float]
    sure: Sequence[float] = ()

    def find_links(self) -> list[Link]:
        """The best set of links; no piece is used twice, and none leads back to itself."""
        ends, starts = self._candidates.ends, self._candidates.starts
        if len(ends) * len(starts) > _MOST_PAIRS:
            return [Link(i - 1, i, _NEXT, False) for i in starts if self.roles[i] is Role.REST]
        weights = [[self._weigh(e, s) for s in starts] for e in ends]
        links = self._assign(ends, starts, weights)
        while deserters := self._list_deserters(links):
            for link in deserters:
                weights[ends.index(link.end)][starts.index(link.start)] = 0.0
            links = self._assign(ends, starts, weights)
        return self._break_circles([*links, *self._keep_rests(links)])

    def _keep_rests(self, links: Sequence[Link]) -> list[Link]:
        """The rests of paragraphs that nothing else claims, and whose beginnings go on nowhere."""
        ends, starts = {link.end for link in links}, {link.start for link in links}
        return [
            Link(above, i, _NEXT, False)
            for above, i in self._candidates.next.items()
            if self.roles[i] is Role.REST and i not in starts and above not in ends
        ]

    @cached_property
    def _candidates(self) -> Candidates:
        return Candidates(self.segments, self._loose_roles, self.evidence)

    @cached_property
    def _loose_roles(self) -> list[Role]:
        return loosen(self.roles, self.sure) if self.sure else list(self.roles)

    def _weigh(self, end: int, start: int) -> float:
        if not self._candidates.is_possible(end, start):
            return 0.0
        cues = self._candidates.name_cues(end, start)
        weight = sum(self.weights.get(cue, 0.0) for cue in cues)
        if self._candidates.next.get(end) == start:
            return max(_NEXT, weight) if self._loose_roles[start] is Role.REST else 0.0
        return weight - _MOVE

    def _assign(
        self, ends: Sequence[int], starts: Sequence[int], weights: Sequence[Sequence[float]]
    ) -> list[Link]:
        return [
            Link(e, starts[c], weights[r][c], self._candidates.next.get(e) != starts[c])
            for r, (e, c) in enumerate(zip(ends, assign(weights), strict=True))
            if c is not None
        ]

    def _list_deserters(self, links: Sequence[Link]) -> list[Link]:
        """The moves that leave the next piece on the page in nobody's article."""
        claimed = {link.start for link in links}
        below = self._candidates.next
        return [
            link for link in links if link.moved and below.get(link.end, link.start) not in claimed
        ]

    def follow(self, links: Sequence[Link]) -> dict[int, int]:
        """What comes behind each fragment: its link, else the next piece that no link claims."""
        behind = {link.end: link.start for link in links}
        claimed = set(behind.values())
        return behind | {
            i: j for i, j in self._candidates.next.items() if i not in behind and j not in claimed
        }

    def _break_circles(self, links: list[Link]) -> list[Link]:
        """Without the weakest moves that would make text follow itself."""
        kept = sorted(links, key=lambda link: link.weight, reverse=True)
        while kept and not self._reaches_all(kept):
            weakest = [link for link in kept if link.moved][-1:]
            if not weakest:
                break
            kept.remove(weakest[0])
        return kept

    def _reaches_all(self, links: Sequence[Link]) -> bool:
        """Whether no chain of pieces runs in a circle."""
        behind = self.follow(links)
        for start in behind:
            seen, i = {start}, behind[start]
            while i in behind and i not in seen:
                seen.add(i)
                i = behind[i]
            if i in seen:
                return False
        return True


def loosen(roles: Sequence[Role], sure: Sequence[float]) -> list[Role]:
    """The roles, with what is not sure to be a paragraph's rest as a paragraph of its own."""
    return [
        Role.START if role is Role.REST and known < _SURE else role
        for role, known in zip(roles, sure, strict=True)
    ]

"""Reading order: which text goes on where, when articles are cut and their tails moved.

Every piece of text that ends without a stop is an open end. Each open end may go on in any piece
on the page; the links are chosen together so that their evidence is greatest (an assignment). The
evidence of a link: how well the seam reads, whose vocabulary the moved text shares, whose byline
stands behind it, and whether it is the next piece anyway.
"""

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from plugins.newspaper.evidence.edges import Evidence
from plugins.newspaper.reading.assignment import assign
from plugins.newspaper.reading.roles import Role
from plugins.newspaper.reading.segments import Segment, read_authors, read_end_authors

#: What a move must be worth before it is believed, in nats; most text stands where it belongs.
_MOVE = 8.0
#: What speaks for the next piece on the page before its seam is looked at.
_NEXT = 15.0
#: No more than this can vocabulary say, in nats: it is no proof.
_TOPIC_LIMIT = 10.0
#: Pieces of text whose vocabulary is looked at on each side of a link.
_SCOPE = 4
#: An end this short may be a line of verse or a list; its seam proves less.
_SHORT = 20
_BYLINE = 8.0
#: What speaks for any continuation where an article would else end in mid-sentence.
_CUT_OFF = 5.0
#: A tail often stands right above the headline of its own article.
_BEFORE_OWN_TITLE = 3.0
#: Text that reads worse than this across the seam has not moved from there.
_WORST_SEAM = -2.0
#: What speaks against a move that leaves the text in between in nobody's article.
_DESERTED = 5.0
#: With more pairs of an open end and a piece than this, a page is verse, or a list, or no page:
#: nothing is moved. The fullest of 150 damaged newspaper pages had a fifth of them.
_MOST_PAIRS = 40_000
#: What speaks against an article leaving out a piece of itself.
_SKIP = 6.0


@dataclass(frozen=True, slots=True)
class Link:
    """Fragment `start` goes on where fragment `end` breaks off; `weight` in nats."""

    end: int
    start: int
    weight: float
    moved: bool


@dataclass(frozen=True)
class Stitcher:
    """Chooses the links between the pieces of one page."""

    segments: Sequence[Segment]
    roles: Sequence[Role]
    evidence: Evidence

    def find_links(self) -> list[Link]:
        """The best set of links; no piece is used twice, and none leads back to itself."""
        ends = self._ends
        starts = [i for s in self.segments for i in s.body if self.roles[i] is not Role.HEADING]
        if len(ends) * len(starts) > _MOST_PAIRS:
            return [Link(i - 1, i, _NEXT, False) for i in starts if self.roles[i] is Role.REST]
        weights = [[self._weigh_link(e, s) for s in starts] for e in ends]
        links = self._assign(ends, starts, weights)
        for link in self._list_deserters(links):
            weights[ends.index(link.end)][starts.index(link.start)] -= _DESERTED
        return self._break_circles(self._assign(ends, starts, weights))

    def _assign(
        self, ends: Sequence[int], starts: Sequence[int], weights: Sequence[Sequence[float]]
    ) -> list[Link]:
        return [
            Link(e, starts[c], weights[r][c], self._next.get(e) != starts[c])
            for r, (e, c) in enumerate(zip(ends, assign(weights), strict=True))
            if c is not None
        ]

    def _list_deserters(self, links: Sequence[Link]) -> list[Link]:
        """The moves that leave the next piece on the page in nobody's article."""
        claimed = {link.start for link in links}
        return [
            link
            for link in links
            if link.moved and link.end in self._next and self._next[link.end] not in claimed
        ]

    def follow(self, links: Sequence[Link]) -> dict[int, int]:
        """What comes behind each fragment: its link, else the next piece that no link claims."""
        behind = {link.end: link.start for link in links}
        claimed = set(behind.values())
        left = {link.end for link in links if link.moved}
        return behind | {
            i: j
            for i, j in self._next.items()
            if i not in left and i not in behind and j not in claimed
        }

    def _is_open(self, i: int) -> bool:
        feature = self.evidence.features[i]
        return self.roles[i] is not Role.HEADING and not feature.closed

    @cached_property
    def _next(self) -> dict[int, int]:
        return {a: b for s in self.segments for a, b in zip(s.body, s.body[1:], strict=False)}

    @cached_property
    def _home(self) -> dict[int, int]:
        return {i: n for n, s in enumerate(self.segments) for i in s.body}

    def _weigh_link(self, end: int, start: int) -> float:
        own, host = self._home[end], self._home[start]
        seam = self.evidence.weigh_seam(end, start)
        if self._next.get(end) == start:
            if self.roles[start] is not Role.REST:
                return 0.0
            return max(0.5, _NEXT + seam + min(0.0, self._weigh_topics(end, start)))
        if seam < _WORST_SEAM or self._opens_article(start) or (own == host and start <= end):
            return 0.0
        if self.evidence.features[end].size < _SHORT:
            seam -= 4.0
        score = seam + self._weigh_topics(end, start) - _MOVE
        if self.evidence.features[end].size >= _SHORT and self._next.get(end) is None:
            score += _CUT_OFF
        if own == host:
            return score - _SKIP
        score += _BEFORE_OWN_TITLE * (host == own - 1)
        headless = not self.segments[host].head and start == self.segments[host].body[0]
        return score + self._weigh_bylines(own, host) + 4.0 * headless

    def _opens_article(self, start: int) -> bool:
        """Whether nothing but sub-headlines stands between a headline, if any, and `start`."""
        if self.roles[start] is Role.BRIEF:
            return True
        segment = self.segments[self._home[start]]
        first = next(i for i in segment.body if self.roles[i] is not Role.HEADING)
        return bool(segment.head) and start == first

    def _weigh_topics(self, end: int, start: int) -> float:
        """Whose vocabulary the text from `start` on shares: that above `end`, or its rivals'.

        Rivals are the text above `start` and, where that is `end` itself, the other open ends.
        """
        body = self.segments[self._home[start]].body
        run = body[body.index(start) :][:_SCOPE]
        words = [w for i in run for w in self.evidence.words[i]]
        rivals = [start - 1] if self._next.get(end) != start else self._list_rivals(end, start)
        weigh = self.evidence.language.weigh_topic
        rival = max(
            (weigh(words, self._topic(r, run)) for r in rivals if r in self._home), default=0.0
        )
        return _dampen(weigh(words, self._topic(end, run)) - rival)

    def _list_rivals(self, end: int, start: int) -> list[int]:
        """The other open ends that read on in `start` at least as well as `end` does."""
        seam = self.evidence.weigh_seam(end, start)
        return [e for e in self._ends if e != end and self.evidence.weigh_seam(e, start) >= seam]

    @cached_property
    def _ends(self) -> list[int]:
        return [i for s in self.segments for i in s.body if self._is_open(i)]

    def _weigh_bylines(self, own: int, host: int) -> float:
        behind = {a.name for a in read_end_authors(self.segments[host], self.evidence.features)}
        if not behind:
            return 0.0
        names = {a.name for a in read_authors(self.segments[own], self.evidence.features)}
        hosts = {a.name for a in read_authors(self.segments[host], self.evidence.features)}
        return _BYLINE * bool(behind & names) - _BYLINE * bool(behind & hosts)

    def _topic(self, end: int, run: Sequence[int]) -> Counter[str]:
        """The words of the text that leads up to fragment `end`, its headline's too if near."""
        segment = self.segments[self._home[end]]
        above = [i for i in segment.body if i <= end and i not in run]
        title = (
            [i for indices in segment.head.values() for i in indices]
            if len(above) <= _SCOPE
            else []
        )
        return Counter(w for i in title + above[-_SCOPE:] for w in self.evidence.words[i])

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


def _dampen(weight: float) -> float:
    """A weight of vocabulary, what is beyond the limit counted at a fifth."""
    beyond = max(0.0, abs(weight) - _TOPIC_LIMIT)
    return math.copysign(min(abs(weight), _TOPIC_LIMIT) + 0.2 * beyond, weight)

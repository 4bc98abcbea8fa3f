"""What speaks for a draft of an article being cut right or wrong, as numbers.

To the reading's own margins comes what it does not look at: how the draft compares to the others on
its page, by its length, its headline and how it is signed, and what it shares with its neighbours.
"""

import math
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from statistics import mean, median

from plugins.newspaper.doubts.margins import find_worst
from plugins.newspaper.doubts.page_drafts import PageDrafts
from plugins.newspaper.evidence.subjects import Vector, measure_angle
from plugins.newspaper.roles import Role

#: What is measured where there is nothing to measure.
NONE = -10.0
#: Drafts so near each other with headlines alike (characters) may be one article's sections.
_NEAR, _ALIKE = 3, 1
#: A line is unsure that is less likely than this to be what it was read as.
_UNSURE = 0.8
#: So many paragraphs are compared on each side of a sub-headline, and of so many sub-headlines.
_SCOPE, _MOST = 5, 40
#: What is further away than so many drafts is far.
_FAR = 8


@dataclass(frozen=True)
class DraftTraits:
    """The numbers of one page's drafts that have text."""

    page: PageDrafts

    def measure(self) -> list[list[float]]:
        """A row of numbers for each draft that has text."""
        parts: tuple[Callable[[int], list[float]], ...] = (
            self._list_margins, self._measure_form, self._measure_edges, self._measure_signing,
            self._measure_peers, self._measure_subjects,
        )  # fmt: skip
        custom, count = self._custom, len(self.page.drafts)
        return [[*(x for part in parts for x in part(n)), *custom] for n in range(count)]

    def _list_margins(self, n: int) -> list[float]:
        m, sure = self.page.margins[n], self.page.outline.reading.sure
        within = sorted((odds for odds, _ in m.within), reverse=True)
        expected = sum(self.page.page_margins.begins[i] for _, i in m.within)
        return [
            m.whole, m.opening[0], *[*within, NONE, NONE][:2], m.below[0] if m.below else NONE,
            find_worst(m.head), find_worst(m.body), float(expected),
            min((sure[i] for i in self.page.list_head(n)), default=1.0),
        ]  # fmt: skip

    def _measure_form(self, n: int) -> list[float]:
        """How long the draft and its parts are, and what its head consists of."""
        draft, features = self.page.drafts[n], self.page.features
        headings = set(self.page.headings[n])
        parts, lead = [0], 0
        for i in draft.chain:
            if i in headings:
                parts.append(0)
            else:
                parts[-1] += features[i].size
                lead += len(parts) == 1
        sizes = [features[i].size for i in headings]
        counts = [len(draft.segment.list_head(role)) for role in (Role.KICKER, Role.SUBTITLE)]
        return [
            *self.page.shapes[n], *counts,
            max((features[i].size for i in self.page.list_head(n)), default=0),
            self.page.sizes[n], len(draft.chain), len(headings), math.log1p(parts[0]),
            math.log1p(max(parts)), lead, max(sizes, default=0),
            max(sizes) - self.page.shapes[n][2] if sizes else NONE,
        ]  # fmt: skip

    def _measure_edges(self, n: int) -> list[float]:
        """How the text begins and ends, and what stands in it that ends or begins a text."""
        chain, features = self.page.drafts[n].chain, self.page.features
        first, last = features[chain[0]], features[chain[-1]]
        top = self.page.margins[n].opening[1]
        above = features[top - 1] if top else None
        inner = [features[i] for i in chain[:-1]]
        moved = [link for link in self.page.outline.links if link.moved and link.end in chain]
        return [
            first.has_lead, first.reads_on, first.closed, first.size,
            self.page.outline.evidence.language.weigh_opening(first.text),
            last.closed, last.has_end_credits or last.is_signature, last.size,
            sum(features[i].has_dateline for i in chain[1:]),
            sum(f.has_end_credits or f.is_signature for f in inner),
            sum(not (f.closed or f.announces or f.is_display) for f in inner),
            sum(features[i].is_display for i in chain), len(moved),
            above.closed if above else NONE, above.is_display if above else NONE,
            features[top].fragment.gap - self.page.outline.evidence.usual_gap,
        ]  # fmt: skip

    def _measure_signing(self, n: int) -> list[float]:
        """Whether the draft is signed, and whether the others are."""
        signs = self.page.signs
        above, below = signs[max(0, n - _FAR) : n + 1], signs[n + 1 : n + 1 + _FAR]
        since = next((k for k, sign in enumerate(reversed(above)) if sign), _FAR)
        until = next((k for k, sign in enumerate(below) if sign), _FAR)
        share = self._counts[signs[n]] / len(signs)
        return [signs[n], share, since, until, *self._beside(signs, n)]

    @cached_property
    def _counts(self) -> Counter[int]:
        return Counter(self.page.signs)

    def _measure_peers(self, n: int) -> list[float]:
        """How the draft compares to the others, and how sure the reading is of those."""
        shapes, usual = self.page.shapes, self._usual
        near = (m for m in range(n - _NEAR, n + _NEAR + 1) if m != n and 0 <= m < len(shapes))
        alike = [m for m in near if _are_alike(shapes[m], shapes[n])]
        return [
            self.page.sizes[n] - usual[0], shapes[n][0] - usual[1], shapes[n][2] - usual[2],
            usual[3],
            max((self._openings[m] for m in alike), default=NONE), len(alike),
            *self._beside(self._openings, n), *self._beside(self._within, n),
            *self._beside(self.page.sizes, n),
        ]  # fmt: skip

    @cached_property
    def _usual(self) -> tuple[float, float, float, float]:
        """A draft's usual size, lines of headline and size of the last, and margin of the whole."""
        lines, _, last = zip(*self.page.shapes, strict=True)
        wholes = (margins.whole for margins in self.page.margins)
        return median(self.page.sizes), median(lines), median(last), mean(wholes)

    @cached_property
    def _openings(self) -> list[float]:
        return [margins.opening[0] for margins in self.page.margins]

    @cached_property
    def _within(self) -> list[float]:
        return [find_worst(margins.within) for margins in self.page.margins]

    def _measure_subjects(self, n: int) -> list[float]:
        """What the draft's words share with its headline, its neighbours, and among themselves."""
        bodies, own, head = self.page.bodies, self.page.bodies[n], self.page.heads[n]
        headings, gather = set(self.page.headings[n]), self.page.gather
        texts = [i for i in self.page.drafts[n].chain if i not in headings]
        half = len(texts) // 2
        cuts = [(texts[:1], texts[1:]), (texts[:half], texts[half:]), (texts[:-1], texts[-1:])]
        return [
            measure_angle(head, own), self._usual_angle,
            *(measure_angle(own, body) for body in self._beside_vectors(bodies, n)),
            *(measure_angle(head, body) for body in self._beside_vectors(bodies, n)),
            *(measure_angle(other, own) for other in self._beside_vectors(self.page.heads, n)),
            *(measure_angle(gather(above), gather(below)) for above, below in cuts),
            self._measure_sections(n),
        ]  # fmt: skip

    def _measure_sections(self, n: int) -> float:
        """What the texts above and below that sub-headline share which parts the draft most."""
        chain, headings = self.page.drafts[n].chain, set(self.page.headings[n])
        cuts = [k for k, i in enumerate(chain) if k and i in headings][:_MOST]
        texts = [
            (
                [i for i in chain[:k] if i not in headings],
                [i for i in chain[k:] if i not in headings],
            )
            for k in cuts
        ]
        angles = (
            measure_angle(self.page.gather(above[-_SCOPE:]), self.page.gather(below[:_SCOPE]))
            for above, below in texts
            if above and below
        )
        return min(angles, default=1.0)

    @cached_property
    def _usual_angle(self) -> float:
        """What neighbouring drafts usually share."""
        angles = [measure_angle(one, other) for one, other in pairwise(self.page.bodies)]
        return median(angles) if angles else NONE

    @cached_property
    def _custom(self) -> list[float]:
        """What kind of page it is, and how sure it is read."""
        features, sure = self.page.features, self.page.outline.reading.sure
        running = [f for f in features if not f.is_display]
        return [
            len(self.page.drafts), find_share(sign > 0 for sign in self.page.signs),
            find_share(f.is_display for f in features), find_share(not f.closed for f in running),
            mean(len(f.fragment.lines) for f in features), mean(sure),
            find_share(known < _UNSURE for known in sure),
        ]  # fmt: skip

    def _beside(self, values: Sequence[float], n: int) -> list[float]:
        return [values[m] if 0 <= m < len(values) else NONE for m in (n - 1, n + 1)]

    def _beside_vectors(self, vectors: Sequence[Vector], n: int) -> list[Vector]:
        return [vectors[m] if 0 <= m < len(vectors) else {} for m in (n - 1, n + 1)]


def _are_alike(one: tuple[int, int, int], other: tuple[int, int, int]) -> bool:
    return one[0] == other[0] and abs(one[2] - other[2]) <= _ALIKE


def find_share(told: Iterable[bool]) -> float:
    """The share of what is told; 0 of nothing."""
    listed = list(told)
    return sum(listed) / max(1, len(listed))

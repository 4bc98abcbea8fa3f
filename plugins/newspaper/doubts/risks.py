"""How likely an article is cut wrong: the reading's own margins, as cues whose weights are learned.

A margin is the log odds of another reading: that a story does not begin where the article does,
that one begins within it or goes on below it, that a line of its head is text.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import log

import numpy as np

from plugins.newspaper.cues.buckets import bucket
from plugins.newspaper.evidence.edges import Evidence
from plugins.newspaper.reading.chain import Matrix
from plugins.newspaper.reading.reading import Reading
from plugins.newspaper.reading.roles import BEGINNING, OPENING, Role
from plugins.newspaper.reading.segments import Segment
from plugins.newspaper.reading.stitching import Link
from plugins.newspaper.reading.weights import ROLES

_MARGINS = (-6.0, -4.5, -3.5, -2.5, -1.8, -1.2, -0.6, 0.0)
_SIZES = (2, 4, 8, 16)
#: What is likelier than this is certain.
_CERTAIN = 1e-4
#: The steps with which a story begins: to one of its first lines, but from none of them.
_BEGINS = np.array(
    [
        [before not in (Role.SECTION, Role.KICKER) and role in BEGINNING for role in ROLES]
        for before in (*ROLES, None)
    ],
    dtype=float,
)
_HEADS = [ROLES.index(role) for role in (*OPENING, Role.TITLE_END, Role.SUBTITLE)]


@dataclass(frozen=True)
class Margins:
    """The margins of one article, each of a line: what may be wrong of it, and how likely.

    `whole` is that of its lines, from the first to the last, being an article.
    """

    whole: float
    opening: tuple[float, int]
    within: Sequence[tuple[float, int]]
    below: tuple[float, int] | None
    head: Sequence[tuple[float, int]]
    body: Sequence[tuple[float, int]]


@dataclass(frozen=True)
class Risks:
    """Weighs how likely articles of a page are cut wrong; numbers are indices of fragments."""

    evidence: Evidence
    reading: Reading
    links: Sequence[Link]

    def measure(self, segment: Segment, chain: Sequence[int]) -> Margins:
        """The margins of the article with this head and this text."""
        roles, begins = self.reading.roles, self._begins
        head = [i for role, found in segment.head.items() if role is not Role.BYLINE for i in found]
        # What was moved from elsewhere on the page tells nothing of where the article begins.
        own = [i for i in chain if i in segment.body] or chain
        first, *others = sorted({*head, *own})
        below = max([*head, *segment.body, *segment.end_bylines]) + 1
        goes_on = below < len(roles) and roles[below] in BEGINNING
        return Margins(
            -find_odds(self._weigh_whole(first, below)),
            (-find_odds(begins[first]), first),
            [(find_odds(begins[i]), i) for i in others],
            (-find_odds(begins[below]), below) if goes_on else None,
            [(-find_odds(self.reading.sure[i]), i) for i in head],
            [(find_odds(self._display[i]), i) for i in chain],
        )

    @cached_property
    def _begins(self) -> Matrix:
        """How likely a story begins with each fragment."""
        return np.asarray((self.reading.steps * _BEGINS).sum(axis=(1, 2)))

    @cached_property
    def _display(self) -> Matrix:
        """How likely each fragment is a line of some head."""
        return np.asarray(self.reading.steps.sum(axis=1)[:, _HEADS].sum(axis=1))

    def _weigh_whole(self, first: int, below: int) -> float:
        """How likely a story begins with `first`, and the next one not before `below`."""
        steps = self.reading.steps
        likely = (steps[first] * _BEGINS).sum(axis=0)
        for i in range(first + 1, min(below + 1, len(steps))):
            before = steps[i - 1].sum(axis=0)
            known = np.divide(likely, before, out=np.zeros_like(before), where=before > 0)
            begins = _BEGINS[:-1] if i == below else 1 - _BEGINS[:-1]
            likely = (known[:, None] * steps[i, :-1] * begins).sum(axis=0)
        return float(likely.sum())

    def list_cues(self, margins: Margins, segment: Segment, chain: Sequence[int]) -> list[str]:
        """What speaks for the article with these margins, head and text being cut wrong."""
        parts = {
            "opening": [margins.opening],
            "within": margins.within,
            "below": [margins.below] if margins.below else [],
            "head": margins.head,
            "body": margins.body,
        }
        levels = {part: bucket(find_worst(told), _MARGINS) for part, told in parts.items()}
        whole, signed = bucket(margins.whole, _MARGINS), self._name_signing(segment, chain)
        return [
            *(f"{part} {level}" for part, level in levels.items()),
            *("any", f"whole {whole}", f"signed {signed} {whole >= 4:d}"),
            *self._name_traits(segment, chain),
        ]

    def _name_signing(self, segment: Segment, chain: Sequence[int]) -> str:
        """By what the article is known as one: a dateline, a byline, or a headline alone."""
        if self.evidence.features[chain[0]].has_dateline:
            return "dateline"
        return "byline" if segment.list_head(Role.BYLINE) or segment.end_bylines else "none"

    def _name_traits(self, segment: Segment, chain: Sequence[int]) -> Iterator[str]:
        features, roles = self.evidence.features, self.reading.roles
        moved = sum(link.moved and link.end in chain for link in self.links)
        headings = sum(roles[i] is Role.HEADING for i in chain)
        yield f"moved {min(2, moved)}"
        yield f"headings {min(3, headings)}"
        yield f"size {bucket(len(chain), _SIZES)} {min(1, headings)}"
        yield f"closed {features[chain[-1]].closed:d}"
        yield f"lines {len(segment.list_head(Role.TITLE, Role.TITLE_END))}"
        yield f"kicker {len(segment.list_head(Role.KICKER)):d}"


def find_worst(margins: Sequence[tuple[float, int]]) -> float:
    """The greatest of margins."""
    return max((odds for odds, _ in margins), default=-1e9)


def find_odds(likely: float) -> float:
    """Log odds of what is so likely."""
    known = min(max(likely, _CERTAIN), 1 - _CERTAIN)
    return log(known / (1 - known))

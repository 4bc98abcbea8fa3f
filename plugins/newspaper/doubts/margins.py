"""How unsure the reading itself is of an article: the odds of other readings, each of a line.

A margin is the log odds that a story does not begin where the article does, that one begins within
it, that it goes on below it, that a line of its head is text, that one of its text is a head's.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from math import log

import numpy as np

from plugins.newspaper.outline import Draft
from plugins.newspaper.reading.chain import Matrix
from plugins.newspaper.reading.reading import Reading
from plugins.newspaper.reading.weights import ROLES
from plugins.newspaper.roles import BEGINNING, OPENING, Role

#: What is likelier than this is certain.
_CERTAIN = 1e-4
#: The steps with which a story begins: to one of its first lines, but from none of them.
BEGINS = np.array(
    [
        [before not in (Role.SECTION, Role.KICKER) and role in BEGINNING for role in ROLES]
        for before in (*ROLES, None)
    ],
    dtype=float,
)
_HEADS = [ROLES.index(role) for role in (*OPENING, Role.TITLE_END, Role.SUBTITLE)]


@dataclass(frozen=True)
class Margins:
    """The margins of one article; those of several lines are in page order.

    `whole` is that of its lines, from the first to the last, being an article; `below` is None
    where nothing that may begin a story follows.
    """

    whole: float
    opening: tuple[float, int]
    within: Sequence[tuple[float, int]]
    below: tuple[float, int] | None
    head: Sequence[tuple[float, int]]
    body: Sequence[tuple[float, int]]


@dataclass(frozen=True)
class PageMargins:
    """Measures the margins of a page's articles; numbers are indices of fragments."""

    reading: Reading

    def measure(self, draft: Draft) -> Margins:
        """The margins of an article that has text."""
        roles, begins, segment = self.reading.roles, self.begins, draft.segment
        head = [i for role, found in segment.head.items() if role is not Role.BYLINE for i in found]
        # What was moved from elsewhere on the page tells nothing of where the article begins.
        own = [i for i in draft.chain if i in segment.body] or draft.chain
        first, *others = sorted({*head, *own})
        below = max([*head, *segment.body, *segment.end_bylines]) + 1
        goes_on = below < len(roles) and roles[below] in BEGINNING
        return Margins(
            -find_odds(self._weigh_whole(first, below)),
            (-find_odds(begins[first]), first),
            [(find_odds(begins[i]), i) for i in others],
            (-find_odds(begins[below]), below) if goes_on else None,
            [(-find_odds(self.reading.sure[i]), i) for i in head],
            [(find_odds(self._display[i]), i) for i in draft.chain],
        )

    @cached_property
    def begins(self) -> Matrix:
        """How likely a story begins with each fragment."""
        return np.asarray((self.reading.steps * BEGINS).sum(axis=(1, 2)))

    @cached_property
    def _display(self) -> Matrix:
        """How likely each fragment is a line of some head."""
        return np.asarray(self.reading.steps.sum(axis=1)[:, _HEADS].sum(axis=1))

    def _weigh_whole(self, first: int, below: int) -> float:
        """How likely a story begins with `first`, and the next one not before `below`."""
        steps = self.reading.steps
        likely = (steps[first] * BEGINS).sum(axis=0)
        for i in range(first + 1, min(below + 1, len(steps))):
            before = steps[i - 1].sum(axis=0)
            known = np.divide(likely, before, out=np.zeros_like(before), where=before > 0)
            begins = BEGINS[:-1] if i == below else 1 - BEGINS[:-1]
            likely = (known[:, None] * steps[i, :-1] * begins).sum(axis=0)
        return float(likely.sum())


def find_worst(margins: Sequence[tuple[float, int]]) -> float:
    """The greatest of margins; where there is none, less than any."""
    return max((odds for odds, _ in margins), default=-10.0)


def find_odds(likely: float) -> float:
    """Log odds of what is so likely."""
    known = min(max(likely, _CERTAIN), 1 - _CERTAIN)
    return log(known / (1 - known))

"""How else a page may be read: by one less sure of its evidence, and how much worse it then reads.

The reading's own likelihoods are of one who believes all evidence in full, and are nearly always
certain. Weighed at a fraction, the same evidence tells near things apart where it is sure of all.
"""

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from plugins.newspaper.doubts.margins import BEGINS, find_odds
from plugins.newspaper.reading.chain import (
    Matrix,
    Scores,
    find_best_steps,
    find_step_likelihoods,
    soften,
)

#: The evidence counts for this fraction of what it has been learned to say.
_SHARE = 0.25
#: Another reading is no more than so much worse or better (nats).
_MOST = 15.0


@dataclass(frozen=True)
class OtherReadings:
    """The other readings of one page; numbers are indices of fragments."""

    scores: Scores

    def weigh_beginning(self, i: int) -> list[float]:
        """How likely a story begins with a fragment, and how much better a page reads then."""
        return [find_odds(self._soft_begins[i]), float(self.gains[i])]

    def weigh_parts(self, i: int, parts: list[int]) -> list[float]:
        """How likely a fragment is each of these parts, and how clear it is which it is (nats)."""
        second, best = np.sort(self._best_parts[i])[-2:].tolist()
        return [*self._soft_parts[i, parts].tolist(), min(_MOST, best - second)]

    @cached_property
    def gains(self) -> Matrix:
        """How much better the best reading is in which a story begins with each fragment."""
        begins = np.where(BEGINS > 0, self._best_steps, -np.inf).max(axis=(1, 2))
        others = np.where(BEGINS > 0, -np.inf, self._best_steps).max(axis=(1, 2))
        return np.asarray(np.clip(begins - others, -_MOST, _MOST))

    @cached_property
    def _best_steps(self) -> Matrix:
        return find_best_steps(self.scores)

    @cached_property
    def _best_parts(self) -> Matrix:
        return np.asarray(self._best_steps.max(axis=1))

    @cached_property
    def _soft_steps(self) -> Matrix:
        return find_step_likelihoods(soften(self.scores, _SHARE))

    @cached_property
    def _soft_parts(self) -> Matrix:
        return np.asarray(self._soft_steps.sum(axis=1))

    @cached_property
    def _soft_begins(self) -> Matrix:
        return np.asarray((self._soft_steps * BEGINS).sum(axis=(1, 2)))

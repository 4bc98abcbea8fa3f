"""Weights of a chain of roles by stochastic gradient of the true readings' likelihood.

The gradient of a weight is how often its cue stands with the true role, less how often with any
role, each by its likelihood (Lafferty, McCallum and Pereira 2001); steps are scaled by what a
weight has moved so far (AdaGrad: Duchi, Hazan and Singer 2011), and weights averaged.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from random import Random

import numpy as np
from numpy.typing import NDArray

from evaluation.reading.examples import Example
from plugins.newspaper.reading.chain import (
    Matrix,
    Scores,
    Weights,
    find_best,
    find_step_likelihoods,
)
from plugins.newspaper.reading.weights import ROLES, allow_steps

#: A cue on fewer pages than this is left out: it may be a word of one newspaper.
RAREST = 6
EPOCHS = 6
RATE = 0.1
#: Pull of each weight towards nothing, for each round.
DECAY = 1.0


@dataclass(frozen=True)
class Numbered:
    """An example whose cues are numbers."""

    own: list[list[int]]
    steps: list[list[int]]
    roles: NDArray[np.int64]


@dataclass(frozen=True)
class Learner:
    """Learns from examples; cue 0 of a fragment's own is the page's end."""

    examples: Sequence[Example]

    def learn(self, kept: Sequence[Example]) -> tuple[Weights, list[str]]:
        """The weights, and after each round what they made of the pages that were kept back."""
        pages = [self._number(example) for example in self.examples]
        sums = [np.zeros_like(table) for table in self._tables]
        told: list[str] = []
        for epoch in range(EPOCHS):
            Random(epoch).shuffle(pages)  # noqa: S311 - repeatable, not secret
            for page in pages:
                self._improve(page)
            if epoch:
                for total, table in zip(sums, self._tables, strict=True):
                    total += table
            told.append(self._tell([self._number(example) for example in kept]))
        own, steps = (total / (EPOCHS - 1) for total in sums)
        return Weights(
            dict(zip(self._names[0], own, strict=True)),
            dict(zip(self._names[1], steps, strict=True)),
            self._allowed,
        ), told

    @cached_property
    def _names(self) -> tuple[dict[str, int], dict[str, int]]:
        """Numbers of the cues that stand on enough pages."""
        counts: tuple[Counter[str], Counter[str]] = (Counter(), Counter())
        for example in self.examples:
            for n in (0, 1):
                counts[n].update({cue for row in example.cues for cue in row[n]})
        own = ["end", *sorted(cue for cue, n in counts[0].items() if n >= RAREST)]
        steps = sorted(cue for cue, n in counts[1].items() if n >= RAREST)
        return {cue: n for n, cue in enumerate(own)}, {cue: n for n, cue in enumerate(steps)}

    @cached_property
    def _pages(self) -> tuple[Matrix, Matrix]:
        """On how many pages each cue stands."""
        own, steps = self._names
        counts = np.zeros(len(own)), np.zeros(len(steps))
        for example in self.examples:
            for names, count, n in zip(self._names, counts, (0, 1), strict=True):
                told = {names[c] for row in example.cues for c in row[n] if c in names}
                count[list(told)] += 1
        counts[0][0] = len(self.examples)
        return counts

    @cached_property
    def _tables(self) -> tuple[Matrix, Matrix]:
        own, steps = self._names
        count = len(ROLES)
        return np.zeros((len(own), count)), np.zeros((len(steps), count + 1, count))

    @cached_property
    def _moved(self) -> tuple[Matrix, Matrix]:
        own, steps = self._tables
        return np.full_like(own, 1e-2), np.full_like(steps, 1e-2)

    @cached_property
    def _allowed(self) -> Matrix:
        return allow_steps()

    def _number(self, example: Example) -> Numbered:
        own, steps = self._names
        return Numbered(
            [[own[c] for c in row if c in own] for row, _ in example.cues],
            [[steps[c] for c in row if c in steps] for _, row in example.cues],
            np.array(example.roles),
        )

    def _weigh(self, page: Numbered) -> Scores:
        own, steps = self._tables
        return Scores(
            np.array([own[row].sum(axis=0) for row in page.own]),
            np.array([self._allowed + steps[row].sum(axis=0) for row in page.steps]),
            own[0],
        )

    def _improve(self, page: Numbered) -> None:
        own, steps = find_gradients(self._weigh(page), page.roles)
        self._step(0, page.own, own)
        self._step(0, [[0]], own[-1:])
        self._step(1, page.steps, steps)

    def _step(self, which: int, cues: list[list[int]], gradients: Matrix) -> None:
        table, moved = self._tables[which], self._moved[which]
        rows = np.repeat(np.arange(len(cues)), [len(row) for row in cues])
        numbers, inverse = np.unique(
            np.array([cue for row in cues for cue in row]), return_inverse=True
        )
        summed = np.zeros((len(numbers), *gradients.shape[1:]))
        np.add.at(summed, inverse, gradients[rows])
        shape = (-1,) + (1,) * (table.ndim - 1)
        summed -= DECAY * table[numbers] / self._pages[which][numbers].reshape(shape)
        moved[numbers] += summed**2
        table[numbers] += RATE * summed / np.sqrt(moved[numbers])

    def _tell(self, pages: Sequence[Numbered]) -> str:
        """How many fragments and pages are read right, and what is taken for what."""
        confused: Counter[str] = Counter()
        fragments = whole = 0
        for page in pages:
            path = find_best(self._weigh(page))
            wrong = [(t, p) for t, p in zip(page.roles.tolist(), path, strict=True) if t != p]
            confused.update(f"{ROLES[t].name} as {ROLES[p].name}" for t, p in wrong)
            fragments += len(path)
            whole += not wrong
        share = 1 - confused.total() / max(1, fragments)
        most = ", ".join(f"{name} {n}" for name, n in confused.most_common(5))
        return f"{share:.2%} of fragments, {whole} of {len(pages)} pages; {most}"


def find_gradients(scores: Scores, roles: NDArray[np.int64]) -> tuple[Matrix, Matrix]:
    """What the true reading has more of than all readings: of each role, and of each step."""
    count, before = len(roles), scores.steps.shape[1] - 1
    steps = -find_step_likelihoods(scores)
    own = steps.sum(axis=1)
    own[np.arange(count), roles] += 1.0
    steps[np.arange(count), np.concatenate([[before], roles[:-1]]), roles] += 1.0
    return own, steps

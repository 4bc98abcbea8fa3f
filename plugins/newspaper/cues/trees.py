"""Sums of small decision trees (gradient boosting: Friedman 2001): numbers → log odds.

All trees are perfect ones of one depth, so that all rows go down all trees together.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True)
class Trees:
    """Trees of one depth, node `n` having the nodes 2n+1 and 2n+2 below it.

    `traits[tree, node]` is the number of the trait that a node asks for, `limits[tree, node]` what
    it must exceed to go to the second node below, `leaves[tree, leaf]` what a tree says in the end;
    `base` is what is said before any tree is asked.
    """

    base: float
    traits: NDArray[np.intp]
    limits: NDArray[np.float64]
    leaves: NDArray[np.float64]

    def weigh(self, rows: Sequence[Sequence[float]]) -> list[float]:
        """The log odds of each row of traits."""
        if not rows:
            return []
        table = np.array(rows)
        count, inner = self.traits.shape
        trees = np.arange(count)[None, :]
        nodes = np.zeros((len(table), count), dtype=np.intp)
        while nodes[0, 0] < inner:
            told = np.take_along_axis(table, self.traits[trees, nodes], axis=1)
            nodes = 2 * nodes + 1 + (told > self.limits[trees, nodes])
        said = self.leaves[trees, nodes - inner].sum(axis=1)
        return [float(value) for value in self.base + said]

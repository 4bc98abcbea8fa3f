"""Trees learned by gradient boosting (Friedman 2001), with Newton steps as XGBoost takes them.

Chen and Guestrin (2016): the gain of a split from sums of gradients and curvatures over the levels
of a trait, leaves pulled towards nothing, each tree on some rows and some traits only.
"""

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from plugins.newspaper.cues.trees import Trees

Table = NDArray[np.float64]
Numbers = NDArray[np.integer]

COUNT, DEPTH, RATE = 500, 3, 0.05
#: Traits are told apart at so many levels.
LEVELS = 32
#: What is never or always wanted is held to be so seldom otherwise.
_RARE = 1e-3
#: Pull of leaves towards nothing; least curvature of a leaf; share of rows, of traits, for a tree.
PULL, LEAST, ROWS, TRAITS = 4.0, 2.0, 0.7, 0.3


def boost(rows: Table, wanted: NDArray[np.bool_], count: int = COUNT) -> Trees:
    """So many trees that tell the wanted rows; the same rows give the same trees."""
    grower = _Grower.look_at(rows)
    random = np.random.default_rng(7)
    share = np.clip(wanted.mean(), _RARE, 1 - _RARE)
    base = float(np.log(share / (1 - share)))
    said = np.full(len(rows), base)
    grown: list[tuple[Numbers, Table, Table]] = []
    for _ in range(count):
        told = 1 / (1 + np.exp(-said))
        chosen = random.random(len(rows)) < ROWS
        traits = np.flatnonzero(random.random(rows.shape[1]) < TRAITS)
        tree, leaves = grower.grow(wanted - told, told * (1 - told), chosen, traits)
        grown.append(tree)
        said += tree[2][leaves]
    traits_of, limits, values = (np.array(part) for part in zip(*grown, strict=True))
    return Trees(base, traits_of, limits, values)


@dataclass(frozen=True)
class _Grower:
    """Grows trees on one table: `levels[row, trait]`, and the `limits` between a trait's levels."""

    levels: Numbers
    limits: list[Table]
    nodes: int = field(default=2**DEPTH - 1)

    @classmethod
    def look_at(cls, rows: Table) -> "_Grower":
        shares = np.linspace(0, 1, LEVELS + 1)[1:-1]
        limits = [np.unique(np.quantile(column, shares)) for column in rows.T]
        pairs = zip(limits, rows.T, strict=True)
        levels = [np.searchsorted(limit, column) for limit, column in pairs]
        return cls(np.array(levels, dtype=np.int32).T.copy(), limits)

    def grow(
        self, gradients: Table, curvatures: Table, chosen: NDArray[np.bool_], traits: Numbers
    ) -> tuple[tuple[Numbers, Table, Table], Numbers]:
        """A tree, and the leaf that each row comes to."""
        asked, limits = np.zeros(self.nodes, dtype=np.intp), np.full(self.nodes, np.inf)
        at = np.zeros(len(gradients), dtype=np.intp)
        places = self.levels[:, traits] + np.arange(len(traits), dtype=np.int32) * LEVELS
        for node in range(self.nodes):
            here = np.flatnonzero(chosen & (at == node))
            split = _find_split(places[here], gradients[here], curvatures[here])
            level = LEVELS
            if split is not None:
                asked[node], level = traits[split[0]], split[1]
                limits[node] = self.limits[asked[node]][level]
            rest = at == node
            at[rest] = 2 * node + 1 + (self.levels[rest, asked[node]] > level)
        leaves = at - self.nodes
        sums = np.bincount(leaves[chosen], gradients[chosen], self.nodes + 1)
        bends = np.bincount(leaves[chosen], curvatures[chosen], self.nodes + 1)
        return (asked, limits, RATE * sums / (bends + PULL)), leaves


def _find_split(places: Numbers, gradients: Table, curvatures: Table) -> tuple[int, int] | None:
    """The trait and level that part these rows best; None where nothing is gained.

    `places[row, trait]` is the level that a row has of a trait, counted on from trait to trait.
    """
    count = places.shape[1]
    if not places.size:
        return None
    shape = (count, LEVELS)
    sums, bends = (
        np.bincount(places.ravel(), np.repeat(values, count), count * LEVELS)
        .reshape(shape).cumsum(axis=1)
        for values in (gradients, curvatures)
    )  # fmt: skip
    total, bend = sums[:, -1:], bends[:, -1:]
    gain = sums**2 / (bends + PULL) + (total - sums) ** 2 / (bend - bends + PULL)
    gain -= total**2 / (bend + PULL)
    gain[(bends < LEAST) | (bend - bends < LEAST)] = 0.0
    trait, level = np.unravel_index(gain.argmax(), shape)
    return (int(trait), int(level)) if gain[trait, level] > 1e-9 else None

"""Logistic regression over named cues: weights as log odds."""

from collections import Counter
from collections.abc import Sequence

import numpy as np

#: A cue on fewer pairs than this is left out.
RAREST = 4
ROUNDS = 500
RATE = 0.5
#: Pull of each weight towards nothing, in pairs.
DECAY = 0.5

#: The cues of a pair of lines or pieces, and whether the one truly goes on in the other.
Pair = tuple[list[str], bool]


def learn_odds(pairs: Sequence[Pair]) -> dict[str, float]:
    """Weights by gradient descent over all pairs (AdaGrad); the same pairs give the same."""
    counts = Counter(cue for cues, _ in pairs for cue in cues)
    names = {c: n for n, c in enumerate(sorted(c for c, n in counts.items() if n >= RAREST))}
    rows = np.repeat(np.arange(len(pairs)), [sum(c in names for c in cues) for cues, _ in pairs])
    columns = np.array([names[c] for cues, _ in pairs for c in cues if c in names])
    wanted = np.array([right for _, right in pairs], dtype=float)
    weights, seen = np.zeros(len(names)), np.full(len(names), 1e-6)
    for _ in range(ROUNDS):
        told = 1 / (1 + np.exp(-np.bincount(rows, weights[columns], len(pairs))))
        gradient = np.bincount(columns, (wanted - told)[rows], len(names)) - DECAY * weights
        seen += gradient**2
        weights += RATE * gradient / np.sqrt(seen)
    return dict(zip(names, weights.tolist(), strict=True))


def tell_odds(scored: Sequence[tuple[float, bool]]) -> list[str]:
    """How many of the true pairs are told at several levels of certainty."""
    true = sum(right for _, right in scored)
    lines = [f"{len(scored)} pairs, {true} go on"]
    for least in (-2, -1, 0, 1, 2, 3):
        made = [right for score, right in scored if score > least]
        lines.append(f"above {least}: {sum(made)} right of {len(made)}")
    return lines

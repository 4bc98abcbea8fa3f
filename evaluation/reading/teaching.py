"""What is learned from examples: which runs open stories, and with that known, each line's role.

What trees say of a page that they have learned from is too good to be true; so for the roles, each
half of the examples is told by trees grown on the other half.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from evaluation.reading.boosting import boost
from evaluation.reading.examples import OWN_TIMES, Example
from evaluation.reading.learner import Learner
from plugins.newspaper.cues.trees import Trees
from plugins.newspaper.reading.chain import Weights


@dataclass(frozen=True)
class Taught:
    """The trees and weights, and what they made of the pages that were kept back."""

    stories: Trees
    roles: Weights
    told: tuple[str, ...]
    stories_told: tuple[str, ...]


def teach(made: Sequence[Example], goldens: Sequence[Example], kept: Sequence[Example]) -> Taught:
    """Learn from examples; each of the `goldens` counts for several."""
    halves = [
        [*made[half::2], *(g for g in goldens[half::2] for _ in range(OWN_TIMES))]
        for half in (0, 1)
    ]
    apart = [grow(half) for half in halves]
    known = [e.tell_stories(apart[1 - n]) for n, half in enumerate(halves) for e in half]
    stories = grow([*halves[0], *halves[1]])
    roles, told = Learner(known).learn([e.tell_stories(stories) for e in kept])
    return Taught(stories, roles, tuple(told), (tell_trees(stories, kept),))


def grow(examples: Sequence[Example]) -> Trees:
    """The trees that tell which runs of these pages open a story."""
    rows = [row for example in examples for row in example.traits]
    opens = [told for example in examples for told in example.opens]
    return boost(np.array(rows, dtype=float), np.array(opens))


def tell_trees(trees: Trees, kept: Sequence[Example]) -> str:
    """How many runs of the pages kept back are told right."""
    told = [
        (odds > 0, opens)
        for example in kept
        for odds, opens in zip(trees.weigh(example.traits), example.opens, strict=True)
    ]
    missed = sum(opens and not said for said, opens in told)
    extra = sum(said and not opens for said, opens in told)
    true = sum(opens for _, opens in told)
    return f"{len(told)} runs, {true} open stories; {missed} missed, {extra} taken for one"

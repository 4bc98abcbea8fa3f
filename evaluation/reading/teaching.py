"""What is learned from examples: what lines of display type are, and with that known, each role.

What trees say of a page that they have learned from is too good to be true; so for the roles, each
half of the examples is told by trees grown on the other half; so are the peers of runs, for the
trees that weigh runs with these.
"""

from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from evaluation.reading.boosting import boost
from evaluation.reading.examples import OWN_TIMES, Example
from evaluation.reading.learner import Learner
from plugins.newspaper.cues.trees import Trees
from plugins.newspaper.reading.chain import Weights
from plugins.newspaper.reading.weights import PARTS, DisplayTrees
from plugins.newspaper.roles import Role

#: Each of a head's parts is told by so many trees.
HEAD_TREES = 250


@dataclass(frozen=True)
class Taught:
    """The trees and weights, and what they made of the pages that were kept back."""

    trees: DisplayTrees
    roles: Weights
    told: tuple[str, ...]
    stories_told: tuple[str, ...]
    heads_told: tuple[str, ...]


def teach(
    made: Sequence[Example], goldens: Sequence[Example], kept: Sequence[Example], processes: int = 1
) -> Taught:
    """Learn from examples; each of the `goldens` counts for several."""
    halves = [
        [*made[half::2], *(g for g in goldens[half::2] for _ in range(OWN_TIMES))]
        for half in (0, 1)
    ]
    # Trees ask for no cues, of which there are very many to send to other processes.
    bare = [[replace(example, cues=()) for example in half] for half in halves]
    sets = (*bare, [*bare[0], *bare[1]])
    with ProcessPoolExecutor(processes) as pool:
        heads = pool.map(_grow_heads, sets)
        alone = list(pool.map(_grow_alone, sets))
        unseen = [[(example, alone[1 - n]) for example in half] for n, half in enumerate(bare)]
        stories = pool.map(_grow_stories, (*unseen, [*unseen[0], *unseen[1]]))
        *apart, trees = map(DisplayTrees, alone, stories, heads)
    known = [e.tell_display(apart[1 - n]) for n, half in enumerate(halves) for e in half]
    roles, told = Learner(known).learn([e.tell_display(trees) for e in kept])
    parts = (f"{part.name}: {_tell_part(trees, part, kept)}" for part in PARTS)
    return Taught(trees, roles, tuple(told), (_tell_stories(trees, kept),), tuple(parts))


def _grow_alone(examples: Sequence[Example]) -> Trees:
    """The trees that tell by itself which run of these pages opens a story."""
    rows = [row for example in examples for row in example.traits.runs]
    return boost(np.array(rows, dtype=float), _list_opens(examples))


def _grow_stories(examples: Sequence[tuple[Example, Trees]]) -> Trees:
    """The trees that tell it with the peers of each run, as other pages' trees see these."""
    rows = [row for example, alone in examples for row in example.add_peers(alone)]
    return boost(np.array(rows, dtype=float), _list_opens([example for example, _ in examples]))


def _list_opens(examples: Sequence[Example]) -> NDArray[np.bool_]:
    return np.array([opens for example in examples for opens in example.opens])


def _grow_heads(examples: Sequence[Example]) -> dict[str, Trees]:
    """For each part of a head the trees that tell its lines."""
    lines = np.array([row for example in examples for row in example.traits.lines], dtype=float)
    grown: dict[str, Trees] = {}
    for part in PARTS:
        played = [told for example in examples for told in example.play(part)]
        grown[part.name] = boost(lines, np.array(played), HEAD_TREES)
    return grown


def _tell_stories(trees: DisplayTrees, kept: Sequence[Example]) -> str:
    """How many runs of the pages kept back are told right."""
    rows = [row for example in kept for row in example.add_peers(trees.alone)]
    odds = trees.stories.weigh(rows)
    return _tell(odds, [opens for example in kept for opens in example.opens])


def _tell_part(trees: DisplayTrees, part: Role, kept: Sequence[Example]) -> str:
    """How many lines of the pages kept back are told right by a part."""
    odds = [odd for example in kept for odd in trees.heads[part.name].weigh(example.traits.lines)]
    return _tell(odds, [played for example in kept for played in example.play(part)])


def _tell(odds: Sequence[float], wanted: Sequence[bool]) -> str:
    pairs = [(odd > 0, right) for odd, right in zip(odds, wanted, strict=True)]
    missed = sum(right and not said for said, right in pairs)
    extra = sum(said and not right for said, right in pairs)
    return f"{sum(wanted)} of {len(pairs)}; {missed} missed, {extra} taken for one"

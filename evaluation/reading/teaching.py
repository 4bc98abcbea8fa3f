"""What is learned from examples: what lines of display type are, and with that known, each role.

What trees say of a page that they have learned from is too good to be true; so for the roles, each
part of the examples is told by trees grown on the other parts; so are the peers of runs, for the
trees that weigh runs with these. No part has an article of another.
"""

from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from evaluation.reading.boosting import boost
from evaluation.reading.examples import BATCH, OWN_TIMES, PARTS, Example
from evaluation.reading.learner import Learner
from plugins.newspaper.cues.trees import Trees
from plugins.newspaper.reading.chain import Weights
from plugins.newspaper.reading.weights import HEAD_PARTS, DisplayTrees
from plugins.newspaper.roles import Role

#: Each of a head's parts is told by so many trees.
HEAD_TREES = 250


@dataclass(frozen=True)
class Taught:
    """The trees and weights, and what those that were not learned from a page made of it."""

    trees: DisplayTrees
    roles: Weights
    told: tuple[str, ...]
    stories_told: tuple[str, ...]
    heads_told: tuple[str, ...]


def teach(made: Sequence[Example], goldens: Sequence[Example], processes: int = 1) -> Taught:
    """Learn from examples; each of the `goldens` counts for several."""
    examples = [*made, *(golden for golden in goldens for _ in range(OWN_TIMES))]
    # Trees ask for no cues, of which there are very many to send to other processes.
    bare = [replace(example, cues=()) for example in examples]
    sets = [*([e for e in bare if e.part != part] for part in range(PARTS)), bare]
    with ProcessPoolExecutor(processes) as pool:
        heads = pool.map(_grow_heads, sets)
        alone = list(pool.map(_grow_alone, sets))
        pairs = ((example, alone[example.part]) for example in bare)
        told = list(pool.map(_tell_peers, pairs, chunksize=BATCH))
        seen = [*([t for t in told if t.part != part] for part in range(PARTS)), told]
        *apart, trees = map(DisplayTrees, alone, pool.map(_grow_stories, seen), heads)
        known = [example.tell_display(apart[example.part]) for example in examples]
        others = [example for example in known if example.part]
        kept = [example for example in known[: len(made)] if not example.part]
        (_, judged), (roles, _) = pool.map(_learn, ((others, kept), (known, ())))
    parts = (f"{part.name}: {_tell_part(apart, part, bare)}" for part in HEAD_PARTS)
    return Taught(trees, roles, tuple(judged), (_tell_stories(apart, told),), tuple(parts))


def _learn(examples: tuple[Sequence[Example], Sequence[Example]]) -> tuple[Weights, list[str]]:
    """The weights of roles that some examples teach, and what they make of others."""
    known, kept = examples
    return Learner(known).learn(kept)


def _grow_alone(examples: Sequence[Example]) -> Trees:
    """The trees that tell by itself which run of these pages opens a story."""
    rows = [row for example in examples for row in example.traits.runs]
    return boost(np.array(rows, dtype=float), _list_opens(examples))


@dataclass(frozen=True)
class _Peered:
    """The rows of a page's runs with their peers, and whether each opens a story."""

    part: int
    rows: list[list[float]]
    opens: list[bool]


def _tell_peers(pair: tuple[Example, Trees]) -> _Peered:
    """The runs of a page with their peers, as trees see these that were not grown on it."""
    example, alone = pair
    return _Peered(example.part, example.add_peers(alone), example.opens)


def _grow_stories(pages: Sequence[_Peered]) -> Trees:
    """The trees that tell which run of these pages opens a story, with the peers of each."""
    rows = [row for page in pages for row in page.rows]
    opens = [told for page in pages for told in page.opens]
    return boost(np.array(rows, dtype=float), np.array(opens))


def _list_opens(examples: Sequence[Example]) -> NDArray[np.bool_]:
    return np.array([opens for example in examples for opens in example.opens])


def _grow_heads(examples: Sequence[Example]) -> dict[str, Trees]:
    """For each part of a head the trees that tell its lines."""
    lines = np.array([row for example in examples for row in example.traits.lines], dtype=float)
    grown: dict[str, Trees] = {}
    for part in HEAD_PARTS:
        played = [told for example in examples for told in example.play(part)]
        grown[part.name] = boost(lines, np.array(played), HEAD_TREES)
    return grown


def _tell_stories(apart: Sequence[DisplayTrees], pages: Sequence[_Peered]) -> str:
    """How many runs are told right by trees that were not grown on their pages."""
    odds = [odd for page in pages for odd in apart[page.part].stories.weigh(page.rows)]
    return _tell(odds, [opens for page in pages for opens in page.opens])


def _tell_part(apart: Sequence[DisplayTrees], part: Role, examples: Sequence[Example]) -> str:
    """How many lines are told right by a part, by trees that were not grown on their pages."""
    told = (apart[e.part].heads[part.name].weigh(e.traits.lines) for e in examples)
    return _tell(
        [odd for odds in told for odd in odds], [t for e in examples for t in e.play(part)]
    )


def _tell(odds: Sequence[float], wanted: Sequence[bool]) -> str:
    pairs = [(odd > 0, right) for odd, right in zip(odds, wanted, strict=True)]
    missed = sum(right and not said for said, right in pairs)
    extra = sum(said and not right for said, right in pairs)
    return f"{sum(wanted)} of {len(pairs)}; {missed} missed, {extra} taken for one"

"""The learned weights, as `python -m benchmarks.reading.training` wrote them."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import cache
from importlib.resources import files
from typing import Any

import numpy as np

from plugins.newspaper.cues.trees import Trees
from plugins.newspaper.reading.chain import NEVER, Matrix, Weights
from plugins.newspaper.roles import FOLLOWERS, Role

ROLES = tuple(Role)
TABLE, STORIES, HEADS = "role_weights.json", "story_trees.json", "head_trees.json"
LINKS, JOINS, DOUBTS = "link_weights.json", "join_trees.json", "doubt_trees.json"
#: The parts of a head that trees tell lines by.
HEAD_PARTS = (Role.KICKER, Role.TITLE, Role.TITLE_END, Role.SUBTITLE)
#: Weights are kept in hundredths of a nat.
_UNIT = 100.0
#: What no trait exceeds: JSON has no word for infinity.
_NO_LIMIT = 1e9


@cache
def load_links() -> dict[str, float]:
    """The weights of links between pieces of text (log odds)."""
    return _load_odds(LINKS)


@cache
def load_joins() -> Trees:
    """The trees that tell which raw lines go on in the next one."""
    return read_trees(_load_table(JOINS))


@dataclass(frozen=True)
class DoubtTrees:
    """What tells how likely an article is wrong.

    `openings` tells which drafts begin where no article does, `lines` which lines begin one within
    a draft, `heads` which lines of heads are another part than they were read as, `wholes` which
    drafts are wrong in any way.
    """

    openings: Trees
    lines: Trees
    heads: Trees
    wholes: Trees


_DOUBTED = tuple(field.name for field in fields(DoubtTrees))


@cache
def load_doubts() -> DoubtTrees:
    """The trees that tell articles that are cut wrong."""
    table = _load_table(DOUBTS)
    return DoubtTrees(*(read_trees(table, f"{name} ") for name in _DOUBTED))


def write_doubts(trees: DoubtTrees) -> dict[str, Any]:
    """These trees as their table's values."""
    table: dict[str, Any] = {}
    for name in _DOUBTED:
        table |= write_trees(getattr(trees, name), f"{name} ")
    return table


@dataclass(frozen=True)
class DisplayTrees:
    """What tells display type: the trees of runs that open stories, and those of a head's parts.

    `alone` tells each run by itself, `stories` with what that says of its peers.
    """

    alone: Trees
    stories: Trees
    heads: Mapping[str, Trees]


@cache
def load_trees() -> DisplayTrees:
    """The trees that tell what lines of display type are."""
    stories, heads = _load_table(STORIES), _load_table(HEADS)
    parts = {part.name: read_trees(heads, f"{part.name} ") for part in HEAD_PARTS}
    return DisplayTrees(read_trees(stories, "alone "), read_trees(stories), parts)


def _load_odds(name: str) -> dict[str, float]:
    return {cue: value / _UNIT for cue, value in _load_table(name)["odds"].items()}


def _load_table(name: str) -> dict[str, Any]:
    table: dict[str, Any] = json.loads((files(__package__) / name).read_text("utf-8"))
    return table


@cache
def load_weights() -> Weights:
    """The weights of roles and steps, read once a process: they never change."""
    table = _load_table(TABLE)
    return Weights(
        {cue: np.array(row) / _UNIT for cue, row in table["own"].items()},
        {cue: _read_steps(row) for cue, row in table["steps"].items()},
        allow_steps(),
    )


def allow_steps() -> Matrix:
    """0 for each step that may be, from a role (the page's top last) to another; else NEVER."""
    allowed = np.full((len(ROLES) + 1, len(ROLES)), NEVER)
    for before, following in FOLLOWERS.items():
        row = len(ROLES) if before is None else ROLES.index(before)
        for role in following:
            allowed[row, ROLES.index(role)] = 0.0
    return allowed


def write_table(weights: Weights) -> dict[str, dict[str, list[int]] | dict[str, dict[str, int]]]:
    """Weights as the table's values: rows of hundredths, what rounds to nothing left out."""
    own = {cue: np.rint(row * _UNIT).astype(int).tolist() for cue, row in weights.own.items()}
    steps: dict[str, dict[str, int]] = {}
    for cue, matrix in weights.steps.items():
        hundredths = np.rint(matrix * _UNIT).astype(int).ravel().tolist()
        steps[cue] = {str(n): value for n, value in enumerate(hundredths) if value}
    return {
        "own": {cue: row for cue, row in sorted(own.items()) if any(row)},
        "steps": {cue: row for cue, row in sorted(steps.items()) if row},
    }


def read_trees(table: Mapping[str, Any], name: str = "") -> Trees:
    """The trees of a table that `write_trees` wrote by this name."""
    parts = (np.array([row[part] for row in table[f"{name}trees"]]) for part in range(3))
    return Trees(table[f"{name}base"], *parts)


def write_trees(trees: Trees, name: str = "") -> dict[str, Any]:
    """Trees as the table's values: of each its traits, limits and leaves."""
    limits = np.minimum(trees.limits, _NO_LIMIT)
    rows = zip(trees.traits, limits.round(4), trees.leaves.round(4), strict=True)
    told = [[part.tolist() for part in row] for row in rows]
    return {f"{name}base": round(trees.base, 4), f"{name}trees": told}


def _read_steps(row: dict[str, int]) -> Matrix:
    matrix = np.zeros((len(ROLES) + 1) * len(ROLES))
    for number, value in row.items():
        matrix[int(number)] = value / _UNIT
    return matrix.reshape(len(ROLES) + 1, len(ROLES))

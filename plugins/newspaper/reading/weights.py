"""The learned weights, as `python -m benchmarks.reading.training` wrote them."""

import json
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

import numpy as np

from plugins.newspaper.cues.trees import Trees
from plugins.newspaper.reading.chain import NEVER, Matrix, Weights
from plugins.newspaper.reading.roles import FOLLOWERS, Role

ROLES = tuple(Role)
TABLE, STORIES = "role_weights.json", "story_trees.json"
LINKS, JOINS, DOUBTS = "link_weights.json", "join_weights.json", "doubt_weights.json"
#: Weights are kept in hundredths of a nat.
_UNIT = 100.0
#: What no trait exceeds: JSON has no word for infinity.
_NO_LIMIT = 1e9


@cache
def load_links() -> dict[str, float]:
    """The weights of links between pieces of text (log odds)."""
    return _load_odds(LINKS)


@cache
def load_joins() -> dict[str, float]:
    """The weights of a line's going on in the next one (log odds)."""
    return _load_odds(JOINS)


@cache
def load_doubts() -> tuple[dict[str, float], float]:
    """The weights of an article's being cut wrong (log odds), and above which it is told."""
    limit: int = _read(DOUBTS)["limit"]
    return _load_odds(DOUBTS), limit / _UNIT


def _load_odds(table: str) -> dict[str, float]:
    return {cue: value / _UNIT for cue, value in _read(table)["odds"].items()}


def _read(table: str) -> dict[str, Any]:
    told: dict[str, Any] = json.loads((files(__package__) / table).read_text("utf-8"))
    return told


@cache
def load_stories() -> Trees:
    """The trees that tell which runs of display type open a story."""
    return read_trees(_read(STORIES))


@cache
def load_weights() -> Weights:
    """The weights of roles and steps, read once a process: they never change."""
    table = _read(TABLE)
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


def read_trees(table: Mapping[str, Any]) -> Trees:
    """The trees of a table that `write_trees` wrote."""
    parts = (np.array([row[part] for row in table["trees"]]) for part in range(3))
    return Trees(table["base"], *parts)


def write_trees(trees: Trees) -> dict[str, Any]:
    """Trees as the table's values: of each its traits, limits and leaves."""
    limits = np.minimum(trees.limits, _NO_LIMIT)
    rows = zip(trees.traits, limits.round(4), trees.leaves.round(4), strict=True)
    return {"base": round(trees.base, 4), "trees": [[p.tolist() for p in row] for row in rows]}


def _read_steps(row: dict[str, int]) -> Matrix:
    matrix = np.zeros((len(ROLES) + 1) * len(ROLES))
    for number, value in row.items():
        matrix[int(number)] = value / _UNIT
    return matrix.reshape(len(ROLES) + 1, len(ROLES))

"""The chain of roles against its naive twin, which tries every reading."""

from collections.abc import Iterator
from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.newspaper.reading.chain import (
    NEVER,
    Scores,
    Weights,
    find_best,
    find_best_steps,
    find_step_likelihoods,
    soften,
    weigh,
)

ROLES = 3
NUMBERS = st.floats(-4, 4, allow_nan=False)


@st.composite
def pages(draw: st.DrawFn) -> Scores:
    """Scores of a page of one to four fragments, some steps of which may never be taken."""
    count = draw(st.integers(1, 4))
    own = [[draw(NUMBERS) for _ in range(ROLES)] for _ in range(count)]
    never = {(draw(st.integers(0, ROLES)), draw(st.integers(1, ROLES - 1)))}
    steps = [
        [
            [NEVER if (a, b) in never else draw(NUMBERS) for b in range(ROLES)]
            for a in range(ROLES + 1)
        ]
        for _ in range(count)
    ]
    return Scores(
        np.array(own),
        np.array(steps).reshape(count, ROLES + 1, ROLES),
        np.array([draw(NUMBERS) for _ in range(ROLES)]),
    )


def readings(scores: Scores) -> Iterator[tuple[float, tuple[int, ...]]]:
    """Yield every reading with its score."""
    for path in product(range(ROLES), repeat=len(scores.own)):
        total = scores.end[path[-1]]
        for i, role in enumerate(path):
            total += scores.own[i, role] + scores.steps[i, path[i - 1] if i else ROLES, role]
        yield float(total), path


@given(pages())
def test_the_best_reading_is_the_best_of_all(scores: Scores) -> None:
    """No reading has a greater score than the one that is found."""
    known = {path: total for total, path in readings(scores)}
    assert known[tuple(find_best(scores))] == pytest.approx(max(known.values()))


@given(pages())
def test_likelihoods_are_shares_of_all_readings(scores: Scores) -> None:
    """How likely a role is, is the share of the readings that give it, each by its weight."""
    told = find_step_likelihoods(scores).sum(axis=1)
    weights = [(np.exp(total), path) for total, path in readings(scores)]
    whole = sum(weight for weight, _ in weights)
    for i, role in product(range(len(scores.own)), range(ROLES)):
        share = sum(weight for weight, path in weights if path[i] == role) / whole
        assert told[i, role] == pytest.approx(share, abs=1e-9)


def test_cues_that_were_never_learned_say_nothing() -> None:
    """A score is the sum of the known cues' weights, and steps that may not be stay so."""
    allowed = np.zeros((3, 2))
    allowed[0, 1] = NEVER
    weights = Weights({"a": np.array([1.0, 2.0])}, {"s": np.ones((3, 2))}, allowed)
    scores = weigh([(["a", "unknown"], ["s"]), (["a", "a"], ["unknown"])], weights)
    assert scores.own.tolist() == [[1.0, 2.0], [2.0, 4.0]]
    assert scores.steps[0, 1, 1] == 1.0 and scores.steps[1, 0, 1] == NEVER


@given(pages())
def test_the_best_reading_with_each_step_is_the_best_of_those(scores: Scores) -> None:
    """No reading that takes a step has a greater score than the one that is told for it."""
    best = np.full(scores.steps.shape, -np.inf)
    for total, path in readings(scores):
        for i, role in enumerate(path):
            step = (i, path[i - 1] if i else ROLES, role)
            best[step] = max(best[step], total)
    known = best > NEVER / 2
    assert find_best_steps(scores)[known] == pytest.approx(best[known])


@given(pages())
def test_softened_scores_keep_the_order_and_what_is_ruled_out(scores: Scores) -> None:
    """Who believes a part of all evidence reads a page the same, and takes no forbidden step."""
    soft = soften(scores, 0.25)
    assert find_best(soft) == find_best(scores)
    assert ((soft.steps <= NEVER / 2) == (scores.steps <= NEVER / 2)).all()

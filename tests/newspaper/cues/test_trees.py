"""Trees learn from numbers what opens a story, and weigh all rows at once."""

import numpy as np

from evaluation.reading.boosting import boost
from plugins.newspaper.cues.trees import Trees
from plugins.newspaper.reading.weights import read_trees, write_trees


def make_rows(count: int) -> np.ndarray:
    """Rows of three numbers; the second has nothing to do with the others."""
    return np.random.default_rng(3).random((count, 3))


def test_trees_learn_what_two_numbers_tell_together() -> None:
    """A row counts where one number is high and the other low; rows not seen are told as well."""
    rows = make_rows(600)
    wanted = (rows[:, 0] > 0.5) & (rows[:, 2] < 0.5)
    told = np.array(boost(rows[:400], wanted[:400]).weigh(rows[400:].tolist())) > 0
    assert (told == wanted[400:]).mean() > 0.95


def test_the_same_rows_give_the_same_trees() -> None:
    """Nothing but the rows decides what is learned."""
    rows = make_rows(80)
    one, other = (boost(rows, rows[:, 0] > 0.4) for _ in range(2))
    assert (one.limits == other.limits).all() and (one.leaves == other.leaves).all()


def test_a_row_goes_down_by_its_numbers() -> None:
    """Each node sends what exceeds its limit to its second branch; the leaves add to the base."""
    traits, limits = np.array([[0, 1, 1]]), np.array([[0.5, 1.0, 2.0]])
    trees = Trees(0.25, traits, limits, np.array([[1.0, 2.0, 3.0, 4.0]]))
    assert trees.weigh([[0.0, 1.0], [0.0, 1.5], [1.0, 2.0], [1.0, 2.5]]) == [1.25, 2.25, 3.25, 4.25]
    assert trees.weigh([]) == []


def test_trees_come_back_from_their_table() -> None:
    """What is written of trees is read as trees that say the same, to four places."""
    rows = make_rows(80)
    trees = boost(rows, rows[:, 0] > 0.4)
    again = read_trees(write_trees(trees))
    assert np.allclose(trees.weigh(rows.tolist()), again.weigh(rows.tolist()), atol=0.1)

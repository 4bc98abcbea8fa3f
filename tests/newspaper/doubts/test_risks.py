"""An article is as likely wrong as its own beginning, the next one's, what is in it, its head."""

from dataclasses import replace
from math import sqrt

import numpy as np
import pytest

from plugins.newspaper.cues.trees import Trees
from plugins.newspaper.doubts.risks import TOLD, DraftRows, weigh_drafts
from plugins.newspaper.reading.weights import DoubtTrees

#: A tree that gives even odds where the only trait is more than nothing, and next to none else.
TREE = Trees(0.0, np.zeros((1, 1), dtype=int), np.zeros((1, 1)), np.array([[-20.0, 0.0]]))
#: A tree that finds every article as likely right as wrong.
EVEN = replace(TREE, leaves=np.zeros((1, 2)))
TREES = DoubtTrees(TREE, TREE, TREE, EVEN)


def draft(
    first: int, opening: float, line: float = 0.0, head: float = 0.0, *, suspect: bool = False
) -> DraftRows:
    """The rows of a draft whose first line is `first`, with one line in it and one in its head."""
    lines = (first + 2,)
    return DraftRows((first + 1,), first, [opening], lines, [[line]], [first], [[head]], [suspect])


def test_a_doubtful_cut_is_told_on_both_sides() -> None:
    """Where an article may begin where none does, the one above it may go on there."""
    above, below, other = weigh_drafts([draft(0, 0.0), draft(4, 1.0), draft(8, 0.0)], TREES)
    assert above.below == (pytest.approx(0.5), 4) and below.opening == (pytest.approx(0.5), 4)
    assert above.whole == pytest.approx(0.5, abs=1e-6) == below.whole
    assert other.whole == pytest.approx(0.0, abs=0.01)


def test_what_may_be_wrong_adds_up() -> None:
    """What is unsure within an article, and in its head, makes it likelier to be wrong."""
    one, two = (weigh_drafts([rows], TREES)[0] for rows in (draft(0, 0.0, 1.0), draft(0, 0, 1, 1)))
    assert one.whole == pytest.approx(0.5, abs=1e-6) and two.whole > 0.6
    assert one.within == [(pytest.approx(0.5), 2)] and two.head == [(pytest.approx(0.5), 0)]


def test_an_article_as_a_whole_counts_half() -> None:
    """Three to one that its parts make it wrong, and one to three as a whole, are even odds."""
    trees = replace(TREES, wholes=replace(EVEN, base=-np.log(3)))
    assert weigh_drafts([draft(0, 0, 1, 1)], trees)[0].whole == pytest.approx(0.5)
    (even,) = weigh_drafts([draft(0, 0, 1, 1)], TREES)
    assert even.whole == pytest.approx(sqrt(3) / (1 + sqrt(3)))


def test_what_mostly_is_misread_is_as_likely_as_not() -> None:
    """A line of such a kind is told, however sure the trees of lines are of it."""
    (risk,) = weigh_drafts([draft(0, 0.0, suspect=True)], TREES)
    assert risk.head == [(0.5, 0)] and risk.whole > TOLD


def test_no_draft_no_risk() -> None:
    """A page without drafts is asked nothing."""
    assert weigh_drafts([], TREES) == []

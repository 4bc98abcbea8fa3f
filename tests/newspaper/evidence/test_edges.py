"""What stands on both sides of an edge can be weighed, whatever stands there."""

import math
from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.newspaper.conversion import load_language
from plugins.newspaper.evidence.edges import Evidence
from plugins.newspaper.evidence.features import Features
from plugins.newspaper.layout.fragments import read_fragments

MARKS = st.text("，,。；：、“”（）——·！？", min_size=1, max_size=3)
LINES = st.text("从到岭，, ", min_size=1, max_size=7).filter(str.strip)


def read(lines: list[str]) -> Evidence:
    """Return the evidence of a page of these lines."""
    return Evidence([Features(one) for one in read_fragments(lines)], load_language())


@settings(max_examples=50, deadline=None)
@given(st.lists(MARKS | LINES, min_size=1, max_size=4))
def test_lines_of_marks_alone_are_weighed(lines: list[str]) -> None:
    """A comma that OCR left on a line of its own has no words, and every number all the same."""
    page = read(lines)
    every = range(len(page.features))
    told = [
        page.weigh_seam(i, j) + page.weigh_join(i, j) for i, j in product(every, every) if i < j
    ]
    told += [sum(page.weigh_subject(i, i, i)) + page.weigh_change(i) for i in every]
    told += [page.weigh_column(i) + page.is_listed(i) for i in every]
    assert all(map(math.isfinite, told))


@settings(max_examples=50, deadline=None)
@given(st.lists(LINES, min_size=1, max_size=5))
def test_parallels(lines: list[str]) -> None:
    """Lines are parallel that open alike, in as many parts, of which the first are as long."""
    page, opens = read(lines), load_language().opens_with_function_word
    shapes = {}
    for i, feature in enumerate(page.features):
        parts = feature.text.replace("，", " ").replace(",", " ").split()
        if len(parts) > 1 or opens(feature.text):
            shapes[i] = (feature.text[0], len(parts), len(parts[0]) if parts else 0)
    for i in range(len(page.features)):
        others = [shape for j, shape in shapes.items() if j != i]
        assert page.has_parallels(i) == (i in shapes and shapes[i] in others)

"""What is told of a page's other runs of display type, as numbers: those alike are told alike.

A feature's sub-headlines come in series, and a page of briefs has headlines of one kind; so what
single runs look like is weighed first, and each then with what was found of its peers.
"""

from collections import defaultdict
from collections.abc import Sequence
from statistics import mean

from plugins.newspaper.cues.others import Others
from plugins.newspaper.cues.runs import Run
from plugins.newspaper.evidence.features import Features

#: What is measured where a run has no peers.
_NONE = -9.0
#: Runs of as many lines are alike where their last lines differ by no more characters than these:
#: anywhere on the page, and so many runs from each other.
_ALIKE, _NEARLY, _NEAR = 1, 2, 4
_NO_PEERS = (0, _NONE, _NONE, _NONE)
#: How many lines a run has, and how many characters its last.
_Shape = tuple[int, int]


def add_peers(
    runs: Sequence[Run], features: Sequence[Features], rows: Sequence[Sequence[float]],
    odds: Sequence[float],
) -> list[list[float]]:  # fmt: skip
    """Each run's row of numbers with those of its peers, by the odds that each was given alone."""
    shapes = [(len(run.lines), features[run.lines[-1]].size) for run in runs]
    alike, rest = _gather_alike(shapes, odds), Others(odds)
    return [
        [
            *row, odds[n], *_list_beside(odds, n),
            *(alike[shapes[n]].sum_up(odds[n]) or _NO_PEERS), *_sum_up_near(shapes, odds, n),
            *(rest.sum_up(odds[n]) or _NO_PEERS)[1:], odds[n] - (rest.find_median(odds[n]) or 0.0),
        ]
        for n, row in enumerate(rows)
    ]  # fmt: skip


def _gather_alike(shapes: Sequence[_Shape], odds: Sequence[float]) -> dict[_Shape, Others]:
    """The odds of the runs that are alike to those of each shape, these included."""
    gathered: dict[_Shape, list[float]] = defaultdict(list)
    for (lines, size), own in zip(shapes, odds, strict=True):
        for other in range(size - _ALIKE, size + _ALIKE + 1):
            gathered[lines, other].append(own)
    return {shape: Others(gathered[shape]) for shape in set(shapes)}


def _list_beside(odds: Sequence[float], n: int) -> list[float]:
    beside = (n - 2, n - 1, n + 1, n + 2)
    return [odds[m] if 0 <= m < len(odds) else _NONE for m in beside]


def _sum_up_near(
    shapes: Sequence[_Shape], odds: Sequence[float], n: int
) -> tuple[float, float, float]:
    lines, size = shapes[n]
    around = range(max(0, n - _NEAR), min(len(odds), n + _NEAR + 1))
    near = [
        odds[m] for m in around
        if m != n and shapes[m][0] == lines and abs(shapes[m][1] - size) <= _NEARLY
    ]  # fmt: skip
    return (min(near), mean(near), max(near)) if near else (_NONE, _NONE, _NONE)

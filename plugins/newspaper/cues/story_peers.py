"""What is told of a page's other runs of display type, as numbers: those alike are told alike.

A feature's sub-headlines come in series, and a page of briefs has headlines of one kind; so what
single runs look like is weighed first, and each then with what was found of its peers.
"""

from collections.abc import Sequence
from statistics import mean, median

from plugins.newspaper.cues.runs import Run
from plugins.newspaper.evidence.features import Features

#: What is measured where a run has no peers.
_NONE = -9.0
#: Runs of as many lines are alike where their last lines differ by no more characters than these:
#: anywhere on the page, and so many runs from each other.
_ALIKE, _NEARLY, _NEAR = 1, 2, 4


def add_peers(
    runs: Sequence[Run], features: Sequence[Features], rows: Sequence[Sequence[float]],
    odds: Sequence[float],
) -> list[list[float]]:  # fmt: skip
    """Each run's row of numbers with those of its peers, by the odds that each was given alone."""
    shapes = [(len(run.lines), features[run.lines[-1]].size) for run in runs]
    return [[*row, *_measure_peers(shapes, odds, n)] for n, row in enumerate(rows)]


def _measure_peers(shapes: Sequence[tuple[int, int]], odds: Sequence[float], n: int) -> list[float]:
    others = [m for m in range(len(odds)) if m != n]
    lines, size = shapes[n]
    apart = {m: abs(shapes[m][1] - size) for m in others if shapes[m][0] == lines}
    alike = [odds[m] for m, differs in apart.items() if differs <= _ALIKE]
    near = [odds[m] for m, differs in apart.items() if differs <= _NEARLY and abs(m - n) <= _NEAR]
    rest = [odds[m] for m in others]
    beside = (odds[m] if 0 <= m < len(odds) else _NONE for m in (n - 2, n - 1, n + 1, n + 2))
    return [
        odds[n], *beside, len(alike), *_sum_up(alike), *_sum_up(near), *_sum_up(rest),
        odds[n] - (median(rest) if rest else 0.0),
    ]  # fmt: skip


def _sum_up(odds: Sequence[float]) -> tuple[float, float, float]:
    return (min(odds), mean(odds), max(odds)) if odds else (_NONE, _NONE, _NONE)

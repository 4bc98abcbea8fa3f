"""What is told of a page's other runs of display type, as numbers: those alike are told alike.

A feature's sub-headlines come in series, and a page of briefs has headlines of one kind; so what
single runs look like is weighed first, and each then with what was found of its peers, and against
the story that it would stand in if it opened none.
"""

import math
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from statistics import mean

from plugins.newspaper.cues.others import Others
from plugins.newspaper.cues.runs import Run
from plugins.newspaper.evidence.features import Features
from plugins.newspaper.evidence.subjects import Kinship

#: What is measured where a run has no peers.
_NONE = -9.0
#: Runs of as many lines are alike where their last lines differ by no more characters than these:
#: anywhere on the page, and so many runs from each other.
_ALIKE, _NEARLY, _NEAR = 1, 2, 4
_NO_PEERS = (0, _NONE, _NONE, _NONE)
#: So many characters apart are runs of which one has more lines.
_UNLIKE = 5
#: No story is followed over more runs.
_REACH = 80
#: How many lines a run has, and how many characters its last.
_Shape = tuple[int, int]


@dataclass(frozen=True)
class StoryPeers:
    """A page's runs, each with the `odds` of opening a story that it was given by itself."""

    runs: Sequence[Run]
    features: Sequence[Features]
    kinship: Kinship
    odds: Sequence[float]

    def measure(self) -> list[list[float]]:
        """A row of numbers for each run."""
        return [[*self._measure_peers(n), *self._measure_story(n)] for n in range(len(self.runs))]

    def _measure_peers(self, n: int) -> list[float]:
        """What the runs beside it are told to be, those like it, and all others."""
        own, shape, rest = self.odds[n], self._shapes[n], self._rest
        return [
            own, *self._list_beside(n), *(self._alike[shape].sum_up(own) or _NO_PEERS),
            *_sum_up(self._list_near(n)), *(rest.sum_up(own) or _NO_PEERS)[1:],
            own - (rest.find_median(own) or 0.0),
        ]  # fmt: skip

    @cached_property
    def _rest(self) -> Others:
        return Others(self.odds)

    @cached_property
    def _shapes(self) -> list[_Shape]:
        return [(len(run.lines), self.features[run.lines[-1]].size) for run in self.runs]

    @cached_property
    def _alike(self) -> dict[_Shape, Others]:
        """The odds of the runs that are alike to those of each shape, these included."""
        gathered: dict[_Shape, list[float]] = defaultdict(list)
        for (lines, size), own in zip(self._shapes, self.odds, strict=True):
            for other in range(size - _ALIKE, size + _ALIKE + 1):
                gathered[lines, other].append(own)
        return {shape: Others(gathered[shape]) for shape in set(self._shapes)}

    def _list_beside(self, n: int) -> list[float]:
        beside = (n - 2, n - 1, n + 1, n + 2)
        return [self.odds[m] if 0 <= m < len(self.odds) else _NONE for m in beside]

    def _list_near(self, n: int) -> list[float]:
        """The odds of the runs near by that have as many lines, and their last of like length."""
        lines, size = self._shapes[n]
        around = range(max(0, n - _NEAR), min(len(self.odds), n + _NEAR + 1))
        return [
            self.odds[m] for m in around
            if m != n and self._shapes[m][0] == lines and abs(self._shapes[m][1] - size) <= _NEARLY
        ]  # fmt: skip

    def _measure_story(self, n: int) -> list[float]:
        """How the run and the text below it fit the story above: by words, by its other runs.

        That story begins with the last run above which is told to open one; the text below is
        looked at up to the next such run.
        """
        odds, first, last = self.odds, self._find_first(n), self._find_last(n)
        above, below = range(first + 1, n + 1), range(n + 1, last + 1)
        inside, after = range(first + 1, n), range(n + 1, last)
        lengths = (sum(self.kinship.lengths[k] for k in part) for part in (above, below))
        head = first >= 0 and odds[first] > 0
        return [
            *self.kinship.compare_texts(above, below),
            *self.kinship.compare_lines(n, [first] if head else [], above, below),
            len(inside), *_sum_up([odds[m] for m in inside])[1:],
            len(after), max((odds[m] for m in after), default=_NONE),
            odds[first] if head else _NONE, odds[last] if last < len(odds) else _NONE,
            *map(math.log1p, lengths), min((self._differ(n, m) for m in inside), default=_NONE),
            self._differ(n, first) if head else _NONE,
            self._shapes[n][1] - self._shapes[first][1] if head else _NONE,
        ]  # fmt: skip

    def _find_first(self, n: int) -> int:
        """The run that opens the story above; that before the page's first where none does."""
        least = max(-1, n - _REACH)
        return next((m for m in range(n - 1, least, -1) if self.odds[m] > 0), least)

    def _find_last(self, n: int) -> int:
        """The next run below that opens a story; that behind the page's last where none does."""
        most = min(len(self.odds), n + _REACH)
        return next((m for m in range(n + 1, most) if self.odds[m] > 0), most)

    def _differ(self, n: int, m: int) -> int:
        """How unlike two runs are in length and lines."""
        (lines, size), (others, other) = self._shapes[n], self._shapes[m]
        return abs(size - other) + _UNLIKE * (lines != others)


def _sum_up(odds: Sequence[float]) -> tuple[float, float, float]:
    return (min(odds), mean(odds), max(odds)) if odds else (_NONE, _NONE, _NONE)

"""What speaks for the role of a line of display type: its place in its run, the texts around it.

Whether the run opens a story has been told by what can be measured of it (`story_traits`).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from plugins.newspaper.cues.buckets import bucket
from plugins.newspaper.cues.looks import name_closing, name_opening
from plugins.newspaper.cues.runs import Run, find_runs
from plugins.newspaper.evidence.features import Features

_ODDS = (-4.0, -2.5, -1.5, -0.7, 0.0, 0.7, 1.5, 2.5, 4.0)
_LONGER = (-8, -3, 0, 1, 4, 9)


@dataclass(frozen=True)
class RunCues:
    """The cues of one page's runs of display type."""

    features: Sequence[Features]

    @cached_property
    def runs(self) -> list[Run]:
        """The page's runs, from its top."""
        return find_runs(self.features)

    def list_cues(self, i: int) -> list[str]:
        """The cues of fragment `i` as a line of its run; of running text only how it opens."""
        if i not in self._places:
            return [f"opens {name_opening(self.features[i])}"]
        run, _ = self._places[i]
        place = self._name_place(i)
        opening, closing = self._opening(run), self._closing(run)
        return [
            f"run {place}", f"run {place} opening {opening}", f"run closing {closing}",
            f"run {place} {closing} {opening}", f"run top {run.lines[0] == 0:d} {place}",
            *self._compare_lines(i, place),
        ]  # fmt: skip

    def list_stories(self, odds: Sequence[float]) -> dict[int, list[str]]:
        """The cues of each line of display type, by the log odds of its run's opening a story."""
        told = [bucket(value, _ODDS) for value in odds]
        cues: dict[int, list[str]] = {}
        for i, (run, n) in self._places.items():
            place = self._name_place(i)
            cues[i] = [
                f"story {told[n]}", f"story {told[n]} {place}",
                f"story {told[n]} {place} {self._opening(run)}",
                f"story {told[n]} {place} {self._closing(run)}",
            ]  # fmt: skip
        return cues

    def list_heads(self, odds: Mapping[str, Sequence[float]]) -> dict[int, list[str]]:
        """The cues of each line of display type, by the log odds of each part that it may play."""
        cues: dict[int, list[str]] = {}
        for n, i in enumerate(self._places):
            told = {part: bucket(values[n], _ODDS) for part, values in odds.items()}
            best, second = sorted(told, key=lambda part: -odds[part][n])[:2]
            cues[i] = [f"head {part} {level}" for part, level in told.items()]
            cues[i].append(f"head {best} {told[best]} {second} {told[second]}")
        return cues

    @cached_property
    def _places(self) -> dict[int, tuple[Run, int]]:
        return {i: (run, n) for n, run in enumerate(self.runs) for i in run.lines}

    def _name_place(self, i: int) -> str:
        run, _ = self._places[i]
        return f"{i - run.lines[0]}/{min(len(run.lines), 5)}"

    def _compare_lines(self, i: int, place: str) -> list[str]:
        """How much longer a line is than those beside it in its run."""
        run, _ = self._places[i]
        size = self.features[i].size
        cues = []
        for name, j in (("above", i - 1), ("below", i + 1)):
            if j in run.lines:
                longer = bucket(size - self.features[j].size, _LONGER)
                cues += [f"longer {name} {longer}", f"longer {name} {longer} {place}"]
        return cues

    def _opening(self, run: Run) -> str:
        below = run.lines[-1] + 1
        return name_opening(self.features[below]) if below < len(self.features) else "end"

    def _closing(self, run: Run) -> str:
        if run.lines[0] == 0:
            return "top"
        return name_closing(self.features[run.lines[0] - 1])

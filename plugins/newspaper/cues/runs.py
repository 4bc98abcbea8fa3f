"""Runs of display type: lines without a sentence in them, one directly below the other."""

from collections.abc import Sequence
from dataclasses import dataclass

from plugins.newspaper.evidence.features import Features


@dataclass(frozen=True, slots=True)
class Run:
    """The indices of a run's lines, and how much running text stands above and below it.

    Text is counted in characters, up to the next run; paragraphs are fragments.
    """

    lines: tuple[int, ...]
    text_above: int
    text_below: int
    paragraphs_below: int

    def has(self, i: int) -> bool:
        """Whether line `i` is one of the run's."""
        return self.lines[0] <= i <= self.lines[-1]


def find_runs(features: Sequence[Features]) -> list[Run]:
    """The runs of a page, from its top."""
    groups: list[list[int]] = []
    for i, feature in enumerate(features):
        if not feature.is_display:
            continue
        if groups and groups[-1][-1] == i - 1:
            groups[-1].append(i)
        else:
            groups.append([i])
    if not groups:
        return []
    ends = [group[0] for group in groups[1:]] + [len(features)]
    sizes = [
        sum(features[j].size for j in range(group[-1] + 1, end))
        for group, end in zip(groups, ends, strict=True)
    ]
    top = sum(f.size for f in features[: groups[0][0]])
    above = [top, *sizes[:-1]]
    return [
        Run(tuple(group), a, b, end - group[-1] - 1)
        for group, a, b, end in zip(groups, above, sizes, ends, strict=True)
    ]


def count_since(told: Sequence[bool]) -> list[int]:
    """How many places before each the nearest True is, its own included; all where none is."""
    since, counted = len(told), []
    for is_told in told:
        since = 0 if is_told else min(len(told), since + 1)
        counted.append(since)
    return counted


def count_until(told: Sequence[bool]) -> list[int]:
    """How many places behind each the nearest True is; all where none is."""
    behind = count_since(told[::-1])[::-1][1:]
    return [min(len(told), since + 1) for since in behind] + [len(told)]

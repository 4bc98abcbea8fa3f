"""Whether a raw line goes on in the next one: what can be measured of it, as numbers.

Lines were cut where the column ended: a full line goes on, a short one ends a paragraph. Headlines,
last lines that happen to be full, and pages whose short lines are alike by chance make it hard.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from plugins.chinese.characters import CLOSERS, COMMAS, STOPS, count_unpaired, ends_with_stop
from plugins.newspaper.evidence.bylines import has_dateline, is_byline, is_signature
from plugins.newspaper.evidence.language import Language
from plugins.newspaper.layout.fragments import Fragment
from plugins.newspaper.layout.wrapping import Wrapping, measure_wrapping

#: A line may fall this short of its column: punctuation may not start the next line.
_FULL = 4
#: Blocks of lines are followed so far.
_BLOCK = 12
#: The lines around a line that are measured with it.
_AROUND = range(-2, 5)
#: What is measured where there is nothing to measure.
_NONE = -1.0
#: A page has lines cut in it only if so many of them fill a column.
LEAST_SHARE = 0.3
#: How a line ends, from what closes a sentence to what leaves one open.
_ENDS = ("stop", "closer", "colon", "comma", "text")


@dataclass(frozen=True)
class LineTraits:
    """The numbers of the places between one page's lines."""

    lines: Sequence[Fragment]
    language: Language

    def measure(self) -> list[list[float]]:
        """A row of numbers for each line but the last: of its going on in the line below it."""
        return [
            [
                *self._page,
                *(number for step in _AROUND for number in self._measure_line(i + step)),
                *self._measure_seam(i),
                *self._measure_above(i),
                *self._measure_below(i + 1),
            ]
            for i in range(len(self.lines) - 1)
        ]

    @cached_property
    def wrapping(self) -> Wrapping:
        """How the page's lines were cut."""
        return measure_wrapping(self.lines)

    @cached_property
    def _page(self) -> tuple[float, float, float]:
        """How the page is set: how much of it is full, whether it indents, whether it has gaps."""
        count = len(self.lines)
        indented = sum(f.indent >= 2 for f in self.lines) / count
        return self.wrapping.share, indented, sum(f.gap > 0 for f in self.lines) / count

    @cached_property
    def _shortfalls(self) -> list[int]:
        """By how much each line falls short of its column."""
        told = zip(self.wrapping.widths, self.wrapping.sizes, strict=True)
        return [width - size for width, size in told]

    @cached_property
    def _ends(self) -> list[int]:
        return [_ENDS.index(name_end(line.reading)) for line in self.lines]

    @cached_property
    def _kinds(self) -> list[tuple[float, float, float]]:
        """Whether each line is a byline, a signature, or opens with a dateline."""
        texts = [line.reading for line in self.lines]
        return [(is_byline(t), is_signature(t), has_dateline(t)) for t in texts]

    @cached_property
    def _measured(self) -> list[list[float]]:
        return [
            [short, end, line.indent, float(line.gap > 0), len(line.reading), *kinds]
            for line, short, end, kinds in zip(
                self.lines, self._shortfalls, self._ends, self._kinds, strict=True
            )
        ]

    def _measure_line(self, i: int) -> list[float]:
        if 0 <= i < len(self.lines):
            return self._measured[i]
        return [_NONE] * len(self._measured[0])

    def _measure_seam(self, i: int) -> list[float]:
        """How the line reads on in the one below, and how those beside them do."""
        below = self.lines[i + 1].reading
        loose = below[0] in COMMAS + STOPS + CLOSERS
        seams = (self._weigh_seam(i + step) for step in (-1, 0, 1))
        return [*seams, float(loose), self.language.weigh_opening(below), float(self.is_box(i + 1))]

    def _weigh_seam(self, i: int) -> float:
        if not 0 <= i < len(self.lines) - 1 or not self._ends[i]:
            return _NONE
        return self.language.weigh_seam(self.lines[i].reading, self.lines[i + 1].reading)

    def _measure_above(self, i: int) -> list[float]:
        """The block of lines that ends with line `i`: text that may go on, or display type."""
        first = i
        while first > max(0, i - _BLOCK) and self._runs_on(first - 1):
            first -= 1
        text = "".join(line.reading for line in self.lines[first : i + 1])
        above = self._ends[first - 1] if first else _NONE
        return [
            i - first, self.lines[first].indent, float(self.lines[first].gap > 0), above,
            *count_unpaired(text), sum(c in STOPS for c in text),
        ]  # fmt: skip

    def _measure_below(self, i: int) -> list[float]:
        """The block that line `i` begins, to where its paragraph must end, and what stands below.

        Running text ends with a stop there, display type does not.
        """
        last = i
        while last < min(len(self.lines) - 1, i + _BLOCK) and self._runs_on(last):
            last += 1
        text = "".join(line.reading for line in self.lines[i : last + 1])
        return [
            last - i, self._ends[last], self._shortfalls[last], *count_unpaired(text),
            sum(c in STOPS for c in text), *self._measure_line(last + 1),
        ]  # fmt: skip

    def _runs_on(self, i: int) -> bool:
        """Whether line `i` fills its column, and the line below it is set as its rest would be."""
        below = self.lines[i + 1]
        return self._shortfalls[i] <= _FULL and not below.gap and below.indent < 2

    def is_box(self, i: int) -> bool:
        """Whether line `i` may be a heading printed within a paragraph that goes on below it.

        Only a paragraph's last line falls short of the column, and that ends with a stop.
        """
        if i + 1 >= len(self.lines) or self.lines[i + 1].gap or self.lines[i + 1].indent >= 2:
            return False
        short = self.wrapping.sizes[i] <= self.wrapping.widths[i] // 2
        ends = name_end(self.lines[i - 1].reading), name_end(self.lines[i].reading)
        full = abs(self._shortfalls[i + 1]) <= _FULL
        runs = full or name_end(self.lines[i + 1].reading) == "stop"
        return short and runs and ends[0] != "stop" and ends[1] == "text"


def name_end(text: str) -> str:
    """What a line ends with: stop, colon, comma, closer, or text."""
    if ends_with_stop(text):
        return "stop"
    last = text[-1]
    return (
        "colon"
        if last in "：:"
        else "comma"
        if last in COMMAS
        else "closer"
        if last in CLOSERS
        else "text"
    )

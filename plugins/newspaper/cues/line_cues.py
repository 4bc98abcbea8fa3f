"""What speaks for a raw line going on in the next one, as named cues whose weights are learned.

Lines were cut where the column ended: a full line goes on, a short one ends a paragraph. Headlines,
last lines that happen to be full, and pages whose short lines are alike by chance make it hard.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from plugins.chinese.characters import CLOSERS, COMMAS, STOPS, ends_with_stop
from plugins.newspaper.cues.buckets import bucket
from plugins.newspaper.evidence.bylines import has_dateline, is_byline, is_signature
from plugins.newspaper.evidence.language import Language
from plugins.newspaper.layout.fragments import Fragment
from plugins.newspaper.layout.wrapping import Wrapping, measure_wrapping

_SHARES = (0.1, 0.25, 0.35, 0.45, 0.6, 0.75)
_SHORTFALLS = (-8, -3, -1, 0, 1, 2, 3, 5, 8, 14)
#: A line may fall this short of its column: punctuation may not start the next line.
_FULL = 4
#: A line of a higher bucket of shortfall ends its paragraph; blocks are followed so many lines.
_SHORT, _BLOCK = 6, 12
_SEAMS = (-3.0, -1.0, 0.5, 2.0, 4.0, 8.0)
#: A page has lines cut in it only if so many of them fill a column.
LEAST_SHARE = 0.3


@dataclass(frozen=True)
class LineCues:
    """The cues between the lines of one page."""

    lines: Sequence[Fragment]
    language: Language

    @cached_property
    def wrapping(self) -> Wrapping:
        """How the page's lines were cut."""
        return measure_wrapping(self.lines)

    def list_cues(self, i: int) -> list[str]:
        """What speaks for line `i` going on in the line below it."""
        line, below = self.lines[i], self.lines[i + 1]
        page, short = self._page, self._shortfall(i)
        end, start = name_end(line.reading), self._name_start(i + 1)
        after = self._name_after(i + 2)
        gap, indent = below.gap > 0, below.indent >= 2
        full = self._shortfall(i + 1)
        own = self._name_own(i)
        ends = name_end(below.reading)
        block = self._name_block(i + 1)
        seam = "" if end == "stop" else str(bucket(self._weigh_seam(i), _SEAMS))
        return [
            "any", f"page {page}", f"short {short}", f"end {end}", f"start {start}",
            f"gap {gap:d} indent {indent:d} {page}", f"short {short} {end} {gap:d}{indent:d}",
            f"short {short} {page} {gap:d}{indent:d}", f"own {own} {gap:d}{indent:d} {short}",
            f"below {full} {ends} {after}", f"{end} {full} {ends} {after} {short}",
            f"seam {seam}", f"seam {seam} {short}", f"{end} {start} {short}",
            f"{own} {end} {ends} {after} {gap:d}{indent:d}", f"above {self._name_above(i)} {short}",
            f"above {self._name_above(i)} {own} {end} {ends}",
            f"{page} {own} {short} {end} {gap:d}{indent:d}", f"box {self.is_box(i + 1):d}",
            f"block {block}", f"block {block} {end} {gap:d}{indent:d}", f"block {block} {short}",
        ]  # fmt: skip

    @cached_property
    def _page(self) -> str:
        """How the page is set: how much of it is full, whether it indents, whether it has gaps."""
        count = len(self.lines)
        indented = sum(f.indent >= 2 for f in self.lines) / count
        gaps = sum(f.gap > 0 for f in self.lines) / count
        share = bucket(self.wrapping.share, _SHARES)
        return f"{share} {bucket(indented, (0.03, 0.6))} {bucket(gaps, (0.02, 0.1, 0.6))}"

    def _shortfall(self, i: int) -> int:
        """By how much a line falls short of its column."""
        return bucket(self.wrapping.widths[i] - self.wrapping.sizes[i], _SHORTFALLS)

    def _name_own(self, i: int) -> str:
        line = self.lines[i]
        if is_byline(line.reading):
            return "byline"
        if is_signature(line.reading):
            return "signature"
        return "in" if line.indent >= 2 else "out"

    def _name_above(self, i: int) -> str:
        """Whether the line above runs into this one, as far as its size and end tell."""
        if i == 0:
            return "top"
        above = self.lines[i - 1]
        return f"{self._shortfall(i - 1) <= 7:d}{name_end(above.reading)}{self.lines[i].gap > 0:d}"

    def _name_start(self, i: int) -> str:
        text = self.lines[i].reading
        if has_dateline(text):
            return "dateline"
        if is_byline(text):
            return "byline"
        return "loose" if text[0] in COMMAS + STOPS + CLOSERS else "plain"

    def is_box(self, i: int) -> bool:
        """Whether line `i` may be a heading printed within a paragraph that goes on below it.

        Only a paragraph's last line falls short of the column, and that ends with a stop.
        """
        if i + 1 >= len(self.lines) or self.lines[i + 1].gap or self.lines[i + 1].indent >= 2:
            return False
        short = self.wrapping.sizes[i] <= self.wrapping.widths[i] // 2
        ends = name_end(self.lines[i - 1].reading), name_end(self.lines[i].reading)
        full = abs(self.wrapping.widths[i + 1] - self.wrapping.sizes[i + 1]) <= _FULL
        runs = full or name_end(self.lines[i + 1].reading) == "stop"
        return short and runs and ends[0] != "stop" and ends[1] == "text"

    def _name_after(self, i: int) -> str:
        """What stands below: a paragraph's first line, a gap, a line at the margin."""
        if i >= len(self.lines):
            return "end"
        line = self.lines[i]
        return "gap" if line.gap else "in" if line.indent >= 2 else "out"

    def _name_block(self, i: int) -> str:
        """How many lines there are from `i` to where its paragraph must end, and how that ends.

        Running text ends with a stop there, display type does not.
        """
        last = i
        while last < i + _BLOCK and self._name_after(last + 1) == "out":
            if self._shortfall(last) > _SHORT:
                break
            last += 1
        return f"{min(last - i, 3)} {name_end(self.lines[last].reading)}"

    def _weigh_seam(self, i: int) -> float:
        return self.language.weigh_seam(self.lines[i].reading, self.lines[i + 1].reading)


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

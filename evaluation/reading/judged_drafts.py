"""What is truly wrong of a page's drafts: their beginnings, cuts that they miss, parts of heads."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from evaluation.pages.printed_page import Item
from evaluation.reading.layouts import LaidPage
from plugins.newspaper.doubts.cuts import Doubts
from plugins.newspaper.doubts.risks import DraftRows, measure_drafts
from plugins.newspaper.outline import Outline
from plugins.newspaper.roles import Role

_PARTS = {
    Role.KICKER: "kicker",
    Role.TITLE: "title",
    Role.TITLE_END: "title",
    Role.SUBTITLE: "subtitle",
}


@dataclass(frozen=True)
class JudgedDraft:
    """The traits of a draft, and whether each thing that may be wrong of it is.

    `wrong` is whether any is, or anything else: text of its own that it lacks, or another's; `told`
    whether anything of it is told whatever the traits say.
    """

    rows: DraftRows
    opening: bool
    lines: Sequence[bool]
    heads: Sequence[bool]
    wrong: bool
    told: bool


@dataclass(frozen=True)
class Judge:
    """Judges what was drafted of a page against what was printed."""

    page: LaidPage
    outline: Outline

    def judge(self, right: Sequence[bool]) -> list[JudgedDraft]:
        """Each draft that has text, judged; `right` says of each draft whether it is right."""
        doubts = Doubts(self.outline)
        known = [pair for pair in zip(self.outline.drafts, right, strict=True) if pair[0].chain]
        return [
            JudgedDraft(
                rows,
                not self._begins(rows.first),
                [self._begins(i) for i in rows.lines],
                [self._is_misread(i) for i in rows.head],
                not is_right,
                bool(doubts.list_plain(draft)),
            )
            for rows, (draft, is_right) in zip(measure_drafts(self.outline), known, strict=True)
        ]

    def _begins(self, i: int) -> bool:
        return self._find_line(i) in self._beginnings

    def _is_misread(self, i: int) -> bool:
        """Whether a line of some head plays another part of it than it was read as."""
        item = self.page.lines[self._find_line(i) - 1].item
        known = item is not None and item.role in _PARTS.values()
        return known and item.role != _PARTS[self.outline.reading.roles[i]]

    def _find_line(self, i: int) -> int:
        return self.outline.evidence.features[i].fragment.lines[0]

    @cached_property
    def _beginnings(self) -> set[int]:
        """The raw lines that stories begin with: of those without a head the first of the text."""
        first: dict[int, tuple[bool, int]] = {}
        for number, line in enumerate(self.page.lines, 1):
            if line.item and line.item.story >= 0 and line.text.strip() and _counts(line.item):
                place = (line.item.role not in _PARTS.values(), number)
                first[line.item.story] = min(first.get(line.item.story, place), place)
        return {number for _, number in first.values()}


def _counts(item: Item) -> bool:
    return item.role != "furniture"

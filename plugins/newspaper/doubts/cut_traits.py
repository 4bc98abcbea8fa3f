"""What speaks for a cut between articles being none, and for one missing within an article.

A feature's sub-headlines come in series, alike in length, and so do the headlines of a page; text
below a sub-headline tells of what the text above it does.
"""

import math
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from statistics import median

from plugins.newspaper.cues.looks import name_closing, name_opening
from plugins.newspaper.doubts.draft_traits import NONE
from plugins.newspaper.doubts.margins import find_odds
from plugins.newspaper.doubts.oddities import Oddities
from plugins.newspaper.doubts.page_drafts import PageDrafts
from plugins.newspaper.evidence.features import Features
from plugins.newspaper.evidence.subjects import measure_angle
from plugins.newspaper.layout.caption_lines import names_picture
from plugins.newspaper.roles import Role

#: What is called unlike where there is nothing to compare to (characters).
_UNLIKE = 30
#: Text that is surely no display type is asked for where it may begin a story so likely (log odds).
_LEAST = -6.0
#: So many paragraphs are compared on each side, of no more lines of an article than these.
_SCOPE, _MOST = 5, 60
_SIGNED = (True, False)
_TITLE = ("is_source", "may_be_names", "announces", "is_marked", "is_numbered", "names_column")
_FLAGS = (
    "is_display", "has_dateline", "is_question", "is_numbered", "is_marked", "is_column",
    "names_column", "reads_on", "has_lead", "closed", "has_dash", "announces", "is_source",
)  # fmt: skip
_OPENINGS = ("byline", "dateline", "day", "given", "short", "names")


@dataclass(frozen=True)
class CutTraits:
    """The numbers of a page's cuts: of each draft's beginning, and of each that may be missing."""

    page: PageDrafts
    rows: Sequence[Sequence[float]]

    def measure_opening(self, n: int) -> list[float]:
        """Whether draft `n` begins where an article does; the first one has nothing above it."""
        above = self.rows[n - 1] if n else [NONE] * len(self.rows[n])
        first = self.page.margins[n].opening[1]
        return [
            *self.rows[n], *above, *self._measure_series(n), *self._oddities.measure(n),
            *self.page.others.weigh_beginning(first),
        ]  # fmt: skip

    @cached_property
    def _oddities(self) -> Oddities:
        return Oddities(self.page)

    def _measure_series(self, n: int) -> list[float]:
        """How like the headline is to sub-headlines near it, and to other headlines."""
        shapes = self.page.shapes
        size = shapes[n][1]
        headings = self.page.headings[max(0, n - 1) : n + 1]
        beside = [shapes[m] for m in (n - 1, n + 1) if 0 <= m < len(shapes)]
        head = [self.page.features[i] for i in self.page.list_head(n)]
        return [
            *[_UNLIKE] * (2 - len(headings)),
            *(self._find_nearest(size, lines) for lines in headings),
            *(abs(shape[2] - shapes[n][2]) + 5 * (shape[0] != shapes[n][0]) for shape in beside),
            *[_UNLIKE] * (2 - len(beside)),
            *(shapes[n][2] - size for size in self._usual_sizes),
            *(any(getattr(f, flag) for f in head) for flag in _TITLE),
            any(names_picture(f.text) for f in head),
        ]  # fmt: skip

    @cached_property
    def _usual_sizes(self) -> list[float]:
        """The usual size of a headline's last line, of drafts that are signed and of others."""
        told = list(zip(self.page.shapes, self.page.signs, strict=True))
        sizes = [[shape[2] for shape, sign in told if (sign > 0) == signed] for signed in _SIGNED]
        return [median(group) if group else NONE for group in sizes]

    def _find_nearest(self, size: int, lines: Iterable[int]) -> int:
        return min((abs(self.page.features[i].size - size) for i in lines), default=_UNLIKE)

    def list_lines(self, n: int) -> list[int]:
        """The lines of draft `n` that may begin another story."""
        begins = self.page.page_margins.begins
        features, headings = self.page.features, set(self.page.headings[n])
        told = [
            i for i in self._texts[n]
            if i != self.page.margins[n].opening[1]
            and (i in headings or features[i].is_display or find_odds(begins[i]) > _LEAST)
        ]  # fmt: skip
        return sorted(sorted(told, key=lambda i: -begins[i])[:_MOST])

    @cached_property
    def _texts(self) -> list[list[int]]:
        """Each draft's text as far as it stands below its headline."""
        own = [set(draft.segment.body) for draft in self.page.drafts]
        chains = (draft.chain for draft in self.page.drafts)
        return [[i for i in chain if i in body] for chain, body in zip(chains, own, strict=True)]

    def measure_line(self, n: int, i: int) -> list[float]:
        """Whether line `i` of draft `n` begins another story."""
        text = self._texts[n]
        at = text.index(i)
        return [
            *self._measure_form(i), *self._measure_likes(n, i), *self._measure_place(n, text, at),
            *self._measure_subjects(n, text, at), *self.rows[n],
            *self.page.others.weigh_beginning(i),
        ]  # fmt: skip

    def _measure_form(self, i: int) -> list[float]:
        """What the line looks like, and what stands above and below it."""
        features, reading = self.page.features, self.page.outline.reading
        line = features[i]
        above = features[i - 1] if i else None
        below = features[i + 1] if i + 1 < len(features) else None
        opening = name_opening(below) if below else ""
        return [
            find_odds(self.page.page_margins.begins[i]), reading.sure[i],
            reading.roles[i] is Role.HEADING, line.size, line.commas, len(line.text.split()),
            line.fragment.gap - self.page.outline.evidence.usual_gap, line.fragment.indent,
            *(getattr(line, flag) for flag in _FLAGS), *_describe_above(above),
            *(opening == name for name in _OPENINGS), below.size if below else NONE,
            below.is_display if below else NONE,
        ]  # fmt: skip

    def _measure_likes(self, n: int, i: int) -> list[float]:
        """How like the line is to the article's sub-headlines, and to the page's headlines."""
        features, begins = self.page.features, self.page.page_margins.begins
        size, others = features[i].size, [j for j in self.page.headings[n] if j != i]
        titles = self._titles
        at = bisect_left(titles, size)
        odds = [find_odds(begins[j]) for j in others]
        return [
            self._find_nearest(size, others), len(others),
            size - median(features[j].size for j in others) if others else NONE,
            min((abs(title - size) for title in titles[max(0, at - 1) : at + 1]), default=_UNLIKE),
            size - titles[len(titles) // 2] if titles else NONE, max(odds, default=NONE),
            sum(odds) / len(odds) if odds else NONE,
        ]  # fmt: skip

    @cached_property
    def _titles(self) -> list[int]:
        """The sizes of the headlines' last lines, from the shortest."""
        return sorted(shape[2] for shape in self.page.shapes if shape[0])

    def _measure_place(self, n: int, text: Sequence[int], at: int) -> list[float]:
        """How much text stands above the line and below it, in its section and in all."""
        headings = set(self.page.headings[n])
        start = max((k for k in range(at) if text[k] in headings), default=0)
        later = (k for k in range(at + 1, len(text)) if text[k] in headings)
        end = next(later, len(text))
        spans = (text[start:at], text[:at], text[at + 1 : end], text[at + 1 :])
        sizes = (sum(self.page.features[i].size for i in span) for span in spans)
        return [at, len(text) - at, *(math.log1p(size) for size in sizes)]

    def _measure_subjects(self, n: int, text: Sequence[int], at: int) -> list[float]:
        """What the texts above and below the line share, with each other and with headlines."""
        features, gather = self.page.features, self.page.gather
        above = gather([i for i in text[:at] if not features[i].is_display][-_SCOPE:])
        below = gather([i for i in text[at + 1 :] if not features[i].is_display][:_SCOPE])
        line, head = gather([text[at]]), gather(self.page.list_head(n))
        change = self.page.outline.evidence.weigh_subject(text[at], text[at], text[at])
        return [
            measure_angle(above, below), measure_angle(line, above), measure_angle(line, below),
            measure_angle(head, above), measure_angle(head, below), *change,
        ]  # fmt: skip


def _describe_above(above: Features | None) -> list[float]:
    if above is None:
        return [NONE] * 5
    credits = name_closing(above) == "credits"
    return [above.closed, above.ends_with_stop, above.is_display, credits, above.size]

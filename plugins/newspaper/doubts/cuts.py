"""What of an article an editor should look at: each of the converter's doubts, with its lines."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise

from plugins.chinese.expressions import compile_late
from plugins.newspaper.doubts.risks import TOLD, Risk, measure_drafts, weigh_drafts
from plugins.newspaper.doubts.wordings import Wordings
from plugins.newspaper.evidence.display_lines import RUNNING
from plugins.newspaper.evidence.features import Features
from plugins.newspaper.layout.page import Page
from plugins.newspaper.outline import Draft, Outline
from plugins.newspaper.reading.stitching import Link
from plugins.newspaper.reading.weights import load_doubts
from plugins.newspaper.roles import Role

#: What is said of an article whose last words end no sentence.
UNFINISHED = "没有句末标点，文章可能没有完"
#: A link weaker than this is made, and said to be unsure (nats).
_UNSURE = 4.0
#: A seam that reads better than this (nats) is hardly one between two paragraphs.
_READS_ON = 1.0
#: Why lines are set aside that say where to ask, or to write to.
_CONTACTS = "联系方式"
#: No name that stands by itself is longer.
_NAME = 6
_NUMBERED = compile_late(r"\W*[一二三四五六七八九十\d]+\W|第.[章节条部]")
_BRACKETS = ("）", ")")
#: Of an article that may be wrong each line is told that makes it so likelier than this.
_LIKELY = 0.12


def doubt_cuts(page: Page, outline: Outline) -> Page:
    """The page with what is unsure of each article, as it was drafted."""
    doubts = Doubts(outline)
    told = zip(page.articles, outline.drafts, doubt_contacts(page), strict=True)
    articles = (
        replace(a, review=(*doubts.list_of(draft), *contacts, *a.review))
        for a, draft, contacts in told
    )
    return replace(page, articles=tuple(articles))


def doubt_contacts(page: Page) -> Iterator[tuple[str, ...]]:
    """Where to ask, set aside below an article that others stand below: a notice's own."""
    own = [article.numbers for article in page.articles]
    lines = sorted(n for numbers in own for n in numbers)
    contacts = sorted(one.line for one in page.furniture if one.why == _CONTACTS)
    for numbers in own:
        last = max(numbers, default=0)
        first, below = _find_behind(contacts, last), _find_behind(lines, last)
        told = first is not None and below is not None and first < below
        yield (f"第{first}行起的联系方式没有收入文章，是这一篇的请补上",) if told else ()


def _find_behind(lines: list[int], last: int) -> int | None:
    """The first of sorted lines behind the last of an article."""
    at = bisect_right(lines, last)
    return lines[at] if at < len(lines) else None


@dataclass(frozen=True)
class Doubts:
    """Tells what is unsure of a page's articles; numbers are fragments' until they are said."""

    outline: Outline

    def list_of(self, draft: Draft) -> tuple[str, ...]:
        """What to look at in an article, in Chinese."""
        if not draft.chain:
            return ("只有标题，没有找到正文",)
        return (*self._doubt_cut(draft), *self.list_plain(draft))

    def list_plain(self, draft: Draft) -> tuple[str, ...]:
        """What of it is told however likely it is to be right, of an article that has text."""
        return (
            *self._doubt_head(draft),
            *self._doubt_opening(draft.chain),
            *self._doubt_links(draft.chain),
            *self._doubt_breaks(draft.chain),
            *self._doubt_end(draft.chain[-1]),
        )

    @property
    def _features(self) -> Sequence[Features]:
        return self.outline.evidence.features

    def _doubt_head(self, draft: Draft) -> Iterator[str]:
        titles = draft.segment.list_head(Role.TITLE)
        if not titles:
            yield f"第{self._line(draft.chain[0])}行没有标题，用了开头的话作标题，请核对"
        elif self._features[titles[0]].is_column:
            yield f"第{self._line(titles[0])}行像栏目名，下面可能是几条短讯，请核对"

    def _doubt_opening(self, chain: Sequence[int]) -> Iterator[str]:
        """A word between headline and text that is no name that anybody knows, and no text.

        Of several sub-headlines the first is one, and so is one that has a number.
        """
        first = chain[0]
        word = self._features[first].text
        headings = [i for i in chain if self.outline.reading.roles[i] is Role.HEADING]
        if headings == [first] and len(word) <= _NAME and not _NUMBERED.match(word):
            yield f"第{self._line(first)}行当作小标题，也可能是作者或栏目名，请核对"

    @cached_property
    def _risks(self) -> dict[int, Risk]:
        """The risk of each draft, by the first piece of its text."""
        rows = measure_drafts(self.outline)
        return {
            row.chain[0]: r for row, r in zip(rows, weigh_drafts(rows, load_doubts()), strict=True)
        }

    def _doubt_cut(self, draft: Draft) -> Iterator[str]:
        """What begins a story and may not, what does not and may, what of its head is unsure.

        Of an article likelier to be wrong than most each line is told that may well make it so, at
        any rate the likeliest.
        """
        risk = self._risks[draft.chain[0]]
        if risk.whole <= TOLD:
            return
        told = list(Wordings(self.outline).tell(risk))
        worst = max(likely for likely, _ in told)
        yield from dict.fromkeys(words for likely, words in told if likely >= min(worst, _LIKELY))

    @cached_property
    def _links(self) -> Mapping[int, Link]:
        """What joins lines, by the line that ends above the seam."""
        return {link.end: link for link in self.outline.links}

    def _doubt_links(self, chain: Sequence[int]) -> Iterator[str]:
        for link in filter(None, map(self._links.get, chain)):
            lines = f"第{self._line(link.end, -1)}行与第{self._line(link.start)}行"
            between = [i for i in range(link.end + 1, link.start) if self._is_box(i)]
            if between and not link.moved:
                yield f"{lines}接成一段，中间的第{self._line(between[0])}行当作栏目名，请核对"
            elif link.moved or link.weight < _UNSURE:
                sure = "，请核对" if link.weight < _UNSURE else ""
                yield f"{lines}接成一段{'（原在别处）' if link.moved else ''}{sure}"

    def _doubt_breaks(self, chain: Sequence[int]) -> Iterator[str]:
        """Where a paragraph without a stop reads on in the next one; sub-headlines have none."""
        for above, i in pairwise(chain):
            feature = self._features[above]
            if above in self._links or feature.is_display or not _needs_stop(feature):
                continue
            if not feature.text[-1].isalnum():
                continue
            if self.outline.evidence.weigh_seam(above, i) >= _READS_ON:
                lines = f"第{self._line(above, -1)}行没有句末标点，与第{self._line(i)}行"
                yield f"{lines}可能是一段，请核对"

    def _doubt_end(self, last: int) -> Iterator[str]:
        feature = self._features[last]
        cut = _needs_stop(feature) or feature.dangling or feature.ends_loosely
        # Lists of who wrote it, and of what it was taken from, end with a bracket.
        closed = feature.closed or feature.text.endswith(_BRACKETS)
        if cut and not closed and self.outline.reading.roles[last] is not Role.HEADING:
            yield f"第{self._line(last, -1)}行{UNFINISHED}"

    def _is_box(self, i: int) -> bool:
        return self.outline.reading.roles[i] is Role.SECTION

    def _line(self, i: int, which: int = 0) -> int:
        return self._features[i].fragment.lines[which]


def _needs_stop(feature: Features) -> bool:
    """Whether a line is running text, which ends with a stop."""
    return feature.size >= RUNNING or feature.commas > 0

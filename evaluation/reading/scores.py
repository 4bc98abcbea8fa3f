"""What is right of a page that was read: each printed line's place against where it belongs.

An article is cut right when it has exactly its own lines, its body's in reading order; lines that
are furniture or captions, to the page or to the converter, are left out of both.
"""

from collections import Counter
from dataclasses import dataclass, field, fields

from evaluation.pages.printed_page import Item
from evaluation.reading.layouts import LaidPage
from plugins.newspaper import Page, RawArticle

_HEADS = ("kicker", "title", "subtitle")


@dataclass(frozen=True, slots=True)
class Cut:
    """An article as the lines of its head, by role, and of its text with bylines, in order."""

    heads: tuple[tuple[int, ...], ...]
    text: tuple[int, ...]

    @property
    def parts(self) -> tuple[frozenset[int], tuple[int, ...]]:
        """What makes it cut right: its head's lines, and its text's."""
        return frozenset(n for role in self.heads for n in role), self.text

    @property
    def title(self) -> tuple[int, ...]:
        """The lines of its headline."""
        return self.heads[_HEADS.index("title")]

    @property
    def whole(self) -> tuple[int, ...]:
        """All its lines in reading order; which of them are the head's is left open."""
        return (*sorted(n for role in self.heads for n in role), *self.text)


@dataclass(slots=True)
class Counts:
    """Counts over pages; each pair of counts is what was found of what is true."""

    pages: int = 0
    true: int = 0
    found: int = 0
    cut: int = 0
    headed: int = 0
    titled: int = 0
    joined_pages: int = 0
    unassigned: int = 0
    characters: int = 0
    wrong: int = 0
    wrong_told: int = 0
    right_told: int = 0
    lone: int = 0
    lone_whole: int = 0
    errors: Counter[str] = field(default_factory=Counter)
    worst: list[tuple[int, str]] = field(default_factory=list)

    def add(self, other: "Counts") -> None:
        """Add another's counts to these."""
        for one in fields(self):
            if one.name == "errors":
                self.errors.update(other.errors)
            else:
                setattr(self, one.name, getattr(self, one.name) + getattr(other, one.name))

    def f1(self, right: int) -> float:
        """2·right / (found + true)."""
        return 2 * right / max(1, self.found + self.true)


def list_right(page: LaidPage, read: Page) -> list[bool]:
    """Whether each article of `read` has exactly its own lines, in reading order, and its title."""
    left_out = _list_left_out(page, read)
    true = {(c.title, c.whole) for c in _true_cuts(page, left_out) if c.text}
    found = (_found_cut(article, left_out) for article in read.articles)
    return [(cut.title, cut.whole) in true for cut in found]


def score_page(page: LaidPage, read: Page) -> Counts:
    """Count what is right of `read`, the converter's articles of `page`."""
    left_out = _list_left_out(page, read)
    true = [c for c in _true_cuts(page, left_out) if c.text]
    found = [(a, _found_cut(a, left_out)) for a in read.articles]
    found = [(a, c) for a, c in found if c.whole]
    counts = Counts(pages=1, true=len(true), found=len(found))
    wholes = Counter(c.whole for c in true)
    parts = Counter(c.parts for c in true)
    heads = Counter((c.heads, c.text) for c in true)
    titles = {(c.title, c.whole) for c in true}
    for article, cut in found:
        counts.headed += parts[cut.parts] > 0
        counts.titled += heads[cut.heads, cut.text] > 0
        counts.cut += wholes[cut.whole] > 0
        right, told = (cut.title, cut.whole) in titles, bool(article.review)
        counts.wrong += not right
        counts.wrong_told += told and not right
        counts.right_told += told and right
    _count_text(page, read, left_out, counts)
    _count_lone(true, found, page, counts)
    counts.worst = [(len(true) + len(found) - 2 * counts.cut, f"{page.name} {page.layout.name}")]
    return counts


def _list_left_out(page: LaidPage, read: Page) -> set[int]:
    items = enumerate(page.lines, 1)
    printed = {n for n, line in items if line.item and line.item.role == "furniture"}
    captions = {
        n for a in read.articles for b in a.body if b.type == "caption" for n in b.source_lines
    }
    return printed | captions | {aside.line for aside in read.furniture}


def _true_cuts(page: LaidPage, left_out: set[int]) -> list[Cut]:
    own: dict[int, list[tuple[int, Item]]] = {}
    for number, line in enumerate(page.lines, 1):
        if line.item and line.text.strip() and line.item.story >= 0 and number not in left_out:
            own.setdefault(line.item.story, []).append((number, line.item))
    return [_true_cut(lines) for _, lines in sorted(own.items())]


def _true_cut(lines: list[tuple[int, Item]]) -> Cut:
    heads = tuple(tuple(n for n, item in lines if item.role == role) for role in _HEADS)
    text = [(i.block, i.piece, n) for n, i in lines if i.role in ("body", "byline")]
    return Cut(heads, tuple(n for _, _, n in sorted(text)))


def _found_cut(article: RawArticle, left_out: set[int]) -> Cut:
    heads = tuple(
        tuple(n for n in getattr(article.lines, role) if n not in left_out) for role in _HEADS
    )
    body = [n for b in article.body for n in b.source_lines if n not in left_out]
    signed = [n for n in article.lines.byline if n not in left_out]
    above = [n for n in signed if not body or n < body[0]]
    below = [n for n in signed if n not in above]
    return Cut(heads, (*above, *body, *below))


def _count_text(page: LaidPage, read: Page, left_out: set[int], counts: Counts) -> None:
    sizes = {n: len(line.text.strip()) for n, line in enumerate(page.lines, 1) if line.item}
    lost = {aside.line for aside in read.unassigned} - left_out
    counts.unassigned += sum(sizes.get(n, 0) for n in lost)
    counts.characters += sum(sizes.values())
    counts.joined_pages += any("原在别处" in r for a in read.articles for r in a.review)


def _count_lone(
    true: list[Cut], found: list[tuple[RawArticle, Cut]], page: LaidPage, counts: Counts
) -> None:
    """Whether a feature with two sub-headlines or more, alone on its page, stayed one article."""
    kinds = {(i.block, i.why) for line in page.lines if (i := line.item) and i.role == "body"}
    headings = sum(why == "heading" for _, why in kinds)
    if len(true) == 1 and 2 <= headings <= 6:
        counts.lone += 1
        counts.lone_whole += len(found) == 1

"""A raw page with all that was made of it: its articles by rows, and every line with its place."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from plugins.chinese.pinyin import slugify
from plugins.desk.review.raw_rows import Row, cut_rows, place_remarks
from plugins.newspaper.layout.furniture import (
    find_furniture,
    is_caption,
    is_issue_heading,
    is_masthead,
)
from plugins.newspaper.reading.columns import name_column
from plugins.privacy.masks import MASK
from plugins.site.articles.raw_lines import RawPages
from plugins.site.articles.stories import Story


@dataclass(frozen=True, slots=True)
class Article:
    """An article of the page; `remarks` are those that speak of no line of its own."""

    number: int
    story: Story
    rows: list[Row]
    remarks: list[str]

    @property
    def is_draft(self) -> bool:
        """Whether nobody has accepted it yet."""
        return self.story.source.front.status == "draft"

    @property
    def doubts(self) -> int:
        """How many decisions the converter was unsure of."""
        return len(self.story.review)


@dataclass(frozen=True, slots=True)
class PlacedLine:
    """A raw line and where it went: (anchor, words) for each part, or `why` it is in no article.

    Both are empty for a line that nothing is known of.
    """

    number: int
    text: str
    places: list[tuple[str, str]]
    why: str


@dataclass(frozen=True, slots=True)
class ReviewPage:
    """A raw page for review."""

    name: str
    articles: list[Article]
    lines: list[PlacedLine]

    @property
    def path(self) -> str:
        """The page's file, from the site's root."""
        return f"review/page-{slugify(self.name.rpartition('.')[0])}.html"

    @property
    def drafts(self) -> int:
        """How many articles nobody has accepted yet."""
        return sum(article.is_draft for article in self.articles)

    @property
    def doubts(self) -> int:
        """How many decisions of the converter are unsure, and lines in no article."""
        return sum(article.doubts for article in self.articles) + len(self.loose)

    @property
    def loose(self) -> list[PlacedLine]:
        """The lines that nothing is known of."""
        return [line for line in self.lines if not line.places and not line.why]


def review_pages(stories: Sequence[Story], raw_pages: RawPages) -> list[ReviewPage]:
    """Return every raw page that has an article, those with drafts first, then by name."""
    names = {story.source.raw for story in stories} - {""}
    pages = [
        _review([s for s in stories if s.source.raw == name], name, raw_pages) for name in names
    ]
    return sorted(pages, key=lambda page: (not page.drafts, page.name))


def _review(stories: Sequence[Story], name: str, raw_pages: RawPages) -> ReviewPage:
    ordered = sorted(stories, key=lambda story: (story.source.ordinal, story.slug))
    texts = [_read(story, raw_pages) for story in ordered]
    owned = {n for story in stories for n in _list_numbers(story)}
    articles = []
    for number, (story, lines) in enumerate(zip(ordered, texts, strict=True), start=1):
        rows = cut_rows(story, number, lines, owned)
        articles.append(Article(number, story, rows, place_remarks(rows, story.review)))
    whole = next(filter(None, texts), ())
    return ReviewPage(name, articles, list(_place_lines(whole, articles)))


def _read(story: Story, raw_pages: RawPages) -> tuple[str, ...]:
    provenance = story.source.front.provenance
    return raw_pages.lines(provenance.raw, provenance.sha256) if provenance else ()


def _list_numbers(story: Story) -> Iterator[int]:
    """Yield the lines of an article's head and text; a picture may stand in between anyone's."""
    provenance = story.source.front.provenance
    if provenance is None:
        return
    head = provenance.lines
    blocks = zip_longest(provenance.blocks, story.source.blocks)
    text = [lines for lines, block in blocks if lines and not (block and block.type == "caption")]
    for part in (head.kicker, head.title, head.subtitle, head.byline, *text):
        yield from part


def _place_lines(lines: Sequence[str], articles: Sequence[Article]) -> Iterator[PlacedLine]:
    """Yield the lines that are not blank, in the page's order."""
    places: dict[int, list[tuple[str, str]]] = {}
    for article in articles:
        for row in article.rows:
            for line in row.lines:
                words = f"第 {article.number} 篇 {row.label}"
                places.setdefault(line.number, []).append((row.anchor, words))
    columns = {article.story.column.name for article in articles if article.story.column}
    for number, printed in enumerate(lines, start=1):
        if text := printed.strip():
            found = places.get(number, [])
            is_above = number < min(places, default=0)
            why = "" if found else _explain(text, columns, is_above)
            yield PlacedLine(number, text, found, why)


def _explain(text: str, columns: set[str], is_above: bool) -> str:
    """Say why a line is in no article, "" where nothing is known of it."""
    if not text.strip(MASK):
        return "撤下过文章的版面，不属于现有文章的行都不显示"
    if name_column(text) in columns:
        return "栏目"
    if is_caption(text):
        return "图片说明"
    if is_above and is_issue_heading(text):
        return "刊期"
    if is_above and is_masthead(text):
        return "刊头"
    return find_furniture(text) or ""

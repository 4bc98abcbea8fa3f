"""A raw page with all that was made of it: its articles by rows, and every line with its place."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from plugins.desk.review.addresses import locate_sheet
from plugins.desk.review.raw_rows import LINE, Row, cut_rows, place_remarks
from plugins.model import MASK
from plugins.newspaper.furniture.lines import find_furniture, is_issue_heading, is_masthead
from plugins.newspaper.layout.caption_lines import is_caption
from plugins.newspaper.reading.sections import name_section
from plugins.privacy.masks import list_parts_of
from plugins.site.articles.article import Article
from plugins.site.articles.raw_lines import RawPages
from plugins.site.pages.lost_lines import is_remark, squeeze, stands_in


@dataclass(frozen=True, slots=True)
class PlacedRemark:
    """What the converter was unsure of, and the anchor of the place that it speaks of."""

    words: str
    anchor: str

    @property
    def is_asked(self) -> bool:
        """Whether somebody is asked to decide; others tell what was done."""
        return "请" in self.words


@dataclass(frozen=True, slots=True)
class ReviewedArticle:
    """An article of the page; `remarks` are those that speak of no line of its own."""

    number: int
    article: Article
    rows: list[Row]
    remarks: list[str]

    @property
    def is_draft(self) -> bool:
        """Whether nobody has accepted it yet."""
        return self.article.source.front.status == "draft"

    @property
    def placed(self) -> list[PlacedRemark]:
        """Its remarks with their places: the row that has the line, or the article."""
        above = [PlacedRemark(remark, f"a{self.number}") for remark in self.remarks]
        rows = [PlacedRemark(words, row.anchor) for row in self.rows for words in row.remarks]
        return [*above, *rows]

    @property
    def doubts(self) -> int:
        """How many decisions the converter was unsure of."""
        return len(self.placed)


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
    """A raw page for review; `whole` is what is unsure of it as a whole, such as its columns."""

    name: str
    articles: list[ReviewedArticle]
    lines: list[PlacedLine]
    whole: list[str]

    @property
    def path(self) -> str:
        """The page's file, from the site's root."""
        return locate_sheet(self.name)

    @property
    def drafts(self) -> int:
        """How many articles nobody has accepted yet."""
        return sum(article.is_draft for article in self.articles)

    @property
    def doubts(self) -> int:
        """How many decisions of the converter are unsure, and lines in no article."""
        return len(self.whole) + len(self.placed) + len(self.loose)

    @property
    def placed(self) -> list[PlacedRemark]:
        """The remarks of all articles, those first that ask for a decision."""
        every = [remark for article in self.articles for remark in article.placed]
        return sorted(every, key=lambda remark: not remark.is_asked)

    @property
    def loose(self) -> list[PlacedLine]:
        """The lines that nothing is known of."""
        return [line for line in self.lines if not line.places and not line.why]


def review_pages(made: Sequence[Article], raw_pages: RawPages) -> list[ReviewPage]:
    """Return every raw page that has an article: drafts first, and of them the least sure."""
    names = {article.source.raw for article in made} - {""}
    pages = [_review([s for s in made if s.source.raw == name], name, raw_pages) for name in names]
    return sorted(pages, key=lambda p: (not p.drafts, not p.whole, -p.doubts, p.name))


def _review(made: Sequence[Article], name: str, raw_pages: RawPages) -> ReviewPage:
    ordered = sorted(made, key=lambda article: (article.source.ordinal, article.slug))
    texts = [raw_pages.lines_of(article.source) for article in ordered]
    owned = {n for article in made for n in _list_numbers(article)}
    reviewed = []
    whole_page = _list_shared(ordered)
    for number, (article, lines) in enumerate(zip(ordered, texts, strict=True), start=1):
        rows = cut_rows(article, number, lines, owned)
        own = [remark for remark in _list_remarks(article) if remark not in whole_page]
        remarks = place_remarks(rows, own)
        reviewed.append(ReviewedArticle(number, article, rows, remarks))
    whole = next(filter(None, texts), ())
    return ReviewPage(name, reviewed, list(_place_lines(whole, reviewed)), whole_page)


def _list_shared(articles: Sequence[Article]) -> list[str]:
    """List what is told of every article of a page and of no line: it is of the page as a whole."""
    shared = [remark for remark in articles[0].review if not LINE.search(remark)]
    return [one for one in shared if len(articles) > 1 and all(one in a.review for a in articles)]


def _list_remarks(article: Article) -> list[str]:
    """List what is unsure of an article by itself; the page tells its lines without any."""
    return [remark for remark in article.review if not is_remark(remark)]


def _list_numbers(article: Article) -> Iterator[int]:
    """Yield the lines of an article's head and text; a picture may stand in between anyone's."""
    provenance = article.source.front.provenance
    if provenance is None:
        return
    blocks = zip_longest(provenance.blocks, article.source.blocks)
    text = [lines for lines, block in blocks if lines and not (block and block.type == "caption")]
    for part in (*provenance.lines.parts, *text):
        yield from part


def _place_lines(lines: Sequence[str], articles: Sequence[ReviewedArticle]) -> Iterator[PlacedLine]:
    """Yield the lines that are not blank, in the page's order."""
    places: dict[int, list[tuple[str, str]]] = {}
    for article in articles:
        for row in article.rows:
            for line in row.lines:
                words = f"第 {article.number} 篇 {row.label}"
                places.setdefault(line.number, []).append((row.anchor, words))
    sections = {one.article.source.front.column for one in articles} - {None}
    for number, printed in enumerate(lines, start=1):
        if text := printed.strip():
            found = places.get(number, [])
            is_above = number < min(places, default=0)
            why = "" if found else _explain(text, sections, is_above)
            if not found and not why:
                found = list(_find_pasted(text, articles))
            yield PlacedLine(number, text, found, why)


def _find_pasted(text: str, articles: Sequence[ReviewedArticle]) -> Iterator[tuple[str, str]]:
    """Yield the article into which an editor has put a line that the converter gave to none."""
    for one in articles:
        if squeeze(text) and stands_in(text, list_parts_of(one.article.source).values()):
            yield f"a{one.number}", f"第 {one.number} 篇"
            return


def _explain(text: str, sections: Collection[str | None], is_above: bool) -> str:
    """Say why a line is in no article, "" where nothing is known of it."""
    if not text.strip(MASK):
        return "撤下过文章的版面，不属于现有文章的行都不显示"
    if name_section(text) in sections:
        return "栏目"
    if is_caption(text):
        return "图片说明"
    if is_above and is_issue_heading(text):
        return "刊期"
    if is_above and is_masthead(text):
        return "刊头"
    return find_furniture(text) or ""

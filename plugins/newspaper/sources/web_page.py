"""Saved web pages (.html): a newspaper's e-paper, a news site, a WeChat article → lines.

What holds the headline and the text is known by the marks that these sites give it, else by where
most running text stands; what is outside (menus, lists of other articles) is no part of the page.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice

from bs4 import BeautifulSoup, Tag, UnicodeDammit
from bs4.dammit import EncodingDetector
from bs4.element import NavigableString, PageElement

from plugins.chinese.expressions import compile_late
from plugins.newspaper.sources.raw_page import LINE_END, Line, refuse
from plugins.newspaper.sources.stroked_rows import is_table, write_row
from plugins.newspaper.sources.web_marks import (
    hide_unprinted,
    is_caption,
    mark_stated_heads,
    name_authors,
    read_day,
    read_issue,
    read_stated,
)

#: What is never text of an article.
_DROPPED = (
    *("script", "style", "noscript", "template", "nav", "aside", "form", "button", "select"),
    *("svg", "footer", "map", "object", "head"),
)
_BLOCKS = frozenset([
    "p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "br", "hr", "li", "ul", "ol", "dl", "dt",
    "dd", "table", "tbody", "tr", "section", "article", "blockquote", "pre", "figure",
    "figcaption", "main", "header", "body", "html", "founder-content", "founder-title",
    "founder-subtitle", "founder-intro", "founder-author",
])  # fmt: skip
_INLINE = frozenset(["p", "span", "font", "a", "b", "strong", "em", "i", "td", "h1", "h2", "h3"])
_BOLDS = frozenset(["strong", "b"])
_BREAKS, _CELLS = frozenset(["br", "hr"]), ("td", "th")
#: Sizes of type that headings have where running text is 1.
_SIZES = {
    **{"h1": 2.0, "h2": 1.6, "h3": 1.4, "h4": 1.2, "founder-title": 2.0},
    **{"founder-subtitle": 1.3, "founder-intro": 1.3},
}
#: A heading's text may stand in so many elements within it.
_WITHIN = 4
#: That of a bold paragraph, and how long none is any more.
_BOLD, _DISPLAY = 1.3, 40
#: Where sites keep an article's headline and its text (方正 e-papers, WeChat, 拓尔思 sites), by
#: name, identity or class; the first that is there is taken.
_HEADLINES = (
    *("founder-title", "#activity-name", "h1", "#title", ".title", ".article-title", ".bt"),
    *(".biaoti", ".tit"),
)
_TEXTS = (
    *("founder-content", "#js_content", "#ozoom", "#articleContent", "#article_content", "#zoom"),
    *(".TRS_Editor", ".article-content", ".article_content", ".text_c", ".news_content"),
    *(".rich_media_content", "article"),
)
_SENTENCE = compile_late("[，。；：！？]")
_BLANKS = compile_late(r"\s*[\r\n]\s*")
_CHINESE = compile_late("[\u3001-\u9fff\uff01-\uff1f]")
#: The share of a page's sentences that the place of its text must hold.
_MOST = 0.8
#: No saved page has more tags, nor elements within each other.
_MOST_TAGS, _DEEPEST = 200_000, 60


def read_web_page(data: bytes, name: str) -> list[Line]:
    """The lines of a saved web page; raises ContentError for one that is too large to be one."""
    text = EncodingDetector.strip_byte_order_mark(data)[0]
    dammit = UnicodeDammit(text, is_html=True)
    if dammit.unicode_markup is None:
        raise refuse(name, "认不出网页的文字编码，请在浏览器里打开，另存为 UTF-8 网页")
    return read_html(dammit.unicode_markup, name)


def read_html(text: str, name: str, *, keeps_lines: bool = False) -> list[Line]:
    """The lines of a web page's article or articles, each block set off by an empty line.

    With `keeps_lines` line ends outside of tags are those of the page, as in a text file. Raises
    ContentError for a page of more tags than any has.
    """
    if text.count("<") > _MOST_TAGS:
        raise refuse(name, "网页太复杂，请只保存文章，或把文字复制成文本（.txt）")
    soup = BeautifulSoup(text, "html.parser")
    stated = read_stated(soup)
    issue = read_issue(soup, stated) or read_day(soup)
    mark_stated_heads(soup, stated)
    for element in soup.find_all(_DROPPED):
        element.decompose()
    hide_unprinted(soup)
    _write_tables(soup)
    name_authors(soup)
    if keeps_lines:
        return list(_list_lines(soup, keeps_lines=True))
    lines = list(_list_lines(_find_article(soup), keeps_lines=False))
    if issue and not any(line.text == issue for line in lines):
        lines.insert(0, Line(issue))
    return [part for line in lines for part in (Line(""), line)][1:]


def _write_tables(soup: BeautifulSoup) -> None:
    """Write the rows of tables of numbers as they are written in text, with strokes.

    Other tables are a page's scaffolding.
    """
    for table in _list_innermost(soup):
        rows = [row.find_all(_CELLS) for row in table.find_all("tr")]
        texts = [[" ".join(cell.get_text().split()) for cell in row] for row in rows]
        if is_table(texts):
            for row, cells in zip(table.find_all("tr"), texts, strict=True):
                row.string = write_row(cells)


def _list_innermost(soup: BeautifulSoup) -> list[Tag]:
    """The tables that hold no table: what others hold would be read once for each depth."""
    tables = soup.find_all("table")
    outer = {id(above) for t in tables if (above := t.find_parent("table")) is not None}
    return [table for table in tables if id(table) not in outer]


def _find_article(soup: BeautifulSoup) -> Tag:
    """The smallest element that holds the headline and the text."""
    marked = _find_marked(soup)
    text = next((marked[m] for m in _TEXTS if m in marked), None) or _find_text(soup)
    headline = next((marked[m] for m in _HEADLINES if m in marked), None)
    if headline is None:
        return text
    if headline.name not in _SIZES:
        headline.name = "h1"
    above = {id(element) for element in (headline, *headline.parents)}
    return next((e for e in (text, *text.parents) if id(e) in above), text)


def _find_marked(soup: BeautifulSoup) -> dict[str, Tag]:
    """The first element with text of each name, identity and class that sites use."""
    wanted = {*_HEADLINES, *_TEXTS}
    found: dict[str, Tag] = {}
    for element in soup.find_all(True):
        classes = element.get("class") or ()
        marks = [element.name, f"#{element.get('id')}", *(f".{name}" for name in classes)]
        for mark in wanted.intersection(marks) - found.keys():
            if any(True for _ in element.stripped_strings):
                found[mark] = element
    return found


def _find_text(soup: BeautifulSoup) -> Tag:
    """The smallest element, but no paragraph, that holds most of the page's sentences."""
    place: Tag = soup
    least = max(1.0, _MOST * _count_sentences(soup))
    for _ in range(_DEEPEST):
        inner = [e for e in place.find_all(True, recursive=False) if e.name not in _INLINE]
        inner = [element for element in inner if _count_sentences(element) >= least]
        if not inner:
            break
        place = inner[0]
    return place


def _count_sentences(element: Tag) -> int:
    return len(_SENTENCE.findall(element.get_text()))


def _list_lines(root: Tag, *, keeps_lines: bool) -> Iterator[Line]:
    """The lines of an element: text of one block goes together, up to a line break."""
    parts: list[tuple[str, bool]] = []
    block = place = root
    pictured = False
    for node in root.descendants:
        text = str(node) if type(node) is NavigableString else ""
        own = _find_block(node)
        if isinstance(node, Tag) and node.name in _CELLS and parts:
            parts.append((" ", True))
        if parts and (own is not block or (isinstance(node, Tag) and node.name in _BREAKS)):
            for line in _write_lines(parts, block):
                yield replace(line, is_caption=pictured and is_caption(line, place))
                pictured = pictured and not line.text
            parts = []
        block = own
        pictured = pictured or (isinstance(node, Tag) and node.name == "img")
        if text:
            place = node.parent or own
            blank = "" if keeps_lines or text.strip() else " "
            told = blank or (text if keeps_lines else _BLANKS.sub(_join_blank, text))
            parts.append((told, not text.strip() or _is_bold(node, own)))
    yield from _write_lines(parts, block)


def _find_block(node: PageElement) -> Tag:
    """The nearest block that a node stands in, itself if it is one."""
    element = node if isinstance(node, Tag) else node.parent
    for _ in range(_DEEPEST):
        if element is None or element.name in _BLOCKS or element.parent is None:
            break
        element = element.parent
    return element or Tag(name="body")


def _is_bold(node: PageElement, block: Tag) -> bool:
    """Whether a piece of a block's text is bold."""
    for element in node.parents:
        if element.name in _BOLDS:
            return True
        if element is block:
            break
    return False


def _find_size(block: Tag) -> float:
    """The size of a block's type by the heading that it is, or stands in."""
    around = [block, *islice(block.parents, _WITHIN)]
    return next((_SIZES[e.name] for e in around if e.name in _SIZES), 0.0)


def _write_lines(parts: Sequence[tuple[str, bool]], block: Tag) -> Iterator[Line]:
    """The lines of a block's text; a short one that is bold as a whole is display type."""
    text = "".join(part for part, _ in parts)
    size = _find_size(block)
    if not size and all(bold for _, bold in parts) and len(text.strip()) < _DISPLAY:
        size = _BOLD
    for part in LINE_END.split(text):
        if part.strip() or "\n" in text:
            yield Line(part.strip(" \t").rstrip(), size)


def _join_blank(blank: re.Match[str]) -> str:
    """What a line end between tags stands for: nothing beside a Chinese character."""
    around = (
        blank.string[max(0, blank.start() - 1) : blank.start()],
        blank.string[blank.end() :][:1],
    )
    return "" if not all(around) or any(map(_CHINESE.match, around)) else " "

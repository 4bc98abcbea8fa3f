"""Saved web pages (.html): a newspaper's e-paper, a news site, a WeChat article → lines.

What holds the headline and the text is known by the marks that these sites give it, else by where
most running text stands; what is outside (menus, lists of other articles) is no part of the page.
"""

import re
from collections.abc import Iterator, Sequence

from bs4 import BeautifulSoup, Tag, UnicodeDammit
from bs4.dammit import EncodingDetector
from bs4.element import NavigableString, PageElement

from plugins.chinese.expressions import compile_late
from plugins.newspaper.sources.raw_page import LINE_END, Line, refuse
from plugins.newspaper.sources.stroked_rows import is_table, write_row

#: What is never text of an article.
_DROPPED = (
    *("script", "style", "noscript", "template", "nav", "aside", "form", "button", "select"),
    *("iframe", "svg", "footer", "map", "object", "head"),
)
_BLOCKS = frozenset([
    "p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "br", "hr", "li", "ul", "ol", "dl", "dt",
    "dd", "table", "tbody", "tr", "section", "article", "blockquote", "pre", "figure",
    "figcaption", "main", "header", "body", "html", "founder-content", "founder-title",
])  # fmt: skip
_INLINE = frozenset(["p", "span", "font", "a", "b", "strong", "em", "i", "td", "h1", "h2", "h3"])
_BREAKS, _CELLS = frozenset(["br", "hr"]), ("td", "th")
#: Sizes of type that headings have where running text is 1.
_SIZES = {"h1": 2.0, "h2": 1.6, "h3": 1.4, "h4": 1.2, "founder-title": 2.0}
#: That of a bold paragraph, and how long none is any more.
_BOLD, _DISPLAY = 1.3, 40
#: Where sites keep an article's headline and its text (方正 e-papers, WeChat, 拓尔思 sites), by
#: name, identity or class; the first that is there is taken.
_HEADLINES = ("founder-title", "#activity-name", "h1", "#title", ".title", ".article-title")
_TEXTS = (
    *("founder-content", "#js_content", "#ozoom", "#articleContent", "#article_content", "#zoom"),
    *(".TRS_Editor", ".article-content", ".article_content", ".text_c", ".news_content"),
    *(".rich_media_content", "article"),
)
#: Where WeChat has an article's author, its account and its day.
_WECHAT = {
    ".rich_media_meta_text": "作者：",
    ".rich_media_meta_nickname": "来源：",
    "#js_name": "来源：",
    "#publish_time": "发布时间：",
}
#: A day, as WeChat prints it where other pages have an author.
_DAY = compile_late(r"(?:\d{4}\s*[-年./]\s*)?\d{1,2}\s*[-月./]\s*\d{1,2}")
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
    for element in soup.find_all(_DROPPED):
        element.decompose()
    _write_tables(soup)
    _name_authors(soup)
    lines = _list_lines(soup if keeps_lines else _find_article(soup), keeps_lines=keeps_lines)
    if keeps_lines:
        return list(lines)
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


def _name_authors(soup: BeautifulSoup) -> None:
    """Say of what WeChat prints below a headline which is the author and which the account."""
    for mark, label in _WECHAT.items():
        for element in soup.select(mark):
            words = " ".join(element.get_text().split())
            if words and not words.startswith(tuple(_WECHAT.values())):
                told = _WECHAT["#publish_time"] if _DAY.match(words) else label
                element.name, element.string = "p", f"{told}{words}"


def _find_article(soup: BeautifulSoup) -> Tag:
    """The smallest element that holds the headline and the text."""
    marked = _find_marked(soup)
    text = next((marked[m] for m in _TEXTS if m in marked), None) or _find_text(soup)
    headline = next((marked[m] for m in _HEADLINES if m in marked), None)
    if headline is None:
        return text
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
    parts: list[str] = []
    sizes: list[float] = []
    block: Tag | None = None
    for node in root.descendants:
        text = str(node) if type(node) is NavigableString else ""
        own = _find_block(node)
        if isinstance(node, Tag) and node.name in _CELLS and parts:
            parts.append(" ")
        if parts and (own is not block or (isinstance(node, Tag) and node.name in _BREAKS)):
            yield from _write_lines(parts, sizes)
            parts, sizes = [], []
        block = own
        if text:
            blank = "" if keeps_lines or text.strip() else " "
            parts.append(blank or (text if keeps_lines else _BLANKS.sub(_join_blank, text)))
            sizes.append(_SIZES.get(own.name, _BOLD * _is_bold(own)))
    yield from _write_lines(parts, sizes)


def _find_block(node: PageElement) -> Tag:
    """The nearest block that a node stands in, itself if it is one."""
    element = node if isinstance(node, Tag) else node.parent
    for _ in range(_DEEPEST):
        if element is None or element.name in _BLOCKS or element.parent is None:
            break
        element = element.parent
    return element or Tag(name="body")


def _is_bold(block: Tag) -> bool:
    """Whether a short paragraph is bold as a whole, as sub-headlines are."""
    text = block.get_text(strip=True) if block.name == "p" else ""
    bold = block.find(["strong", "b"]) if 0 < len(text) < _DISPLAY else None
    return bold is not None and bold.get_text(strip=True) == text


def _write_lines(parts: Sequence[str], sizes: Sequence[float]) -> Iterator[Line]:
    text = "".join(parts)
    for part in LINE_END.split(text):
        if part.strip() or "\n" in text:
            yield Line(part.strip(" \t").rstrip(), max(sizes, default=0.0))


def _join_blank(blank: re.Match[str]) -> str:
    """What a line end between tags stands for: nothing beside a Chinese character."""
    around = (
        blank.string[max(0, blank.start() - 1) : blank.start()],
        blank.string[blank.end() :][:1],
    )
    return "" if not all(around) or any(map(_CHINESE.match, around)) else " "

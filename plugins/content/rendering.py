"""Markdown → safe HTML: Python-Markdown, then nh3 with a short allow-list."""

import re
from urllib.parse import urlsplit

import nh3

from plugins.chinese.control_characters import CONTROL
from plugins.chinese.expressions import compile_late
from plugins.system.refusal import RefusalError

EXTENSIONS = ["attr_list", "tables", "footnotes"]
TAGS = {
    "p", "h2", "h3", "h4", "ul", "ol", "li", "blockquote", "em", "strong", "del", "sup", "sub",
    "a", "br", "hr", "table", "thead", "tbody", "tr", "th", "td", "img", "code", "pre", "div",
}  # fmt: skip
ATTRIBUTES = {
    "a": {"href", "title", "id"},
    "img": {"src", "alt", "title", "width", "height"},
    "li": {"id"},
    "sup": {"id"},
    "th": {"scope"},
}
CLASSES = {
    "p": {"caption"},
    "a": {"footnote-ref", "footnote-backref"},
    "div": {"footnote"},
}
#: Only footnotes may name a place in the page: any other id could pose as one of the theme's.
FOOTNOTE_ID = compile_late(r"fn(ref\d*)?:[\w-]+")

#: A county's yearly report, the longest that a newspaper prints, has half as many characters.
MOST_CHARACTERS = 30_000
#: Python-Markdown's time grows with the square of these: 20,000 brackets took it 95 seconds.
MOST_MARKS = {"[": 1000, "<": 2000}
#: A table of 500 rows has 5 cells in each; every later step walks through all elements.
MOST_ELEMENTS = 4000
#: Elements one within the other, as quotations and lists may be.
DEEPEST = 40
#: What a text may grow to: a long address that many links refer to is written out in each.
MOST_GROWTH = 10
TAG = compile_late(r"<(/?)(\w+)[^>]*>")
VOID = frozenset(("br", "hr", "img"))


class MarkupError(RefusalError):
    """A text that is no article's, and would take minutes."""


def render(text: str) -> str:
    """Return Markdown as HTML in which nothing runs and nothing styles or poses as the page.

    Raises MarkupError for more text, marks or elements than any article has. It may still take
    minutes: of what comes from elsewhere only `render_in_time` is to be asked.
    """
    _check_text(text)
    # Control characters have no business in text, and Python-Markdown uses two of them itself.
    text = CONTROL.sub("", text)
    # Only who renders needs it: mostly that is a process of its own.
    import markdown

    try:
        html = _clean(markdown.markdown(text, extensions=EXTENSIONS, output_format="html"))
    except RecursionError:
        raise MarkupError(_describe_depth("太多")) from None
    _check_html(html, len(text))
    return html


def _check_text(text: str) -> None:
    if len(text) > MOST_CHARACTERS:
        limit = f"正文有 {len(text)} 个字符，最多 {MOST_CHARACTERS} 个，请分成几篇"
        raise MarkupError(limit)
    for mark, most in MOST_MARKS.items():
        count = len(re.findall(rf"(?<!\\){re.escape(mark)}", text))
        if count > most:
            raise MarkupError(f"正文里有 {count} 个“{mark}”，最多 {most} 个，请删减或在前面加 \\")


def _check_html(html: str, written: int) -> None:
    if len(html) > MOST_GROWTH * max(written, MOST_CHARACTERS // MOST_GROWTH):
        raise MarkupError("排版后比原文长太多，请不要反复引用同一个注、同一个很长的链接")
    depth = deepest = count = 0
    for closing, name in TAG.findall(html):
        count += not closing
        depth += 0 if name in VOID else -1 if closing else 1
        deepest = max(deepest, depth)
    if count > MOST_ELEMENTS:
        most = f"最多 {MOST_ELEMENTS} 处，请删减或分成几篇"
        raise MarkupError(f"正文里段落、表格的格子、强调和链接等共有 {count} 处，{most}")
    if deepest > DEEPEST:
        raise MarkupError(_describe_depth(f" {deepest} 层"))


def _describe_depth(levels: str) -> str:
    return f"引用、列表或强调套了{levels}，最多 {DEEPEST} 层，请简化"


def _clean(html: str) -> str:
    return nh3.clean(
        html,
        tags=TAGS,
        attributes=ATTRIBUTES,
        allowed_classes=CLASSES,
        attribute_filter=_filter,
        url_schemes={"http", "https", "mailto"},
        link_rel=None,
    )


def _is_address(value: str) -> bool:
    """Say whether an address can be taken apart, which is what all later steps do with it."""
    try:
        return bool(urlsplit(value))
    except ValueError:
        return False


def _filter(_tag: str, attribute: str, value: str) -> str | None:
    if attribute in {"href", "src"} and not _is_address(value):
        return None
    if attribute == "id" and not FOOTNOTE_ID.fullmatch(value):
        return None
    return value

"""Markdown → safe HTML: Python-Markdown, then nh3 with a short allow-list."""

import re
from urllib.parse import urlsplit

import markdown
import nh3

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
FOOTNOTE_ID = re.compile(r"fn(ref\d*)?:[\w-]+")

#: Python-Markdown's time grows with the square of these: 20,000 brackets took it 95 seconds.
MOST_MARKS = {"[": 1000, "<": 2000}
CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029]")


class MarkupError(ValueError):
    """A text that Python-Markdown would need minutes for; the message is Chinese."""


def render(text: str) -> str:
    """Return Markdown as HTML in which nothing runs and nothing styles or poses as the page.

    Raises MarkupError for more brackets than any article has.
    """
    for mark, most in MOST_MARKS.items():
        count = len(re.findall(rf"(?<!\\){re.escape(mark)}", text))
        if count > most:
            raise MarkupError(f"正文里有 {count} 个“{mark}”，最多 {most} 个，请删减或在前面加 \\")
    # Control characters have no business in text, and Python-Markdown uses two of them itself.
    text = CONTROL.sub("", text)
    html = markdown.markdown(text, extensions=EXTENSIONS, output_format="html")
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

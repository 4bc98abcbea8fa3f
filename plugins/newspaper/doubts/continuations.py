"""Text that goes on from another page (上接第1版), told where an article of this page has it."""

from collections.abc import Iterator
from dataclasses import replace

from plugins.chinese.expressions import compile_late
from plugins.chinese.reading_form import make_reading_form
from plugins.newspaper.evidence.continuations import find_page
from plugins.newspaper.layout.page import Page, RawArticle

_CONTINUED = compile_late(r"上接\s*第?\s*[A-Za-z]?[\dOoIl〇一二三四五六七八九十]{1,3}\s*版")
#: Words of the doubt, by which it is found again where the text was joined.
FROM_ELSEWHERE = "是别的版接过来的"


def doubt_continuations(page: Page) -> Page:
    """The page with a doubt in each article that another page's text may have run into."""
    told = [find_origin(page, article) for article in page.articles]
    articles = (
        replace(a, review=(*a.review, *_list_doubts(a, origin)))
        for a, origin in zip(page.articles, told, strict=True)
    )
    return replace(page, articles=tuple(articles))


def find_origin(page: Page, article: RawArticle) -> str:
    """The page that an article says to go on from, empty where it says none.

    It says so in its text's first words, or on a line of its own above or below its headline.
    """
    first = next((block for block in article.body if block.type == "paragraph"), None)
    if first is None or not first.source_lines:
        return ""
    if told := find_page(_read(first.text)):
        return told
    end = first.source_lines[0]
    pointers = [line for line in page.furniture if line.why == "转版" and line.line < end]
    if not pointers:
        return ""
    start = article.numbers[0]
    others = [n for a in page.articles for n in a.numbers] + [a.line for a in page.unassigned]
    above = max((n for n in others if n < start), default=0)
    # On such a line nothing stands behind the page's number.
    pages = (find_page(_read(line.text) + "。") for line in pointers if line.line > above)
    return next(filter(None, pages), "")


def _list_doubts(article: RawArticle, origin: str) -> Iterator[str]:
    blocks = [block for block in article.body if block.source_lines]
    found = [(b.source_lines[0], m[0]) for b in blocks if (m := _CONTINUED.search(b.text))]
    if origin and not found:
        found = [(blocks[0].source_lines[0], f"上接{origin}")]
    for line, words in found:
        where = f"第{line}行起的一段有“{words}”"
        yield f"{where}，{FROM_ELSEWHERE}，请剪到那一篇，或删去"


def _read(text: str) -> str:
    return make_reading_form(text, simplified=True).text

"""Text that goes on from another page (上接第1版), told where an article of this page has it."""

import re
from collections.abc import Iterator
from dataclasses import replace

from plugins.newspaper.layout.page import Page, RawArticle

_CONTINUED = re.compile(r"上接\s*第?\s*[A-Za-z]?[\dOoIl〇一二三四五六七八九十]{1,3}\s*版")


def doubt_continuations(page: Page) -> Page:
    """The page with a doubt in each article that another page's text may have run into."""
    articles = (replace(a, review=(*a.review, *_list_doubts(a))) for a in page.articles)
    return replace(page, articles=tuple(articles))


def _list_doubts(article: RawArticle) -> Iterator[str]:
    for block in article.body:
        if block.source_lines and (found := _CONTINUED.search(block.text)):
            where = f"第{block.source_lines[0]}行起的一段有“{found[0]}”"
            yield f"{where}，是别的版接过来的，请剪到那一篇，或删去"

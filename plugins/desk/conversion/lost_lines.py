"""Lines that the converter gave to no article, told as a doubt of the article before them."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from plugins.newspaper import RawArticle, SetAside
from plugins.site.pages.lost_lines import write_remark


def add_lost_lines(
    articles: Sequence[RawArticle], lost: Sequence[SetAside]
) -> list[tuple[str, ...]]:
    """Return what is unsure of each article of a page, the page's lost lines being told as well."""
    told: defaultdict[int, list[int]] = defaultdict(list)
    for line in lost:
        told[_find_article_before(articles, line.line)].append(line.line)
    return [
        (*article.review, *([write_remark(told[n])] if told[n] else ()))
        for n, article in enumerate(articles)
    ]


def _find_article_before(articles: Sequence[RawArticle], line: int) -> int:
    """Return the index of the article with the nearest line above; the first has what is above."""
    above = [(n, i) for i, one in enumerate(articles) for n in _list_lines(one) if n < line]
    return max(above, default=(0, 0))[1]


def _list_lines(article: RawArticle) -> Iterator[int]:
    head = article.lines
    blocks = (block.source_lines for block in article.body)
    for numbers in (head.kicker, head.title, head.subtitle, head.byline, *blocks):
        yield from numbers

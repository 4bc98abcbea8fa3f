"""Lines that the converter gave to no article, told as a doubt of the article before them."""

from collections import defaultdict
from collections.abc import Collection, Sequence

from plugins.newspaper.layout.page import RawArticle, SetAside
from plugins.site.pages.lost_lines import write_remark


def add_lost_lines(
    articles: Sequence[RawArticle], lost: Sequence[SetAside], rests: Collection[int] = ()
) -> list[tuple[str, ...]]:
    """Return what is unsure of each article of a page, the page's lost lines being told as well.

    The articles with the numbers `rests` may not be written: others tell, where there are any.
    """
    told: defaultdict[int, list[int]] = defaultdict(list)
    telling = [n for n in range(len(articles)) if n not in rests] or list(range(len(articles)))
    for line in lost:
        before = _find_article_before([articles[n] for n in telling], line.line)
        told[telling[before] if telling else 0].append(line.line)
    return [
        (*article.review, *([write_remark(told[n])] if told[n] else ()))
        for n, article in enumerate(articles)
    ]


def _find_article_before(articles: Sequence[RawArticle], line: int) -> int:
    """Return the index of the article with the nearest line above; the first has what is above."""
    above = [(n, i) for i, one in enumerate(articles) for n in one.numbers if n < line]
    return max(above, default=(0, 0))[1]

"""Articles varied as other newspapers print them: shorter, with other heads and sub-headlines.

What is added is cut from the article itself, so that it reads like what such papers print there.
"""

from collections.abc import Sequence
from dataclasses import replace
from random import Random

from evaluation.reading.articles import RealArticle
from evaluation.reading.houses.clauses import cut_text
from evaluation.reading.houses.extras import add_extras
from evaluation.reading.houses.headings import vary_headings
from evaluation.reading.houses.heads import vary_heads

_SHORT_PAGES = 0.3


def vary_articles(articles: Sequence[RealArticle], random: Random) -> list[RealArticle]:
    """The articles of one page in the manner of one house."""
    made = list(articles)
    if random.random() < _SHORT_PAGES:
        made = [_shorten(a, random) for a in made]
    return add_extras(vary_headings(vary_heads(made, random), random), random)


def _shorten(article: RealArticle, random: Random) -> RealArticle:
    """An article's first paragraphs, each with its first sentences: news of a county paper."""
    bylines = [b for b in article.blocks[:1] if b[0] == "byline"]
    texts = [text for kind, text in article.blocks if kind == "paragraph"]
    chosen = texts[: random.randint(1, 3)]
    kept = [("paragraph", cut_text(text, random.randint(30, 140))) for text in chosen]
    return replace(article, blocks=(*bylines, *kept)) if kept else article

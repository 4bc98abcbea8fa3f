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
#: Of the pages of shorter articles, so many keep their sub-headlines.
_SECTIONS = 0.6


def vary_articles(articles: Sequence[RealArticle], random: Random) -> list[RealArticle]:
    """The articles of one page in the manner of one house."""
    made = list(articles)
    if random.random() < _SHORT_PAGES:
        sections = random.random() < _SECTIONS
        made = [_shorten(a, sections, random) for a in made]
    return add_extras(vary_headings(vary_heads(made, random), random), random)


def _shorten(article: RealArticle, sections: bool, random: Random) -> RealArticle:
    """An article's first paragraphs, each with its first sentences: news of a county paper.

    With `sections` it keeps its sub-headlines, and below each the first paragraphs.
    """
    kept = [b for b in article.blocks[:1] if b[0] == "byline"]
    most, told = random.randint(1, 3), 0
    for kind, text in article.blocks:
        if kind == "heading" and sections:
            kept.append((kind, text))
            told = 0
        elif kind == "paragraph" and told < most:
            kept.append((kind, cut_text(text, random.randint(30, 140))))
            told += 1
    return replace(article, blocks=tuple(kept)) if kept else article

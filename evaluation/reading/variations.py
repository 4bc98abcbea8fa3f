"""Articles varied as other newspapers print them: shorter, with more lines in the head, with notes.

What is added is cut from the article itself, so that it reads like what such papers print there.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from random import Random

from evaluation.reading.articles import HeadRole, RealArticle
from plugins.chinese.characters import STOPS

_CLAUSE = re.compile(r"(?<=[，。；])[^，。；：、“”（）\s]{8,20}(?=[，。；])")
_NOTES = ("编者按：", "编者按", "编辑点评：", "开栏的话", "编者的话：", "【编者按】")
#: Of a page's articles so many get a line more in their head, or a note.
_MORE_HEAD, _NOTED = 0.2, 0.04
_SHORT_PAGES, _COLON_PAGES, _LABEL_PAGES = 0.3, 0.3, 0.1


def vary_articles(articles: Sequence[RealArticle], random: Random) -> list[RealArticle]:
    """The articles of one page in the manner of one house."""
    made = list(articles)
    if random.random() < _SHORT_PAGES:
        made = [_shorten(a, random) for a in made]
    made = [_add_head(a, random) if random.random() < _MORE_HEAD else a for a in made]
    made = [_add_note(a, random) if random.random() < _NOTED else a for a in made]
    if random.random() < _LABEL_PAGES:
        made = [_split_headings(a, random) for a in made]
    return [_close_kicker(a) for a in made] if random.random() < _COLON_PAGES else made


def _shorten(article: RealArticle, random: Random) -> RealArticle:
    """An article's first paragraphs, each with its first sentences: news of a county paper."""
    bylines = [b for b in article.blocks[:1] if b[0] == "byline"]
    texts = [text for kind, text in article.blocks if kind == "paragraph"]
    kept = [("paragraph", _cut_text(text, random)) for text in texts[: random.randint(1, 3)]]
    return replace(article, blocks=(*bylines, *kept)) if kept else article


def _cut_text(text: str, random: Random) -> str:
    least = random.randint(30, 140)
    end = next((n + 1 for n in range(least, len(text)) if text[n] in STOPS), len(text))
    return text[:end]


def _add_head(article: RealArticle, random: Random) -> RealArticle:
    """An article with a clause of its own as one more kicker or subtitle."""
    clauses = [m[0] for _, text in article.blocks[:4] for m in _CLAUSE.finditer(text)]
    if not clauses or not article.heads:
        return article
    clause = random.choice(clauses)
    at = next((n for n, head in enumerate(article.heads) if head[0] == "title"), 0)
    has_kicker, has_subtitle = at > 0, at + 1 < len(article.heads)
    if has_kicker and has_subtitle:
        return article
    new: tuple[HeadRole, str]
    if has_subtitle or (not has_kicker and random.random() < 0.5):
        new = ("kicker", clause + random.choice(("", "", "——", "：")))
    else:
        new, at = ("subtitle", random.choice(("", "", "——")) + clause), at + 1
    return replace(article, heads=(*article.heads[:at], new, *article.heads[at:]))


def _add_note(article: RealArticle, random: Random) -> RealArticle:
    """An article with an editor's note between its head and its text."""
    texts = [text for kind, text in article.blocks if kind == "paragraph" and len(text) > 40]
    if not texts:
        return article
    label, note = random.choice(_NOTES), _cut_text(random.choice(texts), random)
    if random.random() < 0.5:
        blocks = [("paragraph", label), ("paragraph", note)]
    else:
        blocks = [("paragraph", label.rstrip("：") + "：" + note)]
    return replace(article, blocks=(*blocks, *article.blocks))


def _split_headings(article: RealArticle, random: Random) -> RealArticle:
    """An article whose sub-headlines stand in two lines each, a label and a line."""
    clauses = [m[0] for _, text in article.blocks for m in _CLAUSE.finditer(text)]
    blocks: list[tuple[str, str]] = []
    for kind, text in article.blocks:
        if kind == "heading" and clauses:
            blocks += [(kind, text[:4] + random.choice(("", "："))), (kind, random.choice(clauses))]
        else:
            blocks.append((kind, text))
    return replace(article, blocks=tuple(blocks))


def _close_kicker(article: RealArticle) -> RealArticle:
    """An article whose kicker leads to its headline by a colon, as most papers print it."""
    heads = tuple(
        (role, f"{text}：" if role == "kicker" and text[-1].isalpha() else text)
        for role, text in article.heads
    )
    return replace(article, heads=heads)

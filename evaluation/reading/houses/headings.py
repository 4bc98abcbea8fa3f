"""Sub-headlines as houses print them: plain, numbered, marked, on two lines, in every feature."""

from collections.abc import Sequence
from dataclasses import replace
from random import Random

from evaluation.reading.articles import RealArticle
from evaluation.reading.houses.clauses import list_clauses

_NUMERALS = "一二三四五六七八九十"
#: How a page prints them, as often as each is sampled.
MANNERS = (
    *["as printed"] * 14, "marks", "marks", "numbers", "numbers", "lines", "lines", "brackets",
    "labels", "labels", *["made"] * 6, "none",
)  # fmt: skip
_MARKS = ("▶", "■", "●", "◆", "▲", "★", "▌", "→")
_NUMBERS = ("{n}、", "（{n}）", "{n}、", "{d}.", "之{n}：")
_LABELS = ("做法", "成效", "现状", "专家", "部门", "镜头", "探因", "对策", "提醒", "讲述")
#: A text of no fewer paragraphs than these is a feature that may have sub-headlines.
_FEATURE = 3
#: Of such texts on a page that has features, so many are.
_FEATURES = 0.5


def vary_headings(articles: Sequence[RealArticle], random: Random) -> list[RealArticle]:
    """The articles of one page with sub-headlines in the manner of one house."""
    manner = random.choice(MANNERS)
    if manner == "as printed":
        return list(articles)
    mark, number = random.choice(_MARKS), random.choice(_NUMBERS)
    return [_vary(a, manner, (mark, number), random) for a in articles]


def _vary(article: RealArticle, manner: str, forms: tuple[str, str], random: Random) -> RealArticle:
    if manner == "made":
        return _make(article, random)
    blocks: list[tuple[str, str]] = []
    count = 0
    for kind, text in article.blocks:
        if kind != "heading":
            blocks.append((kind, text))
            continue
        count += 1
        blocks += [(kind, line) for line in _print(text, manner, forms, count, article, random)]
    return replace(article, blocks=tuple(blocks))


def _print(text: str, manner: str, forms: tuple[str, str], count: int, article: RealArticle,
           random: Random) -> list[str]:  # fmt: skip
    """The lines that sub-headline number `count` is printed in."""
    mark, number = forms
    if manner == "none":
        return []
    if manner == "marks":
        return [mark + text]
    if manner == "brackets":
        return [f"【{text}】"]
    if manner == "numbers" and count <= len(_NUMERALS):
        return [number.format(n=_NUMERALS[count - 1], d=count) + text]
    if manner == "labels":
        return [f"{random.choice(_LABELS)}：{text}"]
    clauses = list_clauses(article, 6, 18)
    if manner == "lines" and clauses:
        above = text if random.random() < 0.5 else text[:4] + random.choice(("", "："))
        return [above, *random.sample(clauses, min(len(clauses), random.choice((1, 1, 2))))]
    return [text]


def _make(article: RealArticle, random: Random) -> RealArticle:
    """A feature without sub-headlines with some, each a clause of the text below it."""
    texts = [n for n, (kind, _) in enumerate(article.blocks) if kind == "paragraph"]
    headed = any(kind == "heading" for kind, _ in article.blocks)
    if headed or len(texts) < _FEATURE or random.random() > _FEATURES:
        return article
    length = random.randint(6, 16)
    every = random.randint(1, 4)
    blocks: list[tuple[str, str]] = []
    for n, (kind, text) in enumerate(article.blocks):
        if n in texts[1:] and (texts.index(n) - 1) % every == 0:
            own = replace(article, blocks=article.blocks[n : n + every])
            clauses = list_clauses(own, length - 3, length + 3)
            blocks += [("heading", random.choice(clauses))] if clauses else []
        blocks.append((kind, text))
    return replace(article, blocks=tuple(blocks))

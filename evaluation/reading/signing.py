"""Bylines and datelines of made-up people, in many houses' forms, for articles without."""

from collections.abc import Sequence
from dataclasses import replace
from random import Random

from evaluation.pages.noise import PAPERS, person
from evaluation.reading.articles import RealArticle
from plugins.newspaper.evidence.bylines import has_dateline

_BYLINES = (
    "本报记者 {a}", "本报记者　{a}", "记者 {a} 通讯员 {b}", "□ {a}", "■ 本报记者 {a}", "通讯员 {a}",
    "本报记者 {a} {b}", "通讯员 {a} {b}", "{a} 本报记者 {b}", "本报记者 {a} 文/图", "{a}",
    "□本报记者 {a} 通讯员 {b}", "{paper}记者 {a}", "见习记者 {a}", "●{a}",
)  # fmt: skip
_DATELINES = (
    "本报讯（记者 {a}）", "本报讯 （通讯员{a} {b}）", "本报讯 ", "本报讯　记者{a}报道：",
    "{paper}讯（记者 {a}）", "本报{place}{m}月{d}日电（记者{a}）", "本报讯(通讯员 {a})",
    "（记者{a}）", "{paper}消息（{a}）", "本报{place}{m}月{d}日讯（{paper}记者 {a}）",
)  # fmt: skip
_ENDS = ("（{a}）", "（本报记者 {a}）", "（记者 {a} 通讯员 {b}）", "（{a} {b}）", "({a})")
_PLACES = ("青河", "云岭", "北川", "白果", "西安", "临江")
#: Of the articles on a page that signs, so many are.
_SIGNED = 0.95
_BRIEF = 400


def sign_articles(
    articles: Sequence[RealArticle], signing: str, random: Random
) -> tuple[RealArticle, ...]:
    """The articles of one page, signed as one house does: above, in the text, or behind it.

    `byline` signs long articles above and short ones by a dateline, as most newspapers do; `none`
    takes the bylines away.
    """
    if signing == "as printed":
        return tuple(articles)
    byline, dateline, end = map(random.choice, (_BYLINES, _DATELINES, _ENDS))
    return tuple(_sign(a, signing, (byline, dateline, end), random) for a in articles)


def _sign(
    article: RealArticle, signing: str, forms: tuple[str, str, str], random: Random
) -> RealArticle:
    blocks = [b for b in article.blocks if b[0] != "byline" or signing != "none"]
    texts = [n for n, (kind, _) in enumerate(blocks) if kind == "paragraph"]
    if signing == "none" or not texts or random.random() > _SIGNED or _is_signed(blocks):
        return replace(article, blocks=tuple(blocks))
    brief = sum(len(text) for _, text in blocks) < _BRIEF
    if signing == "byline" and not brief:
        blocks.insert(0, ("byline", _fill(forms[0], random)))
    elif signing == "end":
        blocks.append(("paragraph", _fill(forms[2], random)))
    else:
        kind, text = blocks[texts[0]]
        blocks[texts[0]] = (kind, _fill(forms[1], random) + text)
    return replace(article, blocks=tuple(blocks))


def _is_signed(blocks: Sequence[tuple[str, str]]) -> bool:
    return any(kind == "byline" or has_dateline(text) for kind, text in blocks)


def _fill(form: str, random: Random) -> str:
    return form.format(
        a=person(random), b=person(random), paper=random.choice(PAPERS),
        place=random.choice(_PLACES), m=random.randint(1, 12), d=random.randint(1, 28),
    )  # fmt: skip

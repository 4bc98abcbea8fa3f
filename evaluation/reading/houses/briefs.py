"""Short articles printed as newspapers print briefs: below a column's heading, marked, untitled."""

from collections.abc import Sequence
from dataclasses import replace
from random import Random

from evaluation.pages.noise import COLUMNS, person
from evaluation.reading.articles import RealArticle
from evaluation.reading.houses.signing import PLACES
from plugins.chinese.characters import STOPS

_NAMES = ("简　讯", "短波", "各地动态", "【简讯】", "■一周要闻", "县城新事", "镇街传真")
#: How briefs begin that say first what place they are of.
_OPENINGS = ("{}　", "{}：", "【{}】", "{}县　", "●{}　", "■{}县 ")
_MARKS = ("△", "●", "■", "◆", "★", "▲")
_SHORTEST, _LONGEST = 24, 150
_MOST = 8


def make_briefs(articles: Sequence[RealArticle], random: Random) -> list[RealArticle]:
    """Some of these articles as one row of briefs, in one of the forms that newspapers use."""
    short = [b for a in articles if (b := _shorten(a)) is not None][: random.randint(2, _MOST)]
    form = random.choice(
        ("titled", "marked", "marked titles", "datelines", "sentences", "places", "mixed")
    )
    mark = random.choice(_MARKS)
    heading = (
        random.choice((*COLUMNS, *_NAMES)) if form != "marked" or random.random() < 0.7 else ""
    )
    if form == "datelines" and random.random() < 0.5:
        heading = ""
    made = [_print(brief, form, mark, random) for brief in short]
    if made and heading:
        made[0] = replace(made[0], column=heading)
    return made


def _shorten(article: RealArticle) -> RealArticle | None:
    """An article as its headline and one paragraph, as many sentences as a brief has."""
    text = next((t for kind, t in article.blocks if kind == "paragraph" and len(t) > 40), "")
    end = next((n + 1 for n in range(_SHORTEST, len(text)) if text[n] in STOPS), 0)
    title = [head for head in article.heads if head[0] == "title"]
    if not title or not end or end > _LONGEST:
        return None
    return replace(article, heads=tuple(title), blocks=(("paragraph", text[:end]),))


def _print(brief: RealArticle, form: str, mark: str, random: Random) -> RealArticle:
    text = brief.blocks[0][1]
    title = brief.heads[0][1]
    if form == "titled":
        return brief
    if form == "marked titles":
        return replace(brief, heads=(("title", mark + title),))
    if form == "mixed":
        signed = ("paragraph", f"（{person(random)}）")
        blocks = (*brief.blocks, signed) if random.random() < 0.5 else brief.blocks
        return replace(brief, blocks=blocks)
    place = random.choice(_OPENINGS).format(random.choice(PLACES))
    opening = {"marked": mark, "datelines": "本报讯　", "places": place}.get(form, "")
    signature = f"（{person(random)}）"
    told, kind = opening + text, random.random() if form == "datelines" else 1.0
    blocks = [("brief", told + signature if kind < 0.3 else told)]
    if 0.3 <= kind < 0.6:
        blocks.append(("paragraph", signature))
    return replace(brief, heads=(), blocks=tuple(blocks))

"""Bylines and datelines of made-up people, in many houses' forms, for articles without."""

from collections.abc import Sequence
from dataclasses import replace
from random import Random

from evaluation.pages.noise import PAPERS, person
from evaluation.reading.articles import RealArticle
from plugins.newspaper.evidence.bylines import has_dateline

#: Lines of a byline are parted by a bar.
_BYLINES = (
    "本报记者 {a}", "本报记者　{a}", "记者 {a} 通讯员 {b}", "□ {a}", "■ 本报记者 {a}", "通讯员 {a}",
    "本报记者 {a} {b}", "通讯员 {a} {b}", "{a} 本报记者 {b}", "本报记者 {a} 文/图", "{a}",
    "□本报记者 {a} 通讯员 {b}", "{paper}记者 {a}", "见习记者 {a}", "●{a}", "{a} {b}",
    "文/记者 {a} 通讯员 {b}", "□记者 {a} 实习生 {b}", "■{paper}记者　{a}　实习生　{b}",
    "□本报记者{a}本报通讯员{b}",
    "{a}/文 {b}/图", "文/{a} 图/{b}", "采写/{a}", "■ {paper}全媒体记者 {a} {b}", "撰文/{a}",
    "受访专家/{place}医院主任医师　{a}|文/记者　{b}", "□{paper}记者 {a}|通讯员 {b}",
    "{unit} {a}", "{unit}　{a}　{b}", "{unit} {a} 文/图", "文/图 {unit} {a}", "记者  {a}",
    "通讯员：{a}", "作者：{unit} {a}", "{place}镇 {a}",
)  # fmt: skip
_DATELINES = (
    "本报讯（记者 {a}）", "本报讯 （通讯员{a} {b}）", "本报讯 ", "本报讯　记者{a}报道：",
    "{paper}讯（记者 {a}）", "本报{place}{m}月{d}日电（记者{a}）", "本报讯(通讯员 {a})",
    "（记者{a}）", "{paper}消息（{a}）", "本报{place}{m}月{d}日讯（{paper}记者 {a}）",
    "本报讯（记者{a}通讯员{b}）", "{paper}讯 （记者 {a} 通讯员 {b}） ", "【本报讯】",
    "【新华社{place}{d}日电】", "【本市讯】", "新华社{place}{m}月{d}日电 ",
    "据新华社{place}{m}月{d}日电（记者{a} {b}）", "中新社{place}{m}月{d}日电 ",
    "本报讯 记者 {a} 通讯员 {b} ", "本报{place}讯 ", "（本报{place}讯）",
    "本报{place}{m}月{d}日讯 （{paper}全媒体记者{a} 通讯员{b}）",
    "本报讯 （{paper}全媒体记者{a} 实习生{b}）", "本网讯（{a}）", "本网讯 ", "{paper}讯　",
    "{place}消息　", "{m}月{d}日，本报记者从{place}获悉：", "（通讯员 {a} {b}）",
    "{paper}讯（通讯员{a}）", "本报{place}电 ", "{place}讯 （{a}）",
)  # fmt: skip
_ENDS = (
    "（{a}）", "（本报记者 {a}）", "（记者 {a} 通讯员 {b}）", "（{a} {b}）", "({a})",
    "（县扶贫局 {a}）", "（{place}镇卫生院 {a} {b}）", "（本报{place}{m}月{d}日电）",
    "（据新华社{place}{m}月{d}日电）", "（{unit} {a}）", "（通讯员 {a}）", "（{a} 文/图）",
    "（{unit}供稿）", "（{paper}记者 {a}）", "（{paper}{place}{m}月{d}日讯）",
)  # fmt: skip
#: Lines behind the text, as papers print them that live on what is sent in.
_BELOW = (
    "{unit} {a}", "{unit} {a} {b}", "{unit}　{a}", "{unit} {a}", "记者 {a}", "通讯员 {a} {b}",
    "文/图 {a}", "{a} {b}", "□ {a}", "供稿：{unit}", "{unit} 供稿", "本报记者 {a} 通讯员 {b}",
    "记者：{a}", "{place}镇 {a}", "文/{a} 图/{b}", "{a}",
)  # fmt: skip
_UNITS = (
    "{place}县融媒体中心", "{place}镇融媒体工作站", "县委宣传部", "{place}镇人民政府", "县税务局",
    "{place}中学", "县总工会", "国网{place}县供电公司", "{place}镇驻村工作队", "县农业农村局",
    "{place}县人民检察院", "{place}街道办事处", "县乡村振兴局", "{place}镇卫生院",
)  # fmt: skip
PLACES = ("梧溪", "石岭", "南浦", "黄杨", "西安", "临浦", "白沙", "青川", "安宁", "双河", "龙泉")
#: What a byline may be put together of: its mark, house, role, gap, names and end. What stands
#: there twice is drawn twice as often.
_PARTS = (
    ("", "", "", "□", "■ ", "● ", "◎", "▲", "文/"),
    ("", "本报", "本报", "{paper}", "{unit}", "首席", "见习", "全媒体", "融媒体"),
    ("记者", "记者", "记者", "特约记者", "通讯员"),
    (" ", " ", "　", "", "：", "/"),
    (
        "{a}",
        "{a}",
        "{a} {b}",
        "{a}　{b}",
        "{a}、{b}",
        "{a}{gap}通讯员{gap}{b}",
        "{a}{gap}实习生{gap}{b}",
    ),
    ("", "", "", "", " 文/图", "/文", "　摄影报道"),
)
#: So many pages sign by a byline that is put together.
_COMPOSED = 0.4
#: Of the articles on a page that signs, so many are.
_SIGNED = 0.95
_BRIEF = 400
#: Of those that sign behind the text, so many do so behind its last stop.
_RUN_ON = 0.4


def sign_articles(
    articles: Sequence[RealArticle], signing: str, random: Random
) -> tuple[RealArticle, ...]:
    """The articles of one page, signed as one house does: above, in the text, or behind it.

    `byline` signs long articles above and short ones by a dateline, as most newspapers do;
    `bylines` signs all above, and `below` behind the text in a line of its own; `none` takes the
    bylines away.
    """
    if signing == "as printed":
        return tuple(articles)
    ends = _BELOW if signing == "below" else _ENDS
    byline, dateline, end = map(random.choice, (_BYLINES, _DATELINES, ends))
    if random.random() < _COMPOSED:
        byline = _compose(random)
    return tuple(_sign(a, signing, (byline, dateline, end), random) for a in articles)


def _sign(
    article: RealArticle, signing: str, forms: tuple[str, str, str], random: Random
) -> RealArticle:
    blocks = [b for b in article.blocks if b[0] != "byline" or signing != "none"]
    texts = [n for n, (kind, _) in enumerate(blocks) if kind == "paragraph"]
    if signing == "none" or not texts or random.random() > _SIGNED or _is_signed(blocks):
        return replace(article, blocks=tuple(blocks))
    brief = sum(len(text) for _, text in blocks) < _BRIEF
    if signing == "bylines" or (signing == "byline" and not brief):
        blocks[:0] = [("byline", line) for line in _fill(forms[0], random).split("|")]
    elif signing == "below":
        blocks.append(("byline", _fill(forms[2], random)))
    elif signing == "end":
        _sign_end(blocks, _fill(forms[2], random), random)
    else:
        kind, text = blocks[texts[0]]
        blocks[texts[0]] = (kind, _fill(forms[1], random) + text)
    return replace(article, blocks=tuple(blocks))


def _sign_end(blocks: list[tuple[str, str]], signature: str, random: Random) -> None:
    kind, text = blocks[-1]
    if kind == "paragraph" and random.random() < _RUN_ON:
        blocks[-1] = (kind, text + signature)
    else:
        blocks.append(("paragraph", signature))


def _is_signed(blocks: Sequence[tuple[str, str]]) -> bool:
    return any(kind == "byline" or has_dateline(text) for kind, text in blocks)


def _compose(random: Random) -> str:
    """The form of a house's byline, put together of parts."""
    mark, house, role, gap, names, end = map(random.choice, _PARTS)
    return "".join((mark, house, role, gap, names.replace("{gap}", gap), end))


def _fill(form: str, random: Random) -> str:
    place = random.choice(PLACES)
    return form.format(
        a=person(random), b=person(random), paper=random.choice(PAPERS), place=place,
        unit=random.choice(_UNITS).format(place=place),
        m=random.randint(1, 12), d=random.randint(1, 28),
    )  # fmt: skip

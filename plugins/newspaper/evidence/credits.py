"""Credits: the list of roles and names in a byline, a dateline or behind the last stop.

A credit line is read word by word: 本报记者 张三 通讯员李四、王 五 文/图. Every word must be a
role, a role with a name behind it, a name, or a closing word such as 摄; else it is no credit.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import groupby, pairwise

from plugins.chinese.characters import is_han
from plugins.model import Author

#: Roles as printed, with the role that an author is given.
_ROLES = {
    "特约通讯员": "特约通讯员", "通讯员": "通讯员", "通联员": "通讯员", "特约记者": "特约记者",
    "见习记者": "见习记者", "实习记者": "实习记者", "首席记者": "记者", "特派记者": "记者",
    "全媒体记者": "记者", "融媒体记者": "记者", "融媒记者": "记者", "记者": "记者",
    "实习生": "实习生", "评论员": "评论员", "作者": "作者", "撰稿": "作者", "供稿": "作者",
    "采写": "作者", "撰文": "作者", "摄影": "摄影", "编辑": "编辑",
}  # fmt: skip
#: Words that may stand before a role: 本报, 新华社, 安康日报 (记者).
_HOUSE = (
    r"(?:本报|本刊|本网|本台|[\u4e00-\u9fff]{2,6}?(?:社|报|网|台|客户端))?"
    r"(?:驻[\u4e00-\u9fff]{2,7}?)?"
)
#: Bylines that name a newsroom and no person.
_NEWSROOMS = re.compile(
    r"(?:本报|本刊|新华社|人民日报)(?:特约)?(?:评论员|编辑部|评论部|观察员|国际部)"
)
#: Where one credit runs into the next: 新华社记者岳林才|本报记者刘裕国.
_SEAM = re.compile(
    r"(?<=[\u4e00-\u9fff])(?="
    r"(?:本报|新华社)(?:驻[\u4e00-\u9fff]{2,7}?)?(?:通讯员|[\u4e00-\u9fff]{0,2}记者)|"
    r"(?<!者)(?<!本[报刊网台])(?<!特约)通讯员)"
)
_ROLE = re.compile(rf"(?:{_HOUSE})({'|'.join(sorted(_ROLES, key=len, reverse=True))})")
_CLOSING = {
    "文",
    "图",
    "文图",
    "图文",
    "摄",
    "报道",
    "摄影报道",
    "整理",
    "通讯员文",
    "文并图",
    "图片",
    "综合",
}
_SURNAMES = (
    "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方"
    "俞任袁柳酆鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄和穆萧尹姚邵湛汪祁毛禹狄米贝明臧"
    "计伏成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯昝管卢莫"
    "经房裘缪干解应宗丁宣贲邓郁单杭洪包诸左石崔吉钮龚程嵇邢滑裴陆荣翁荀羊惠甄曲家封芮羿储靳汲邴糜松井段富巫乌焦巴弓牧"
    "隗山谷车侯宓蓬全郗班仰秋仲伊宫宁仇栾暴甘钭厉戎祖武符刘景詹束龙叶幸司韶郜黎蓟薄印宿白怀蒲邰从鄂索咸籍赖卓蔺屠蒙池"
    "乔阴胥能苍双闻莘党翟谭贡劳逄姬申扶堵冉宰郦雍璩桑桂濮牛寿通边扈燕冀浦尚农温别庄晏柴瞿阎充慕连茹习宦艾鱼容向古易慎"
    "戈廖庾终暨居衡步都耿满弘匡国文寇广禄阙东欧殳沃利蔚越夔隆师巩厍聂晁勾敖融冷訾辛阚那简饶空曾沙养鞠须丰巢关蒯相查后"
    "荆红游竺权逯盖益桓公晋楚闫法汝鄢涂钦岳帅况亢有琴商佘牟佴伯赏墨哈谯笪年爱阳佟仝闪覃付肖代邸候卿原闻苟祖尕拉扎多旦"
)
_NAME = re.compile(
    rf"[{_SURNAMES}][\u4e00-\u9fff]{{1,2}}|[欧司上诸皇尉东夏令慕长宇独南][\u4e00-\u9fff]{{2,3}}|[\u4e00-\u9fff]{{1,5}}·[\u4e00-\u9fff·]{{1,8}}"
)
_ANY_NAME = re.compile(r"[\u4e00-\u9fff]{2,5}")
#: What else stands behind 记者 in the name of a column.
_TOPICS = frozenset(
    ["手记", "观察", "调查", "视点", "感言", "随笔", "来信", "札记", "走基层", "在现场", "看变化"]
)
_BULLETS = "□■●◆◎○▲△☆★☉※"
_MARKS = _BULLETS + " \u3000\xa0\u200b"
_WORDS = re.compile(r"[\s\u3000\xa0、,，/:：;；|]+")


def read_credits(text: str, *, bare_names: bool = False) -> tuple[Author, ...] | None:
    """The authors that `text` consists of, None where it is anything else than credits.

    With `bare_names` a list of names without any role counts too.
    """
    marked = text[:1] in tuple(_BULLETS)
    inside = text.strip(_MARKS)
    for opening, closing in ("（）", "()"):
        inside = inside.removeprefix(opening).removesuffix(closing)
    if _NEWSROOMS.fullmatch(inside):
        return (Author(name=inside, role="评论员"),)
    words = _close_names(_WORDS.split(_SEAM.sub(" ", inside.strip(_MARKS))))
    credits = _read_words(words)
    if credits is None or not credits.authors:
        return None
    named = credits.role is not None or credits.closed or marked or bare_names
    return tuple(credits.authors) if named else None


@dataclass(slots=True)
class _Credits:
    """What a credit line has said so far."""

    authors: list[Author] = field(default_factory=list)
    role: str | None = None
    closed: bool = False


def _read_words(words: Sequence[str]) -> _Credits | None:
    """The credits that all `words` consist of, None where one is neither role nor name."""
    credits = _Credits()
    for word in words:
        # A name without a known surname counts where 本报记者 or a blank sets it off as one.
        set_off, name = credits.role is not None, word
        if match := _ROLE.match(word):
            credits.role, set_off = _ROLES[match[1]], match.start(1) > 0
            name = word[match.end() :]
        if name in _CLOSING:
            credits.closed = True
        elif _NAME.fullmatch(name) or (
            set_off and _ANY_NAME.fullmatch(name) and name not in _TOPICS
        ):
            credits.authors.append(Author(name=name, role=credits.role or "作者"))
        elif name:
            return None
    return credits


def _close_names(words: Sequence[str]) -> list[str]:
    """Names printed with blanks inside closed up: 王 五, 张 碧 迁.

    Characters that stand alone go together in pairs, the last three where their number is odd.
    """
    closed: list[str] = []
    for alone, run in groupby(filter(None, words), key=_stands_alone):
        letters = list(run)
        if not alone or len(letters) == 1:
            closed += letters
            continue
        odd = len(letters) % 2
        cuts = [*range(0, len(letters) - odd, 2), len(letters)]
        closed += ["".join(letters[a:b]) for a, b in pairwise(cuts)]
    return closed


def _stands_alone(word: str) -> bool:
    return len(word) == 1 and is_han(word) and word not in _CLOSING

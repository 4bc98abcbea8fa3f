"""A figure's indicator from what stands behind its measure: 3600余亩水稻, 92%的贫困户."""

from plugins.chinese.expressions import compile_late
from plugins.figures.naming.names import COUNTS, SHORT, Around, Indicator, Naming, join
from plugins.figures.naming.nouns import cut_area, last_noun, stands_alone
from plugins.figures.naming.phrases import (
    LIMIT,
    OPENING,
    ends_in_noun,
    modifies,
    noun_phrase,
    shorten,
    verb_tail,
)
from plugins.figures.naming.words import Tagger, Word

#: A predicate of no more letters than this may stand in an indicator.
_PREDICATE = 12
#: What stands before a number with a noun of its own behind it adds to that when it is short.
_NAME = 10
#: So many verbs may describe a noun without 的.
_MODIFYING = 2
_KINDS = ("各类", "各种", "各级")
_ALL = compile_late(r"(?:全部|全国|所有|各类|等)$")
#: 对村内1000亩老茶园: where something is says nothing of what it is.
_LOCATIVE = compile_late(
    r"(?:[村镇县区市乡园厂校境家]|辖区)[内里上中]$|[县镇乡村]的?$|[把将][^，。]{1,8}$"
)
_LIST = compile_late(r"[、和及与]")
_OF_TIME = compile_late(
    r"(?:^|[从由自至到成为比增减升降]|增[长加]|减少|下降|提高|发展|恢复|扩大|[锐骤]减|了)的$"
)
#: 35万元捐款, 30万元免息贷款: money by the name of what it is.
_MONEY = compile_late(
    r"(?:[^\W\d_的、]{0,4})(?:捐款|善款|贷款|补[助贴]|奖金|工资|赔偿|存款|订单|货款|学费)(?=[，。、；,;]|$)"
)
#: 从760家发展到1691家: a change goes on behind the number, and no noun.
GOES_ON = compile_late(
    r"(?:发展|恢复|增加|增长|减少|下降|降低|提高|提升|上升|扩大|扩展|[锐骤]减|激增|缩减|压减|[增减降升])"
    r"(?:到|至|为|成|的?$)"
)
#: 21个村的干部: the places are counted.
_AREA_OF = compile_late(r"(?P<area>(?:[贫行自深示挂重试][^\W\d_的、]{1,3})?[村镇县乡])的")
#: 25名70岁以上老人: how old those are that are counted.
_AGED = compile_late(r"^\d+(?:周?岁)?(?:[至到—-]\d+)?周?岁(?:及?以[上下])?的?")
#: 近2公里长的管线: which way it is measured.
_DIMENSION = compile_late(r"^[长宽高深厚重](?=的)")
#: 抽水都无法: what is told of a thing, and no part of its name.
_TELLS = compile_late(r"都|仍|却|无法|没有")
#: 69个县（市、区）: what is counted, be it called one or the other.
_EITHER = compile_late(r"(?P<area>[县村乡镇省市](?:份|区)?[（(][^（()）]{1,9}[）)])")
#: 签署了协议, 像是冲破: a clause of its own, which says little of what is counted.
_CLAUSAL = compile_late(r"了|[像是]|[对向把被将]|通过|由于|开展")
_LAND = compile_late("地(?=[，。、；,;]|$)")
_HAS = compile_late(r"有[了近约超过逾]*$")
#: Tags of words that say where.
_WHERE = ("ns", "s", "f", "nr", "nt")
_AND_SPLIT = compile_late(r"[和及与](?=.{5})")
#: 展览面积, 建设资金: an action before these is the name of an amount.
_MEASURED = frozenset([
    "面积", "规模", "产能", "里程", "能力", "收入", "资金", "补助",
    "补贴", "费用", "产值", "产量", "基地", "人员", "岗位",
])  # fmt: skip
_AFTERWARDS = (
    "与", "到", "包括", "分为", "是", "有", "为", "均", "已", "全部", "都", "也", "正",
    "将", "的", "了", "在", "以", "、", "和", "一", "里", "内", "中",
)  # fmt: skip
CLOSE = compile_late(r"[、(（)）“”\"]")
_BRACKETS = compile_late(r"[(（)）]")
LINKS = compile_late(r"^[、和及与或,，\s)）]+|(?:[、和与或\s]|(?<![涉普惠遍危顾提])及)+$")
TO_VERB = compile_late(
    r"[^\W\d_]{0,2}(?:提高|提升|增加|增长|上升|扩大|下降|降低|减少|缩|降|增|减|升|发展[到至为]|到|至)"
)


def head_behind(after: str) -> str:
    """Return what stands behind a number as far as a bracket, without the 的 before it."""
    return _BRACKETS.split(after.removeprefix("的"), maxsplit=1)[0]


def name_by_noun_after(around: Around, base: str, after: str, tagger: Tagger) -> Naming | None:
    """Name a figure by the noun behind its measure, if it counts one."""
    after = _DIMENSION.sub("", _AGED.sub("", after))
    head = head_behind(after)
    head = head[2:] if head.startswith(_KINDS) else head
    if GOES_ON.match(head):
        return None
    if around.kind in COUNTS and (area := _EITHER.match(after) or _AREA_OF.match(after)):
        return Naming(Indicator(area["area"], ""), area[0])
    words = stands_alone(after, around, tagger) or tagger.tag(head[:40])
    behind = around.kind in COUNTS and is_relative(around.pre)
    if not words:
        return Naming(Indicator("", "")) if behind else None
    if _counts_place(around, base, after, words, tagger):
        return Naming(Indicator(base, base))
    if not base or _says_where(tagger, base):
        if around.kind == "面积" and _LAND.match(after):
            return Naming(Indicator("土地", "土地"))
        base = "" if around.kind in COUNTS else base
    counts, said = around.kind in COUNTS, CLOSE.split(head, maxsplit=1)[0]
    if around.kind == "资金" and (money := _MONEY.match(after)):
        verb = verb_tail(tagger, base)
        return Naming(Indicator(join(verb, money[0]), money[0]), money[0])
    if behind and not _opens_noun_phrase(words):
        return _name_behind_relative(words, tagger)
    before = LINKS.sub("", around.pre).rstrip("约近超达到过了由从的")
    if counts and before.endswith("等") and (last := last_noun(words, said)):
        return Naming(Indicator(last, last), last)
    before = _ALL.sub("", before)
    placed = around.kind not in COUNTS and _LOCATIVE.search(before) is not None
    names = ends_in_noun(tagger, before) and ends_in_noun(tagger, base)
    if names and not placed and not (counts and around.pre.endswith("、")):
        return _name_between(around, base, after, words, tagger)
    is_told = words[0].tag in ("p", "d", "c") and not noun_phrase(words)[0]
    if around.pre.strip() and counts and is_told:
        return Naming(Indicator(shorten(tagger, said), said))
    says = _opens_noun_phrase(words) or after.startswith("的")
    if not says and not (counts and (len(words) > 1 or words[0].is_verb)):
        return None
    return _name_phrase(around, base, words, said, tagger)


def _counts_place(
    around: Around, base: str, after: str, words: tuple[Word, ...], tagger: Tagger
) -> bool:
    """Tell whether a number describes the place behind it: 人口400万的甲市."""
    of_place = after.startswith("的") and words[0].tag.startswith(_WHERE)
    return of_place and around.kind in COUNTS and ends_in_noun(tagger, base)


def _name_phrase(
    around: Around, base: str, words: tuple[Word, ...], said: str, tagger: Tagger
) -> Naming | None:
    """Name a figure by the noun phrase at the head of the words behind it."""
    phrase, rest = noun_phrase(words)
    phrase, rest = cut_area(words, phrase, rest) if around.kind == "数量" else (phrase, rest)
    owned = phrase.partition("的")[0] if _HAS.search(around.pre) else phrase
    if owned != phrase and all(word.is_noun and word.tag != "a" for word in tagger.tag(owned)):
        phrase, rest = owned, ""  # 拥有2万名员工|的集团
    if around.followed:
        phrase = _AND_SPLIT.split(phrase, maxsplit=1)[0]  # what follows is the next number's
    if len(phrase) > LIMIT:
        # Of a long list the number counts what stands first.
        phrase = _LIST.split(phrase, maxsplit=1)[0]
    if phrase:
        phrase = phrase.removesuffix("之一")
        # 完成61个部门|13亿条数据接入: the verb is that of the next number.
        is_part = around.followed and around.noun + around.post == phrase
        text = _with_predicate(phrase, rest, "" if is_part else verb_tail(tagger, base))
        return Naming(Indicator(shorten(tagger, text), phrase), phrase)
    if around.kind in COUNTS and 2 <= len(said) <= SHORT and not TO_VERB.match(said):
        return Naming(Indicator(join(base, said), said))
    return None


def is_relative(pre: str) -> bool:
    """Tell whether a clause with 的 leads to a number, and no time does: 从2015年的760家."""
    return pre.endswith("的") and _OF_TIME.search(pre) is None


def _name_behind_relative(words: tuple[Word, ...], tagger: Tagger) -> Naming:
    """Name what a clause with 的 is told of: 明确的52个挂牌督战贫困县; nothing else says it."""
    verbs = 0
    while verbs < len(words) and words[verbs].is_verb and verbs < _MODIFYING:
        verbs += 1
    phrase, _ = noun_phrase(words) if not verbs else noun_phrase(words[verbs:])
    if not phrase:
        phrase, verbs = noun_phrase(words)[0], 0
    text = "".join(word.text for word in words[:verbs]) + phrase if phrase else ""
    return Naming(Indicator(shorten(tagger, text), phrase), phrase if not verbs else "")


def _opens_noun_phrase(words: tuple[Word, ...]) -> bool:
    """Tell whether words start with a noun or, as 老茶园 does, with an adjective to one."""
    if (words[0].is_action or words[0].is_verb) and len(words) > 1 and words[1].text in _MEASURED:
        return True
    if words[0].text in OPENING:
        return any(word.text == OPENING[words[0].text] for word in words)
    led = words[0].tag in ("a", "m") or words[0].text == "未"
    if led and not words[0].listed:
        return len(words) > 1 and words[1].opens_noun_phrase
    return words[0].opens_noun_phrase


def _name_between(
    around: Around, base: str, after: str, words: tuple[Word, ...], tagger: Tagger
) -> Naming | None:
    """Name a figure that has nouns on both sides: 价值10万元的教学设备."""
    starts_noun = _opens_noun_phrase(words)
    describes = modifies(words, 0)
    if not starts_noun and (around.kind in COUNTS or not after.startswith("的")):
        return None
    if around.kind not in COUNTS and not after.startswith("的"):
        return None
    phrase, _ = noun_phrase(words)
    is_whole = len(phrase) == sum(len(word.text) for word in words)
    if not phrase or (is_whole and not (starts_noun or describes)):
        return None
    if around.kind == "数量":
        phrase, _ = cut_area(words, phrase, "")
    is_act = phrase == words[0].text and words[0].tag == "v"
    is_long = around.kind in COUNTS and len(base) > _NAME and not is_act
    name = phrase if is_long else join(base, phrase)
    return Naming(Indicator(shorten(tagger, name), phrase), phrase)


def _says_where(tagger: Tagger, base: str) -> bool:
    """Tell whether words end in a place, which no number counts: 嘉善产业新城的30名志愿者."""
    words = tagger.tag(base)
    return bool(words) and words[-1].tag.startswith(_WHERE)


def _with_predicate(phrase: str, rest: str, verb: str) -> str:
    """社区居民走上就业岗位: without a verb before it, a short predicate says more."""
    is_clause = verb or _CLAUSAL.search(rest)
    fits = 2 <= len(rest) <= (SHORT if is_clause else _PREDICATE) and "、" not in rest
    if (
        fits
        and not _TELLS.search(rest)
        and not rest.startswith(_AFTERWARDS)
        and not rest.endswith("的")
    ):
        return join(verb, phrase + rest)
    return join(verb, phrase)

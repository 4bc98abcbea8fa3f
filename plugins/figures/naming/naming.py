"""One figure's indicator from the words around it."""

import re
from dataclasses import dataclass

from plugins.figures.naming.links import CHANGE
from plugins.figures.naming.phrases import (
    LIMIT,
    ends_in_noun,
    noun_phrase,
    shorten,
    trim,
    verb_tail,
)
from plugins.figures.naming.words import Tagger, Word

_PEOPLE = ("人数", "户数")
_COUNTS = ("数量", "人次", *_PEOPLE)
#: Kinds of measure after which the thing measured may stand: 3600余亩水稻, 10万元的教学设备.
_COUNTED = (*_COUNTS, "用工", "面积", "长度", "重量", "体积", "电量", "功率", "资金", "时间")
_RATES = ("比例", "变化", "倍数")
#: A predicate of no more letters than this may stand in an indicator.
_PREDICATE = 12
_SHORT = 8
#: What stands before a number with a noun of its own behind it adds to that when it is short.
_NAME = 10
_CLOSE = re.compile(r"[、(（)）“”\"]")
#: 捐赠电视机（93台）: a number alone in brackets counts what stands before them.
_BRACKETED = re.compile(r"[(（](?:约|共|近|达|计|含)*$")
_BRACKETS = re.compile(r"[(（)）]")
_LINKS = re.compile(r"^[、和及与或,，\s)）]+|(?:[、和与或\s]|(?<![涉普惠遍危顾提])及)+$")
_AND = re.compile(r"(?:[、和与]|(?<![涉普惠遍危顾提])及)\s*$")
_TO = re.compile(r"(?:到了?|至|为|成|达|在)$")
_TO_VERB = re.compile(
    r"[^\W\d_]{0,2}(?:提高|提升|增加|增长|上升|扩大|下降|降低|减少|缩|降|增|减|升|到|至)"
)
_MONEY = re.compile(r"投|资|筹|拨|安排|列支|整合|补|发放|支出|争取|用|捐|经费|款")
_NO_PURPOSE = re.compile(rf"以|左|的|{_TO_VERB.pattern}")
#: 对村内1000亩老茶园: where something is says nothing of what it is.
_LOCATIVE = re.compile(r"(?:[村镇县区市乡园厂校境]|辖区)[内里上中]$|[县镇乡村]的?$")
_KINDS = ("各类", "各种", "各级")
_OF_RATES = ("速度", "增速", "比例", "比重", "水平", "幅度", "股份", "股权", "目标", "标准", "关税")
_ALL = re.compile(r"(?:全部|全国|所有|各类|等)$")
_EACH = re.compile(r"平均|每")
_NO_SUBJECT = re.compile(
    r"^(?:占|为|比|较|同比|环比|达|年均|分别|其(?![他余])|超|高于|低于|增速|增幅|降幅|涨幅|完成年度"
    r"|完成(?:年度|总|全年)?(?:任务|计划)?的?$)"
)
_COMPARED = re.compile(r"^[比较](?=净|增|减|多|少|下|上|提|降|缩|收)")
_AFTERWARDS = (
    "均",
    "已",
    "全部",
    "都",
    "也",
    "正",
    "将",
    "的",
    "了",
    "在",
    "以",
    "、",
    "和",
    "一",
    "里",
    "内",
)


@dataclass(frozen=True, slots=True)
class Indicator:
    """An indicator; `subject` is what a following number without a noun of its own measures."""

    text: str
    subject: str


@dataclass(frozen=True, slots=True)
class Around:
    """A figure's kind, the words of its clause before and after it, and what it may inherit.

    `noun` is a noun inside the figure (7.3万贫困人口); `touches` says that it follows directly on
    a figure with words of its own (687条1605.61公里).
    """

    kind: str
    noun: str
    pre: str
    post: str
    inherited: str
    touches: bool


@dataclass(frozen=True, slots=True)
class Naming:
    """A figure's indicator, the words after it that it uses, and whether it waits for more.

    Money waits when its clause says only that it was spent: the next says on what.
    """

    indicator: Indicator
    used: str = ""
    waits: bool = False


def own_words(tagger: Tagger, pre: str) -> str:
    """Return the words before a number that belong to it, trimmed."""
    return trim(tagger, _LINKS.sub("", pre))


def own_stretch(pre: str, leads: bool) -> str:
    """Return the part of what stands before a number that is not the figure's before."""
    if leads:
        return pre
    # What stands before 和 belongs to the figure before, what stands after 、 to this.
    pre = pre[pre.rindex("、") + 1 :] if "、" in pre else pre
    return "" if _AND.search(pre) else pre


def name_figure(around: Around, tagger: Tagger) -> Naming:
    """Return the indicator of one figure."""
    base = own_words(tagger, _BRACKETED.sub("", around.pre))
    after = around.noun or around.post
    if around.touches and not _counts_noun(around, tagger):
        return Naming(_inherited(around, ""))
    if around.kind in _COUNTED and not after.startswith(("、", "(", "（", ")", "）")):
        naming = _name_by_noun_after(around, base, after, tagger)
        if naming is not None:
            return naming
    if around.kind == "比例" and after.startswith("的"):
        naming = _name_share(around, base, after, tagger)
        if naming is not None:
            return naming
    if around.kind in _RATES or CHANGE.search(around.pre.rstrip("约近超了 ")):
        return Naming(_name_rate(around, base, tagger))
    return _name_by_words_before(around, base, tagger)


def _counts_noun(around: Around, tagger: Tagger) -> bool:
    words = tagger.tag(around.post[:12])
    return bool(around.noun) or (bool(words) and words[0].is_noun and words[0].tag != "a")


def _name_by_noun_after(around: Around, base: str, after: str, tagger: Tagger) -> Naming | None:
    """Name a figure by the noun behind its measure, if it counts one."""
    head = _BRACKETS.split(after.removeprefix("的"), maxsplit=1)[0]
    head = head[2:] if head.startswith(_KINDS) else head
    words = tagger.tag(head[:40])
    if not words:
        return None
    before = _LINKS.sub("", around.pre).rstrip("约近超达到过了由从的")
    before = _ALL.sub("", before)
    placed = around.kind not in _COUNTS and _LOCATIVE.search(before) is not None
    if base and not placed and ends_in_noun(tagger, before):
        return _name_between(around, base, after, words, tagger)
    counted = around.kind in _COUNTS
    said = _CLOSE.split(head, maxsplit=1)[0]
    if around.pre.strip() and counted and words[0].tag in ("p", "d"):
        return Naming(Indicator(shorten(tagger, said), said))
    says = _opens_noun_phrase(words) or after.startswith("的")
    if not says and not (counted and (len(words) > 1 or words[0].is_verb)):
        return None
    phrase, rest = noun_phrase(words)
    if phrase:
        text = _with_predicate(phrase, rest, verb_tail(tagger, base))
        return Naming(Indicator(shorten(tagger, text), phrase), phrase)
    if counted and 2 <= len(said) <= _SHORT and not _TO_VERB.match(said):
        return Naming(Indicator(_joined(base, said), said))
    return None


def _opens_noun_phrase(words: tuple[Word, ...]) -> bool:
    """Tell whether words start with a noun or, as 老茶园 does, with an adjective to one."""
    if words[0].tag == "a" and not words[0].listed:
        return len(words) > 1 and words[1].opens_noun_phrase
    return words[0].opens_noun_phrase


def _name_between(
    around: Around, base: str, after: str, words: tuple[Word, ...], tagger: Tagger
) -> Naming | None:
    """Name a figure that has nouns on both sides: 价值10万元的教学设备."""
    starts_noun = words[0].opens_noun_phrase
    if not starts_noun and (around.kind in _COUNTS or not after.startswith("的")):
        return None
    if around.kind not in _COUNTS and not after.startswith("的"):
        return None
    phrase, _ = noun_phrase(words)
    if not phrase or (not starts_noun and len(phrase) == sum(len(w.text) for w in words)):
        return None
    name = phrase if around.kind in _COUNTS and len(base) > _NAME else _joined(base, phrase)
    return Naming(Indicator(shorten(tagger, name), phrase), phrase)


def _with_predicate(phrase: str, rest: str, verb: str) -> str:
    """社区居民走上就业岗位: without a verb before it, a short predicate says more."""
    if len(rest) <= (_SHORT if verb else _PREDICATE) and not rest.startswith(_AFTERWARDS):
        return _joined(verb, phrase + rest)
    return _joined(verb, phrase)


def _name_by_words_before(around: Around, base: str, tagger: Tagger) -> Naming:
    if not base or _NO_SUBJECT.match(base):
        return Naming(_inherited(around, base))
    name = shorten(tagger, base)
    if around.kind == "资金" and _EACH.match(name) and not _MONEY.search(name):
        return Naming(Indicator(name + around.inherited, around.inherited))
    purpose = _CLOSE.split(around.post, maxsplit=1)[0]
    if around.kind == "资金" and _MONEY.search(name):
        if 2 <= len(purpose) <= LIMIT and not _NO_PURPOSE.match(purpose):
            return Naming(Indicator(_joined(purpose, name), name))
        waits = not purpose and not ends_in_noun(tagger, name)
        return Naming(Indicator(name, name), waits=waits)
    if around.kind in _PEOPLE and 2 <= len(purpose) <= _SHORT:
        return Naming(Indicator(name + purpose, name))
    return Naming(Indicator(name, name))


def _name_share(around: Around, base: str, after: str, tagger: Tagger) -> Naming | None:
    """Name a share by the noun that it is a share of: 92%的贫困户, 覆盖99%的乡镇."""
    words = tagger.tag(after.removeprefix("的")[:40])
    phrase, _ = noun_phrase(words)
    if not phrase or ends_in_noun(tagger, base) or phrase.endswith(_OF_RATES):
        return None
    return Naming(Indicator(shorten(tagger, verb_tail(tagger, base) + phrase), phrase), phrase)


def _name_rate(around: Around, base: str, tagger: Tagger) -> Indicator:
    """Name a share or a change: its subject, and the verb unless it says only where to."""
    pre = around.pre.rpartition("、")[2]
    pre = pre if ends_in_noun(tagger, own_words(tagger, pre)) else around.pre
    plain = re.sub(r"(?:了|约|近|超过?|分别|的|\s)+$", "", pre)
    change = None if _TO.search(plain) else CHANGE.search(plain)
    subject = trim(tagger, plain[: change.start()]) if change else own_words(tagger, pre)
    verb = _COMPARED.sub("", change[0]) if change else ""
    if not subject or _NO_SUBJECT.match(subject):
        known = around.inherited
        subject = known if subject == known else known + subject
    tail = _CLOSE.split(around.post, maxsplit=1)[0].removeprefix("的")
    if around.kind == "比例" and not verb and 1 < len(tail) <= _PREDICATE:
        verb = "" if _TO_VERB.match(tail) else tail
    return Indicator(shorten(tagger, subject) + verb, subject[-2 * LIMIT :])


def _inherited(around: Around, base: str) -> Indicator:
    subject = around.inherited or _CLOSE.split(around.post, maxsplit=1)[0][:LIMIT]
    text = subject if not base or base in subject else subject + base
    return Indicator(text[-LIMIT:], subject)


def _joined(verb: str, phrase: str) -> str:
    return phrase if phrase.startswith(verb) else verb + phrase

"""One figure's indicator from the words around it."""

import re
from itertools import pairwise

from plugins.chinese.expressions import compile_late
from plugins.figures.naming.behind import (
    CLOSE,
    GOES_ON,
    LINKS,
    TO_VERB,
    head_behind,
    name_by_noun_after,
)
from plugins.figures.naming.links import CHANGE
from plugins.figures.naming.names import COUNTS, PEOPLE, SHORT, Around, Indicator, Naming, join
from plugins.figures.naming.nouns import TAKES, stands_alone, taken_noun
from plugins.figures.naming.phrases import (
    LIMIT,
    MEASURED,
    ends_in_noun,
    head_of,
    noun_phrase,
    shorten,
    trim,
    verb_tail,
)
from plugins.figures.naming.words import Tagger

#: Kinds of measure after which the thing measured may stand: 3600余亩水稻, 10万元的教学设备.
_COUNTED = (*COUNTS, "用工", "面积", "长度", "重量", "体积", "电量", "功率", "资金", "时间")
#: 13%增值税率: a share by the name of what it is.
_RATE_BEHIND = compile_late(r"[^\W\d_的、和]{0,6}(?:税率|利率|费率)")
_OF_RATES = ("速度", "增速", "比例", "比重", "水平", "幅度", "股份", "股权", "目标", "标准", "关税")
_RATES = ("比例", "变化", "倍数")
#: The name of a share behind it, as 增值税率, is no longer.
_RATE_NAME = 8
#: A predicate of no more letters than this may stand in an indicator.
_PREDICATE = 12
#: 捐赠电视机（93台）: a number alone in brackets counts what stands before them.
_BRACKETED = compile_late(r"[(（](?:约|共|近|达|计|含)*$")
#: 最高1000万元, 至少3所: how much at most or least says nothing of what.
_EXTREME = compile_late(r"(?:最[高低多少长大]|至少|不少于|不低于)(?:可?达|可)?$")
_AND = compile_late(r"(?:[、和与]|(?<![涉普惠遍危顾提])及)\s*$")
_TO = compile_late(r"(?:到了?|至|为|成|达|在)$")
_MONEY = compile_late(r"投|资|筹|拨|安排|列支|整合|补|发放|支出|争取|用|捐|经费|款")
_NO_PURPOSE = compile_late(rf"以|左|的|建设的|{TO_VERB.pattern}")
_EACH = compile_late(r"平均|每")
_NO_SUBJECT = compile_late(
    r"^(?:进一步|继续|逐步|持续|大幅|不断|[又再还更将])*(?:占|为|比|较|同比|环比|达|年均|分别|其(?![他余])|超|高于|低于|增速|增幅|降幅|涨幅|完成年度"
    r"|完成(?:年度|总|全年)?(?:任务|计划)?的?$"
    r"|(?:发展|恢复|增加|减少|锐减|提高|提升|下降|上升|扩大)[到至]?$)"
)
#: What people do is a name with them, where it is short and no change: 贫困劳动力5万人就业.
_PREDICATED = compile_late(rf"(?![到从在来是为有占]|{GOES_ON.pattern}).{{1,{SHORT - 1}}}[^的]")
#: A purpose behind money that is longer says more than the name of a number can.
_PURPOSE = 13
#: An average of what was told before: 起降1237架次，日均80架次.
_PER = compile_late(
    r"[，,、\s]*((?:每[户人村天月年])?平均|[人户村亩日月年]均)(?:每[年月天])?(?:达到?|为|[约近是有仅]|超过?)*"
)
_WHOLE = compile_late(r"全[国省市县区镇乡村球]$")
#: An average is of no sum.
_SUMMED = compile_late("累计|总共|共计")
#: Money is not an average of those who have it.
_OWNERS = compile_late("[户人口众民员者]$")
#: 航班量已恢复至日均134班: the average is of what stands before.
_AVERAGED = compile_late(
    r"(?P<what>.{2,12}?)(?:已|恢复|增加|提高|上升|下降|降低|达到?|至|到)+(?P<per>[日月年人户]均)"
)
_LEVELS = ("高", "低", "快", "慢", "多", "少")
_COMPARED = compile_late(r"^[比较](?=净|增|减|多|少|下|上|提|降|缩|收)")


def own_words(tagger: Tagger, pre: str) -> str:
    """Return the words before a number that belong to it, trimmed."""
    return trim(tagger, LINKS.sub("", pre))


def own_stretch(pre: str, leads: bool) -> str:
    """Return the part of what stands before a number that is not the figure's before."""
    if leads:
        # 下载超31万、注册用户24万: a number that is no figure ends what belongs to it.
        listed, _, last = pre.rpartition("、")
        return last if any(map(str.isdecimal, listed)) else pre
    # What stands before 和 belongs to the figure before, what stands after 、 to this.
    pre = pre[pre.rindex("、") + 1 :] if "、" in pre else pre
    return "" if _AND.search(pre) else pre


def name_figure(around: Around, tagger: Tagger) -> Naming:
    """Return the indicator of one figure."""
    around = around._replace(pre=_EXTREME.sub("", _BRACKETED.sub("", around.pre)))
    base = own_words(tagger, around.pre)
    after = around.noun + _cut_object(around, tagger)
    if around.touches and not _counts_noun(around, tagger):
        return Naming(_inherited(around, ""))
    if around.kind in _COUNTED and TAKES.search(around.pre):
        return _name_taken(around, after, tagger)
    if around.kind in _COUNTED and not after.startswith(("、", "(", "（", ")", "）")):
        naming = name_by_noun_after(around, base, after, tagger)
        if naming is not None:
            return naming
    if around.kind == "比例" and (
        after.startswith("的")
        or not around.pre.strip()
        or "率" in after[:_RATE_NAME]
        or _WHOLE.search(base)
    ):
        naming = _name_share(around, base, after, tagger)
        if naming is not None:
            return naming
    if around.kind in _RATES or CHANGE.search(around.pre.rstrip("约近超了 ")):
        return Naming(_name_rate(around, base, tagger))
    return _name_by_words_before(around, base, tagger)


def _name_taken(around: Around, after: str, tagger: Tagger) -> Naming:
    """Name what 把 or 将 takes by its noun alone, if that is clear."""
    noun = taken_noun(tagger.tag(head_behind(after)[:40]))
    naming = name_by_noun_after(around, "", noun, tagger) if noun else None
    return naming or Naming(Indicator("", ""))


def _cut_object(around: Around, tagger: Tagger) -> str:
    """Return what stands behind, of a noun that is the measure as far as a verb with an object.

    7.3万贫困人口就近就业, but not 摆脱…的困扰.
    """
    words = tagger.tag(around.post) if around.noun else ()
    for at, (word, following) in enumerate(pairwise(words)):
        if word.is_verb and following.is_noun:
            return "".join(one.text for one in words[:at])
    return around.post


def _counts_noun(around: Around, tagger: Tagger) -> bool:
    words = tagger.tag(around.post[:12].removeprefix("的"))
    return bool(around.noun) or (bool(words) and words[0].is_noun and words[0].tag != "a")


def _name_by_words_before(around: Around, base: str, tagger: Tagger) -> Naming:
    if per := _PER.fullmatch(around.pre):
        known = _SUMMED.sub("", around.inherited)
        is_owner = around.kind == "资金" and _OWNERS.search(known) is not None
        fits = known and not is_owner and not _PER.fullmatch(known)
        return Naming(Indicator(per[1] + known, known) if fits else Indicator("平均", ""))
    if not base or _NO_SUBJECT.match(base):
        return Naming(_inherited(around, base))
    if average := _AVERAGED.fullmatch(base):
        return Naming(Indicator(average["per"] + average["what"], average["what"]))
    name = shorten(tagger, head_of(tagger, base))
    is_each = _EACH.match(name) and not MEASURED.search(name)
    if around.kind == "资金" and is_each and not _MONEY.search(name):
        return Naming(Indicator(name + around.inherited, around.inherited))
    purpose = CLOSE.split(around.post.removeprefix("用于"), maxsplit=1)[0]
    if around.kind == "资金" and _MONEY.search(name):
        if 2 <= len(purpose) <= _PURPOSE and not _NO_PURPOSE.match(purpose):
            return Naming(Indicator(join(purpose, name), name))
        waits = not purpose and not ends_in_noun(tagger, name)
        return Naming(Indicator(name, name), waits=waits)
    is_listed = around.post.startswith("、", len(purpose))
    if around.kind in PEOPLE and not is_listed and _PREDICATED.fullmatch(purpose):
        return Naming(Indicator(name + purpose, name))
    return Naming(Indicator(name, name))


def _name_rate(around: Around, base: str, tagger: Tagger) -> Indicator:
    """Name a share or a change: its subject, and the verb unless it says only where to."""
    pre = around.pre.rpartition("、")[2]
    pre = pre if ends_in_noun(tagger, own_words(tagger, pre)) else around.pre
    plain = re.sub(r"(?:了|约|近|超过?|分别|的|\s)+$", "", pre)
    change = None if _TO.search(plain) else CHANGE.search(plain)
    subject = trim(tagger, plain[: change.start()]) if change else own_words(tagger, pre)
    verb = _say_change(change) if change else ""
    if not subject or _NO_SUBJECT.match(subject):
        known = around.inherited
        subject = known if subject == known else known + subject
    tail = CLOSE.split(around.post, maxsplit=1)[0].removeprefix("的")
    if around.kind == "比例" and not verb and 1 < len(tail) <= _PREDICATE:
        verb = "" if TO_VERB.match(tail) else tail
    name = shorten(tagger, head_of(tagger, subject))
    return Indicator(name + verb, subject[-2 * LIMIT :])


def _say_change(change: re.Match[str]) -> str:
    """Return the words of a change, without what it is compared with: 比假日|增长, but 比全省高."""
    if change["verb"] in _LEVELS:
        return _COMPARED.sub("", change[0])
    return change[0].removeprefix(change["compared"] or "")


def _inherited(around: Around, base: str) -> Indicator:
    subject = around.inherited or CLOSE.split(around.post, maxsplit=1)[0][:LIMIT]
    text = subject if not base or base in subject else subject + base
    return Indicator(text[-LIMIT:], subject)


def _name_share(around: Around, base: str, after: str, tagger: Tagger) -> Naming | None:
    """Name a share by the noun that it is a share of: 92%的贫困户, 覆盖99%的乡镇."""
    if rate := _RATE_BEHIND.match(after):
        return Naming(Indicator(rate[0], rate[0]), rate[0])
    words = stands_alone(after, around, tagger) or tagger.tag(head_behind(after)[:40])
    phrase, _ = noun_phrase(words)
    named = ends_in_noun(tagger, base) and not _WHOLE.search(base)
    if not phrase or named or phrase.endswith(_OF_RATES):
        return None
    return Naming(Indicator(shorten(tagger, verb_tail(tagger, base) + phrase), phrase), phrase)

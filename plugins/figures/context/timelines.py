"""Which period a figure belongs to."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from plugins.chinese.expressions import compile_late
from plugins.figures.context.change_periods import (
    find_base_period,
    find_own_periods,
    fits_base,
    reaches_on,
)
from plugins.figures.context.period_evidence import find_period_evidence, opens_clause
from plugins.figures.naming.clauses import SENTENCE_END, Seat
from plugins.figures.numbers.periods import Period
from plugins.figures.numbers.quantities import Quantity

#: Words of the day's news say when it was told, not what a figure covers.
_NEWS = compile_late(
    r"^(?:近日|日前|连日来|近期|最近|昨[日天晚]|今[日天]|明天|前不久|不久前|当[天日年月]|现在|眼下|当前"
    r"|[前这][一两几]天|历年)$"
)
_NOW = compile_late(r"^(?:现在|眼下|当前)$")
#: It tells of another time than what was said so far, and no number covers it.
_AGO = compile_late(r"(?:[年月天周日号]|小时)之?后$|(?:[月天周日号]|小时)之?前$")
#: 从2011年的8.1亿元: the preposition belongs to the change, not to the year.
_AWAY = compile_late(r"^从")
#: 2019年预算, and the day of a dateline: 本报5月12日电.
_NO_PERIOD = compile_late(
    r"预算|计划数|定额|[）)]?[电讯]|，?本报|的?(?:最|新低|新高|首[次个])"
    r"|可持续|议程|愿景"
)
#: A year that is spoken of covers none: 2020年是收官之年.
_SPOKEN_OF = compile_late(r"[，,]?(?:既|也|不仅)?是[^，。]{0,30}年")
_COMPARED = compile_late(r"(?:比|较|与|同|占|考虑)(?:上[年月][末底]?[和与])?$")
#: 是2012年的1.99倍, 已达去年务工总数的95%: what it is compared with.
_BASE = compile_late(r"(?:是|(?<![降升加少变改])为|相当于|达到?)$")
_TIMES = compile_late(
    r"[^，。；,;]{0,14}的[近约超]?[\d.一二三四五六七八九十百]+[多余]?(?:倍|%|％|成)"
)
#: 布合一家搬到小区，这里有12个乡镇的人: another is spoken of, at no told time.
_TURNS = compile_late(r"[，,](?:这里|那里|此时|那时)")
_DAY = compile_late(r"[日号](?:\d{1,2}时.*|[前许]|上午|下午)?$")
#: What does not change from day to day, and where somebody came to see it.
_LASTING_KINDS = frozenset(["长度", "面积", "重量", "时间", "体积", "功率", "温度", "年龄"])
_SCENE = compile_late(
    r"^[，,]?(?:在|走进|来到|记者|笔者)|总投资|全长|规模|途经|经过|覆盖|辐射|涉及"
)
_SPAN = compile_late(r"^截|至|到|[-—~～]")
_UNTIL_NOW = compile_late(r"以来|来$|^截")
_ITEM = compile_late("[；;]")
#: A total is of no one time: what was carried so far ends.
_TOTAL = compile_late(r"至此|累计|历年|总共|[共现拥辖]有|常年|占地|总面积|总人口|总投资")
#: Another is spoken of now: what was carried so far was told of the one before.
_ANOTHER = compile_late(
    r"[“”\s]*(?:[^\W\d_的，,全各该本]{2,10}(?:公司|集团|合作社|基地|园区|村|乡|镇|社区|县)(?![级域民干委庄的里])"
    r"|村民|贫困户[^\W\d_]{2,3}[，,养种家])"
)
_LASTING = compile_late(
    r"^截[至止]|期间|以来|年来|^(?:今|去|前|上|本|全)年|[12]\d{3}年|五”?(?:期间|时期|以来)|上半年|季度|月份?$|[年月]末|[年月]底"
)
#: Who says it, before the period that opens what he says.
_SAYING = compile_late(
    r"[“”\"’ ]*(?:[^。；]{0,60}(?:介绍|表示|说|称|悉|指出|显示|透露|宣布|计划|统计|认为|通报|发布)"
    r"[，,：:]?[“‘]?)?(?:预计|其中|而|但|仅|至|在|自|从|到|截至)?[“]?"
)


@dataclass(frozen=True, slots=True)
class Dated:
    """A number's period, and what speaks for it."""

    text: str
    evidence: tuple[str, ...]


def assign_periods(
    text: str, seats: Sequence[Seat], quantities: Sequence[Quantity], periods: Sequence[Period]
) -> list[Dated | None]:
    """Return for each figure the period it belongs to, as printed.

    Its own (2018年的3亿元), else the nearest before it in its sentence that is no other number's
    own; else the one that opened the last sentence of the block with any, unless what is said now
    is a total, or somebody's speech.
    """
    listed = _list_listed(text, periods)
    told = [
        one
        for one in periods
        if one not in listed and (_is_usable(text, one) or _ends_others(text, one))
    ]
    own = find_own_periods(text, quantities, told)
    ends = {quantity.end for quantity in quantities}
    free = [one for one in told if one not in own.values() and reaches_on(text, one, ends)]
    assigned: list[Dated | None] = []
    for index, (seat, quantity) in enumerate(zip(seats, quantities, strict=True)):
        period, source = own.get(index), "own"
        if period is None:
            period, source = find_base_period(text, quantity, seat, own.values()), "base"
        if period is None:
            period, source = _find_before(text, quantity, seat, free)
        if period is None:
            assigned.append(None)
            continue
        evidence = find_period_evidence(text, period, source, seat.opening, quantity.start)
        assigned.append(Dated(_AWAY.sub("", period.text), tuple(evidence)))
    return assigned


def _find_before(
    text: str, quantity: Quantity, seat: Seat, free: Sequence[Period]
) -> tuple[Period | None, str]:
    """Return the period told before a number, in its sentence or carried, and which of both."""
    period, source = _last(free, quantity.start, seat.opening), "sentence"
    if period is None:
        period, source = _carried(text, free, seat.opening, quantity.start), "carried"
    elif not _covers(text, period, quantity):
        return None, source
    return (period if period and fits_base(text, quantity, period) else None), source


def _list_listed(text: str, periods: Sequence[Period]) -> list[Period]:
    """Return the times that stand in a list, each for one of several numbers: 一季度、二季度."""
    pairs = pairwise(periods)
    return [one for pair in pairs if text[pair[0].end : pair[1].start] == "、" for one in pair]


def _covers(text: str, period: Period, quantity: Quantity) -> bool:
    """Tell whether a period of a figure's own sentence is its time."""
    if _ends_others(text, period) or _tells_scene(text, period, quantity):
        return False
    if _TURNS.search(text, period.end, quantity.start):
        return False
    # A time inside a clause is not that of the next item.
    return opens_clause(text, period) or _ITEM.search(text, period.end, quantity.start) is None


def _last(periods: Sequence[Period], end: int, start: int) -> Period | None:
    """Return the last period that lies within these bounds."""
    index = bisect_right(periods, end, key=lambda period: period.end) - 1
    return None if index < 0 or periods[index].start < start else periods[index]


def _carried(text: str, periods: Sequence[Period], opening: int, at: int) -> Period | None:
    """Return the last period before the sentence of text[at] if it opened one, and so reaches on.

    A total (累计) goes on only with what lasts until now; speech tells its own times.
    """
    index = bisect_right(periods, opening, key=lambda period: period.end) - 1
    if index < 0 or text.startswith(("“", "‘"), opening):
        return None
    if not _leads(text, periods[index]) or _ends_others(text, periods[index]):
        return None
    if _ANOTHER.match(text, opening):
        return None
    is_total = _TOTAL.search(text, opening, at) is not None
    return None if is_total and not _UNTIL_NOW.search(periods[index].text) else periods[index]


def _tells_scene(text: str, period: Period, quantity: Quantity) -> bool:
    """Tell whether a day is when something was seen, not what the number covers: 10月3日,在工地."""
    if _DAY.search(period.text) is None or _SPAN.search(period.text):
        return False
    said = text[period.end : quantity.start]
    return quantity.kind in _LASTING_KINDS or _SCENE.search(said) is not None


def _leads(text: str, period: Period) -> bool:
    """Tell whether a period opens its sentence, but for who says so."""
    if _LASTING.search(period.text) is None:
        return False
    floor = max(0, period.start - 60)
    opening = max(text.rfind(mark, floor, period.start) for mark in SENTENCE_END) + 1
    return _SAYING.fullmatch(text, max(floor, opening), period.start) is not None


def _ends_others(text: str, period: Period) -> bool:
    """Tell whether it is a time that no number covers, and that ends what was carried so far."""
    is_spoken_of = _SPOKEN_OF.match(text, period.end) is not None
    return is_spoken_of or bool(_NOW.match(period.text) or _AGO.search(period.text))


def _is_usable(text: str, period: Period) -> bool:
    if _NEWS.match(period.text) or _ends_others(text, period):
        return False
    before = text[max(0, period.start - 6) : period.start]
    if _COMPARED.search(before) or (_BASE.search(before) and _TIMES.match(text, period.end)):
        return False
    return _NO_PERIOD.match(text, period.end) is None

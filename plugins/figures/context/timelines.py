"""Which period a figure belongs to."""

import re
from bisect import bisect_right
from collections.abc import Sequence

from plugins.figures.naming.clauses import SENTENCE_END, Seat
from plugins.figures.numbers.periods import Period
from plugins.figures.numbers.quantities import Quantity

#: Words of the day's news say when it was told, not what a figure covers.
_NEWS = re.compile(
    r"^(?:近日|日前|连日来|近期|最近|昨[日天晚]|今[日天]|明天|前不久|不久前|当[天日]|现在|眼下|当前)$"
)
_AGO = re.compile(r"(?:[年月天周日号]|小时)之?后$|(?:[月天周日号]|小时)之?前$")
#: 从2011年的8.1亿元: the preposition belongs to the change, not to the year.
_AWAY = re.compile(r"^从")
#: 2019年预算, and the day of a dateline: 本报5月12日电.
_NO_PERIOD = re.compile(r"预算|计划数|定额|[）)]?[电讯]|，?本报|的?(?:最|新低|新高|首[次个])")
_COMPARED = re.compile(r"(?:比|较|与|同|占|考虑)$")
_DAY = re.compile(r"[日号](?:\d{1,2}时.*|[前许]|上午|下午)?$")
#: What does not change from day to day, and where somebody came to see it.
_LASTING_KINDS = frozenset(["长度", "面积", "重量", "时间", "体积", "功率", "温度", "年龄"])
_SCENE = re.compile(r"^[，,]?(?:在|走进|来到|记者|笔者)|总投资|全长|规模|途经|经过|覆盖|辐射|涉及")
_SPAN = re.compile(r"^截|至|到|[-—~～]")
_UNTIL_NOW = re.compile(r"以来|来$|^截")
#: What stands between a period and the number that is its own.
_OF = re.compile(r"的?(?:近|约|超过?|不足|不到)?")
_LED = re.compile(r"[由从]“?$")
_CHANGED = re.compile(r"(?:到了?|至|为|成|→)$")
#: A total is of no one time: what was carried so far ends.
_TOTAL = re.compile(r"累计|历年|总共")
_LASTING = re.compile(
    r"^截[至止]|期间|以来|年来|^(?:今|去|前|上|本|全)年|[12]\d{3}年|五”?(?:期间|时期|以来)|上半年|季度|月份?$|[年月]末|[年月]底"
)
#: Who says it, before the period that opens what he says.
_SAYING = re.compile(
    r"[“”\"’ ]*(?:[^。；]{0,60}(?:介绍|表示|说|称|悉|指出|显示|透露|宣布|计划|统计|认为|通报|发布)"
    r"[，,：:]?[“‘]?)?(?:预计|其中|而|但|仅|至|在|自|从|到|截至)?[“]?"
)


def assign_periods(
    text: str, seats: Sequence[Seat], quantities: Sequence[Quantity], periods: Sequence[Period]
) -> list[str | None]:
    """Return for each figure the period it belongs to, as printed.

    Its own (2018年的3亿元), else the nearest before it in its sentence that is no other number's
    own; else the last that opened a sentence of the block, unless what is said now is a total.
    """
    usable = [period for period in periods if _is_usable(text, period)]
    own = _own_periods(text, quantities, usable)
    free = [period for period in usable if period not in own.values()]
    assigned: list[str | None] = []
    for index, (seat, quantity) in enumerate(zip(seats, quantities, strict=True)):
        period = own.get(index) or _last(free, quantity.start, seat.opening)
        if period is not None and _tells_scene(text, period, quantity):
            period = None
        elif period is None:
            is_total = _TOTAL.search(text, seat.opening, quantity.start) is not None
            period = _carried(text, free, seat.opening, is_total)
        assigned.append(_AWAY.sub("", period.text) if period else None)
    return assigned


def _own_periods(
    text: str, quantities: Sequence[Quantity], periods: Sequence[Period]
) -> dict[int, Period]:
    """Return the periods that are one number's own, by its index: 从“十二五”末的68%提高到99%."""
    starts = [quantity.start for quantity in quantities]
    own = {}
    for period in periods:
        index = bisect_right(starts, period.end - 1)
        if index == len(starts) or not _OF.fullmatch(text, period.end, starts[index]):
            continue
        led = period.text.startswith(("从", "由")) or _LED.search(text, 0, period.start)
        if led or (index and _CHANGED.search(text, quantities[index - 1].end, period.start)):
            own[index] = period
    return own


def _last(periods: Sequence[Period], end: int, start: int) -> Period | None:
    """Return the last period that lies within these bounds."""
    index = bisect_right(periods, end, key=lambda period: period.end) - 1
    return None if index < 0 or periods[index].start < start else periods[index]


def _carried(text: str, periods: Sequence[Period], opening: int, is_total: bool) -> Period | None:
    """Return the last period before a sentence that opened one, and so reaches on.

    A total (累计) goes on only with what lasts until now.
    """
    index = bisect_right(periods, opening, key=lambda period: period.end) - 1
    for period in reversed(periods[: index + 1]):
        if _leads(text, period):
            return None if is_total and not _UNTIL_NOW.search(period.text) else period
    return None


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


def _is_usable(text: str, period: Period) -> bool:
    if _NEWS.match(period.text) or _AGO.search(period.text):
        return False
    if _COMPARED.search(text[max(0, period.start - 1) : period.start]):
        return False
    return _NO_PERIOD.match(text, period.end) is None

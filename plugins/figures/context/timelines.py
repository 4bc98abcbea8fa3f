"""Which period a figure belongs to."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from plugins.chinese.expressions import compile_late
from plugins.figures.context.change_periods import (
    find_base_period,
    find_own_periods,
    find_shared_periods,
    fits_base,
    reaches_on,
)
from plugins.figures.context.period_evidence import find_period_evidence, opens_clause
from plugins.figures.context.period_uses import ends_others, is_usable, tells_scene
from plugins.figures.naming.clauses import SENTENCE_END, Seat
from plugins.figures.numbers.periods import Period
from plugins.figures.numbers.quantities import Quantity

#: 从2011年的8.1亿元: the preposition belongs to the change, not to the year.
_AWAY = compile_late(r"^[从由]")
#: 布合一家搬到小区，这里有12个乡镇的人: another is spoken of, at no told time.
_TURNS = compile_late(r"[，,](?:这里|那里|此时|那时)")
_WHOLE_YEAR = "全年"
_YEAR = compile_late(r"(?:\d{4}|[今去前])年")
_UNTIL_NOW = compile_late(r"以来|来$|^截")
_ITEM = compile_late("[；;]")
#: 当时村里有60户: of the date that was told last.
_RECALLS = compile_late(
    r"(?<![^，。；：！？“”\s])(?:(?P<hour>清晨|早上|上午|中午|午后|下午|傍晚|晚上|当晚|凌晨)|(?:当[时年天日月]|同[年月]|那一?年|这一年)(?!度))"
)
_DATE = compile_late(r"\d[年月日号]|^[去前]年|[今去前]年\d")
_DAY = compile_late(r"\d[日号]")
#: A total is of no one time: what was carried so far ends.
_TOTAL = compile_late(r"至此|累计|历年|总共|[共现拥辖]有|常年|占地|总面积|总人口|总投资")
#: Another is spoken of now: what was carried so far was told of the one before.
_ANOTHER = compile_late(
    r"[“”\s]*(?:[^\W\d_的，,全各该本]{2,10}(?:公司|集团|合作社|基地|园区|村|乡|镇|社区|县)(?![级域民干委庄的里])"
    r"|村民|贫困户[^\W\d_]{2,3}[，,养种家])"
)
_LASTING = compile_late(
    r"^截[至止]|期间|以来|年来|^(?:今|去|前|上|本|全)年|[12]\d{3}年|五”?(?:期间|时期|以来)|上半年|季度|月份?$|[年月]末|[年月]底|假期?$|黄金周|节$"
)
#: Who says it, before the period that opens what he says.
_SAYING = compile_late(
    r"[“”\"’ ]*(?:[^。；]{0,60}(?:介绍|表示|说|称|悉|指出|显示|透露|宣布|计划|统计"
    r"|核算|测算|认为|通报|发布)"
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
    line = _draw_line(text, periods)
    own = find_own_periods(text, quantities, line.periods)
    own.update(find_shared_periods(text, quantities, periods))
    ends = {quantity.end for quantity in quantities}
    taken = own.values()
    free = [one for one in line.periods if one not in taken and reaches_on(text, one, ends)]
    line = replace(line, periods=free)
    assigned: list[Dated | None] = []
    for index, (seat, quantity) in enumerate(zip(seats, quantities, strict=True)):
        period, source = own.get(index), "own"
        if period is None:
            period, source = find_base_period(text, quantity, seat, own.values()), "base"
        if period is None:
            period, source = line.find_before(quantity, seat)
        if period is None:
            assigned.append(None)
            continue
        evidence = find_period_evidence(text, period, source, seat.opening, quantity)
        assigned.append(Dated(_AWAY.sub("", period.text), tuple(evidence)))
    return assigned


@dataclass(frozen=True, slots=True)
class _Timeline:
    """The times told in a text, in order; no number has those in `ending`, and they end others."""

    text: str
    periods: Sequence[Period]
    ending: frozenset[Period]

    def find_before(self, quantity: Quantity, seat: Seat) -> tuple[Period | None, str]:
        """Return the period told before a number, and whether in its sentence or before that."""
        text, opening, at = self.text, seat.opening, quantity.start
        period, source = self._last(at, from_start=opening), "sentence"
        if period is not None:
            if period.text == _WHOLE_YEAR:
                period = self._year_of(period, opening)
            period = period if self._covers(period, quantity) else None
        elif recalls := _RECALLS.search(text, opening, at):
            period, source = self._last(opening), "recalled"
            wanted = _DAY if recalls["hour"] else _DATE
            period = period if period is not None and wanted.search(period.text) else None
        else:
            period, source = self._carried(opening, at), "carried"
        return (period if period and fits_base(text, quantity, period) else None), source

    def _year_of(self, whole: Period, opening: int) -> Period:
        """Return the year that stood by itself before a sentence's 全年, else that itself.

        2018年，…，全年投入3亿元: of that year; but 2018年建成的水厂全年供水3万吨.
        """
        told = self._last(whole.start, from_start=opening)
        if told is None or not _YEAR.fullmatch(told.text) or not opens_clause(self.text, told):
            return whole
        return told if self.text.startswith(("，", ","), told.end) else whole

    def _last(self, end: int, from_start: int = 0) -> Period | None:
        """Return the last period that lies within these bounds."""
        index = bisect_right(self.periods, end, key=lambda period: period.end) - 1
        return None if index < 0 or self.periods[index].start < from_start else self.periods[index]

    def _covers(self, period: Period, quantity: Quantity) -> bool:
        """Tell whether a period of a figure's own sentence is its time."""
        text, at = self.text, quantity.start
        if period in self.ending or tells_scene(text, period, quantity):
            return False
        if _is_quoted(text, period, at) or _TURNS.search(text, period.end, at):
            return False
        # A time inside a clause is not that of the next item.
        return opens_clause(text, period) or _ITEM.search(text, period.end, at) is None

    def _carried(self, opening: int, at: int) -> Period | None:
        """Return the last period before a sentence if it opened one, and so reaches on to text[at].

        A total (累计) goes on only with what lasts until now; speech tells its own times.
        """
        text, period = self.text, self._last(opening)
        if period is None or period in self.ending or text.startswith(("“", "‘"), opening):
            return None
        # 2019年的灯会迎客3万人: what was held then, and no more.
        if text.startswith("的", period.end):
            return None
        if not _leads(text, period) or _is_quoted(text, period, opening):
            return None
        if _ANOTHER.match(text, opening):
            return None
        is_total = _TOTAL.search(text, opening, at) is not None
        return None if is_total and not _UNTIL_NOW.search(period.text) else period


def _draw_line(text: str, periods: Sequence[Period]) -> _Timeline:
    """Return the times of a text that bear on its numbers; in a list each is for one of several."""
    pairs = (
        (one, other) for one, other in pairwise(periods) if text[one.end : other.start] == "、"
    )
    listed = {one for pair in pairs for one in pair}
    ending = frozenset(one for one in periods if ends_others(text, one)) - listed
    told = [one for one in periods if one in ending or (one not in listed and is_usable(text, one))]
    return _Timeline(text, told, ending)


def _is_quoted(text: str, period: Period, at: int) -> bool:
    """Tell whether a period stands in quotation marks that are closed before text[at]."""
    opened = text.rfind("“", 0, period.start)
    if opened < 0 or text.find("”", opened, period.start) >= 0:
        return False
    return text.find("”", period.end, at) >= 0


def _leads(text: str, period: Period) -> bool:
    """Tell whether a period opens its sentence, but for who says so."""
    if _LASTING.search(period.text) is None:
        return False
    floor = max(0, period.start - 60)
    opening = max(text.rfind(mark, floor, period.start) for mark in SENTENCE_END) + 1
    return _SAYING.fullmatch(text, max(floor, opening), period.start) is not None

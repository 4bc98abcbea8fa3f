"""The times of a change's ends: 从2014年的12%下降到2018年的3%."""

from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import pairwise

from plugins.chinese.expressions import compile_late
from plugins.figures.naming.clauses import Seat
from plugins.figures.numbers.periods import Period
from plugins.figures.numbers.quantities import Quantity

#: What stands between a period and the number that is its own.
_OF = compile_late(r"的?(?:近|约|超过?|不足|不到)?")
_LEADS = ("从", "由")
_LED = compile_late(r"[由从]“?$")
_CHANGED = compile_late(r"(?:到了?|至|为|成|→)$")
#: The base of a change is of a span's beginning, but of no day that ends it.
_SPANNING = compile_late(r"[以年]来|期间|时期|间$|(?<=[^截])[-—~至到]")
_BASE = compile_late(r"[由从][^，。；\d]{0,12}$")
_BASE_REACH = 16
#: 一季度、二季度分别造林3万亩和4万亩: several times, and as many numbers.
_AND = compile_late(r"[、，,和与及]{1,2}(?:近|约|超过?)?")
_EACH = compile_late(r"[^。；;！？!?]{0,40}分别[^。；;！？!?，,\d]{0,12}")
_PAIR = compile_late(r"(?P<one>\d{4}年)[和、与及](?P<other>\d{4}年)")
_TO = compile_late(r"[^，。；\d]{0,8}[到至为成]")


def find_own_periods(
    text: str, quantities: Sequence[Quantity], periods: Sequence[Period]
) -> dict[int, Period]:
    """Return the periods that are one number's own, by its index: 从“十二五”末的68%提高到99%."""
    starts = [quantity.start for quantity in quantities]
    own = {}
    for period in periods:
        index = bisect_right(starts, period.end - 1)
        if index == len(starts) or not _OF.fullmatch(text, period.end, starts[index]):
            continue
        ends = index and _CHANGED.search(text, quantities[index - 1].end, period.start)
        if ends or _is_led(text, period):
            own[index] = period
    return own


def find_shared_periods(
    text: str, quantities: Sequence[Quantity], periods: Sequence[Period]
) -> Iterator[tuple[int, Period]]:
    """Yield the numbers, by index, that each have one of several times: 一季度、二季度分别造林."""
    starts = [quantity.start for quantity in quantities]
    runs: list[list[Period]] = []
    for period in periods:
        if runs and _AND.fullmatch(text, runs[-1][-1].end, period.start):
            runs[-1] += _split_pair(period)
        else:
            runs.append(_split_pair(period))
    for run in (run for run in runs if len(run) > 1):
        index = bisect_right(starts, run[-1].end - 1)
        numbers = quantities[index : index + len(run)]
        if len(numbers) < len(run) or not _EACH.fullmatch(text, run[-1].end, numbers[0].start):
            continue
        if all(_AND.fullmatch(text, one.end, other.start) for one, other in pairwise(numbers)):
            yield from enumerate(run, index)


def _split_pair(period: Period) -> list[Period]:
    """Return the two times that are printed as one: 2017年和2018年."""
    pair = _PAIR.fullmatch(period.text)
    if pair is None:
        return [period]
    starts = (period.start + pair.start(name) for name in ("one", "other"))
    return [
        Period(at, at + len(text), text) for at, text in zip(starts, pair.groups(), strict=True)
    ]


def find_base_period(
    text: str, quantity: Quantity, seat: Seat, own: Iterable[Period]
) -> Period | None:
    """Return the time of a change's base told for the change before it in its sentence.

    贫困人口从2012年底的9899万人减到551万人，贫困发生率由10.2%降至0.6%.
    """
    if not _LED.search(text, seat.opening, quantity.start):
        return None
    before = [one for one in own if seat.opening <= one.start < quantity.start]
    led = [one for one in before if _is_led(text, one)]
    return led[-1] if led else None


def fits_base(text: str, quantity: Quantity, period: Period) -> bool:
    """Tell whether a period can be a number's, be it the base of a change: 由10.2%降至0.6%."""
    before = text[max(0, quantity.start - _BASE_REACH) : quantity.start]
    is_base = _BASE.search(before) is not None and _TO.match(text, quantity.end) is not None
    return not is_base or _SPANNING.search(period.text) is not None


def reaches_on(text: str, period: Period, ends: Collection[int]) -> bool:
    """Tell whether a period can be that of numbers after it; `ends` is where numbers end.

    The base of a change has its own (由2015年的水平), and so has what a number counts
    (12个2020年出列村).
    """
    is_base = _is_led(text, period) and text.startswith("的", period.end)
    return not is_base and period.start not in ends


def _is_led(text: str, period: Period) -> bool:
    before = text[max(0, period.start - 2) : period.start]
    return period.text.startswith(_LEADS) or _LED.search(before) is not None

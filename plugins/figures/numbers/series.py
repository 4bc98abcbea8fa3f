"""Several numbers that share one unit, and shares written as fractions."""

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from plugins.chinese.digits import digit_value
from plugins.chinese.expressions import compile_late
from plugins.figures.numbers.measures import Measure, MeasureTable
from plugins.figures.numbers.numerals import LARGE, SMALL, Numeral, read_numeral, starts_numeral
from plugins.figures.numbers.quantities import Quantity, below_zero, bound_of, read_quantity, share
from plugins.figures.numbers.units import per_before, read_unit

#: What a reader found, and where to go on.
Reading = tuple[tuple[Quantity, ...], int]

#: More numbers than this before one unit are no list that shares it.
LIST_LENGTH = 8
PART_OF = compile_late(r"(百|千|万)分之")
FRACTION = compile_late(r"分之")
#: 3又1/3, 1/5: fractions in digits.
SLASH = compile_late(r"(?:又(?P<above>\d{1,2}))?[/／](?P<below>\d{1,3})(?![\d/.年月])")
#: A fraction without a unit is a share when it is had, or something is had of it.
_SHARED = compile_late(
    r"(?:[占的近约超达足到为有了仅逾过增升]|增加|下降|减少|提高|增长|降低|缩短)$"
)
_SHARE_ENDS = compile_late(r"的|以[上下]|左右|强|[，。、；,;]|是|来自|靠|属于?|位于|$")
#: Of what is named behind it (2/3的耕地), or has been told (其中，1/3是…).
_PART_OF = compile_late(r"(?:以上|左右)?的(?=[^\W\d_])")
_SHARED_OUT = compile_late(r"(?:^|[，。；：,;:中里内])$")
_PART_OF_IT = compile_late(r"(?:以上|左右)(?=[^\W\d_])|是|来自")
#: Dates and pages have a stroke, too, but rarely one of such small numbers.
_LARGEST_BELOW = 10
_RANGE = compile_late(r"\s?(?:[-—–~～－﹣―]{1,2}|至|到)\s?")
_CHANGES = compile_late(r"(?:由|从)[^，。；,;]{0,20}$")
_TO_WORDS = ("到", "至")
_AND = compile_late(r"、|和|及|与|或|,|，")
#: Whole numbers share the unit of the last one when as many things have one each: 分别为43和8户.
#: A rank and a place are no amount: 分别名列3、5位, 分别住3和5栋; but 分别安排3和5人. Nor is
#: what 在 puts something at, where it has a number for a name: 分别在3和5栋, but 分别在3和5个村.
_EACH_ITS_OWN = compile_late(
    r"(?:分别|依次)[^，。；,;\d]{0,12}?"
    r"(?P<place>(?:(?<![系陈下])列|(?<!安)排名?|(?<![安定迁移])居|(?<![入常])住|位(?=于))"
    r"[在于]?(?:全[国省市州县区镇乡村])?|(?P<at>在))?$"
)
_EACH_REACH = 16
_NEIGHBOURS = compile_late(r"(?<![第、\d])(?P<low>[1-8])、(?P<high>[2-9])(?![\d.．])")
#: Of things these alone are counted; what stands in a row has numbers for names: 6、7栋, 3、4标段.
_COUNTERS = frozenset("个头只场台棵株件辆匹口间袋箱瓶家次座所处种")
#: An act that is done has an amount behind it: 办了3、4期.
_DONE = "了"
#: A number here is that of an item: 1、2名干部驻村.
_ITEM_BEGINS = tuple("。；：;:！？!?\n")


def read_part(text: str, at: int, part: re.Match[str], done: int) -> Reading:
    """Read 百分之三十 as 30 %, 千分之五 as 5 ‰."""
    if not starts_numeral(text[part.end()]):
        return (), part.end()
    numeral, end = read_numeral(text, part.end())
    if numeral is None:
        return (), end
    value, unit = numeral.value, "‰" if part[1] == "千" else "%"
    if part[1] == "万":
        value /= 100
    lower = share(text, at, end, value, unit, numeral, done)
    between = _RANGE.match(text, end)
    if between is None or part[1] != "百" or not starts_numeral(text[between.end() :][:1]):
        return (lower,), end
    upper, stop = read_numeral(text, between.end())
    if upper is None or upper.value <= value or not _SHARE_ENDS.match(text, stop):
        return (lower,), end
    # 百分之二十至三十
    second = share(text, between.end(), stop, upper.value, unit, upper, end)
    return (replace(lower, range_end=-1), replace(second, range_end=1)), second.end


def read_fraction(text: str, numeral: Numeral, done: int) -> Reading:
    """Read 三分之二 as 66.67 %."""
    at = numeral.end + 2
    if at >= len(text) or not starts_numeral(text[at]):
        return (), at
    above, end = read_numeral(text, at)
    if above is None or not numeral.value:
        return (), end
    if text[numeral.start - 1 : numeral.start] == "又":
        return (), end  # 三又三分之一
    value = _percent(above.value / numeral.value)
    return (share(text, numeral.start, end, value, "%", above, done),), end


def _percent(part: Decimal) -> Decimal:
    """Return a part of one in hundredths, with two decimals or, of a small one, four digits."""
    value = 100 * part
    return round(value, 2) if value >= 1 else Decimal(f"{value:.4g}")


def read_slash(text: str, numeral: Numeral, table: MeasureTable, done: int) -> Reading:
    """Read 3又1/3亩 as 3.33 亩 and 占1/5 as 20 %; other digits around a stroke are no figures."""
    match = SLASH.match(text, numeral.end)
    if match is None:
        return (), numeral.end
    above, below = match["above"], Decimal(match["below"])
    top = Decimal(above) if above else numeral.value
    if not numeral.arabic or numeral.scaled or numeral.vague or top >= below:
        return (), match.end()
    part = top / below
    if above:
        mixed = numeral._replace(end=match.end(), value=numeral.value + part)
        unit = read_unit(text, mixed, table)
        quantity = read_quantity(text, mixed, unit, done) if unit else None
        return ((quantity,) if quantity else ()), match.end()
    if not _is_share(text, numeral.start, match.end(), done, below):
        return (), match.end()
    value = _percent(part)
    return (share(text, numeral.start, match.end(), value, "%", numeral, done),), match.end()


def _is_share(text: str, start: int, end: int, done: int, below: Decimal) -> bool:
    """Tell whether the fraction text[start:end] is a share of something."""
    if _SHARED.search(text, done, start):
        return _SHARE_ENDS.match(text, end) is not None
    if below > _LARGEST_BELOW:
        return False
    is_told = _SHARED_OUT.search(text, done, start) and _PART_OF_IT.match(text, end)
    return bool(is_told or _PART_OF.match(text, end))


def mark_ranges(text: str, quantities: Sequence[Quantity]) -> tuple[Quantity, ...]:
    """Mark two quantities of one unit with a dash between them (12%-13%) as the ends of a range."""
    marked = list(quantities)
    for index in range(1, len(marked)):
        low, high = marked[index - 1], marked[index]
        if low.unit == high.unit and not low.range_end and low.value < high.value:
            between = _RANGE.fullmatch(text, low.end, high.start)
            dashed = between is not None and between[0].strip() not in _TO_WORDS
            if dashed or (between and not _CHANGES.search(text, max(0, low.start - 24), low.start)):
                marked[index - 1] = replace(low, range_end=-1)
                marked[index] = replace(high, range_end=1)
    return tuple(marked)


def read_range(text: str, low: Numeral, table: MeasureTable, done: int) -> Reading:
    """Read 3-5千瓦 as two quantities; the first takes unit and scale of the second."""
    between = _RANGE.match(text, low.end)
    if between is None:
        return _read_list(text, low, table)
    if between.end() >= len(text) or not starts_numeral(text[between.end()]):
        return (), low.end
    high, _ = read_numeral(text, between.end())
    unit = None if high is None else read_unit(text, high, table)
    if high is None or unit is None or (high.value == 1 and not high.arabic):
        return (), low.end
    second = read_quantity(text, high, unit, low.end)
    if second is None:
        return (), low.end
    value, scale = low.value, _shared_scale(text, low, high)
    if not low.scaled and value * scale < high.value:
        value *= scale
    bound, start, _ = bound_of(text, low.start, low.end, low, "", done)
    below = below_zero(text, start, low, second.unit, done)
    if below is not None:
        start, value = below, -value
    first = replace(
        second, start=start, end=low.end, at=low.start, bound=bound, range_end=-1,
        value=float(value * unit.measure.factor),
        per=per_before(text, start) or second.per,
    )  # fmt: skip
    return (first, replace(second, range_end=1, per=first.per)), second.end


def _shared_scale(text: str, low: Numeral, high: Numeral) -> Decimal:
    """Return what the first of two numbers is to be multiplied by: 3至5万, 二十至二十五万."""
    if low.arabic or low.value < SMALL["十"]:
        return high.value / high.coefficient if high.coefficient else Decimal(1)
    return Decimal(LARGE.get(text[high.end - 1], 1))


def _read_list(text: str, first: Numeral, table: MeasureTable) -> Reading:
    """Read 1.7、0.7、8.3个百分点 as three quantities that share the last one's unit."""
    numerals = [first]
    each = _EACH_ITS_OWN.search(text, max(0, first.start - _EACH_REACH), first.start)
    if not first.coefficient % 1 and not each:
        return _read_neighbours(text, first, table)  # 5、10个: these may be labels
    while len(numerals) < LIST_LENGTH:
        at = numerals[-1].end
        link = _AND.match(text, at)
        if link is None or link.end() >= len(text) or digit_value(text[link.end()]) is None:
            return (), at
        following, _ = read_numeral(text, link.end())
        if following is None or not following.arabic:
            return (), at
        numerals.append(following)
        unit = read_unit(text, following, table)
        last = None if unit is None else read_quantity(text, following, unit, at)
        if unit is not None and last is not None:
            if each and each["place"] and (not each["at"] or _are_labels("", last)):
                return (), last.end
            return _shared(text, numerals, unit.measure, last)
    return (), numerals[-1].end


def _read_neighbours(text: str, low: Numeral, table: MeasureTable) -> Reading:
    """Read 5、6场 as about five, the way 五六场 is."""
    pair = _NEIGHBOURS.match(text, low.start)
    if pair is None or int(pair["high"]) != int(pair["low"]) + 1:
        return (), low.end
    high, _ = read_numeral(text, pair.start("high"))
    unit = None if high is None else read_unit(text, high, table)
    if high is None or unit is None:
        return (), low.end
    quantity = read_quantity(text, high, unit, pair.start("high"))
    before = text[: low.start].rstrip()
    if quantity is None or not before or before.endswith(_ITEM_BEGINS):
        return (), low.end
    if _are_labels(before, quantity):
        return (), quantity.end
    value = float(low.value * _shared_scale(text, low, high) * unit.measure.factor)
    about = replace(quantity, start=low.start, at=low.start, value=value, bound="~")
    return (replace(about, minor=about.minor or not high.scaled),), quantity.end


def _are_labels(before: str, quantity: Quantity) -> bool:
    """Tell whether two numbers side by side are names, and do not say about how many."""
    counts = quantity.kind != "数量" or quantity.unit in _COUNTERS
    return not counts and not before.endswith(_DONE)


def _shared(text: str, numerals: Sequence[Numeral], measure: Measure, last: Quantity) -> Reading:
    """Return the quantities of numerals that share unit and scale of the last one."""
    *others, end = numerals
    is_decimal = {bool(numeral.coefficient % 1) for numeral in others}
    if len(is_decimal) > 1 or not others[0].arabic:
        return (last,), last.end
    shared = (
        replace(
            last, start=n.start, end=n.end, at=n.start, bound="=", per=per_before(text, n.start),
            value=float(_in_scale(text, n, end) * measure.factor),
        )
        for n in others
    )  # fmt: skip
    return (*shared, last), last.end


def _in_scale(text: str, numeral: Numeral, last: Numeral) -> Decimal:
    """Return the value of a numeral in the scale of the last: 200和300万, but 8000和1万."""
    value = numeral.value * _shared_scale(text, numeral, last)
    is_far = value * numeral.value > last.value**2  # Farther from the last than without a scale.
    return numeral.value if numeral.scaled or is_far else value

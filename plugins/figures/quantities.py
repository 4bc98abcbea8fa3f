"""Quantities: a numeral with what it counts and how exactly, at its place in the text."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from plugins.figures.bounds import bound_after, bound_before, bound_of_vague
from plugins.figures.masks import Span, find_masks, mask_end
from plugins.figures.measures import Measure, MeasureTable
from plugins.figures.numerals import Numeral, digit_value, read_numeral, starts_numeral
from plugins.model import Bound

#: Spelled out and no more than this, a count carries little: 四个毛绒玩具厂.
MINOR_LIMIT = 10
#: More numbers than this before one unit are no list that shares it.
LIST_LENGTH = 8
AGE_STATISTIC = re.compile(r"(?:平均年龄|均龄|寿命|期望寿命|年龄中位数)[^，。；,;]{0,6}$")
_PART_OF = re.compile(r"(百|千|万)分之")
#: 台(套), 人(次): a second measure in brackets. Only 次 changes what is counted.
_ASIDE = re.compile(r"[(（]([次套处幢个件台座只羽条辆头户期场人家间栋])[)）]")
_DIVISOR = re.compile(r"[/／](?=[^\W\d_])[^\W\d_A-Za-z]")
_MINUTE = re.compile(r"分钟?(?![\d之])")
_AND = re.compile(r"、|和|及|与|或|,|，")
_FRACTION = re.compile(r"分之")
_PER_SUFFIX = re.compile(r"(?:每(?:人|户|亩|月|年|天|次|公斤|斤|吨|平方米|度|千瓦时|村|个|株|头|只)){1,3}")
_PER_PREFIX = re.compile(
    r"((?:人均|户均|亩均|村均|均价|日均|月均|(?<![当全])年均|平均每?(?:个|人|户|亩|村|年|月|天)?"
    r"|(?:每(?:千人|万人|百人|个?人|名|户|家|亩|公斤|斤|吨|平方米|度|千瓦时|村|个|株|头|只|张|件|位|月|年|天|次|学期|学年|季|座|台|条|公里|立方米)){1,3}))"
)
_RANGE = re.compile(r"\s?(?:[-—–~～－﹣―]{1,2}|至|到)\s?")
_SPACE = " \u00a0\u2009\u3000"
_CURRENCY = {"￥": "元", "¥": "元", "$": "美元", "€": "欧元", "£": "英镑", "RMB": "元",
             "人民币": "元", "US$": "美元"}  # fmt: skip
_MINUS = re.compile(r"(?:(?<![\w.%％])[-－−]|零下|(?<=[为达增长率温至到])负)$")


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit at text[start:end]; the number itself at text[at:stop].

    `range_end` says that this is the lower (-1) or upper (1) end of a range.
    """

    start: int
    end: int
    at: int
    value: float
    unit: str
    kind: str
    bound: Bound
    noun: str = ""
    per: str | None = None
    minor: bool = False
    range_end: int = 0


@dataclass(frozen=True, slots=True)
class _Unit:
    """What follows a numeral: the measure, where it ends, and what it is counted per."""

    measure: Measure
    end: int
    unit: str
    per: str | None = None
    noun: str = ""


def find_quantities(text: str, table: MeasureTable) -> tuple[Quantity, ...]:
    """Return every quantity of the text in order, none overlapping another."""
    return tuple(_scan(text, table, find_masks(text)))


def _scan(text: str, table: MeasureTable, masks: Sequence[Span]) -> Iterator[Quantity]:
    at = done = 0
    while at < len(text):
        skip = mask_end(masks, at)
        if skip is not None or not starts_numeral(text[at]):
            at = at + 1 if skip is None else skip
            continue
        found, at = _read(text, at, table, done)
        for quantity in found:
            yield quantity
            at = done = quantity.end


def _read(
    text: str, at: int, table: MeasureTable, done: int
) -> tuple[tuple[Quantity, ...], int]:
    """Read the quantities that start with the numeral at this place: none, one, or a range."""
    if (part := _PART_OF.match(text, at)) and part.end() < len(text):
        return _read_part(text, at, part, done)
    if text[at - 1 : at].isascii() and text[at - 1 : at].isalpha():
        return (), _code_end(text, at)
    numeral, end = read_numeral(text, at)
    if numeral is None:
        return (), end
    if _FRACTION.match(text, end):
        return _read_fraction(text, numeral, done)
    unit = _unit(text, numeral, table)
    if unit is not None:
        quantity = _quantity(text, numeral, unit, done)
        return ((quantity,) if quantity else ()), end
    return _read_range(text, numeral, table, done)


def _code_end(text: str, at: int) -> int:
    while at < len(text) and (text[at].isascii() and (text[at].isalnum() or text[at] in ".-")):
        at += 1
    return at


def _read_part(
    text: str, at: int, part: re.Match[str], done: int
) -> tuple[tuple[Quantity, ...], int]:
    """Read 百分之三十 as 30 %, 千分之五 as 5 ‰."""
    if not starts_numeral(text[part.end()]):
        return (), part.end()
    numeral, end = read_numeral(text, part.end())
    if numeral is None:
        return (), end
    value, unit = numeral.value, "‰" if part[1] == "千" else "%"
    if part[1] == "万":
        value /= 100
    return (_share(text, at, end, value, unit, numeral, done),), end


def _read_fraction(
    text: str, numeral: Numeral, done: int
) -> tuple[tuple[Quantity, ...], int]:
    """Read 三分之二 as 66.67 %."""
    at = numeral.end + 2
    if at >= len(text) or not starts_numeral(text[at]):
        return (), at
    above, end = read_numeral(text, at)
    if above is None or not numeral.value:
        return (), end
    value = round(100 * above.value / numeral.value, 2)
    return (_share(text, numeral.start, end, value, "%", above, done),), end


def _share(
    text: str, start: int, end: int, value: Decimal, unit: str, numeral: Numeral, done: int
) -> Quantity:
    bound, first, last = _bound(text, start, end, numeral, unit, done)
    return Quantity(first, last, start, float(value), unit, "比例", bound)


def _read_range(
    text: str, low: Numeral, table: MeasureTable, done: int
) -> tuple[tuple[Quantity, ...], int]:
    """Read 3-5千瓦 as two quantities; the first takes unit and scale of the second."""
    between = _RANGE.match(text, low.end)
    if between is None:
        return _read_list(text, low, table, done)
    if between.end() >= len(text) or not starts_numeral(text[between.end()]):
        return (), low.end
    high, _ = read_numeral(text, between.end())
    unit = None if high is None else _unit(text, high, table)
    if high is None or unit is None or (high.value == 1 and not high.arabic):
        return (), low.end
    second = _quantity(text, high, unit, low.end)
    if second is None:
        return (), low.end
    scale = high.value / high.coefficient if high.coefficient else Decimal(1)
    value = low.value
    if not low.scaled and low.value < high.coefficient:
        value *= scale
    bound, start, _ = _bound(text, low.start, low.end, low, "", done)
    first = replace(
        second, start=start, end=low.end, at=low.start, bound=bound, range_end=-1,
        value=float(value * unit.measure.factor),
        per=_per(text, start) or second.per,
    )  # fmt: skip
    return (first, replace(second, range_end=1, per=first.per)), second.end


def _read_list(
    text: str, first: Numeral, table: MeasureTable, done: int
) -> tuple[tuple[Quantity, ...], int]:
    """Read 1.7、0.7、8.3个百分点 as three quantities that share the last one's unit."""
    numerals = [first]
    while len(numerals) < LIST_LENGTH:
        link = _AND.match(text, numerals[-1].end)
        if link is None or link.end() >= len(text) or digit_value(text[link.end()]) is None:
            return (), first.end
        following, _ = read_numeral(text, link.end())
        if following is None or not following.arabic:
            return (), first.end
        unit = _unit(text, following, table)
        last = None if unit is None else _quantity(text, following, unit, numerals[-1].end)
        if unit is not None and last is not None:
            return _shared(text, numerals, unit.measure, last, done), last.end
        numerals.append(following)
    return (), first.end


def _shared(
    text: str, numerals: Sequence[Numeral], measure: Measure, last: Quantity, done: int
) -> tuple[Quantity, ...]:
    # 5、10个: only decimals and percentages are listed so; 3,5个 may be anything.
    if not all(numeral.value % 1 for numeral in numerals) or not numerals[0].arabic:
        return (last,)
    return (
        *(
            replace(last, start=n.start, end=n.end, at=n.start, value=float(n.value * measure.factor),
                    bound="=", per=_per(text, n.start))
            for n in numerals
        ),
        last,
    )  # fmt: skip


def _unit(text: str, numeral: Numeral, table: MeasureTable) -> _Unit | None:
    """Return what follows the numeral as a unit, or None when nothing there can be counted."""
    at = numeral.end
    if numeral.arabic and text[at : at + 1] and text[at] in _SPACE:
        at += 1
    found = table.match(text, at)
    # 7.3万贫困人口, 300多农户: a noun counted directly. The longer wins: 1.7万群众 has no 群.
    noun = table.match_noun(text, at) if numeral.arabic or numeral.scaled else None
    if noun is not None and text[noun[1] : noun[1] + 2] not in ("热线", "服务"):
        measure, end = noun
        if found is None or (end > found[1] and measure.word.startswith(found[0].word)):
            return _Unit(measure, end, measure.unit, noun=text[at:end])
    return None if found is None else _composite(text, *found, table)


def _composite(text: str, measure: Measure, end: int, table: MeasureTable) -> _Unit:
    """Read 元/斤 and 微克/立方米 as one unit, and 元每人每月 as 元 per 每人每月."""
    unit = measure.unit
    if aside := _ASIDE.match(text, end):
        unit, end = unit + ("次" if aside[1] == "次" else ""), aside.end()
    while end < len(text) and (divisor := _DIVISOR.match(text, end)):
        longer = table.match(text, end + 1)
        stop = max(divisor.end(), longer[1] if longer else 0)
        unit, end = f"{unit}/{text[end + 1 : stop]}", stop
        if text[end : end + 1] == "·":
            unit, end = unit + text[end : end + 2], end + 2
    per = _PER_SUFFIX.match(text, end)
    if per is not None and measure.kind == "资金":
        return _Unit(measure, per.end(), unit, per[0])
    return _Unit(measure, end, unit)


def _quantity(text: str, numeral: Numeral, unit: _Unit, done: int) -> Quantity | None:
    measure = unit.measure
    if not _counts(text, numeral, unit):
        return None
    value = numeral.value * measure.factor
    end = unit.end
    name = unit.unit
    if name in ("元", "小时"):
        value, name, end = _smaller(text, value, name, end)
    bound, start, end = _bound(text, numeral.start, end, numeral, name, done)
    if "多" in measure.word and bound == "=":
        bound = ">"
    if numeral.bare and bound == "=":
        return None
    minus = _MINUS.search(text, max(done, start - 2), start)
    if minus is not None and numeral.arabic:
        start, value = minus.start(), -value
    return Quantity(
        start, end, numeral.start, float(value), name, _kind(measure, unit),
        bound, unit.noun, unit.per or _per(text, start), _minor(numeral, measure),
    )  # fmt: skip


def _counts(text: str, numeral: Numeral, unit: _Unit) -> bool:
    """Tell whether this numeral and measure are a figure, and no idiom, name or age."""
    measure, spelled = unit.measure, not numeral.arabic and not numeral.scaled
    if measure.unit == "岁":
        return AGE_STATISTIC.search(text, max(0, numeral.start - 16), numeral.start) is not None
    if spelled and numeral.value <= MINOR_LIMIT and not measure.spelled:
        return False
    if spelled and numeral.value == 1 and measure.kind not in ("倍数", "变化", "比例"):
        return False
    return not (numeral.value == Decimal("0.5") and spelled and measure.word == "个")


def _smaller(text: str, value: Decimal, unit: str, end: int) -> tuple[Decimal, str, int]:
    """Read 3元5角 as 3.5 元 and 1小时40分 as 100 分钟."""
    if end < len(text) and starts_numeral(text[end]):
        part, after = read_numeral(text, end)
        if part is not None and part.value < 60:
            if unit == "元" and text[after : after + 1] == "角":
                return value + part.value / 10, unit, after + 1
            if unit == "小时" and (minute := _MINUTE.match(text, after)):
                return value * 60 + part.value, "分钟", minute.end()
    return value, unit, end


def _bound(
    text: str, start: int, end: int, numeral: Numeral, unit: str, done: int
) -> tuple[Bound, int, int]:
    """Return the bound of a number at text[start:end], and its ends with the qualifiers."""
    before = bound_before(text, start, numeral.bare)
    after = bound_after(text, end, unit)
    inner = bound_of_vague(numeral.vague, float(numeral.value))
    bound = inner
    if after is not None:
        bound, end = after
    if before is None:
        start -= _currency(text, start, done)
        before = bound_before(text, start)
    if before is not None and before[1] >= done:
        bound, start = before
    return bound, start, end


def _currency(text: str, start: int, done: int) -> int:
    """Return how many letters of a currency sign stand directly before the number."""
    for sign in _CURRENCY:
        if text.endswith(sign, done, start):
            return len(sign)
    return 0


def _kind(measure: Measure, unit: _Unit) -> str:
    if "/" in unit.unit:
        return "价格" if measure.kind == "资金" else "浓度" if "立方" in unit.unit else "单位量"
    return measure.kind


def _per(text: str, start: int) -> str | None:
    """Return the 人均, 户均 or 每亩 that the clause says before the number, if any."""
    floor = max(0, start - 40)
    low = max(text.rfind(mark, floor, start) for mark in "，,。；;！？：\n")
    listed = max(low, text.rfind("、", floor, start))
    found = [match for match in _PER_PREFIX.finditer(text, max(low + 1, floor), start)]
    # Over a 、 only 每 reaches on: 每户送去大米2袋、棉被1床, but not 人均 … 、….
    kept = [m[1] for m in found if m.start() > listed or m[1].startswith("每")]
    return kept[-1] if kept else None


def _minor(numeral: Numeral, measure: Measure) -> bool:
    spelled = not numeral.arabic and not numeral.scaled
    return spelled and numeral.value <= MINOR_LIMIT and measure.kind not in ("比例", "资金")

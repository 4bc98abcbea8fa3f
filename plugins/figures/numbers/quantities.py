"""Quantities: a number with what it counts and how exactly, at its place in the text."""

from dataclasses import dataclass
from decimal import Decimal

from plugins.chinese.expressions import compile_late
from plugins.figures.numbers.bounds import (
    DIVISIBLE,
    bound_after,
    bound_before,
    bound_of_share,
    bound_of_vague,
)
from plugins.figures.numbers.measures import Measure
from plugins.figures.numbers.money import has_smaller
from plugins.figures.numbers.numerals import Numeral
from plugins.figures.numbers.sums import NEIGHBOURS
from plugins.figures.numbers.units import (
    Unit,
    find_decimals,
    per_before,
    read_smaller_units,
    whole_value,
)
from plugins.model import Bound

#: Spelled out and no more than this, a count carries little: 四个毛绒玩具厂.
MINOR_LIMIT = 10
#: 十几人 and 五六十人 say little more than 几十人.
_MINOR_ABOUT = 100
#: A time counts where it is what is told (工期缩短30天), else it says when: 研究30年, 连续3年增收.
_TIME_TOLD = compile_late(
    r"(?:天数|日数|时间|时长|时限|工期|周期|寿命|期限|年限|[历用耗]时|[缩推延]?[短迟长]|压缩|提前|增加|减少)"
    r"[^，。；,;]{0,8}$"
)
AGE_STATISTIC = compile_late(r"(?:平均年龄|均龄|寿命|期望寿命|年龄中位数)[^，。；,;]{0,6}$")
#: 兆 is so much data where the clause speaks of data, else a million of anything.
_DATA = compile_late(
    r"(?:网速|网络|带宽|宽带|流量|内存|速率|光纤|下载|上传|信号)[^，。；,;]{0,12}$"
)
_DATA_BEHIND = compile_late(
    r"(?:以[上下])?的?(?:[上下][行载])?(?:网速|网络|带宽|宽带|流量|内存|光纤|速率|速度)"
)
_MILLION = "兆"
_MORE_THAN_ONE = compile_late(r"[多半](?![样种点少数])")
#: What is counted one by one has no tenths, unless it is an average.
_WHOLE = frozenset(["数量", "人数", "户数", "人次"])
_CLAUSE_END = compile_late(r"[，。；,;：]")
_AVERAGE = compile_late(r"均|每|相当于|折合")
#: Only these go below zero in the news; before others a hyphen joins.
SIGNED = ("℃", "%", "‰", "百分点")
_CURRENCIES = ("US$", "RMB", "人民币", "￥", "¥", "$", "€", "£")
_MINUS = compile_late(r"(?:(?<![0-9A-Za-z.%％℃])[-－−]|零下|(?<![抱肩胜辜背欺担自])负)$")


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit at text[start:end]; the numeral itself starts at text[at].

    `per` is what it is an average or a rate of; `range_end` says that this is the lower (-1) or
    the upper (1) end of a range.
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


def read_quantity(text: str, numeral: Numeral, unit: Unit, done: int) -> Quantity | None:
    """Return the quantity that a numeral and its unit make, or None when they are no figure.

    Qualifiers are read no further back than `done`, where the quantity before ends.
    """
    measure = unit.measure
    if not _counts(text, numeral, unit):
        return None
    value, name, end = whole_value(text, numeral, unit)
    if value % 1 and measure.kind in _WHOLE and not _is_average(text, numeral.start, end, unit):
        return None
    bound, start, end = bound_of(text, numeral.start, end, numeral, name, done)
    if "多" in measure.word and bound == "=":
        bound = ">"
    if numeral.bare and bound == "=":
        return None
    below = below_zero(text, start, numeral, name, done)
    if below is not None:
        start, value, name = below, -value, "℃" if name == "度" else name
    return Quantity(
        start, end, numeral.start, float(value), name, _kind(measure, unit),
        bound, unit.noun, unit.per or per_before(text, start), _minor(text, numeral, measure),
    )  # fmt: skip


def below_zero(text: str, start: int, numeral: Numeral, unit: str, done: int) -> int | None:
    """Return where the minus, 负 or 零下 before the number at text[start:] starts, if one does."""
    minus = _MINUS.search(text, max(done, start - 2), start)
    if minus is None:
        return None
    if minus[0] == "零下":
        return minus.start() if unit in ("度", "℃") else None
    return minus.start() if numeral.arabic and unit in SIGNED else None


def share(
    text: str, start: int, end: int, value: Decimal, unit: str, numeral: Numeral, done: int
) -> Quantity:
    """Return the share of text[start:end], which has no measure word: 百分之三十, 三分之二."""
    bound, first, last = bound_of(text, start, end, numeral, unit, done)
    return Quantity(first, last, start, float(value), unit, "比例", bound)


def _counts(text: str, numeral: Numeral, unit: Unit) -> bool:
    """Tell whether this numeral and measure are a figure, and no idiom, name or age."""
    measure, spelled = unit.measure, not numeral.arabic and not numeral.scaled
    if measure.unit == "岁":
        return AGE_STATISTIC.search(text, max(0, numeral.start - 16), numeral.start) is not None
    if measure.word == _MILLION and not _is_data(text, numeral.start, unit.end):
        return False
    is_small = spelled and numeral.value <= MINOR_LIMIT
    if is_small and not (measure.spelled or _is_exact(text, numeral, unit)):
        return False
    if spelled and not numeral.value:
        return False  # 零件, 零用
    if spelled and numeral.value == 1 and measure.kind not in ("倍数", "变化", "比例"):
        # 一吨多, 一年半 and 不足一亩 are not the one of an idiom.
        if measure.unit not in DIVISIBLE:
            return unit.half
        told = measure.kind != "时间" and bound_before(text, numeral.start) is not None
        told = told or has_smaller(text, unit.end, measure.word)  # 一块二
        # 一两米, 一亩二分
        told = told or numeral.vague == NEIGHBOURS
        told = told or find_decimals(text, numeral, measure, unit.end) is not None
        smaller = read_smaller_units(text, numeral.value, measure.unit, unit.end)  # 一小时二十分
        told = told or smaller[1] != measure.unit
        return unit.half or told or _MORE_THAN_ONE.match(text, unit.end) is not None
    return not (numeral.value == Decimal("0.5") and spelled and measure.word == "个")


def _is_data(text: str, start: int, end: int) -> bool:
    told = _DATA.search(text, max(0, start - 16), start) or _DATA_BEHIND.match(text, end)
    return told is not None


def _is_exact(text: str, numeral: Numeral, unit: Unit) -> bool:
    """Tell whether a small number spelled out is no idiom's: 十余里, 九点五度, 四毛五."""
    if numeral.value == MINOR_LIMIT:
        return bool(numeral.vague)
    is_decimal = numeral.value % 1 != 0 and numeral.value != Decimal("0.5")
    return is_decimal or has_smaller(text, unit.end, unit.measure.word)


def _is_average(text: str, start: int, end: int, unit: Unit) -> bool:
    clause = _CLAUSE_END.split(text[max(0, start - 24) : start])[-1]
    around = clause + text[end : end + 4]
    return unit.per is not None or "/" in unit.unit or _AVERAGE.search(around) is not None


def bound_of(
    text: str, start: int, end: int, numeral: Numeral, unit: str, done: int
) -> tuple[Bound, int, int]:
    """Return the bound of a number at text[start:end], and its ends with the qualifiers."""
    before = bound_before(text, start, numeral.bare)
    after = bound_after(text, end, unit)
    inner = bound_of_vague(numeral.vague)
    bound = inner
    if after is not None:
        bound, end = after
    if before is None:
        start -= _currency(text, start, done)
        before = bound_before(text, start)
    if before is not None and before[1] >= done:
        bound, start = before
    elif bound == "=" and unit in ("倍", "%"):
        bound = bound_of_share(text, start) or bound
    return bound, start, end


def _currency(text: str, start: int, done: int) -> int:
    """Return how many letters of a currency sign stand directly before the number."""
    for sign in _CURRENCIES:
        if text.endswith(sign, done, start):
            return len(sign)
    return 0


def _kind(measure: Measure, unit: Unit) -> str:
    if "/" in unit.unit:
        return "价格" if measure.kind == "资金" else "浓度" if "立方" in unit.unit else "单位量"
    return measure.kind


def is_vague(text: str, numeral: Numeral) -> bool:
    """Tell whether a number leaves open even how large it is: 数千万, 几十."""
    return numeral.vague == "数" or text[numeral.start] == "几"


def _minor(text: str, numeral: Numeral, measure: Measure) -> bool:
    if is_vague(text, numeral):
        return True
    if measure.kind in ("比例", "资金"):
        return False
    spelled = not (numeral.arabic or numeral.scaled or numeral.vague)
    if spelled and numeral.value <= MINOR_LIMIT:
        return True
    if measure.kind == "时间":
        return _TIME_TOLD.search(text, max(0, numeral.start - 16), numeral.start) is None
    return numeral.vague in ("几", NEIGHBOURS) and numeral.value < _MINOR_ABOUT

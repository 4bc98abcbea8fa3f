"""Units: what follows a numeral, be it 元, 微克/立方米 or a noun, its parts, and what it is per."""

import re
from dataclasses import dataclass
from decimal import Decimal

from plugins.chinese.expressions import compile_late
from plugins.figures.numbers.measures import Measure, MeasureTable
from plugins.figures.numbers.money import counts_money, read_smaller, worth
from plugins.figures.numbers.numerals import Numeral, read_numeral, starts_numeral

#: 台(套), 人(次): a second measure in brackets. Only 次 changes what is counted.
_ASIDE = compile_late(r"[(（]([次套处幢个件台座只羽条辆头户期场人家间栋])[)）]")
_DIVISOR = compile_late(r"[/／](?=[^\W\d_])[^\W\d_A-Za-z]")
_EACH = (
    "千人|万人|百人|个?人|名|户|家|亩|公斤|斤|吨|平方米|立方米|度|千瓦时|村|个|株|头|只|张|件|位|月|年|天|次|"
    "学期|学年|季|座|台|条|公里"
)
_PER_SUFFIX = compile_late(rf"(?:每(?:{_EACH})){{1,3}}")
_PER_PREFIX = compile_late(
    r"人均|户均|亩均|村均|均价|日均|月均|(?<![当全])年均|平均每?(?:个|人|户|亩|村|年|月|天)?"
    rf"|(?:每(?:{_EACH})){{1,3}}"
)
_SPACE = " \u00a0\u2009\u202f\u3000"
_HALF_OF = compile_late(r"个半(月|小时|钟头|学期|季度)")
_BLOCK, _YUAN = "块", "元"
#: A 分 before seconds is a minute, and no point of a score.
_SECONDS = compile_late(r"\d{1,2}秒")
_POINT, _MINUTE = "分", "分钟"
#: Before a noun it is a year: 2019学员招收办法. A round 2000 counts.
_YEAR = compile_late(r"(?<!\d)(?:19[5-9]\d|20[0-3](?!0)\d|20[12]0)(?!\d)")
#: A noun before these is part of a service's name: 12345群众热线.
_SERVICES = ("热线", "服务")

#: What may follow a number of hours, minutes or kilometres, and how many make one: 2小时10分,
#: 6分30秒, 1公里零200米.
_SMALLER_UNITS = {
    "小时": ("分钟", compile_late(r"分钟?(?!之|\d(?!\d?秒))"), 60),
    "分钟": ("秒", compile_late(r"秒钟?"), 60),
    "公里": ("米", compile_late(r"米"), 1000),
}
_DIGIT = "[0-9０-９一二三四五六七八九]"
_LENGTH = compile_late(rf"({_DIGIT}{{1,2}})(?=[高长宽深厚的多，。、；,;！）)]|左右|以[上下内]|$)")
#: Digits behind a measure that are its decimals: 七成五, 1米78, 3吨5, 3斤2两.
_DECIMALS = {
    "成": compile_late(rf"((?!0|０){_DIGIT})(?![\d十百千万亿.%个年月])"),
    "米": _LENGTH,
    "吨": _LENGTH,
    "斤": compile_late(rf"({_DIGIT})两(?![个十百千万三四])"),
    "亩": compile_late(rf"({_DIGIT})分(?![之钟别成\d])"),
}
_HALF = compile_late(r"半(?![年月天数个百小时信价日夜路径])")
_HALVED = frozenset(["年", "天", "小时", "亩", "倍", "斤", "公斤", "公里", "米", "里", "吨", "周"])


@dataclass(frozen=True, slots=True)
class Unit:
    """What follows a numeral: the measure, where it ends, and what it is counted per.

    `half` says that a 半 between the two adds a half (三个半小时).
    """

    measure: Measure
    end: int
    unit: str
    per: str | None = None
    noun: str = ""
    half: bool = False


def read_unit(text: str, numeral: Numeral, table: MeasureTable) -> Unit | None:
    """Return what follows the numeral as a unit, or None when nothing there can be counted."""
    at = numeral.end
    if text[at : at + 1] and text[at] in _SPACE and (numeral.arabic or numeral.scaled):
        at += 1
    if (half := _HALF_OF.match(text, at)) and (whole := table.words.get(f"个{half[1]}")):
        return Unit(whole, half.end(), whole.unit, half=True)
    found = table.match(text, at)
    if (
        found is not None
        and found[0].word == _BLOCK
        and counts_money(text, numeral.start, found[1])
    ):
        found = table.words[_YUAN], found[1]
    if found is not None and found[0].word == _POINT and _SECONDS.match(text, found[1]):
        found = table.words[_MINUTE], found[1]
    # 7.3万贫困人口, 300多农户: a noun counted directly. The longer wins: 1.7万群众 has no 群.
    counted = numeral.scaled or (
        numeral.arabic and not _YEAR.fullmatch(text, numeral.start, numeral.end)
    )
    noun = table.match_noun(text, at, numeral.scaled and found is None) if counted else None
    # 数千万投资 is money, 2019投资 is none.
    is_other = noun is not None and noun[0].kind == "资金" and not numeral.scaled
    if noun is not None and not is_other and text[noun[1] : noun[1] + 2] not in _SERVICES:
        measure, end = noun
        if found is None or (end > found[1] and measure.word.startswith(found[0].word)):
            return Unit(measure, end, measure.unit, noun=text[at:end])
    return None if found is None else _composite(text, *found, table)


def _composite(text: str, measure: Measure, end: int, table: MeasureTable) -> Unit:
    """Read 元/斤 and 微克/立方米 as one unit, and 元每人每月 as 元 per 每人每月."""
    unit = measure.unit
    if aside := _ASIDE.match(text, end):
        unit, end = unit + ("次" if aside[1] == "次" else ""), aside.end()
    # Each turn is past its stroke, or past what follows that.
    while end < len(text) and (divisor := _DIVISOR.match(text, end)):
        longer = table.match(text, end + 1)
        stop = max(divisor.end(), longer[1] if longer else 0)
        unit, end = f"{unit}/{text[end + 1 : stop]}", stop
        if text[end : end + 1] == "·":
            unit, end = unit + text[end : end + 2], end + 2
    per = _PER_SUFFIX.match(text, end)
    if per is not None and measure.kind == "资金":
        return Unit(measure, per.end(), unit, per[0])
    return Unit(measure, end, unit)


def per_before(text: str, start: int) -> str | None:
    """Return the 人均, 户均 or 每亩 that the clause says before the number, if any."""
    floor = max(0, start - 40)
    low = max(text.rfind(mark, floor, start) for mark in "，,。；;！？：\n")
    listed = max(low, text.rfind("、", floor, start))
    found = list(_PER_PREFIX.finditer(text, max(low + 1, floor), start))
    # Over a 、 only 每 reaches on: 每户送去大米2袋、棉被1床, but not 人均 … 、….
    kept = [m[0] for m in found if m.start() > listed or m[0].startswith("每")]
    return kept[-1] if kept else None


def whole_value(text: str, numeral: Numeral, unit: Unit) -> tuple[Decimal, str, int]:
    """Return the value with its smaller parts (3元5角, 七成五, 两年半), its unit, and its end."""
    measure, end = unit.measure, unit.end
    value = (numeral.value + (Decimal("0.5") if unit.half else 0)) * measure.factor
    if measure.word in ("元", "块", "毛", "角"):
        value, end = read_smaller(text, value, end)
    elif (tail := find_decimals(text, numeral, measure, end)) is not None:
        digits = "".join(str(worth(digit)) for digit in tail[1])
        value, end = value + Decimal(f"0.{digits}") * measure.factor, tail.end()
    elif measure.word == "成" and _HALF.match(text, end):
        value, end = value + measure.factor / 2, end + 1
    elif measure.unit in _SMALLER_UNITS and end < len(text) and starts_numeral(text[end]):
        return read_smaller_units(text, value, measure.unit, end)
    elif measure.unit in _HALVED and _HALF.match(text, end):
        value, end = value + measure.factor / 2, end + 1
    return value, unit.unit, end


def find_decimals(text: str, numeral: Numeral, measure: Measure, end: int) -> re.Match[str] | None:
    """Return the digits behind a measure that are the decimals of a whole number before it."""
    pattern = _DECIMALS.get(measure.word)
    return pattern.match(text, end) if pattern and not numeral.value % 1 else None


def read_smaller_units(text: str, value: Decimal, unit: str, end: int) -> tuple[Decimal, str, int]:
    """Read what follows the hours, minutes or kilometres that end at text[end] in smaller units."""
    while unit in _SMALLER_UNITS and end < len(text) and starts_numeral(text[end]):
        smaller, word, size = _SMALLER_UNITS[unit]
        zero = text[end] == "零" and starts_numeral(text[end + 1 : end + 2])
        part, after = read_numeral(text, end + zero)
        match = word.match(text, after)
        if part is None or match is None or part.value >= size:
            break
        value, unit, end = value * size + part.value, smaller, match.end()
    return value, unit, end

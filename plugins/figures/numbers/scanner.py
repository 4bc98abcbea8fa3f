"""The scanner: every quantity of a text, from left to right."""

from collections.abc import Iterable, Iterator, Sequence

from plugins.chinese.expressions import compile_late
from plugins.figures.numbers.bare_numbers import BareNumber, begins_change, give_units
from plugins.figures.numbers.measures import MeasureTable
from plugins.figures.numbers.no_figures import Span, find_end, find_no_figures
from plugins.figures.numbers.numerals import NUMERAL_START, read_numeral, rest_end
from plugins.figures.numbers.periods import Period
from plugins.figures.numbers.quantities import Quantity, read_quantity
from plugins.figures.numbers.series import (
    FRACTION,
    PART_OF,
    SLASH,
    Reading,
    mark_ranges,
    read_fraction,
    read_part,
    read_range,
    read_slash,
)
from plugins.figures.numbers.units import read_unit

#: What makes even a Chinese digit behind it the tail of something: a letter that stands alone or
#: is misread, a sign for what could not be read. A square that no letter precedes is a bullet.
_IN_CODE = compile_late(
    r"(?:(?<![A-Za-z\d])[A-Za-z]|[OoIl]|[#＃〓\ufffd]|(?<=\w)[□■]{1,2}|\d[*＊?？])$"
)
_BEHIND_LETTER = compile_late(r"[A-Za-z]")


def find_quantities(
    text: str, table: MeasureTable, periods: Iterable[Period]
) -> tuple[Quantity, ...]:
    """Return every quantity of the text in order, none overlapping another or a time of these."""
    bare: list[BareNumber] = []
    found = list(_scan(text, table, find_no_figures(text, periods), bare))
    return mark_ranges(text, give_units(text, found, bare, table))


def _scan(
    text: str, table: MeasureTable, barred: Sequence[Span], bare: list[BareNumber]
) -> Iterator[Quantity]:
    at = done = 0
    while start := NUMERAL_START.search(text, at):
        at = start.start()
        skip = find_end(barred, at)
        if skip is not None:
            # 第12万户, 第1.2万户: the tail of what is no figure is none.
            at = rest_end(text, skip) if NUMERAL_START.match(text, skip - 1) else skip
            continue
        found, end = _read(text, at, table, done, bare)
        # Whatever was read, the scan moves on: text that never ends here would stop a whole build.
        at = max(end, at + 1)
        for quantity in found:
            yield quantity
            at = done = quantity.end


def _read(text: str, at: int, table: MeasureTable, done: int, bare: list[BareNumber]) -> Reading:
    """Read the quantities that start with the numeral at this place: none, one, or a range."""
    if (part := PART_OF.match(text, at)) and part.end() < len(text):
        return read_part(text, at, part, done)
    if _in_code(text, at):
        return (), _code_end(text, at)
    numeral, end = read_numeral(text, at)
    if numeral is None:
        return (), end
    if FRACTION.match(text, end):
        return read_fraction(text, numeral, done)
    if SLASH.match(text, end):
        return read_slash(text, numeral, table, done)
    unit = read_unit(text, numeral, table)
    if unit is not None:
        quantity = read_quantity(text, numeral, unit, done)
        return ((quantity,) if quantity else ()), end
    if not numeral.bare and (numeral.scaled or begins_change(text, numeral)):
        bare.append(BareNumber(numeral, done))
    return read_range(text, numeral, table, done)


def _in_code(text: str, at: int) -> bool:
    """Tell whether a digit goes on a code that letters began, or what nobody can read.

    G316 and C五 are codes, but CPI一半 counts a half; of #3#5 and 1？5 the head is unknown.
    """
    return _IN_CODE.search(text, max(0, at - 2), at) is not None or (
        text[at].isascii() and _BEHIND_LETTER.match(text[at - 1 : at]) is not None
    )


def _code_end(text: str, at: int) -> int:
    while at < len(text) and (text[at].isascii() and (text[at].isalnum() or text[at] in ".-")):
        at += 1
    return rest_end(text, at)

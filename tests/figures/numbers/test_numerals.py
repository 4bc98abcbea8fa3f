"""Numerals: what each way of writing a number is worth."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.figures import FigureTables
from plugins.figures.numbers.numerals import NUMERAL_START, Numeral, modernise, read_numeral
from plugins.figures.numbers.scanner import find_quantities
from tests.figures.numbers.chinese_numbers import write_chinese

CASES = [
    ("1605.61公里", "1605.61", "1605.61"),
    ("1,234.5万元", "1,234.5万", "12345000"),
    ("3 468.2亿元", "3 468.2亿", "346820000000"),
    ("２万８千余人", "２万８千余", "28000"),
    ("1120余万元", "1120余万", "11200000"),
    ("3亿5000万", "3亿5000万", "350000000"),
    ("1.2万亿元", "1.2万亿", "1200000000000"),
    ("三千二百户", "三千二百", "3200"),
    ("一万二千余亩", "一万二千余", "12000"),
    ("一千零五十人", "一千零五十", "1050"),
    ("两百五", "两百五", "250"),
    ("1万2", "1万2", "12000"),
    ("三点五万吨", "三点五万", "35000"),
    ("十几个", "十几", "10"),
    ("七八个", "七八", "7"),
    ("三四十人", "三四十", "30"),
    ("数十万港币", "数十万", "100000"),
    ("百余处", "百余", "100"),
    ("半亩", "半", "0.5"),
    ("500千瓦", "500", "500"),
    ("5万千瓦时", "5万", "50000"),
    ("3千米", "3", "3"),
    ("三千米", "三千", "3000"),
    ("10百分点", "10", "10"),
]


def read_first(text: str) -> Numeral | None:
    """Read the numeral where the first may start."""
    start = NUMERAL_START.search(text)
    return None if start is None else read_numeral(text, start.start())[0]


@pytest.mark.parametrize(("text", "raw", "value"), CASES)
def test_numeral_is_read_to_its_end(text: str, raw: str, value: str) -> None:
    """A numeral is read as far as it goes, and worth what it says."""
    numeral = read_first(text)
    assert numeral is not None
    assert (text[numeral.start : numeral.end], numeral.value) == (raw, Decimal(value))


@pytest.mark.parametrize("text", ["二〇一九", "一二三", "百分之", "人数百分之", "8" * 40, "数次"])
def test_digits_without_a_number_are_none(tables: FigureTables, text: str) -> None:
    """Years, codes and the ends of words are no numbers, whatever could be counted by them."""
    assert find_quantities(f"{text}户", tables.measures, ()) == ()


@given(st.integers(min_value=1, max_value=10**12 - 1))
def test_chinese_round_trip(value: int) -> None:
    """A whole number written in Chinese is read back as itself."""
    written = write_chinese(value)
    numeral = read_first(written)
    assert numeral is not None
    assert (numeral.start, numeral.end, int(numeral.value)) == (0, len(written), value)


@given(st.integers(min_value=0, max_value=10**12), st.booleans())
def test_separators_change_nothing(value: int, wide: bool) -> None:
    """Thousands separators and full-width digits leave a number what it is."""
    written = f"{value:,}"
    if wide:
        written = written.translate({ord(str(d)): chr(0xFF10 + d) for d in range(10)})
    numeral = read_first(written)
    assert numeral is not None
    assert (numeral.end, int(numeral.value)) == (len(written), value)


def test_an_old_three_is_a_numeral_before_scales_alone() -> None:
    """參拾畝 are thirty, but who takes part (參加) is not counted by three."""
    assert modernise("參拾畝") == "叁拾亩"
    assert modernise("參加") == "參加"

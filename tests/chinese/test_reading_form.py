"""The reading form: its table of cases, which the browser reads too, and its laws."""

import json
import time
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.chinese.reading_form import ReadingForm, make_reading_form

CASES = json.loads((Path(__file__).parent / "reading_form.json").read_text("utf-8"))
#: What the rules are about stands often in these texts, beside anything else.
ODD = (
    "○◯〇O0二一九年点 　\t\r\n\u2028\u200b\ufe00\U000e0101\xad㎡㏠⽯⻓ａ５％，（﹐︵乾燥隆縣佑鎮漢"
    "一目瞭然沈覆藉口坏乾坤\x07"
)
TEXTS = st.text(st.sampled_from(ODD) | st.characters(codec="utf-8"), max_size=60)


@pytest.mark.parametrize("case", CASES, ids=[case["why"] for case in CASES])
def test_cases_read_as_told(case: dict[str, Any]) -> None:
    """Each case of the table has the reading form, and the places, that the table tells."""
    form = make_reading_form(case["printed"], **dict.fromkeys(case.get("asked", ()), True))
    assert form.text == case["reading"]
    assert list(form.places) == case.get("places", list(form.places))


@given(TEXTS, st.booleans(), st.booleans())
def test_reading_form_is_its_own(text: str, join: bool, simplified: bool) -> None:
    """The reading form of a reading form is the same text, each character in its place."""
    once = make_reading_form(text, join_blanks=join, simplified=simplified)
    twice = make_reading_form(once.text, join_blanks=join, simplified=simplified)
    assert twice.text == once.text
    assert list(twice.places) == list(range(len(once.text)))


@given(TEXTS, st.booleans(), st.booleans())
def test_places_lead_back_to_the_printed_text(text: str, join: bool, simplified: bool) -> None:
    """Places rise, one for each character, and the printed characters between them read alike."""
    form = make_reading_form(text, join_blanks=join, simplified=simplified)
    assert len(form.places) == len(form.text)
    assert list(form.places) == sorted(form.places)
    assert all(0 <= place < len(text) for place in form.places)
    start, end = form.locate(0, len(form.text))
    assert make_reading_form(text[:start]).text.strip() == ""
    assert make_reading_form(text[end:]).text.strip() == ""


@given(TEXTS)
def test_only_characters_without_a_form_are_left_out(text: str) -> None:
    """A printed character that no place leads to has no reading form by itself, or ends a line."""
    form = make_reading_form(text)
    told = set(form.places)
    left_out = [c for i, c in enumerate(text) if i not in told]
    assert all(c == "\r" or not make_reading_form(c).text for c in left_out)


def test_an_empty_range_has_a_place() -> None:
    """Half-open ranges of the reading form, empty ones too, are located in the printed text."""
    form = make_reading_form("石\u200b泉㎡")
    assert form.text == "石泉m²"
    assert [form.locate(1, 1), form.locate(1, 2), form.locate(2, 4), form.locate(4, 4)] == [
        (2, 2), (2, 3), (3, 4), (4, 4),
    ]  # fmt: skip
    assert ReadingForm("", []).locate(0, 0) == (0, 0)


@pytest.mark.parametrize("unit", ["○一", "O0", "乾", " 石", "㎡\u200b", "\r"])
def test_time_grows_with_length_alone(unit: str) -> None:
    """A long row of what the rules look for is read in time that grows as its length does."""
    start = time.process_time()
    make_reading_form(unit * 100_000, join_blanks=True, simplified=True)
    assert time.process_time() - start < 2.0


def test_blanks_beside_numbers() -> None:
    """Blanks between a number and Chinese characters go where asked; between digits they stay."""
    printed = "约 300 余户，12 % 以上，表 2-1 3 户，其一 2户"
    form = make_reading_form(printed, join_blanks=True, join_numbers=True)
    assert form.text == "约300余户，12%以上，表2-1 3户，其一 2户"

"""Python and the browser's scripts read text alike: one table of cases for both."""

import json
import sys
import unicodedata
from itertools import product
from pathlib import Path

from hypothesis import given, strategies

from plugins.chinese.reading_form import make_reading_form
from plugins.chinese.simplified import list_simplified
from plugins.search.corpus.folding import character_class, fold_form, fold_text
from plugins.search.numbers.number_tokens import scan_numbers
from tests.search.conftest import run_node

CASES = json.loads((Path(__file__).parent / "cases.json").read_text("utf-8"))
READING_CASES = json.loads(
    (Path(__file__).parents[1] / "chinese/reading_form.json").read_text("utf-8")
)
UNKNOWN = 24
LONGEST_WORD = 4


def _ways(text: str) -> list[list[str]]:
    """List every way to part a short text into pieces of at most LONGEST_WORD characters."""
    ways = []
    for cuts in product([False, True], repeat=max(0, len(text) - 1)):
        pieces = text[:1]
        for character, cut in zip(text[1:], cuts, strict=True):
            pieces += ("\n" if cut else "") + character
        ways.append(pieces.split("\n") if text else [])
    return [way for way in ways if all(len(piece) <= LONGEST_WORD for piece in way)]


def _cut(text: str, bits: dict[str, int]) -> list[str]:
    """Cut as shard_format.py says, by comparing all ways."""
    known = [way for way in _ways(text) if all(len(p) == 1 or p in bits for p in way)]
    return min(
        known,
        key=lambda way: (sum(bits.get(p, UNKNOWN) for p in way), len(way), [-len(p) for p in way]),
    )


def test_text_folds_as_the_cases_say() -> None:
    """Widths, cases, marks, compatibility forms and scripts fold as in the table."""
    for text, folded in CASES["folding"]:
        assert fold_text(text) == folded


def test_characters_are_classed_as_the_cases_say() -> None:
    """Blanks, marks, letters and Han characters are told apart as in the table."""
    for character, number in CASES["classes"]:
        assert character_class(fold_text(character)) == number, character


def test_runs_are_cut_as_the_cases_say() -> None:
    """A run is cut into the pieces of fewest bits, then fewest pieces, then the longest first."""
    for text, bits, pieces in CASES["cuts"]:
        assert _cut(text, bits) == pieces, text


def test_every_character_folds_alike_in_the_browser() -> None:
    """All assigned characters of the first three planes fold and class the same, one by one."""
    points = [p for p in range(0x30000) if unicodedata.category(chr(p)) not in {"Cn", "Cs", "Co"}]
    texts = list(map(chr, points))
    simplified = [[old, fold_text(old)] for old, _ in list_simplified()]
    ours = [[fold_text(text), _class(fold_text(text))] for text in texts]
    theirs = run_node("fold.mjs", {"texts": texts, "simplified": simplified})
    assert [pair for pair in zip(points, ours, theirs, strict=True) if pair[1] != pair[2]] == []


def _class(folded: str) -> int:
    return character_class(folded[:1] or " ")


def test_the_reading_form_folds_to_the_same() -> None:
    """What text means to the converter and what it means to the search is one text."""
    for case in READING_CASES:
        asked = {name: True for name in case.get("asked", ()) if name != "join_blanks"}
        reading = make_reading_form(case["printed"], **asked).text
        assert fold_text(reading) == fold_text(case["printed"]), case["why"]


@given(strategies.text(strategies.characters(max_codepoint=sys.maxunicode), max_size=40))
def test_folding_again_changes_nothing(text: str) -> None:
    """Folded text is its own folded form, and knows the printed character of each of its own."""
    form = fold_form(text)
    assert form.text == fold_text(text)
    assert len(form.places) == len(form.text)
    assert list(form.places) == sorted(form.places)
    assert fold_text(form.text) == form.text


def test_numbers_are_read_as_the_cases_say() -> None:
    """Numbers and Latin words are found whole, in every spelling, by what they are worth."""
    for text, tokens in CASES["numbers"]:
        found = [[text[t.start : t.end], t.value, t.follow] for t in scan_numbers(text)]
        assert found == tokens, text

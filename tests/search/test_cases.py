"""Python and the browser's scripts read text alike: one table of cases for both."""

import json
import sys
import unicodedata
from itertools import product
from pathlib import Path

from hypothesis import given, strategies

from plugins.search.corpus.folding import character_class, fold_text
from tests.search.conftest import run_node

CASES = json.loads((Path(__file__).parent / "cases.json").read_text("utf-8"))
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
    """Widths, cases and marks fold as in the table, one code point to one."""
    for text, folded in CASES["folding"]:
        assert fold_text(text) == folded
        assert len(text) == len(folded)


def test_characters_are_classed_as_the_cases_say() -> None:
    """Blanks, marks, letters and Han characters are told apart as in the table."""
    for character, number in CASES["classes"]:
        assert character_class(fold_text(character)) == number, character


def test_runs_are_cut_as_the_cases_say() -> None:
    """A run is cut into the pieces of fewest bits, then fewest pieces, then the longest first."""
    for text, bits, pieces in CASES["cuts"]:
        assert _cut(text, bits) == pieces, text


def test_every_character_folds_alike_in_the_browser() -> None:
    """All assigned characters of the Chinese, Latin and symbol blocks fold and class the same."""
    blocks = (*range(0x20, 0x590), *range(0x2000, 0x2E00), *range(0x2E80, 0xA000, 7))
    points = [p for p in (*blocks, *range(0xF900, 0xFFF0)) if _is_settled(chr(p))]
    ours = [[fold_text(chr(p)), character_class(fold_text(chr(p)))] for p in points]
    theirs = run_node("fold.mjs", points)
    assert [pair for pair in zip(points, ours, theirs, strict=True) if pair[1] != pair[2]] == []


def _is_settled(character: str) -> bool:
    return unicodedata.category(character) not in {"Cn", "Cs", "Co", "Cc", "Cf"}


@given(strategies.text(strategies.characters(max_codepoint=sys.maxunicode), max_size=40))
def test_folding_again_changes_nothing(text: str) -> None:
    """Folded text is its own folded form, of the same length."""
    folded = fold_text(text)
    assert len(folded) == len(text)
    assert fold_text(folded) == folded

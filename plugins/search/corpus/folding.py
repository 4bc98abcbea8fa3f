"""Folding: the form of text in which readers' and newspapers' characters are compared.

One code point becomes one code point, so offsets in folded text are offsets in the printed
text. Letters become small, full-width forms half-width, and punctuation that differs only in
width or typeface becomes one. The browser folds by the same rules (folding.js); both are held
to the cases of tests/search/cases.json.
"""

from functools import cache

import numpy as np
from numpy.typing import NDArray

#: Code points of one 16-bit unit beyond which case differs between Unicode versions.
_STABLE_CASE_END = 0x0590
#: Below are Latin and other letters, from here on the East Asian characters.
_FIRST_HAN = 0x2E80
#: Classes of characters (character_class).
BLANK, MARK, LETTER, HAN = range(4)
_FULL_WIDTH = range(0xFF01, 0xFF5F)
_FULL_WIDTH_OFFSET = 0xFEE0

#: Marks that readers type for each other. Everything here is one code point for one.
EQUIVALENT_MARKS: dict[str, str] = {
    "“": '"', "”": '"', "„": '"', "「": '"', "」": '"', "『": '"', "』": '"', "＂": '"',
    "‘": "'", "’": "'", "＇": "'",
    "。": ".", "｡": ".", "､": "、", "｢": '"', "｣": '"',
    "〔": "[", "〕": "]", "【": "[", "】": "]",
    "–": "-", "‐": "-", "‑": "-", "−": "-", "﹣": "-",
    "〜": "~", "∼": "~", "•": "·", "・": "·", "‧": "·", "∙": "·", "●": "·",
    "〈": "<", "〉": ">",
}  # fmt: skip
_BLANKS = "\t\u00a0\u1680\u202f\u205f\u3000" + "".join(map(chr, range(0x2000, 0x200B)))


def fold_character(character: str) -> str:
    """Return the folded form of one code point."""
    if character in EQUIVALENT_MARKS:
        return EQUIVALENT_MARKS[character]
    if character in _BLANKS:
        return " "
    code = ord(character)
    if code in _FULL_WIDTH:
        character = chr(code - _FULL_WIDTH_OFFSET)
    small = character.lower() if ord(character) < _STABLE_CASE_END else character
    return small if len(small) == 1 else character


def fold_text(text: str) -> str:
    """Return `text` folded, of the same number of code points."""
    return text.translate(_fold_map())


@cache
def _fold_map() -> dict[int, int]:
    codes = [
        *range(_STABLE_CASE_END),
        *_FULL_WIDTH,
        *map(ord, EQUIVALENT_MARKS),
        *map(ord, _BLANKS),
    ]
    return {code: ord(fold_character(chr(code))) for code in codes}


def fold_codes(codes: NDArray[np.uint32]) -> NDArray[np.uint32]:
    """Fold an array of code points."""
    table = np.arange(0x110000, dtype=np.uint32)
    for code, folded in _fold_map().items():
        table[code] = folded
    return table[codes]


def character_class(character: str) -> int:
    """Class a folded character: BLANK, MARK, LETTER (Latin and digits) or HAN (all other words)."""
    if character in " \n\r":
        return BLANK
    if not character.isalnum():
        return MARK
    return LETTER if ord(character) < _FIRST_HAN else HAN


def is_word_character(character: str) -> bool:
    """Tell whether a folded character belongs to words: Han, letters, digits."""
    return character_class(character) >= LETTER


def is_linked(left: int, right: int) -> bool:
    """Tell whether neighbours of these classes belong to one run of the index.

    Words do, and so do the marks of figures (8.46, 1~8月, 50%) with their digits and letters;
    a mark among Han characters parts runs.
    """
    if BLANK in (left, right):
        return False
    return (left >= LETTER and right >= LETTER) or LETTER in (left, right)

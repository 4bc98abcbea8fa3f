"""Folding: the form of text in which readers' and newspapers' characters are compared.

It is the reading form (plugins/chinese/reading_form.py) and more: capitals become small, marks
that differ only in width or typeface one, Roman numerals letters, raised and lowered digits
digits (m² is m2), circles 〇, traditional characters simplified ones. One printed character
becomes none, one or some; `fold_form` tells which came from which. The browser folds by the same
rules (folding.js); both are held to the cases of tests/search/cases.json.
"""

import re
from collections.abc import Iterable, Sequence
from functools import cache
from unicodedata import normalize

from plugins.chinese.reading_form import ReadingForm, make_reading_form
from plugins.chinese.simplified import list_simplified

#: Code points of one 16-bit unit beyond which case differs between Unicode versions.
_STABLE_CASE_END = 0x0590
#: Below are Latin and other letters, from here on the East Asian characters.
_FIRST_HAN = 0x2E80
#: Classes of characters (character_class).
BLANK, MARK, LETTER, HAN = range(4)

#: Marks that readers type for each other.
EQUIVALENT_MARKS: dict[str, str] = {
    "“": '"', "”": '"', "„": '"', "「": '"', "」": '"', "『": '"', "』": '"',
    "‘": "'", "’": "'",
    "。": ".", "，": ",", "：": ":", "；": ";", "？": "?", "！": "!", "（": "(", "）": ")",
    "〔": "[", "〕": "]", "【": "[", "】": "]",
    "–": "-", "‐": "-", "‑": "-", "−": "-",
    "〜": "~", "∼": "~", "•": "·", "●": "·", "・": "·",
    "〈": "<", "〉": ">",
    "○": "〇", "◯": "〇", "⭘": "〇",
    "℃": "°c", "℉": "°f", "№": "no",
    "\u1680": " ",
}  # fmt: skip
_ROMAN = range(0x2160, 0x2180)
_DIGITS = dict(zip("⁰¹²³⁴⁵⁶⁷⁸⁹₀₁₂₃₄₅₆₇₈₉", "01234567890123456789", strict=True))


def fold_text(text: str) -> str:
    """Return `text` folded."""
    return make_reading_form(text).text.translate(_forms())


def fold_all(texts: Sequence[str]) -> list[str]:
    """Return texts folded, all at once: most of what folding a word takes is its beginning."""
    joined = "\n".join(texts)
    # No rule looks beyond the end of a line; but a carriage return is one together with it.
    folded = [] if "\r" in joined else fold_text(joined).split("\n")
    return folded if len(folded) == len(texts) else list(map(fold_text, texts))


def fold_form(text: str) -> ReadingForm:
    """Return `text` folded, with the printed character of each of its characters."""
    form = make_reading_form(text)
    if not _longer().search(form.text):
        return ReadingForm(form.text.translate(_forms()), form.places)
    parts = [_forms().get(ord(character), character) for character in form.text]
    places = [at for at, part in zip(form.places, parts, strict=True) for _ in part]
    return ReadingForm("".join(parts), places)


def fold_alphabet(characters: Iterable[str]) -> list[str]:
    """Return the characters, sorted, of which text of these printed ones may consist, folded.

    〇 is always among them: a letter O in a year becomes one.
    """
    printed = set(characters)
    ends = printed & {"\r", "\n"}
    folded = [*fold_all(sorted(printed - ends)), *map(fold_text, ends)]
    return sorted({*"".join(folded), "〇"})


@cache
def _forms() -> dict[int, str]:
    simplified = {old: new for old, new in list_simplified() if len(new) == 1}
    # A few forms have a simplified form of their own (薴, 苧, 苎).
    forms = {old: simplified.get(new, new) for old, new in simplified.items()}
    forms |= EQUIVALENT_MARKS | _DIGITS
    forms |= {chr(code): normalize("NFKC", chr(code)).lower() for code in _ROMAN}
    for character in map(chr, range(_STABLE_CASE_END)):
        small = character.lower()
        if len(small) == 1 and small != character:
            forms[character] = small
    return {ord(old): new for old, new in forms.items()}


@cache
def _longer() -> re.Pattern[str]:
    return re.compile(f"[{''.join(chr(old) for old, new in _forms().items() if len(new) > 1)}]")


def character_class(character: str) -> int:
    """Class a folded character: BLANK, MARK, LETTER (Latin and digits) or HAN (all other words)."""
    if character in " \n":
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

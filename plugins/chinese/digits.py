"""Digits: runs of Arabic ones with their separators, and the Chinese ones."""

import unicodedata
from decimal import Decimal

DIGITS = {"零": 0, "〇": 0, "○": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5,
          "六": 6, "七": 7, "八": 8, "九": 9, "壹": 1, "贰": 2, "叁": 3, "肆": 4, "伍": 5,
          "陆": 6, "柒": 7, "捌": 8, "玖": 9}  # fmt: skip
#: More Chinese decimals than any figure of a newspaper.
MAX_DECIMALS = 18


def digit_value(char: str) -> int | None:
    """Return what an ASCII or full-width digit is worth, or None."""
    return ord(char) - 48 if "0" <= char <= "9" else (
        ord(char) - 0xFF10 if "０" <= char <= "９" else None
    )  # fmt: skip


def run_end(text: str, start: int) -> int:
    """Return where a run of Arabic digits with separators and one decimal point ends."""
    end = _digits_end(text, start)
    if end - start <= 3:
        # 1,605 and, as statistical bulletins print it, 1 605.
        while end < len(text) and text[end] in ",，  \u2009":
            group = _digits_end(text, end + 1)
            if group - end != 4 or (text[end] in "  " and end - start > 7):
                break
            end = group
    if end + 1 < len(text) and text[end] in ".．" and digit_value(text[end + 1]) is not None:
        end = _digits_end(text, end + 1)
    return end


def _digits_end(text: str, start: int) -> int:
    while start < len(text) and digit_value(text[start]) is not None:
        start += 1
    return start


def number(text: str) -> Decimal:
    """Return what a run of Arabic digits is worth."""
    folded = unicodedata.normalize("NFKC", text)
    return Decimal("".join(c for c in folded if c.isdigit() or c == "."))


def point(text: str, start: int) -> tuple[Decimal, int]:
    """Read the 点五 of 三点五 and return its worth and its end; an end at start means none."""
    end, worth, place = start + 1, Decimal(0), Decimal("0.1")
    while end < len(text) and end - start <= MAX_DECIMALS and text[end] in DIGITS:
        worth += DIGITS[text[end]] * place
        place /= 10
        end += 1
    return (worth, end) if end > start + 1 else (Decimal(0), start)

"""Digits: Arabic ones with their separators, as printed, and the Chinese ones.

A run of digits is read whole or not at all: 12,34,567 is no number, and 567 is not its value.
"""

import unicodedata
from decimal import Decimal

from plugins.chinese.expressions import compile_late

DIGITS = {"零": 0, "〇": 0, "○": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5,
          "六": 6, "七": 7, "八": 8, "九": 9}  # fmt: skip
#: The digits of cheques and contracts, 一 to 九; elsewhere they are letters of words (队伍, 大陆).
CAPITALS = {"壹": 1, "贰": 2, "叁": 3, "肆": 4, "伍": 5, "陆": 6, "柒": 7, "捌": 8, "玖": 9}
#: More Chinese decimals than any figure of a newspaper.
MAX_DECIMALS = 18
_BLANK = " \u00a0\u2009\u202f\u3000"
#: Digits and what may stand between digits, with a blank beside it where a line was set wide.
_RUN = compile_late(rf"\d+(?:(?:[{_BLANK}]?[,，.．'’][{_BLANK}]?|[{_BLANK}])\d+)*")
_PLAIN = compile_late(r"\d+(?:[.．]\d+)?")
_WHOLE = compile_late(
    rf"\d+(?:[{_BLANK}]?[.．][{_BLANK}]?\d+)?"
    rf"|\d{{1,3}}(?:(?:,\d{{3}})+|(?:，\d{{3}})+|(?:[{_BLANK}]\d{{3}})+)(?:[.．]\d+)?"
    # 4 8 万: every digit set by itself.
    rf"|\d(?:[{_BLANK}]\d)+(?:[{_BLANK}]?[.．][{_BLANK}]?\d(?:[{_BLANK}]\d)*)?"
)
_COMMA = compile_late(rf"[{_BLANK}]?[,，][{_BLANK}]?|(?<![.．])[{_BLANK}](?![.．])")
#: What follows a comma that ends a clause: a year, or the second of two decimals.
_YEAR = compile_late(r"(?:1[5-9]|20)\d\d(?:年|[-—–~～]|\.\d\d?\.\d)|\d{1,2}月")


def digit_value(char: str) -> int | None:
    """Return what an ASCII or full-width digit is worth, or None."""
    return ord(char) - 48 if "0" <= char <= "9" else (
        ord(char) - 0xFF10 if "０" <= char <= "９" else None
    )  # fmt: skip


def read_digits(text: str, start: int) -> tuple[Decimal | None, int]:
    """Read the Arabic number at text[start], which is a digit: its worth, and where it ends.

    The worth is None when separators stand where no number has them; the end is then that of the
    whole run, whose parts are not to be read by themselves.
    """
    run = _RUN.match(text, start)
    if run is None:
        return None, start + 1
    end = run.end()
    if (plain := _PLAIN.match(text, start)) and plain.end() == end:
        return _worth(text[start:end]), end
    if _WHOLE.fullmatch(text, start, end):
        return _worth(text[start:end]), end
    for comma in _COMMA.finditer(text, start, end):
        listed = "." in text[start : comma.start()] or "．" in text[start : comma.start()]
        if listed or _YEAR.match(text, comma.end()):
            end = comma.start()
            break
    if _WHOLE.fullmatch(text, start, end) is None:
        return None, end
    return _worth(text[start:end]), end


def _worth(text: str) -> Decimal:
    folded = text if text.isascii() else unicodedata.normalize("NFKC", text)
    return Decimal("".join(c for c in folded if c.isdigit() or c == "."))


def point(text: str, start: int) -> tuple[Decimal, int]:
    """Read the 点五 of 三点五 and return its worth and its end; an end at start means none."""
    end, worth, place = start + 1, Decimal(0), Decimal("0.1")
    while end < len(text) and end - start <= MAX_DECIMALS and text[end] in DIGITS:
        worth += DIGITS[text[end]] * place
        place /= 10
        end += 1
    return (worth, end) if end > start + 1 else (Decimal(0), start)

"""Digits: Arabic ones with their separators, as printed, and the Chinese ones.

A run of digits is read whole or not at all: 12,34,567 is no number, and 567 is not its value.
Digits set apart (5 7 户) may be one number or several, and are none where that is in doubt.
"""

import unicodedata
from decimal import Decimal
from functools import lru_cache
from itertools import pairwise

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
)
#: 4 8 万: every digit set by itself.
_WIDE = compile_late(rf"\d(?:[{_BLANK}]\d)+(?:[{_BLANK}]?[.．][{_BLANK}]?\d(?:[{_BLANK}]\d)*)?")
_TOGETHER = compile_late(r"\d\d")
#: Where each digit is a number by itself: 分别有 3 5 8 户, 一组和二组 3 5 户, 三个组 3 5 8 户,
#: 低保户特困户 3 5 户.
_LISTS = compile_late(r"分别|各|依次|不等|逐[个一年月]")
_NOUNS = compile_late(rf"[^\W\d](?:[、/和与或]|[{_BLANK}])[^\W\d][^，,。；;：:\d]*$")
_COUNTS = ("二两", "三", "四", "五", "六", "七", "八", "九")
_CLAUSE = compile_late(r"[^\W\d]*\s?$")
_SENTENCE = compile_late(r"[^。；;！？!?\n]*")
_LONGEST_SENTENCE = 120
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
    if _is_number(text, start, end):
        return _worth(text[start:end]), end
    for comma in _COMMA.finditer(text, start, end):
        listed = "." in text[start : comma.start()] or "．" in text[start : comma.start()]
        if listed or _YEAR.match(text, comma.end()):
            end = comma.start()
            break
    return (_worth(text[start:end]) if _is_number(text, start, end) else None), end


def _is_number(text: str, start: int, end: int) -> bool:
    return _WHOLE.fullmatch(text, start, end) is not None or _is_set_wide(text, start, end)


def _is_set_wide(text: str, start: int, end: int) -> bool:
    """Tell whether digits set apart are one number: 5 7 户 in a text with 2 0 4 人, all set so.

    Several numbers side by side are as many in each run, so that runs of two lengths are numbers.
    """
    if _WIDE.fullmatch(text, start, end) is None or _counts_on(text[start:end]):
        return False
    length = _count_digits(text[start:end])
    if not _wide_lengths(text) - {length}:
        return False
    after = _SENTENCE.match(text, end, end + _LONGEST_SENTENCE)
    if after and _LISTS.search(after[0]):
        return False
    opening = max(0, start - _LONGEST_SENTENCE)
    return not _lists_things(text[opening:start].rpartition("。")[2].rpartition("；")[2], length)


def _lists_things(before: str, count: int) -> bool:
    """Tell whether the sentence so far may list as many things as numbers are to follow."""
    clause = _CLAUSE.search(before)
    named = clause is not None and any(clause[0].count(char) >= count for char in set(clause[0]))
    counted = count - 2 < len(_COUNTS) and any(c in before for c in _COUNTS[count - 2])
    return named or counted or bool(_LISTS.search(before) or _NOUNS.search(before))


@lru_cache(maxsize=64)
def _wide_lengths(text: str) -> frozenset[int]:
    """How many digits the text's numbers set wide have; nothing where two digits stand together."""
    if _TOGETHER.search(text):
        return frozenset()
    runs = (match[0] for match in _WIDE.finditer(text))
    return frozenset(_count_digits(run) for run in runs if not _counts_on(run))


def _counts_on(run: str) -> bool:
    """Tell whether the digits rise or fall one by one, as those of a list do: 1 2 3, 3 2."""
    digits = [int(char) for char in run if char.isdecimal()]
    return {b - a for a, b in pairwise(digits)} in ({1}, {-1})


def _count_digits(run: str) -> int:
    return sum(char.isdecimal() for char in run)


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

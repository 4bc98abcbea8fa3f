"""When an undated page must have been printed, by what its texts say of time."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from plugins.model import DateEstimate

_SINCE = re.compile(r"(20\d\d)年(?:\d{1,2}月)?(?:以来|起|开始)")
_YEARS_ON = re.compile(r"(?<![一二三四五六七八九十])([一二两三四五六七八九十])年(?:来|间)")
_THIS_YEAR = re.compile(r"今年(?:的)?(\d{1,2})月")
_DAY = re.compile(r"(?<![年\d前后明去])(\d{1,2})月\d{1,2}日(?!起至|止)")
_MONTHS_GONE = re.compile(r"(?:今年)?1\s*[~～\-—至]\s*(\d{1,2})月份?")
#: Words in the clause before a month that is yet to come, of another year or calendar; what is
#: left out for nothing only makes the estimate wider.
_NOT_GONE = re.compile(
    r"将|拟|定于|计划|预计|力争|确保|争取|有望|到|农历|每年|(?:去|上|前|明|次|[\d〇一二三四五六七八九])年\s*$|"
    r"(?<!截)至\s*$"
)
_DEADLINE = re.compile(r"(?:\d{1,2}日|份|底|末|初)*(?:之|以)?前")
_CLAUSE_END = re.compile(r"[，,。；;！？!?：:]")
#: So many characters before a month may say which one is meant.
_CLAUSE = 20
_NUMERALS = {c: n for n, c in enumerate("零一二三四五六七八九十")} | {"两": 2}


@dataclass(frozen=True, slots=True)
class _Finding:
    value: int
    words: str


def estimate_date(paragraphs: Iterable[str]) -> DateEstimate | None:
    """The months in which a page with these paragraphs must have been printed.

    The year is known only where a text counts it out itself (2016年以来 … 三年来: 2019); the first
    possible month is the last one that is spoken of as past. None where the year is not told.
    """
    texts = list(paragraphs)
    year = next((f for f in map(_find_year, texts) if f), None)
    if year is None:
        return None
    months = [f for text in texts for f in _find_months(text)]
    last = max(months, key=lambda f: f.value, default=None)
    first = f"{year.value}-{last.value:02d}" if last else f"{year.value}-01"
    evidence = (year.words, *((last.words,) if last else ()))
    return DateEstimate(interval=f"{first}/{year.value}-12", evidence=evidence)


def _find_year(text: str) -> _Finding | None:
    since, gone = _SINCE.search(text), _YEARS_ON.search(text)
    if since is None or gone is None:
        return None
    return _Finding(int(since[1]) + _NUMERALS[gone[1]], f"{since[0]}……{gone[0]}")


def _find_months(text: str) -> list[_Finding]:
    found = [m for pattern in (_THIS_YEAR, _DAY, _MONTHS_GONE) for m in pattern.finditer(text)]
    return [_Finding(int(m[1]), m[0]) for m in found if 1 <= int(m[1]) <= 12 and _is_gone(m)]


def _is_gone(month: re.Match[str]) -> bool:
    """Whether the text speaks of this month of its own year as of the past."""
    before = month.string[max(0, month.start() - _CLAUSE) : month.start()]
    clause = _CLAUSE_END.split(before)[-1]
    return not (_DEADLINE.match(month.string, month.end()) or _NOT_GONE.search(clause))

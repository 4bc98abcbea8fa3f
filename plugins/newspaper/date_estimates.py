"""When an undated page must have been printed, by what its texts say of time."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from plugins.model import DateEstimate

_SINCE = re.compile(r"(20\d\d)年(?:\d{1,2}月)?(?:以来|起|开始)")
_YEARS_ON = re.compile(r"(?<![一二三四五六七八九十])([一二两三四五六七八九十])年(?:来|间)")
_THIS_YEAR = re.compile(r"今年(?:的)?(\d{1,2})月(?!份?底前|末前)")
_DAY = re.compile(r"(?<![年\d前后明去])(\d{1,2})月\d{1,2}日(?!前|起至|止)")
_MONTHS_GONE = re.compile(r"(?:今年)?1\s*[~～\-—至]\s*(\d{1,2})月份?")
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
    return [_Finding(int(m[1]), m[0]) for m in found if 1 <= int(m[1]) <= 12]

"""Which period a figure belongs to, and the dates that a period's words mean."""

import calendar
import datetime
import re
from bisect import bisect_right
from collections.abc import Sequence

from plugins.figures.naming.clauses import SENTENCE_END, Seat
from plugins.figures.numbers.periods import Period
from plugins.model import PeriodDates

_DIGITS = str.maketrans("〇零○一二三四五六七八九１２３４５６７８９０", "0001234567891234567890")
#: Words of the day's news say when it was told, not what a figure covers.
_NEWS = re.compile(
    r"^(?:近日|日前|连日来|近期|最近|昨[日天晚]|今[日天]|明天|前不久|不久前|当[天日]|现在|眼下|当前)$"
)
_DAY = re.compile(r"[日号](?:\d|前|$)|\d时")
_UNTIL = re.compile(r"^(?:截至|截止)|至|到|以来|[-—~～]")
_AGO = re.compile(r"(?<!目)(?<!日)(?:前|后)$")
#: 从2011年的8.1亿元: the preposition belongs to the change, not to the year.
_AWAY = re.compile(r"^从")
_BUDGET = re.compile(r"预算|计划数|定额")
_COMPARED = re.compile(r"(?:比|较|与|同)$")
_LASTING = re.compile(
    r"以来|年来|^(?:今|去|前|上|本|全)年|[12]\d{3}年|五”?(?:期间|时期|以来)|上半年|季度|月份?$|[年月]末|[年月]底"
)
_YEAR = re.compile(r"(?:^|[^\d])((?:1[5-9]|20)\d\d)")
_MONTHS = re.compile(r"(\d{1,2})月?份?[-—–~～至到]{1,2}(\d{1,2})月")
_MONTH = re.compile(r"(\d{1,2})月(?:(\d{1,2})[日号])?")
_QUARTERS = re.compile(r"([1-4])[-—–~～至到]{1,2}([1-4])季度")
_QUARTER = re.compile(r"([1-4])个?季度")
_PLAN = re.compile(r"十([一二三四五])五(?P<end>”?(?:规划)?[末底])?")
_SPAN_BACK = re.compile(r"(\d{1,2})年来")
_RELATIVE = {
    "大前年": -3, "前年": -2, "去年": -1, "上年": -1, "今": 0, "本年": 0, "年内": 0, "全年": 0,
    "年末": 0, "年底": 0, "年初": 0, "明年": 1, "后年": 2,
}  # fmt: skip


def assign_periods(
    text: str, seats: Sequence[Seat], starts: Sequence[int], periods: Sequence[Period]
) -> list[str | None]:
    """Return for each figure (by its start) the period it belongs to, as printed.

    The nearest before it in its sentence; else the last lasting one that opened a sentence.
    """
    usable = [period for period in periods if _is_usable(text, period)]
    # Only a period that opens its sentence reaches on to the next.
    leading = [period for period in usable if _leads(text, period)]
    return [
        _last(usable, start, seat.opening) or _last(leading, seat.opening, 0)
        for seat, start in zip(seats, starts, strict=True)
    ]


def _last(periods: Sequence[Period], end: int, start: int) -> str | None:
    """Return the last period that lies within these bounds."""
    index = bisect_right(periods, end, key=lambda period: period.end) - 1
    if index < 0 or periods[index].start < start:
        return None
    return _AWAY.sub("", periods[index].text)


def _leads(text: str, period: Period) -> bool:
    before = text[max(0, period.start - 2) : period.start].rstrip("“ 　")
    opens = not before or before[-1] in SENTENCE_END
    return opens and _LASTING.search(period.text) is not None and period.text[0] != "到"


def _is_usable(text: str, period: Period) -> bool:
    if _NEWS.match(period.text) or _AGO.search(period.text):
        return False
    if _COMPARED.search(text[max(0, period.start - 1) : period.start]):
        return False
    if _BUDGET.match(text, period.end):
        return False
    return _DAY.search(period.text) is None or _UNTIL.search(period.text) is not None


def resolve_period(text: str, issue_date: datetime.date | None) -> PeriodDates | None:
    """Return the first and last day that a period's words mean, None where they are open.

    A year printed stands by itself; 今年, 目前 and 1~8月 need the issue's date.
    """
    plain = _folded(text)
    year = _year(plain, issue_date)
    if plain.startswith(("截至目前", "截止目前", "目前", "如今", "到目前")):
        return None if issue_date is None else (None, issue_date)
    if plan := _PLAN.search(text):
        # 十一五 was 2006-2010; each plan since has followed it.
        first = 2006 + 5 * ("一二三四五".index(plan[1]))
        last = datetime.date(first + 4, 12, 31)
        return (last, last) if plan["end"] else (datetime.date(first, 1, 1), last)
    if issue_date is not None and (back := _SPAN_BACK.search(plain)):
        return datetime.date(issue_date.year - int(back[1]), 1, 1), issue_date
    if year is None:
        return None
    return _within(plain, year, issue_date)


def _within(plain: str, year: int, issue_date: datetime.date | None) -> PeriodDates | None:
    years = [int(found) for found in _YEAR.findall(plain)]
    first, last = datetime.date(year, 1, 1), datetime.date(years[-1] if years else year, 12, 31)
    if months := _MONTHS.search(plain):
        first, last = _month(year, int(months[1]))[0], _month(year, int(months[2]))[1]
    elif month := _MONTH.search(plain):
        first, last = _month(year, int(month[1]))
        if month[2] and 1 <= int(month[2]) <= last.day:
            first = last = datetime.date(year, int(month[1]), int(month[2]))
    elif quarters := _QUARTERS.search(plain):
        first = _month(year, 3 * int(quarters[1]) - 2)[0]
        last = _month(year, 3 * int(quarters[2]))[1]
    elif quarter := _QUARTER.search(plain):
        last = _month(year, 3 * int(quarter[1]))[1]
        first = first if plain.startswith("前") else _month(year, 3 * int(quarter[1]) - 2)[0]
    elif "上半年" in plain:
        last = datetime.date(year, 6, 30)
    elif "下半年" in plain:
        first = datetime.date(year, 7, 1)
    elif plain.endswith(("年末", "年底", "年年底", "末", "底")):
        first = last
    if "以来" in plain or plain.startswith("自"):
        return first, issue_date
    return (None, last) if plain.startswith(("截", "到")) else (first, last)


def _month(year: int, month: int) -> tuple[datetime.date, datetime.date]:
    month = min(max(month, 1), 12)
    return (
        datetime.date(year, month, 1),
        datetime.date(year, month, calendar.monthrange(year, month)[1]),
    )


def _year(plain: str, issue_date: datetime.date | None) -> int | None:
    if (printed := _YEAR.search(plain)) is not None:
        return int(printed[1])
    if issue_date is None:
        return None
    for word, distance in _RELATIVE.items():
        if plain.removeprefix("截至").removeprefix("自").removeprefix("到").startswith(word):
            return issue_date.year + distance
    if (month := _MONTH.search(plain)) is not None:
        return issue_date.year - (int(month[1]) > issue_date.month)
    if _QUARTER.search(plain) or "半年" in plain:
        return issue_date.year
    return None


def _folded(text: str) -> str:
    """Write Chinese numerals of dates in digits: 二〇一九年十一月 → 2019年11月."""
    text = re.sub(r"(?<![一二三四五六七八九])十(?=[一二三四五六七八九])(?!.五)", "1", text)
    text = re.sub(r"(?<![一二三四五六七八九])十(?=[月日])", "10", text)
    return text.translate(_DIGITS)

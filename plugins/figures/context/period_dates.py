"""The first and last day that the words of a period mean."""

import calendar
import datetime
import re

from plugins.chinese.expressions import compile_late
from plugins.model import PeriodDates

_DIGITS = str.maketrans("〇零○一二三四五六七八九１２３４５６７８９０", "0001234567891234567890")
_YEAR = compile_late(r"(?:^|[^\d])((?:1[5-9]|20)\d\d)")
_MONTHS = compile_late(r"(\d{1,2})月?份?[-—–~～至到]{1,2}(\d{1,2})月")
_MONTH = compile_late(r"(\d{1,2})月(?:(\d{1,2})[日号])?")
_QUARTERS = compile_late(r"([1-4])[-—–~～至到]{1,2}([1-4])季度")
_QUARTER = compile_late(r"([1-4])个?季度")
_PLAN = compile_late(r"十([一二三四五])五(?P<end>”?(?:规划)?[末底])?")
#: 上世纪80年代, 20世纪80年代到90年代, 20世纪90年代以来; 初 and 末 of a decade are no days.
_DECADE = compile_late(
    r"(?P<since>自)?从?(?:(?P<before>上)|20|2十)世纪(?P<first>\d)[0十]年代"
    r"(?:[-—–~～至到]{1,2}(?:(?:上|20|2十)世纪)?(?P<last>\d)[0十]年代)?"
    r"(?:(?P<until_now>以来|[至到]今)|期间|间)?"
)
#: 去年5月到年底.
_TO_YEAR_END = compile_late(r"[-—–~～至到]{1,2}年[底末]$")
_SPAN_BACK = compile_late(r"(\d{1,2})年来")
_DOTS = compile_late(r"^(\d{4})[.\-/](\d{1,2})[.\-/](\d{1,2})$")
_SHORT = compile_late(r"(?<!\d)([012]\d)年(?!代)")
_DAYS = compile_late(r"(\d{1,2})月(\d{1,2})[日号]?[-—–~～至到]{1,2}(?:(\d{1,2})月)?(\d{1,2})[日号]")
_BEFORE = compile_late(r"年(?:以|之)?前$")
#: 9月底前: by then, this year.
_BY = compile_late(r"(?<!年)(?<![以之])前$")
_TEENS = compile_late(r"(?<![一二三四五六七八九])十(?=[一二三四五六七八九])(?!.五)")
_TEN = compile_late(r"(?<![一二三四五六七八九])十(?=[月日])")
_RELATIVE = {
    "大前年": -3, "前年": -2, "去年": -1, "上年": -1, "今": 0, "本年": 0, "年内": 0, "全年": 0,
    "年末": 0, "年底": 0, "年初": 0, "明年": 1, "后年": 2,
}  # fmt: skip


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
    if "年代" in plain:
        return _within_century(plain, issue_date)
    if issue_date is not None and (back := _SPAN_BACK.search(plain)):
        return datetime.date(issue_date.year - int(back[1]), 1, 1), issue_date
    if year is None:
        return None
    return _within(plain, year, issue_date)


def _within_century(plain: str, issue_date: datetime.date | None) -> PeriodDates | None:
    """Return the days of one decade or several; none of the beginning or the end of one."""
    decade, century = _DECADE.fullmatch(plain), 1900
    if decade is None:
        return None
    if decade["before"]:
        if issue_date is None:
            return None
        century = issue_date.year // 100 * 100 - 100
    first = datetime.date(century + 10 * int(decade["first"]), 1, 1)
    if decade["since"] or decade["until_now"]:
        return first, issue_date
    return first, datetime.date(century + 10 * int(decade["last"] or decade["first"]) + 9, 12, 31)


def _within(plain: str, year: int, issue_date: datetime.date | None) -> PeriodDates | None:
    if _BY.search(plain):
        within = _within(plain[:-1], year, issue_date)
        return within and (None, within[1])
    years = [int(found) for found in _YEAR.findall(plain)]
    first, last = datetime.date(year, 1, 1), datetime.date(years[-1] if years else year, 12, 31)
    if "两年" in plain:
        last = datetime.date(year + 1, 12, 31)
    if _BEFORE.search(plain):
        return None, datetime.date(year - 1, 12, 31)
    if (days := _DAYS.search(plain)) and (span := _span(year, days)):
        first, last = span
    elif months := _MONTHS.search(plain):
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
        first = first if "前" in plain else _month(year, 3 * int(quarter[1]) - 2)[0]
    elif "上半年" in plain:
        last = datetime.date(year, 6, 30)
    elif "下半年" in plain:
        first = datetime.date(year, 7, 1)
    elif plain.endswith(("年末", "年底", "年年底", "末", "底")) and not _TO_YEAR_END.search(plain):
        first = last
    if _TO_YEAR_END.search(plain):
        return first, datetime.date(last.year, 12, 31)
    if "以来" in plain or plain.startswith("自"):
        return first, issue_date
    return (None, last) if plain.startswith(("截", "到")) else (first, last)


def _span(year: int, days: re.Match[str]) -> tuple[datetime.date, datetime.date] | None:
    """Return the days of 11月5日至12日, or None when the calendar has none such."""
    try:
        first = datetime.date(year, int(days[1]), int(days[2]))
        return first, datetime.date(year, int(days[3] or days[1]), int(days[4]))
    except ValueError:
        return None


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
    led = plain.removeprefix("截至").removeprefix("自").removeprefix("到")
    for word, distance in _RELATIVE.items():
        if led.startswith(word):
            return issue_date.year + distance
    if (month := _MONTH.search(plain)) is not None:
        return issue_date.year - (int(month[1]) > issue_date.month and not _BY.search(plain))
    if _QUARTER.search(plain) or "半年" in plain:
        return issue_date.year
    return None


def _folded(text: str) -> str:
    """Write Chinese numerals of dates in digits: 二〇一九年十一月 → 2019年11月."""
    if "十" in text:
        text = _TEN.sub("10", _TEENS.sub("1", text))
    text = text.translate(_DIGITS).replace("元月", "1月")
    return _SHORT.sub(r"20\1年", _DOTS.sub(r"\1年\2月\3日", text))

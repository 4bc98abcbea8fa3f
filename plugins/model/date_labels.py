"""Dates as readers see them: printed, estimated (约…), or unknown (日期不详)."""

import calendar
import datetime

from plugins.model import DateEstimate
from plugins.system.refusal import RefusalError

UNKNOWN = "日期不详"
Parts = tuple[int, ...]


def date_label(date: datetime.date | None, estimate: DateEstimate | None) -> str:
    """Name an article's date, saying so where it is only estimated from the text."""
    if date:
        return _format((date.year, date.month, date.day))
    if estimate:
        return f"约{interval_label(estimate.interval)}（据内文推定）"
    return UNKNOWN


def year_label(date: datetime.date | None, estimate: DateEstimate | None) -> str:
    """Name the heading under which lists by year put an article."""
    if date:
        return f"{date.year}年"
    return f"约{interval_label(estimate_years(estimate))}" if estimate else UNKNOWN


def estimate_years(estimate: DateEstimate) -> str:
    """Return an estimate's first and last year as an EDTF interval (2019/2019)."""
    start, end = _parts(estimate.interval)
    return f"{start[0]:04}/{end[0]:04}"


def interval_label(interval: str) -> str:
    """Name an EDTF interval: 2019-11/2019-12 is 2019年11—12月."""
    start, end = _parts(interval)
    if start == end:
        return _format(start)
    if len(start) != len(end):
        return f"{_format(start)}—{_format(end)}"
    same = next(i for i, (a, b) in enumerate(zip(start, end, strict=True)) if a != b)
    if same == len(start) - 1:
        unit = "年月日"[same]
        return f"{_format(start)[:-1]}—{end[same]}{unit}"
    return f"{_format(start)}—{_format(end[same:], same)}"


def interval_days(interval: str) -> tuple[datetime.date, datetime.date]:
    """Return an interval's first and last day. Raises ValueError where one does not exist."""
    start, end = _parts(interval)
    first = datetime.date(*(*start, 1, 1)[:3])
    year, month = (*end, 12)[:2]
    last_day = calendar.monthrange(year, month)[1] if len(end) < 3 else end[2]
    return first, datetime.date(year, month, last_day)


def check_interval(interval: str) -> None:
    """Raise RefusalError where an interval's ends are no dates or out of order."""
    hint = f"“{interval}”不对，请写成 2019-11/2019-12 这样，前早后晚"
    try:
        first, last = interval_days(interval)
    except (ValueError, calendar.IllegalMonthError):
        raise RefusalError(hint) from None
    if first > last:
        raise RefusalError(hint)


def _parts(interval: str) -> tuple[Parts, Parts]:
    start, end = (tuple(int(part) for part in side.split("-")) for side in interval.split("/"))
    return start, end


def _format(parts: Parts, first_unit: int = 0) -> str:
    return "".join(
        f"{part}{unit}" for part, unit in zip(parts, "年月日"[first_unit:], strict=False)
    )

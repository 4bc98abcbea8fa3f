"""Which issue of which newspaper an article stood in, and its place there."""

import datetime
from dataclasses import dataclass
from functools import lru_cache
from pathlib import PurePosixPath

from plugins.chinese.pinyin import SLUG, name_slug
from plugins.content.sources import Source
from plugins.model.date_labels import interval_days

UNKNOWN_ISSUE = "unknown"
#: Sorts after every page and every date.
LAST = 9_999_999


@dataclass(frozen=True, slots=True)
class Issue:
    """One page of one issue, or the raw file where newspaper or date is unknown."""

    key: str
    name: str
    #: Whether newspaper and date are known, so that the name names one page and no other.
    is_known: bool = True


def issue_of(source: Source) -> Issue:
    """Name the issue: newspaper, date and page, or else the raw file, or else unknown."""
    front = source.front
    if front.newspaper and front.date:
        page = f"-{front.page}" if front.page else ""
        # Pinyin alone would merge 陕西日报 and 山西日报.
        key = _name_newspaper(front.newspaper)
        shown_page = f"第{front.page}版" if front.page else ""
        return Issue(
            f"{key}-{front.date}{page}", f"《{front.newspaper}》{_name_day(front.date)}{shown_page}"
        )
    if not source.raw:
        return Issue(UNKNOWN_ISSUE, "版面不详")
    stem = str(PurePosixPath(source.raw).with_suffix(""))
    key = stem if SLUG.fullmatch(stem) else name_slug(stem)
    # Its file's name would tell readers nothing.
    newspaper = f"《{front.newspaper}》" if front.newspaper else "报纸不详的"
    day = f"{_name_day(front.date)}的" if front.date else "日期不详的" if front.newspaper else ""
    return Issue(key, f"{newspaper}{day}版面", is_known=False)


@lru_cache(maxsize=100)
def _name_newspaper(newspaper: str) -> str:
    """Return a newspaper's part of addresses; thousands of articles are of the same one."""
    return name_slug(newspaper)


def _name_day(date: datetime.date) -> str:
    return f"{date.year}年{date.month}月{date.day}日"


def article_order(source: Source) -> tuple[int | str, ...]:
    """Return the sort key of the whole archive: newest first, then by newspaper, page, place.

    After the dated articles come those with an estimated date, by their interval's end, then
    those without any.
    """
    front = source.front
    if front.date:
        when = (0, -front.date.toordinal())
    elif front.date_estimate:
        when = (1, -interval_days(front.date_estimate.interval)[1].toordinal())
    else:
        when = (2, 0)
    return (*when, front.newspaper or "", *order_in_issue(source))


def order_in_issue(source: Source) -> tuple[int | str, ...]:
    """Return the sort key within an issue: by page, then as the raw page has them."""
    return (source.front.page or LAST, source.raw, source.ordinal, source.slug)

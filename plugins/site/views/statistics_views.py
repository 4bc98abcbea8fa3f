"""What the archive holds, counted: reports a month, by county and by topic."""

from collections.abc import Sequence
from dataclasses import dataclass

from plugins.site.groups.cards import Link, link_group
from plugins.site.groups.collection import Archive
from plugins.site.groups.groups import Group
from plugins.site.views.calendar_views import list_months


@dataclass(frozen=True, slots=True)
class Counted:
    """A group with the number of its articles, and its part of the greatest number, in percent."""

    group: Link
    count: int
    share: float


@dataclass(frozen=True, slots=True)
class StatisticsView:
    """The archive counted; `months` are all from the first to the last, also those without any."""

    count: int
    undated: int
    months: tuple[Counted, ...]
    counties: tuple[Counted, ...]
    topics: tuple[Counted, ...]


def view_statistics(archive: Archive) -> StatisticsView:
    """Return the archive counted."""
    months = list_months(archive.kind["date"])
    topics = sorted(archive.kind["topic"].groups, key=lambda topic: -topic.count)
    return StatisticsView(
        archive.count,
        archive.count - sum(month.count for month in months),
        _fill_months(months),
        _count(archive.kind["county"].groups),
        _count(topics),
    )


def _count(groups: Sequence[Group]) -> tuple[Counted, ...]:
    most = max((group.count for group in groups), default=0) or 1
    return tuple(
        Counted(link_group(group), group.count, round(100 * group.count / most, 1))
        for group in groups
    )


def _fill_months(months: Sequence[Group]) -> tuple[Counted, ...]:
    """Return every month from the first to the last, so that a gap shows as one."""
    if not months:
        return ()
    known = {counted.group.url: counted for counted in _count(months)}
    by_key = {month.key: known[month.url] for month in months}
    first, last = (_number(month.key) for month in (months[-1], months[0]))
    filled = []
    for number in range(first, last + 1):
        year, month = number // 12, number % 12 + 1
        none = Counted(Link(f"{year}年{month}月", ""), 0, 0.0)
        filled.append(by_key.get(f"{year:04}-{month:02}", none))
    return tuple(filled)


def _number(key: str) -> int:
    year, month = key.split("-")
    return int(year) * 12 + int(month) - 1

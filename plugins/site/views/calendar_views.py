"""The archive by date: years of months, and each month with its days."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic

from plugins.site.calendar.months import Day, Month, MonthPart
from plugins.site.groups.cards import Link, link_group
from plugins.site.groups.catalogue import UNDATED
from plugins.site.groups.collection import Archive
from plugins.site.groups.groups import Group, GroupKind
from plugins.site.views.frame import KindLink, link_kind
from plugins.site.views.group_views import Facet, Teller, Told, make_facet

MONTHS = range(1, 13)


@dataclass(frozen=True, slots=True)
class Cell:
    """A month of a year, or a day of a month; without articles it has no address."""

    number: int
    count: int = 0
    url: str = ""


@dataclass(frozen=True, slots=True)
class YearView:
    """A year with its twelve months."""

    number: int
    count: int
    months: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class CalendarView:
    """The index by date: the years, newest first, and how many articles have no date."""

    kind: KindLink
    title: str
    description: str
    years: tuple[YearView, ...]
    undated: Link | None
    undated_count: int


@dataclass(frozen=True, slots=True)
class DayView(Generic[Told]):
    """A day's articles on one page, with the pages of papers that they stood on."""

    anchor: str
    name: str
    weekday: str
    issues: tuple[Link, ...]
    articles: tuple[Told, ...]


@dataclass(frozen=True, slots=True)
class MonthView(Generic[Told]):
    """One page of a month; `weeks` are rows from Monday on, None outside the month.

    `earlier` and `later` are the next months that have articles.
    """

    kind: KindLink
    trail: tuple[Link, ...]
    name: str
    url: str
    count: int
    weeks: tuple[tuple[Cell | None, ...], ...]
    part: int
    parts: tuple[Link, ...]
    days: tuple[DayView[Told], ...]
    earlier: Link | None
    later: Link | None
    facet: Facet | None


def view_calendar(kind: GroupKind) -> CalendarView:
    """Return the index by date."""
    undated = next((group for group in kind.groups if group.key == UNDATED), None)
    return CalendarView(
        link_kind(kind),
        kind.title,
        kind.description,
        tuple(_list_years(list_months(kind))),
        link_group(undated) if undated else None,
        undated.count if undated else 0,
    )


def view_month(
    month: Month, part: MonthPart, archive: Archive, tell: Teller[Told]
) -> MonthView[Told]:
    """Return one page of a month; `tell` gives what lists say of articles, or decides that."""
    group, kind = month.group, month.group.kind
    months = list_months(kind)
    at = months.index(group)
    return MonthView(
        kind=link_kind(kind),
        trail=(Link(kind.label, kind.url),),
        name=group.name,
        url=group.url,
        count=group.count,
        weeks=_make_weeks(month),
        part=part.number,
        parts=tuple(Link(one.name, one.url) for one in month.parts),
        days=tuple(_view_day(day, group, archive, tell) for day in part.days),
        earlier=link_group(months[at + 1]) if at + 1 < len(months) else None,
        later=link_group(months[at - 1]) if at else None,
        facet=make_facet(group, archive) if part.number == 1 else None,
    )


def list_months(kind: GroupKind) -> list[Group]:
    """Return the months that have articles, the newest first."""
    return [group for group in kind.groups if group.key != UNDATED]


def _list_years(months: Sequence[Group]) -> list[YearView]:
    known = {month.key: month for month in months}
    years = sorted({int(key[:4]) for key in known}, reverse=True)
    return [_view_year(year, [known.get(f"{year:04}-{m:02}") for m in MONTHS]) for year in years]


def _view_year(year: int, months: Sequence[Group | None]) -> YearView:
    cells = tuple(
        Cell(number, month.count, month.url) if month else Cell(number)
        for number, month in enumerate(months, 1)
    )
    return YearView(year, sum(cell.count for cell in cells), cells)


def _make_weeks(month: Month) -> tuple[tuple[Cell | None, ...], ...]:
    cells: dict[int, Cell] = {}
    for part in month.parts:
        for day in part.days:
            before = cells.get(day.number, Cell(day.number, 0, f"{part.url}#{day.anchor}"))
            cells[day.number] = Cell(day.number, before.count + len(day.articles), before.url)
    return tuple(
        tuple(cells.get(day, Cell(day)) if day else None for day in week) for week in month.weeks
    )


def _view_day(day: Day, group: Group, archive: Archive, tell: Teller[Told]) -> DayView[Told]:
    issues = dict.fromkeys(archive.placements[article].issue for article in day.articles)
    return DayView(
        day.anchor,
        day.name,
        day.weekday,
        # The day stands above them and is not said again.
        tuple(Link(one.name.replace(f"{day.year}年{day.name}", ""), one.url) for one in issues),
        tell(group, day.articles),
    )

"""A month's pages: its days with their articles.

A month of many articles goes on on further pages, which end where a day ends; only a day of more
articles than a page holds is cut.
"""

import calendar
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from plugins.site.articles.article import Article
from plugins.site.groups.groups import Group
from plugins.site.groups.list_parts import MOST_ARTICLES

WEEKDAYS = "一二三四五六日"


@dataclass(frozen=True, eq=False)
class Day:
    """The articles of one day of a month that stand on one page."""

    year: int
    month: int
    number: int
    weekday: str
    articles: list[Article]

    @property
    def anchor(self) -> str:
        """The id of its heading."""
        return f"d{self.number}"

    @property
    def name(self) -> str:
        """The day in words."""
        return f"{self.month}月{self.number}日"


@dataclass(frozen=True, eq=False)
class MonthPart:
    """One page of a month; the first is the month's own page."""

    group: Group
    number: int
    days: Sequence[Day]

    @property
    def name(self) -> str:
        """What links to the page say: its days."""
        first, last = self.days[0].number, self.days[-1].number
        return f"{first}日" if first == last else f"{first}—{last}日"

    @property
    def url(self) -> str:
        """The page's address, from the site's root."""
        return self.group.name_part(self.number)


@dataclass(frozen=True, eq=False)
class Month:
    """A month with its pages."""

    group: Group
    parts: Sequence[MonthPart]

    @property
    def weeks(self) -> list[list[int]]:
        """The days of each week, from Monday on; 0 before the first and after the last."""
        year, month = map(int, self.group.key.split("-"))
        return calendar.Calendar().monthdayscalendar(year, month)


def lay_out_month(group: Group) -> Month:
    """Return a month's pages, its first day first."""
    parts: list[list[Day]] = []
    room = 0
    for day in _cut_days(group.articles):
        if len(day.articles) > room:
            parts.append([])
            room = MOST_ARTICLES
        parts[-1].append(day)
        room -= len(day.articles)
    return Month(group, [MonthPart(group, number, days) for number, days in enumerate(parts, 1)])


def _cut_days(articles: Sequence[Article]) -> Iterator[Day]:
    dated = sorted(articles, key=lambda article: article.date_iso or "")
    for date, same in groupby(dated, key=lambda article: article.date):
        if date is None:
            continue
        of_day = list(same)
        for start in range(0, len(of_day), MOST_ARTICLES):
            some = of_day[start : start + MOST_ARTICLES]
            yield Day(date.year, date.month, date.day, f"星期{WEEKDAYS[date.weekday()]}", some)

"""Years of months and months of days."""

from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from plugins.site.calendar.months import lay_out_month
from plugins.site.groups.catalogue import UNDATED
from plugins.site.groups.collection import Archive
from plugins.site.groups.list_parts import MOST_ARTICLES
from plugins.site.settings.tables import Tables
from plugins.site.views.calendar_views import view_calendar, view_month
from tests.sites.small_site import build_in_memory, write_content

#: Articles of each day: days that fill a page, one that overfills it, and a lone one.
DAYS = {"2020-02-03": 30, "2020-02-05": 20, "2020-02-06": 1, "2020-02-29": 61, "2019-12-31": 1}


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory, tables: Tables) -> Archive:
    """Give an archive with a busy month, an undated and an estimated article."""
    texts = {
        f"{day}-{number}.md": f"---\ntitle: {day}第{number}篇\ndate: {day}\n---\n\n正文。\n"
        for day, count in DAYS.items()
        for number in range(count)
    }
    texts["none.md"] = "---\ntitle: 无日期\n---\n\n正文。\n"
    estimate = "date_estimate: {interval: 2020-02/2020-02}"
    texts["about.md"] = f"---\ntitle: 约略\n{estimate}\n---\n\n正文。\n"
    return build_in_memory(write_content(tmp_path_factory.mktemp("calendar"), texts), tables)


def test_a_page_ends_where_a_day_ends(archive: Archive) -> None:
    """No page has more than fifty stories, days come in order, and only an overfull day is cut."""
    month = lay_out_month(next(g for g in archive.kind["date"].groups if g.key == "2020-02"))
    sizes = [[(day.number, len(day.articles)) for day in part.days] for part in month.parts]
    assert sizes == [[(3, 30), (5, 20)], [(6, 1)], [(29, 50)], [(29, 11)]]
    assert [part.name for part in month.parts] == ["3—5日", "6日", "29日", "29日"]
    assert [part.url for part in month.parts][:2] == ["dates/2020-02.html", "dates/2020-02/2.html"]
    assert max(sum(count for _, count in days) for days in sizes) == MOST_ARTICLES


def test_the_grid_leads_to_each_day_once(archive: Archive) -> None:
    """The grid has a row a week from Monday on, with each day's count and first page."""
    month = lay_out_month(next(g for g in archive.kind["date"].groups if g.key == "2020-02"))
    view = view_month(month, month.parts[0], archive, archive.list_cards_of)
    assert [len(week) for week in view.weeks] == [7] * 5
    cells = {cell.number: cell for week in view.weeks for cell in week if cell}
    assert list(cells) == list(range(1, 30))
    assert [cell and cell.number for cell in view.weeks[0]] == [None] * 5 + [1, 2]
    assert (cells[29].count, cells[29].url) == (61, "dates/2020-02/3.html#d29")
    assert (cells[4].count, cells[4].url) == (0, "")
    assert (view.later, view.earlier and view.earlier.name) == (None, "2019年12月")


def test_undated_stories_stand_once(archive: Archive) -> None:
    """Stories without a date, estimated or not, stand on their own page and in no month."""
    kind = archive.kind["date"]
    undated = next(group for group in kind.groups if group.key == UNDATED)
    assert [article.title for article in undated.articles] == ["约略", "无日期"]
    assert sum(group.count for group in kind.groups) == archive.count
    calendar = view_calendar(kind)
    assert [(year.number, year.count) for year in calendar.years] == [(2020, 112), (2019, 1)]
    assert [month.count for month in calendar.years[1].months] == [0] * 11 + [1]
    assert calendar.undated_count == 2


def test_dates_are_said_once(small_site: Path) -> None:
    """On a month's page the day stands above its stories and pages, and not with each of them."""
    page = BeautifulSoup((small_site / "dates/2019-11.html").read_bytes(), "html.parser")
    assert page.select_one("#d21") is not None
    assert page.select("main .stories time") == []
    assert [link.get_text() for link in page.select(".issues-of-day a")] == ["《康宁日报》第3版"]

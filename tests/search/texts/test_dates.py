"""Dates are queries: what was printed on a day or in a month is found by it."""

import datetime
from pathlib import Path

import pytest

from plugins.search.build import build_search
from plugins.search.corpus.documents import NamedThing, SearchDocument, SearchTables
from tests.search.conftest import BuiltIndex

MONTH = NamedThing("2019年11月", "date", (), "", "dates/2019-11.html", (), 2, 5)


@pytest.fixture(scope="module")
def dated(tmp_path_factory: pytest.TempPathFactory) -> BuiltIndex:
    """Index dated, estimated and undated articles."""
    estimated = (datetime.date(2019, 10, 1), datetime.date(2019, 12, 31))
    documents = [
        SearchDocument("a.html", "茶园", body="采茶。", date=datetime.date(2019, 11, 21)),
        SearchDocument("b.html", "核桃", body="核桃。", date=datetime.date(2019, 11, 2)),
        SearchDocument(
            "c.html", "茶叶", body="自2019年11月起种茶。", date=datetime.date(2020, 3, 1)
        ),
        SearchDocument(
            "d.html", "茶具", body="卖茶。", estimated_days=estimated, estimated_year=2019
        ),
        SearchDocument("e.html", "茶歌", body="唱茶。"),
        SearchDocument("f.html", "油茶", body="二〇一九年十一月栽下油茶。"),
    ]
    folder = tmp_path_factory.mktemp("dates") / "search"
    build_search(documents, folder, SearchTables(things=(MONTH,)))
    return BuiltIndex(folder, documents)


@pytest.mark.parametrize(
    "query",
    ["2019年11月", "2019-11", "2019.11", "2019/11", "二〇一九年十一月", "２０１９年１１月份"],
)
def test_a_month_finds_its_articles(dated: BuiltIndex, query: str) -> None:
    """In every spelling: its articles, estimated ones too, then those that write of it."""
    answer = dated.search(query)
    assert [r["url"][0] for r in answer["results"] if r["how"] == "dated"] == ["a", "b", "d"]
    others = {r["url"][0] for r in answer["results"] if r["how"] != "dated"}
    assert {"c"} <= others <= {"c", "f"}
    assert [card["url"] for card in answer["cards"]] == ["dates/2019-11.html"]


@pytest.mark.parametrize(
    "query", ["2019.11.21", "2019-11-21", "20191121", "二○一九年十一月二十一日"]
)
def test_a_day_finds_its_articles_below_its_month(dated: BuiltIndex, query: str) -> None:
    """The articles of the day, those that may be of it, and the month's card."""
    answer = dated.search(query)
    assert [r["url"][0] for r in answer["results"]] == ["a", "d"]
    assert [card["name"] for card in answer["cards"]] == ["2019年11月"]


def test_a_year_finds_its_articles(dated: BuiltIndex) -> None:
    """The articles of a year come first; its digits alone lead there where nothing prints them."""
    assert [r["url"][0] for r in dated.search("2020年")["results"]] == ["c"]
    years = dated.search("2019年")["results"]
    assert [r["url"][0] for r in years if r["how"] == "dated"] == ["a", "b", "d"]
    assert dated.search("2020")["total"] == 0
    assert dated.search("2020", ask="findNearest")["answer"] == "2020年"


def test_a_date_narrows_other_words(dated: BuiltIndex) -> None:
    """Words beside a date are looked for in its time, and rank what is found."""
    found = [(r["url"][0], r["how"]) for r in dated.search("2019年11月 茶")["results"]]
    assert found == [("d", "dated"), ("a", "dated"), ("c", "literal")] or found[:2] == [
        ("a", "dated"),
        ("d", "dated"),
    ]
    assert {url for url, how in found if how == "dated"} == {"a", "d"}


def test_an_archive_of_undated_articles_has_no_dates(tmp_path: Path) -> None:
    """Where nothing is dated a date finds nothing, and is no error."""
    build_search([SearchDocument("a.html", "茶", body="茶")], tmp_path / "search")
    assert BuiltIndex(tmp_path / "search", []).search("2019年11月")["total"] == 0

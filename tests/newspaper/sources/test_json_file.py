"""JSON of crawlers: however it is laid out, and whatever its parts are called."""

import json

import pytest

from plugins.newspaper import read_raw_page

WHOLE = "连日来，石潭乡的桑园里鸡鸣阵阵，九十户村民在桑树下养鸡，一亩地有了两份收入。"


def read(told: object) -> list[str]:
    """Give the lines with text of a JSON file."""
    return [line for line in read_raw_page(json.dumps(told).encode(), "采集.json").lines if line]


@pytest.mark.parametrize(
    "around", ["[%s\n,%s]", '{"meta":{"n":2}\n,"list":[%s,\n%s]}', "%s\n\n%s\n"]
)
def test_lines_may_end_anywhere(around: str) -> None:
    """A file is one value wherever its lines end, and else a value to a line."""
    articles = [{"title": title, "content": WHOLE} for title in ("桑园养鸡", "水渠修通")]
    data = around % tuple(json.dumps(article) for article in articles)
    lines = [line for line in read_raw_page(data.encode(), "采集.json").lines if line]
    assert lines == ["桑园养鸡", WHOLE, "水渠修通", WHOLE]


@pytest.mark.parametrize(
    ("more", "head"),
    [
        ({"main_title": "", "docTitle": None}, []),
        ({"newsContent": "桑园养鸡，一地两收。"}, []),
        ({"date": "2018-04-03", "docDate": None}, ["日期：2018-04-03"]),
        ({"newspaper": "石潭日报", "paper": "B07"}, ["报纸：石潭日报"]),
        ({"newsPaperName": "石潭日报"}, ["报纸：石潭日报"]),
    ],
)
def test_parts_of_one_name_hide_none_of_each_other(more: dict[str, str], head: list[str]) -> None:
    """Of parts that are called alike the one of that very name is read, if it has any text."""
    article = {"title": "桑园养鸡", "content": WHOLE}
    for told in ({**article, **more}, {**more, **article}):
        assert read(told) == [*head, "桑园养鸡", WHOLE]


def test_articles_are_of_the_issue_that_is_told_around_them() -> None:
    """What the object around articles says of newspaper, day and page holds for each of them."""
    story = {
        "mainTitle": "白果乡办起夜校",
        "contentHtml": "<p>近日，夜校开班。</p><p>茶农来了。</p>",
    }
    issue = {"paperName": "青河日报", "paperDate": "2020-07-14", "pageNo": "03"}
    told = {"code": 0, "data": {**issue, "articles": [story]}}
    lines = read_raw_page(json.dumps(told).encode(), "一期.json").lines
    assert lines[0] == "报纸：青河日报 日期：2020-07-14 版次：03"
    assert "白果乡办起夜校" in lines


@pytest.mark.parametrize(
    ("more", "lines"),
    [
        ({"media": [{"name": "青河日报"}]}, ["报纸：青河日报"]),
        ({"media": ["1.jpg"], "writer": "admin"}, []),
        ({"media": "石潭融媒", "writer": "方敏"}, ["作者：方敏"]),
    ],
)
def test_what_names_other_things_too_tells_only_names(
    more: dict[str, object], lines: list[str]
) -> None:
    """Media may hold pictures, and writer an account: they tell newspapers and people only."""
    told = read({"title": "桑园养鸡", "content": WHOLE, **more})
    assert [line for line in told if line not in ("桑园养鸡", WHOLE)] == lines


def test_what_is_called_page_and_is_none_hides_no_page() -> None:
    """A crawler's "Page": "list" on an article leaves it on the page of its issue."""
    story = {"title": "桑园养鸡", "content": WHOLE, "Page": "list"}
    told = {"newspaper": "青河日报", "page": 3, "articles": [story]}
    assert read(told) == ["报纸：青河日报 版次：3", "桑园养鸡", WHOLE]


def test_pages_tell_their_numbers_within_an_issue() -> None:
    """A number on each page of an issue is that of its articles, unless they tell their own."""
    stories = [{"title": "桑园养鸡", "content": WHOLE}, {"title": "水渠修通", "content": WHOLE}]
    pages = [{"pageNo": n, "list": [story]} for n, story in enumerate(stories, 2)]
    lines = read({"papername": "石潭日报", "pages": pages})
    assert [line for line in lines if "版次" in line] == [
        "报纸：石潭日报 版次：2",
        "报纸：石潭日报 版次：3",
    ]
    assert read({"版次": "4", "报名": "石潭日报", "data": {**stories[0], "page": "A05"}})[0] == (
        "报纸：石潭日报 版次：A05"
    )


@pytest.mark.parametrize(
    "around",
    [
        {"code": 0, "page": 1, "pageSize": 15},
        {"pageNo": 2, "total": 31},
        {"status": "ok", "time": "2026-10-08 07:15:00"},
        {"date": "2026-10-08", "source": "spider"},
        {"layout": "list", "edition": "2.1"},
    ],
)
def test_what_an_answer_says_of_itself_is_no_issue(around: dict[str, object]) -> None:
    """The stretch of an answer, when it was given and by whom are of no article within it."""
    told = {**around, "data": [{"title": "桑园养鸡", "content": WHOLE}]}
    assert read(told) == ["桑园养鸡", WHOLE]


def test_a_long_answer_of_a_newspaper_has_no_page() -> None:
    """The number of an answer's part is no page's, though the newspaper is told beside it."""
    paged = {"paperName": "石潭日报", "pageNo": 1, "pageSize": 15}
    told = {**paged, "data": [{"title": "桑园养鸡", "content": WHOLE, "layout": "list"}]}
    assert read(told) == ["报纸：石潭日报", "桑园养鸡", WHOLE]


@pytest.mark.parametrize(
    ("issue", "head"),
    [
        ({"newspaper": "石潭日报", "date": "2019-11-21", "page": 3}, "3"),
        ({"paper": "石潭日报", "date": "2019-11-21", "page": "A3"}, "A3"),
        ({"报纸": "石潭日报", "日期": "2019-11-21", "版面": "3"}, "3"),
        ({"paperName": "石潭日报", "publishDate": "2019-11-21", "pageNo": "03"}, "03"),
        ({"报名": "石潭日报", "日期": "2019-11-21", "edition": "早刊", "版次": "头版"}, "1版"),
    ],
)
def test_an_object_that_names_a_newspaper_tells_its_issue(
    issue: dict[str, object], head: str
) -> None:
    """Beside a newspaper's name a day and a page are the issue's, by the plainest names."""
    told = {**issue, "articles": [{"title": "桑园养鸡", "content": WHOLE}]}
    assert read(told)[0] == f"报纸：石潭日报 日期：2019-11-21 版次：{head}"
    paged = {**told, "pageSize": 15, "time": "2026-10-08 07:15:00"}
    assert read(paged)[0] == "报纸：石潭日报 日期：2019-11-21"


def test_a_page_is_no_newspaper() -> None:
    """A letter and a number under the name paper name no newspaper, so that a day stays loose."""
    told = {"paper": "B07", "date": "2026-10-08", "data": [{"title": "桑园", "content": WHOLE}]}
    assert read(told) == ["桑园", WHOLE]


@pytest.mark.parametrize("name", ["page", "newspaper"])
def test_articles_under_a_name_of_the_issue_are_read(name: str) -> None:
    """What an outer object tells of the issue takes no place of a list that is called alike."""
    within = {name: [{"title": "桑园养鸡", "content": WHOLE}]}
    told = {"paperName": "石潭日报", "pageNo": "3", "data": within}
    assert read(told) == ["报纸：石潭日报 版次：3", "桑园养鸡", WHOLE]

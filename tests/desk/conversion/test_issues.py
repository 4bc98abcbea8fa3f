"""Which issue a raw page is of, by what the page itself prints."""

import datetime
from pathlib import Path

import pytest

from plugins.desk.conversion.issues import Issue, find_issue, find_own_issues, read_sidecar
from plugins.newspaper import SetAside, convert_page


def printed(*lines: str, why: str = "日期") -> Issue:
    """Give the issue that these lines of furniture tell of."""
    return find_issue([SetAside(n, line, why) for n, line in enumerate(lines, 1)])


@pytest.mark.parametrize(
    "line",
    [
        "2019年11月21日 星期四",
        "２０１９年１１月２１日",
        "2019 年 11 月 21 日",
        "二〇一九年十一月二十一日",
        "二○一九年十一月二十一日 农历己亥年十月廿五",
        "二零一九年十一月二十一日",
    ],
)
def test_dates_are_read_in_all_numerals(line: str) -> None:
    """A printed date is read in half-width, full-width and Chinese numerals."""
    assert printed(line).date == datetime.date(2019, 11, 21)


def test_a_bulletin_goes_by_the_one_name_beside_its_number() -> None:
    """What no form tells to be a newspaper's name is one beside a number, unless an office's."""
    assert printed("青河茶讯 第23期 2019年9月15日").newspaper == "青河茶讯"
    assert printed("青河县茶业局 第23期 2019年9月15日").newspaper is None


def test_a_line_that_names_several_pages_is_a_menu() -> None:
    """The page is the one that another line names alone."""
    lines = ["第01版：要闻 第02版：综合", "第02版：综合 上一版"]
    assert printed(*lines, why="版次").page == 2


@pytest.mark.parametrize("day", ["21", "21日"])
def test_a_day_may_stand_below_its_month(day: str) -> None:
    """A masthead's day in a line of its own is that of the month above, and no page's number."""
    lines = ["2019年11月", day, "星期四", "青河日报", "第3版", "白果夜校开班", "近日，夜校开班。"]
    page = convert_page("\n".join(lines).encode(), "页.txt")
    assert [article.title for article in page.articles] == ["白果夜校开班"]
    issue = find_issue(page.furniture)
    assert (issue.date, issue.page) == (datetime.date(2019, 11, 21), 3)


def test_years_of_the_republic_are_read() -> None:
    """A date of the Republic is counted from 1912, in traditional characters as well."""
    line = "中華民國三十八年五月二十六日　星期四"
    assert printed(line).date == datetime.date(1949, 5, 26)


@pytest.mark.parametrize("line", ["第3版", "第三版", "A03版", "０３版", "版次：3", "3版 综合"])
def test_page_numbers_are_read(line: str) -> None:
    """A printed page number is read in the forms that newspapers use."""
    assert printed(line, why="版次").page == 3


@pytest.mark.parametrize("line", ["第十二版", "12版"])
def test_tens_are_read(line: str) -> None:
    """A page number above ten is read as one number."""
    assert printed(line, why="版次").page == 12


@pytest.mark.parametrize(
    "line", ["2019年2月30日", "0000年1月1日", "二〇一九年十十月一日", "2019年11月", ""]
)
def test_no_date_is_made_up(line: str) -> None:
    """A date that no calendar has is no date, and a month alone is none either."""
    assert printed(line).date is None


def test_two_dates_or_pages_settle_nothing() -> None:
    """Where a page prints two dates or two page numbers, neither is taken."""
    assert printed("2019年11月21日 第3版", "2019年11月22日 第4版") == Issue()


def test_the_number_of_pages_is_no_page_number() -> None:
    """今日8版 says how many pages the issue has, not which one this is."""
    assert printed("2019年11月21日 星期四 今日8版").page is None
    assert printed("2019年11月21日 第3版 今日8版").page == 3


def test_other_lines_tell_nothing() -> None:
    """A line that sends the reader to another page names no page of this issue."""
    assert printed("（下转第4版）", why="转版") == Issue()


def test_a_sidecar_may_be_short(tmp_path: Path) -> None:
    """A page without a sidecar, or with an empty one, is of an unknown issue."""
    raw = tmp_path / "页.txt"
    assert read_sidecar(raw) == Issue()
    raw.with_suffix(".yaml").write_text("# 只有说明\nnewspaper:\n", "utf-8")
    assert read_sidecar(raw) == Issue()


FIRST_LINES = [
    "康宁日报 2019年11月21日 第3版",
    "康宁日报２０１９年１１月２１日　星期四　第三版",
    "康宁日报 二〇一九年十一月二十一日 农历己亥年十月廿五 第3版",
    "康宁日报 2019-11-21 3版",
    "康宁日报 2019.11.21 第03版",
    "康宁日报 2019/11/21 A03",
    "康宁日报 20191121 第3版",
    "2019年11月21日 星期四 康宁日报 03版",
    "2019年11月21日康宁日报3版：综合",
    "《康宁日报》2019年11月21日 第3版",
    "来源：康宁日报（2019年11月21日第3版）",
    "康宁日报·2019年11月21日·第3版·要闻",
    "康宁日报 2019年11月21日 第3版 责任编辑：张三",
    "版次：3 日期：2019-11-21 报纸：康宁日报",
    "报纸：康宁日报\n日期：2019-11-21\n版次：3",
    "康宁日报社\n2019年11月21日 星期四\n第3版",
]
ARTICLE = "\n\n石潭春茶开采\n\n本报讯(记者 李明)近日,石潭县春茶开采,茶农采茶正忙。\n"


@pytest.mark.parametrize("lines", FIRST_LINES)
def test_first_lines_state_the_issue(lines: str) -> None:
    """A page's first lines, as editors write them, say its issue and are in no article."""
    page = convert_page((lines + ARTICLE).encode(), "页.txt")
    known = Issue(newspaper="康宁日报", date=datetime.date(2019, 11, 21), page=3)
    assert find_issue(page.furniture) == known
    assert [a.line for a in page.furniture] == list(range(1, lines.count("\n") + 2))
    assert [a.title for a in page.articles] == ["石潭春茶开采"]


@pytest.mark.parametrize("line", ["报纸：康宁日报", "康宁日报社区"])
def test_only_the_first_lines_are_read_so(line: str) -> None:
    """Below an article's headline what names no date or page is the article's own."""
    page = convert_page(f"{ARTICLE.strip()}\n\n{line}\n".encode(), "页.txt")
    assert page.furniture == ()


@pytest.mark.parametrize("line", ["我市传来喜报", "捷报频传 11月21日", "2019年，康宁日报创刊"])
def test_headlines_state_no_issue(line: str) -> None:
    """A headline with a date's or a newspaper's characters is left to the articles."""
    page = convert_page((line + ARTICLE).encode(), "页.txt")
    assert page.furniture == ()


@pytest.mark.parametrize(
    "line",
    [
        "2019年11月21日 星期四 农历己亥年十月廿五 第3456号 今日8版 第3版 康宁日报",
        "B03 健康·关注 2019年11月21日 星期四 责编：李明 美编：王琳 校对：赵燕 康宁日报",
        "KANG NING RI BAO 康宁日报 第A03版：要闻 2019-11-21",
        "2019/11/21 03版 综合 康宁日报",
        "中共康宁市委主管主办 2019年11月21日 星期四 总第8888期 今日4版 康宁日报 第3版",
        "《 康宁日报 》（ 2019年11月21日 03 版）",
        "2019年11月21日康宁日报 第3版",
        "2O19年1l月2l日 星期四 康宁日报 第 3 版 要 闻",
        "康宁日报数字报 2019年11月21日 第03版：县区新闻",
    ],
)
def test_page_heads_state_the_issue(line: str) -> None:
    """A page's head tells its issue however a paper sets it, and wherever it stands."""
    page = convert_page(f"{ARTICLE.strip()}\n\n{line}\n{ARTICLE}".encode(), "页.txt")
    known = Issue(newspaper="康宁日报", date=datetime.date(2019, 11, 21), page=3)
    assert find_issue(page.furniture) == known
    assert [a.title for a in page.articles] == ["石潭春茶开采"] * 2


def test_a_source_line_tells_the_issue_and_the_author() -> None:
    """What a web page says of its source gives the date, the newspaper and the article's author."""
    line = "来源：康宁日报　作者：李明　发布时间：2019-11-21 08:30　浏览：128次"
    body = "近日，石潭县春茶开采，茶农采茶正忙。"
    lines = ["石潭春茶开采", line, body, "分享到：", "上一篇：夜校开课"]
    page = convert_page("\n\n".join(lines).encode(), "页.txt")
    assert find_issue([*page.furniture, *page.sources]) == Issue(
        newspaper="康宁日报", date=datetime.date(2019, 11, 21)
    )
    (article,) = page.articles
    assert (article.title, [a.name for a in article.authors]) == ("石潭春茶开采", ["李明"])
    assert [a.why for a in page.furniture] == ["网页", "网页"]


def test_a_source_named_in_the_text_is_no_masthead() -> None:
    """A newspaper named on a line of its own farther down is not the one that printed the page."""
    assert find_issue([SetAside(40, "人民日报", "刊头")]) == Issue()


def test_articles_of_a_site_have_their_own_days() -> None:
    """Where each article tells its own day and source, it is of that issue, not of the page's."""
    one = "{}\n来源：青河{}　发布时间：2019-11-{} 08:30\n近日，{}，茶农正忙着采摘最后一茬茶叶。\n\n"
    text = one.format("石潭春茶开采", "融媒体中心", "20", "石潭春茶开采")
    text += one.format("白果夜校开课", "新闻网", "21", "白果夜校开课")
    page = convert_page(text.encode(), "页.txt")
    whole = find_issue([*page.furniture, *page.sources])
    assert whole == Issue()
    own = [(o.newspaper, str(o.date)) for o in find_own_issues(page, whole)]
    assert own == [("青河融媒体中心", "2019-11-20"), ("青河新闻网", "2019-11-21")]


def test_a_second_day_printed_on_a_page_is_no_articles() -> None:
    """Two heads with different days leave a page without one, and its articles, too."""
    page = convert_page(
        f"2019年11月20日 星期三\n{ARTICLE}2019年11月21日 星期四\n{ARTICLE}".encode(), "页.txt"
    )
    assert {one.date for one in find_own_issues(page, find_issue(page.furniture))} == {None}


def test_a_bulletins_name_is_its_newspaper() -> None:
    """The name at a page's top counts, whether or not it ends in 报."""
    lines = [SetAside(1, "青河政协信息", "刊头"), SetAside(2, "2019年第8期", "刊期")]
    assert find_issue(lines).newspaper == "青河政协信息"


def test_an_account_counts_where_no_source_does() -> None:
    """The account that published a page is its newspaper only where no source is named."""
    account = SetAside(2, "公众号：山水青河", "刊期")
    assert find_issue([account]).newspaper == "山水青河"
    told = [account, SetAside(9, "来源：青河县融媒体中心", "来源")]
    assert find_issue(told).newspaper == "青河县融媒体中心"


@pytest.mark.parametrize(
    ("head", "newspaper", "page"),
    [
        (["今日青河", "第3版 综合新闻", "2019年11月21日"], "今日青河", 3),
        (["2019年11月21日", "青河时讯", "教育", "03"], "青河时讯", 3),
        (["第三版：综合新闻", "2019年11月21日", "青河新闻", "责任编辑：李明"], "青河新闻", 3),
        (["民生  3  青河报  2019年11月21日 星期四"], "青河报", 3),
        (["3 综合新闻  青河报", "2019年11月21日"], "青河报", 3),
        (["综合新闻", "第3版", "2019年11月21日"], None, 3),
    ],
)
def test_a_newspapers_name_is_a_place_and_a_word_for_news(
    head: list[str], newspaper: str | None, page: int
) -> None:
    """Whatever the order of a page's head, its newspaper, day and page are told by their forms."""
    text = "近日，白果乡的农民夜校开班，八十六名村民白天采茶，晚上跟着老师傅学习手工炒茶。"
    whole = convert_page("\n".join([*head, "", "白果乡办起农民夜校", text]).encode(), "页.txt")
    assert [article.kicker for article in whole.articles] == [None]
    told = Issue(newspaper=newspaper, date=datetime.date(2019, 11, 21), page=page)
    assert find_issue(whole.furniture) == told

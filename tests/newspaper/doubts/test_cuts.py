"""What the converter is unsure of stands in `review`, with the line to look at."""

from dataclasses import replace

import pytest

from plugins.model import Block, HeadLines
from plugins.newspaper import convert_page
from plugins.newspaper.brief_headlines import find_headline
from plugins.newspaper.conversion import read_pieces
from plugins.newspaper.doubts.cuts import Doubts, doubt_contacts
from plugins.newspaper.layout.page import Page, RawArticle, SetAside
from plugins.newspaper.outline import outline_page
from tests.laws.growth import is_linear

CUT = (
    "农机共享平台上线",
    "本报讯（记者 廖启明）4月11日，县农机共享平台上线，全县十七个乡镇的四百六十台农机已入网登",
    "简讯",
    "记，首日成交订单八十三笔，作业面积一千二百余亩。",
    "镇里举办骑行赛",
    "4月9日，镇里举办第三届油菜花骑行赛，来自省内外的二百六十名选手参赛。",
)
REPORT = (
    "村里办起豆腐坊",
    "本报讯（记者 廖启明）陶家旺的豆腐坊去年卖出豆腐四十六万斤，带着十九户邻居一起磨豆子。",
)


def reviews(lines: tuple[str, ...], about: str = "") -> list[str]:
    """Convert a page of these lines and give all remarks to its articles that have these words."""
    page = convert_page("\n\n".join(lines).encode(), "页.txt")
    return [remark for article in page.articles for remark in article.review if about in remark]


def test_a_heading_within_a_sentence_is_said() -> None:
    """A box's heading that a cut sentence goes on behind is a column's, and its line is told."""
    page = convert_page("\n\n".join(CUT).encode(), "页.txt")
    assert "入网登记，首日" in page.articles[0].body[0].text
    assert page.articles[1].section == "简讯"
    assert reviews(CUT, "接成一段") == ["第3行与第7行接成一段，中间的第5行当作栏目名，请核对"]


@pytest.mark.parametrize("opening", ["一、种茶", "总则"])
def test_a_short_sub_headline_of_several_is_no_doubt(opening: str) -> None:
    """What has a number, or others like it below, is a sub-headline, and no pen name."""
    lines = (REPORT[0], opening, REPORT[1][12:], "二、卖茶", REPORT[1][12:])
    assert not reviews(lines, "可能是作者或栏目名")


def test_a_brief_without_a_headline_is_said() -> None:
    """Each mark below a column's heading opens a brief, whose headline is the converter's."""
    briefs = ("△近日，县残联发放轮椅二十六辆。", "△12月16日，县检察院聘请人民监督员十五名。")
    lines = (*REPORT, "简讯", *briefs)
    page = convert_page("\n\n".join(lines).encode(), "页.txt")
    assert [a.title for a in page.articles[1:]] == [
        "县残联发放轮椅二十六辆",
        "县检察院聘请人民监督员十五名",
    ]
    assert reviews(lines, "没有标题") == [
        "第7行没有标题，用了开头的话作标题，请核对",
        "第9行没有标题，用了开头的话作标题，请核对",
    ]


def test_a_caption_that_may_be_a_brief_is_said() -> None:
    """A line with ▲ that reads like news, alone, stays a caption, and its line is told."""
    lines = (*REPORT, "▲近日，县残联向二十六名肢体残疾人发放轮椅。")
    page = convert_page("\n\n".join(lines).encode(), "页.txt")
    assert page.articles[0].body[-1].type == "caption"
    assert reviews(lines) == ["第5行当作图片说明，也可能是短讯，请核对"]
    assert reviews((*REPORT, "▲图为陶家旺在磨豆腐。")) == []


def test_sentences_below_a_columns_heading_are_briefs() -> None:
    """Sentences on different things below a column's heading are briefs without any mark."""
    lines = (*REPORT, "一句话新闻", "县残联发放轮椅二十六辆。", "县检察院聘请人民监督员十五名。")
    page = convert_page("\n\n".join(lines).encode(), "页.txt")
    assert [a.section for a in page.articles] == [None, "一句话新闻", "一句话新闻"]
    assert "第7行没有标题，用了开头的话作标题，请核对" in reviews(lines)


@pytest.mark.parametrize(
    ("text", "headline"),
    [
        ("△11月2日，机关干部义务植树一千八百株。", "机关干部义务植树一千八百株"),
        ("●截至5月26日，林口县完成水稻插秧，占计划的九成六。", "林口县完成水稻插秧"),
        ("■县医院引进新设备　近日，县医院引进核磁共振。", "县医院引进新设备"),
        ("本报讯（记者 阎笑）日前，县残联发放轮椅。", "县残联发放轮椅"),
        ("（新华社北京1月3日电）科研单位开放共享，", "科研单位开放共享"),
        ("★该校办起“书香、墨香”课堂，学生三百名。", "该校办起“书香、墨香”课堂"),
        ("●", "●"),
    ],
)
def test_headlines_are_the_words_of_the_brief(text: str, headline: str) -> None:
    """A brief's headline is its first clause that says what happened, with quotations whole."""
    assert find_headline(text) == headline


def test_a_paragraph_that_reads_on_is_said() -> None:
    """A paragraph without a stop, whose last word goes on in the next one, is told with both."""
    lines = (
        "县医院引进新设备",
        "本报讯（通讯员 施亮）近日，县医院引进核磁共振，群众不出县就能做检",
        "查，看病更方便了，到年底还要再添两台设备。",
    )
    halves = ("本报讯（通讯员 施亮）近日，县医院引进设备，群众都说好。", "医院还要扩建门诊楼。")
    told = [r for r in reviews((lines[0], *halves)) if "可能是一段" in r]
    assert told == []
    page = read_pieces("\n\n".join(lines).encode(), "页.txt")
    assert page.evidence is not None
    outline = replace(outline_page(page.evidence), links=())
    draft = replace(outline.drafts[0], chain=(1, 2))
    assert "第3行没有句末标点，与第5行可能是一段，请核对" in Doubts(outline).list_of(draft)


def test_contacts_between_articles_are_said() -> None:
    """Whom to call may end a notice that another article stands below; a page's own is not one."""
    call = "电话：0000-1234567"
    other = ("县医院引进新设备", "本报讯（通讯员 施亮）近日，县医院引进设备，群众看病更方便了。")
    told = "第5行起的联系方式没有收入文章，是这一篇的请补上"
    assert reviews((*REPORT, call, *other), "联系方式") == [told]
    assert reviews((*REPORT, *other, call), "联系方式") == []


def test_a_certain_page_is_not_doubted() -> None:
    """Of stories that open as news does and end with a stop, nothing is unsure."""
    other = (
        "县医院引进新设备",
        "本报讯（通讯员 施亮）近日，县医院引进核磁共振，群众看病更方便了。",
    )
    assert reviews((*REPORT, *other)) == []


def test_contacts_are_looked_for_in_time_that_grows_with_the_page() -> None:
    """Four times as many articles, each with where to ask, take about four times as long."""

    def draw(count: int) -> Page:
        body = [(Block("paragraph", "停水通知。", (2 * n,)),) for n in range(1, count)]
        calls = tuple(SetAside(2 * n + 1, "电话：1", "联系方式") for n in range(1, count))
        return Page(tuple(RawArticle("", "消息", b, HeadLines()) for b in body), calls)

    assert is_linear(lambda page: list(doubt_contacts(page)), draw(500), draw(2000))

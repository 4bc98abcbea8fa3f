"""What a page's lines are read as: headlines, items of a list, who signs."""

from plugins.newspaper import convert_page

ASKED = "问：旧楼加装电梯，邻居不同意怎么办？居民常问起这件事，街道逐条答复。"
ITEMS = (
    "◆先由楼长上门听意见，把顾虑一条条记下来，再请设计单位改图。",
    "◆一楼住户担心采光的，由测绘队现场实测，结果贴在单元门口。",
)
AFTER = "答复之后，街道还留下了电话，随时听大家的意见。"
LAST = "◆费用分摊按楼层高低商定，商定的数目写进协议，一户一份。"


def test_marked_lines_within_an_article_are_its_items() -> None:
    """Rows of ◆ between an article's paragraphs are no briefs, nor is the one at its end."""
    lines = ("加装电梯有章可循", ASKED, *ITEMS, AFTER, ASKED, LAST)
    (article,) = convert_page("\n\n".join(lines).encode(), "页.txt").articles
    assert (article.title, len(article.body)) == (lines[0], len(lines) - 1)


def test_who_signs_a_letter_opens_no_story() -> None:
    """A reader's name below his letter is the letter's last line, whatever stands below it."""
    lines = ("雨天屋檐水谁来管？", ASKED, "读者 聂长顺", "城东菜场开业", AFTER)
    letter, report = convert_page("\n\n".join(lines).encode(), "页.txt").articles
    assert [b.text for b in letter.body] == [ASKED, "读者 聂长顺"]
    assert report.title == "城东菜场开业"


def test_long_text_with_commas_is_no_headline() -> None:
    """A paragraph that a column's end cut off above a headline is no part of its head."""
    cut = (
        "街道把答复汇成册子，发到每个单元，又在楼下的宣传栏里贴了一份，"
        "请大家随时来提意见，谁有什么想法都可以写在上面，月底"
    )
    lines = ("城东菜场开业", ASKED, cut, "春茶开园", AFTER)
    page = convert_page("\n\n".join(lines).encode(), "页.txt")
    assert [a.title for a in page.articles] == ["城东菜场开业", "春茶开园"]


def test_an_office_signs_its_notice_with_the_day() -> None:
    """The office's name and the day below it end the notice; neither is furniture or a headline."""
    signed = ("县水库管理委员会", "2021年5月9日")
    lines = ("关于做好汛期值班工作的通知", ASKED, AFTER, *signed, "城东菜场开业", AFTER)
    page = convert_page("\n\n".join(lines).encode(), "页.txt")
    notice, report = page.articles
    own = {n for b in notice.body for n in b.source_lines} | {*notice.lines.byline}
    assert not page.furniture and own >= {7, 9}
    assert report.title == "城东菜场开业"

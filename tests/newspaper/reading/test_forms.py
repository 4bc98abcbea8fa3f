"""What the form of a line says of its role on whole pages."""

import pytest

from plugins.newspaper import convert_page

NEWS = "近日，白果乡的农民夜校开班，八十六名村民白天采茶，晚上跟着老师傅学习手工炒茶的手艺。"
MORE = "据了解，夜校每周上两次课，全乡已有三百多人学到了手艺，今年还要办到每一个村里去。"


def list_bodies(*lines: str) -> list[list[str]]:
    """Give the text of each article's blocks on a page of these lines."""
    page = convert_page("\n".join(lines).encode(), "页.txt")
    assert not page.unassigned
    return [[block.text for block in article.body] for article in page.articles]


def test_below_a_comma_the_sentence_goes_on() -> None:
    """Lines that OCR has cut at its own width are one paragraph where the upper ends in a comma."""
    cut = NEWS.index("，晚上") + 1
    assert list_bodies("白果夜校开班", NEWS[:cut], NEWS[cut:], MORE) == [[NEWS, MORE]]


def test_a_note_above_all_headlines_introduces_the_first_article() -> None:
    """An editor's note at a bulletin's top stands in front of the text of the article below it."""
    note = "【编者按】为推广各乡镇办夜校的经验，现将两个乡的做法印发，供大家学习借鉴。"
    first = ["白果乡办起农民夜校", NEWS, "", MORE]
    second = ["石潭乡茶农学手艺", NEWS.replace("白果", "石潭"), "", MORE]
    bodies = list_bodies(note, "", *first, "", *second)
    assert bodies == [[note, NEWS, MORE], [second[1], MORE]]


def test_names_of_numbered_parts_are_sub_headlines() -> None:
    """Below a number on its own line stands a part's name, directly below the headline, too."""
    parts = ["PART 01", "一门手艺", NEWS, "PART 02", "一条销路", MORE]
    page = convert_page("\n\n".join(["白果夜校开班", *parts]).encode(), "页.txt")
    (article,) = page.articles
    assert [b.type for b in article.body] == ["heading", "paragraph"] * 2
    assert article.subtitle is None


def test_a_series_of_numbered_lines_is_one_of_sub_headlines() -> None:
    """What stands between a manuscript's texts and counts on (一、 二、) is a sub-headline, all."""
    head = ["白果乡：茶山上办夜校", "——白果乡发展茶产业纪实", MORE]
    started = "2016年以来，村党支部牵头成立茶叶合作社，流转荒坡地860亩，吸纳94户入社。"
    sold = "乡上引进的茶厂以每斤12元的价收购鲜叶，年加工能力达5000吨。“茶叶不愁卖，心里踏实。”"
    parts = ["一、支部引路，荒坡变茶园", started, "二、企业带动，叶子变金条", sold]
    page = convert_page("\n".join([*head, *parts]).encode(), "页.txt")
    (article,) = page.articles
    assert [b.text for b in article.body if b.type == "heading"] == parts[::2]


def test_two_characters_above_a_headline_are_no_part_of_it() -> None:
    """Where a county's short name stands above each headline it is that one's kicker."""
    news = "本报讯（通讯员 方敏）" + NEWS
    lines = [
        "青河",
        "白果乡办起农民夜校",
        news,
        "石潭",
        "茶农农闲学手艺",
        news.replace("白果", "石潭"),
    ]
    page = convert_page("\n".join(lines).encode(), "页.txt")
    told = [(a.kicker, a.title) for a in page.articles]
    assert told == [("青河", "白果乡办起农民夜校"), ("石潭", "茶农农闲学手艺")]


def test_below_a_signature_a_dateline_opens_the_next_brief() -> None:
    """Of briefs without headlines one ends where its author stands in a line of his own."""
    first, second, third = (
        f"本报讯　{text}" for text in (NEWS, MORE, NEWS.replace("白果", "石潭"))
    )
    lines = ("简　讯", first, "（方敏）", second, "（魏长顺）", third + "（石兰）")
    page = convert_page("\n".join(lines).encode(), "页.txt")
    assert [a.authors[0].name for a in page.articles] == ["方敏", "魏长顺", "石兰"]


@pytest.mark.parametrize(
    "passed",
    ["（2019年3月5日青河县第十七届人民代表大会第四次会议通过）", "（二〇一九年三月五日）"],
)
def test_when_a_document_was_passed_is_its_subtitle(passed: str) -> None:
    """The line in brackets below a document's name says when and by whom, and is no text."""
    page = convert_page("\n\n".join(["青河县茶园保护办法", passed, NEWS, MORE]).encode(), "页.txt")
    (article,) = page.articles
    assert (article.title, article.subtitle) == ("青河县茶园保护办法", passed)


def test_who_speaks_stands_below_the_subtitle() -> None:
    """Between a speech's occasion and its text a line that names the speaker is no text."""
    occasion = "——2019年3月5日在青河县第十七届人民代表大会第四次会议上"
    lines = ["青河县人民政府工作报告", occasion, "青河县县长 方敏", NEWS, MORE]
    page = convert_page("\n\n".join(lines).encode(), "页.txt")
    (article,) = page.articles
    assert [b.text for b in article.body] == [NEWS, MORE]

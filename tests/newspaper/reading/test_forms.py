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


@pytest.mark.parametrize("form", ["【编者按】{}", "（编者按：{}）", "编者按——{}", "■编者按：{}"])
def test_a_note_above_all_headlines_introduces_the_first_article(form: str) -> None:
    """An editor's note at a bulletin's top stands in front of the text of the article below it."""
    told = "为推广各乡镇办夜校的经验，现将两个乡的做法印发，供大家学习借鉴。"
    note = form.format(told)
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


def list_shapes(*lines: str) -> list[tuple[str, str]]:
    """Give each article's headline, and its blocks' kinds by their first letters."""
    page = convert_page("\n".join(lines).encode(), "页.txt")
    return [(a.title, "".join(b.type[0] for b in a.body)) for a in page.articles]


def test_who_answers_a_letter_is_a_sub_headline() -> None:
    """A reader's name above the headline is its kicker, an office's above the answer is text's."""
    lines = ["青河县网友“山里人”：", "路灯何时亮起来", NEWS, "青河县交通局回复：", MORE]
    (article,) = convert_page("\n".join(lines).encode(), "页.txt").articles
    assert article.kicker == lines[0]
    assert [b.type for b in article.body] == ["paragraph", "heading", "paragraph"]


def test_questions_of_an_interview_are_text() -> None:
    """However short, what a reporter asks is no headline."""
    asked = ["记者：夜校怎么办？", f"方敏：{NEWS}", "记者：还办下去吗？", f"方敏：{MORE}"]
    head = ["把夜校办到村里", "——访白果乡乡长方敏", "本报记者 王亮", ""]
    assert list_shapes(*head, *asked) == [("把夜校办到村里", "pppp")]


def test_letters_and_notices_open_with_whom_they_go_to_and_end_with_who_signs() -> None:
    """Neither is display type; who gives notice may stand above of what, and both are its title."""
    notice = [
        "青河县扶贫开发办公室",
        "关于做好今年茶农培训工作的通知",
        "",
        "各乡镇党委、政府，县直有关部门：",
        NEWS,
        "青河县扶贫开发局",
        "2018年9月28日",
    ]
    letter = ["一封感谢信", "编辑同志：", MORE, "白果乡石潭村 方敏", "2018年9月30日"]
    assert list_shapes(*notice, "", *letter) == [
        ("".join(notice[:2]), "pppp"),
        ("一封感谢信", "pppp"),
    ]


def test_a_word_below_a_headline_is_a_pen_name_where_others_are_named() -> None:
    """Who signs by no family name is the author, not a sub-headline; a comment's column ends."""
    lines = ["【短评】", "夜校不能一阵风", "达文", NEWS, "茶农要算长远账", "方敏", MORE]
    page = convert_page("\n".join(lines).encode(), "页.txt")
    told = [(a.section, a.title, [x.name for x in a.authors]) for a in page.articles]
    assert told == [("短评", lines[1], ["达文"]), (None, lines[4], ["方敏"])]


def test_years_are_a_chronicles_sub_headlines() -> None:
    """Years that stand alone above text are no headlines, the last neither."""
    years = ["2016年", f"3月，{NEWS}", "2017年", f"5月，{MORE}", "2018年", "9月，茶厂建成投产。"]
    assert list_shapes("白果乡夜校大事记", *years) == [("白果乡夜校大事记", "hphphp")]


def test_verse_is_text_and_its_stanzas_have_names() -> None:
    """Short lines below a byline are a poem's, whatever each of them looks like."""
    verse = ["新路", "石头让开了路", "荆棘也让开了路", "", "果园", "春天开粉的花", "秋天结红的果"]
    lines = ["山村短章", "○ 王亮", "", *verse, "", "夜校开班", NEWS]
    assert list_shapes(*lines)[0] == ("山村短章", "hpphpp")


def test_speeches_name_who_held_them_and_when_below_their_headline() -> None:
    """The day in brackets and the speaker's office are no part of the headline."""
    lines = [
        "在全县夜校工作会议上的讲话",
        "（2019年3月12日）",
        "县委书记　王亮",
        "",
        "同志们：",
        NEWS,
    ]
    (article,) = convert_page("\n".join(lines).encode(), "页.txt").articles
    assert (article.title, [a.name for a in article.authors]) == (lines[0], ["王亮"])
    assert [b.text for b in article.body] == lines[4:]


@pytest.mark.parametrize("head", ["群众的呼声有了回音", "水费贵，水务局这样回应"])
def test_headlines_that_tell_of_an_answer_are_headlines(head: str) -> None:
    """Only a colon, or an office alone, makes a line one that says who answers."""
    second = ("“好邻居”评选引来热烈反馈", MORE)
    assert list_shapes(head, NEWS, *second) == [(head, "p"), (second[0], "p")]


def test_an_office_alone_answers_without_a_colon() -> None:
    """Below an office's name and the verb stands what it answers."""
    lines = ["石潭县网友“茶农”：", "桥何时修好", NEWS, "石潭县水务局答复", MORE]
    assert list_shapes(*lines) == [("桥何时修好", "php")]


OCCASION = "——2020年1月9日在石潭县第十二届人民代表大会第五次会议上"


@pytest.mark.parametrize(
    ("line", "speaks"),
    [("过去一年的成绩", False), ("今后五年的目标", False), ("石潭县县长石兰", True)],
)
def test_below_a_speechs_occasion_only_who_speaks_is_of_the_head(line: str, speaks: bool) -> None:
    """The first part's sub-headline is no part of the subtitle."""
    lines = ["石潭县人民政府工作报告", OCCASION, line, NEWS, MORE]
    (article,) = convert_page("\n".join(lines).encode(), "页.txt").articles
    assert (line in (article.subtitle or "")) == speaks
    assert (article.body[0].text == line) != speaks


def test_a_bracketed_day_that_signs_a_notice_is_no_subtitle() -> None:
    """Who signs and the day are the notice's text; the next article keeps its headline."""
    lines = ["关于做好夏茶采摘工作的通知", NEWS, "石潭县农业农村局", "（2020年6月2日）"]
    other = NEWS.replace("白果", "石潭")
    assert list_shapes(*lines, "茶叶走出大山", other) == [(lines[0], "ppp"), ("茶叶走出大山", "p")]


def test_a_year_in_brackets_that_opens_a_tale_is_not_a_documents_passing() -> None:
    """A sentence in brackets is none of the head's lines, if not for other reasons."""
    told = "（1998年冬，山里下了大雪，路也断了，全村人只好点着松明过年，一直等到开春。）"
    assert list_shapes("进山", told, NEWS, MORE) == [("进山", "ppp")]


def test_items_without_text_between_are_no_headlines() -> None:
    """Where lines with one mark follow each other, not even the first of them opens an article."""
    items = ["● 新修果园便道两条", "● 开办手艺夜校"]
    other = NEWS.replace("白果", "石潭")
    page = list_shapes("白果乡公布今年实事", NEWS, *items, "茶叶走出大山", other)
    assert [title for title, _ in page] == ["白果乡公布今年实事", "茶叶走出大山"]

"""What lines of a head are by their words, on whole pages."""

import pytest

from plugins.newspaper import RawArticle, convert_page

NEWS = "近日，白果乡的农民夜校开班，八十六名村民白天采茶，晚上跟着老师傅学习手工炒茶的手艺。"
MORE = "据了解，夜校每周上两次课，全乡已有三百多人学到了手艺，今年还要办到每一个村里去。"


def read(*lines: str) -> list[RawArticle]:
    """Give the articles of a page of these lines, of which none is left over."""
    page = convert_page("\n".join(lines).encode(), "页.txt")
    assert not page.unassigned
    return list(page.articles)


@pytest.mark.parametrize(
    "line",
    [
        "方敏出席并讲话",
        "县长方敏主持 王亮讲话",
        "方敏 王亮参加会议并致辞",
        "青河县农民夜校工作侧记",
    ],
)
def test_who_took_part_and_what_it_is_stand_below_the_headline(line: str) -> None:
    """A line without a dash below a headline is its subtitle where its words are a subtitle's."""
    (article,) = read("白果乡办起农民夜校", line, "本报记者 周山", NEWS, MORE)
    assert (article.title, article.subtitle) == ("白果乡办起农民夜校", line)


def test_a_report_may_be_a_headline() -> None:
    """Where a kicker's colon leads to it, what tells the kind of report is the headline."""
    (article,) = read("白果乡农民夜校工作侧记", "本报记者 周山", NEWS, MORE)
    assert article.title == "白果乡农民夜校工作侧记"


def test_a_part_of_a_series_is_no_text() -> None:
    """（上） in a line of its own belongs to the headline above it."""
    (article,) = read("白果乡办起农民夜校", "（上）", "本报记者 周山", NEWS, MORE)
    assert article.title.startswith("白果乡办起农民夜校") and article.body[0].text == NEWS


@pytest.mark.parametrize(
    "line", ["〔乡村夜话〕", "[ 党建引路促脱贫 ]", "＞＞民生聚焦", "▎走进茶乡"]
)
def test_a_name_in_a_box_above_a_headline_is_its_sections(line: str) -> None:
    """Brackets around a line, or strokes before it, make it a section's name."""
    (article,) = read(line, "白果乡办起农民夜校", "本报记者 周山", NEWS, MORE)
    assert article.title == "白果乡办起农民夜校" and article.section


@pytest.mark.parametrize(
    "note", [["编者按", MORE], ["开栏的话：" + MORE], ["【编者的话】" + MORE], ["阅读提示", MORE]]
)
def test_a_note_below_a_headline_hides_no_author(note: list[str]) -> None:
    """What stands above an editors' note is no name; the dateline below it tells who wrote."""
    (article,) = read("白果乡办起农民夜校", *note, "本报讯（记者 周山）" + NEWS)
    assert [b.text for b in article.body][:-1] == note
    assert [(a.name, a.role) for a in article.authors] == [("周山", "记者")]


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("中共青河县委书记 王亮", "王亮"),
        ("驻村工作队队员 方敏", "方敏"),
        ("周山（青河县白果乡人民政府）", "周山"),
        ("◇周山 方敏", "周山 方敏"),
        ("特约撰稿人 周山", "周山"),
    ],
)
def test_offices_and_marks_sign_below_a_headline(line: str, name: str) -> None:
    """Who wrote may be told by what he is, in front of his name or behind it."""
    (article,) = read("白果乡办起农民夜校", line, NEWS, MORE)
    assert article.title == "白果乡办起农民夜校"
    assert " ".join(a.name for a in article.authors) == name


def test_who_wrote_stands_above_a_note_as_well() -> None:
    """A name in brackets between a headline and an editors' note is a byline."""
    (article,) = read("白果乡办起农民夜校", "（周山）", "阅读提示", MORE, NEWS)
    assert [a.name for a in article.authors] == ["周山"]


def test_names_below_a_text_are_no_headline() -> None:
    """Two names in a line of their own end the story above, where the next one has its author."""
    signed = ["周山 方敏", "石潭乡修通水渠", "本报记者 王亮", NEWS.replace("白果", "石潭")]
    first, second = read("白果乡办起农民夜校", NEWS, MORE, *signed)
    assert [a.name for a in first.authors] == ["周山", "方敏"]
    assert second.title == "石潭乡修通水渠"


def test_what_stands_above_a_table_is_text() -> None:
    """A table's name and what its numbers are of begin no article."""
    rows = ["附：青河县夜校经费安排表", "单位：万元", "白果乡 120", "石潭乡 86.5", "双河乡 45"]
    (article,) = read("青河县办起农民夜校", "本报讯（记者 周山）" + NEWS, MORE, *rows)
    assert [b.text for b in article.body[2:4]] == rows[:2]

"""What lines of a head are by their words, on whole pages."""

import pytest

from plugins.newspaper import RawArticle, convert_page
from plugins.newspaper.evidence.bylines import names_someone
from plugins.newspaper.genres.heads import tells_attendance

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
    ],
)
def test_who_took_part_stands_below_the_headline(line: str) -> None:
    """A line without a dash below a headline is its subtitle where its words are a subtitle's."""
    (article,) = read("白果乡办起农民夜校", line, "本报记者 周山", NEWS, MORE)
    assert (article.title, article.subtitle) == ("白果乡办起农民夜校", line)


@pytest.mark.parametrize(
    ("above", "line"),
    [
        ("要闻", "茶产业推进会召开 方敏出席并讲话"),
        ("特别报道", "白果乡农民夜校工作综述"),
        ("夜校里的年轻人", "白果乡农民夜校侧记"),
        ("要闻", "茶农代表参加"),
    ],
)
def test_a_headline_below_a_kicker_is_no_subtitle(above: str, line: str) -> None:
    """What tells more than who took part may be the headline, and so may a report by its kind."""
    (article,) = read(above, line, "本报记者 周山", NEWS, MORE)
    assert article.title == line


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("县委书记方敏主持 王亮、周山讲话", True),
        ("方敏主持会议并讲话", True),
        ("方敏讲话", False),
        ("全乡干部参加", False),
        ("茶产业推进会召开 方敏出席并讲话", False),
        ("方敏在石潭乡参加采茶", False),
    ],
)
def test_attendance_is_told_by_names(line: str, told: bool) -> None:
    """A line tells who took part where each of its words ends in a name, and says as what."""
    assert tells_attendance(line) is told


def test_a_part_of_a_series_is_no_text() -> None:
    """（上） in a line of its own belongs to the headline above it."""
    (article,) = read("白果乡办起农民夜校", "（上）", "本报记者 周山", NEWS, MORE)
    assert article.title == "白果乡办起农民夜校（上）" and article.body[0].text == NEWS


@pytest.mark.parametrize(
    ("line", "section"),
    [
        ("〔乡村夜话〕", "乡村夜话"),
        ("[ 党建引路促脱贫 ]", "党建引路促脱贫"),
        ("＞＞民生聚焦", "民生聚焦"),
        ("▎走进茶乡", "走进茶乡"),
    ],
)
def test_a_name_in_a_box_above_a_headline_is_its_sections(line: str, section: str) -> None:
    """Brackets around a line, or strokes before it, make it a section's name."""
    (article,) = read(line, "白果乡办起农民夜校", "本报记者 周山", NEWS, MORE)
    assert article.title == "白果乡办起农民夜校"
    assert article.section and article.section.strip("〔〕>▎") == section


@pytest.mark.parametrize("below", ["方敏主持", "方敏出席并讲话"])
def test_a_headline_in_a_box_stays_one(below: str) -> None:
    """Where the line below says who took part, what is in brackets tells what they took part in."""
    (article,) = read("[白果乡召开春茶推进会]", below, "本报记者 周山", NEWS, MORE)
    assert "白果乡召开春茶推进会" in article.title and not article.section


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


def test_names_below_texts_are_no_headlines() -> None:
    """Names in lines of their own end the stories above where several stories end so."""
    other = ["石潭乡修通水渠", NEWS.replace("白果", "石潭"), MORE, "方敏 王亮"]
    first, second = read("白果乡办起农民夜校", NEWS, MORE, "周山 石兰", *other)
    assert [a.name for a in first.authors] == ["周山", "石兰"]
    assert [a.name for a in second.authors] == ["方敏", "王亮"]
    assert second.title == "石潭乡修通水渠"


LISTED = [
    ["白果乡公示贫困户", "白果乡近日公示了新识别的贫困户，有异议的可以在七天内向乡政府反映。"],
    ["十名大病患者获救助", "县民政局近日救助了十名患大病的农民，送去了五万元，以下为救助名单。"],
    ["白果乡帮助学生", "白果乡资助了一批学生，名单如下："],
    ["白果乡慰问困难家庭", "近日，白果乡干部走访慰问了全乡的困难家庭，送去了米和油。", MORE],
]


@pytest.mark.parametrize("story", LISTED)
@pytest.mark.parametrize(
    "names", ["周山 方敏", "石潭村 周山 方敏", "村民代表 周山", "周山\n方敏 石兰"]
)
@pytest.mark.parametrize("below", [[], ["石潭乡修通水渠", "本报讯（记者 王亮）" + NEWS]])
def test_who_is_listed_or_aided_has_written_nothing(
    story: list[str], names: str, below: list[str]
) -> None:
    """Names below a text that lists people, or is of those who are aided, sign no article."""
    articles = read(*story, names, *below)
    assert not articles[0].authors
    assert [a.name for one in articles for a in one.authors] == ["王亮"] * bool(below)


def test_many_lists_sign_nothing_either() -> None:
    """That several stand alike makes no authors of those who are named as poor or ill."""
    lines = [line for story in LISTED[:2] for line in (*story, "周山 方敏")]
    assert not any(article.authors for article in read(*lines))


@pytest.mark.parametrize("line", ["安居 乐业", "强村 富民", "应急 管理", "平安 幸福", "国学 经典"])
def test_two_words_are_no_names(line: str) -> None:
    """Words that begin as names do are by themselves no signature of what is above them."""
    told = names_someone(line)
    articles = read("白果乡办起农民夜校", NEWS, MORE, line, "本报讯（记者 王亮）" + NEWS)
    assert not told and not articles[0].authors


def test_what_stands_above_a_table_is_text() -> None:
    """A table's name and what its numbers are of begin no article."""
    rows = ["附：青河县夜校经费安排表", "单位：万元", "白果乡 120", "石潭乡 86.5", "双河乡 45"]
    (article,) = read("青河县办起农民夜校", "本报讯（记者 周山）" + NEWS, MORE, *rows)
    assert [b.text for b in article.body[2:4]] == rows[:2]


def test_a_labelled_section_is_named_without_its_label() -> None:
    """Archives label a section, by any name; what nobody knows below a headline is a doubt."""
    text = "清明前后，石潭的茶山上人声鼎沸，九十名茶农天不亮就上山，赶着把头茬嫩芽采下来送到茶厂。"
    lines = ["第3版(副刊)", "专栏：茶乡随笔", "", "春山采茶记", "央金卓玛", *[f"　　{text}"] * 2]
    (article,) = convert_page("\n".join(lines).encode(), "页.txt").articles
    assert article.section == "茶乡随笔" and any("第5行" in told for told in article.review)
    for name in ("“我们的节日”", "脱贫攻坚·石潭故事", "乡村振兴启动进行时"):
        (article,) = read(f"专栏：{name}", "石潭乡茶农学手艺", text, text)
        assert (article.section, article.kicker) == (name, None)
        assert article.title == "石潭乡茶农学手艺"


def test_no_text_goes_on_in_a_tables_row() -> None:
    """A line above a table that names it ends there."""
    text = "石潭乡逐户核查茶园面积，登记造册，组织技术员上门指导，落实了全年的改造任务。"
    rows = ["村名 应改 在建", "石潭村 31 9", "白果村 28 6", "桃坪村 35 16"]
    lines = ["石潭乡改造老茶园", text, "附：各村改造进度", *rows, "白果乡茶叶销路好", text]
    articles = convert_page("\n\n".join(lines).encode(), "页.txt").articles
    assert [[b.text for b in a.body] for a in articles] == [[text, lines[2], *rows], [text]]

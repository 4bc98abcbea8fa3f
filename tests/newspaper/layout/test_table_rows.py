"""Tables among a page's text: their rows stay together and apart from the sentence around them."""

import pytest

from plugins.chinese.table_heads import EMPTY
from plugins.content.markdown_text import to_blocks, to_markdown
from plugins.newspaper import convert_page
from plugins.newspaper.layout.fragments import read_fragments
from plugins.newspaper.layout.table_rows import part_tables

ROWS = ("乡镇 户数 入住率", "白果乡 120 97.2%", "太平镇 98 100%")


@pytest.mark.parametrize(
    ("lines", "rows"),
    [
        (ROWS, 3),
        (("村\t期数", "红岩村\t5", "白果村\t8"), 3),
        (("| 村 | 期数 |", "| 红岩村 | 5 |", "| 白果村 | 8 |"), 3),
        (("栽下精品树 绿了满山坡", "白果乡 春茶忙"), 0),
        (("记者 方敏 王亮", "通讯员 谭月 施亮"), 0),
        (("近日，白果乡修路 5 公里。", "太平镇修路 8 公里。"), 0),
    ],
)
def test_rows_are_told_from_lines(lines: tuple[str, ...], rows: int) -> None:
    """Lines of as many cells with numbers in the last are a table; headlines and names are not."""
    assert len(part_tables(read_fragments(lines))[1]) == rows


def test_a_table_does_not_part_a_sentence() -> None:
    """A sentence with a table between its halves is one paragraph, the rows stand behind it."""
    before = "本报讯（记者 方敏）近日，白果乡的群众搬进新居，今年全镇共投入资金三十二"
    after = "万元，群众得到了实惠，纷纷表示要把日子过得更好。"
    text = "\n\n".join(["群众搬进新居", before, *ROWS, after])
    (article,) = convert_page(text.encode(), "页.txt").articles
    assert [block.text for block in article.body] == [before + after, *ROWS]


@pytest.mark.parametrize(
    ("lines", "table", "rest"),
    [
        (ROWS, list(ROWS), []),
        (
            ("入住一览", "乡镇", "户数", "入住率", "白果乡", "120", "97%", "太平镇", "98", "99%"),
            ["乡镇 户数 入住率", "白果乡 120 97%", "太平镇 98 99%"],
            ["入住一览"],
        ),
        (
            ("　　2018年　2019年", "白果乡　12　15", "太平镇　9　11"),
            [f"{EMPTY} 2018年 2019年", "白果乡 12 15", "太平镇 9 11"],
            [],
        ),
        (
            ("| 村 | 组长 | |", "| 红岩村 | 方敏，王亮 | 5 |"),
            [f"村 组长 {EMPTY}", "红岩村 方敏，王亮 5"],
            [],
        ),
    ],
)
def test_columns_are_those_of_the_rows(
    lines: tuple[str, ...], table: list[str], rest: list[str]
) -> None:
    """Rows are told of lines with cells, and of a line a cell; an empty cell keeps its place."""
    kept, rows = part_tables(read_fragments(lines))
    assert [row.fragment.text for row in rows] == table
    assert all(row.certain for row in rows)
    assert [fragment.text for fragment in kept] == rest


def test_a_row_that_lacks_a_cell_leaves_all_columns_uncertain() -> None:
    """Where one row has fewer cells, nobody knows which is empty: the rows stay lines."""
    _, rows = part_tables(read_fragments([*ROWS, "云岭乡 100%", "红岩乡 7 98%", "青山乡 5 90%"]))
    assert [row.certain for row in rows] == [False] * 6


def test_numbers_of_a_table_are_no_figures_of_the_text() -> None:
    """Rows become a table of the article's Markdown, and its cells come back as they were."""
    text = "\n\n".join(["群众搬进新居", "今年，白果乡的群众搬进新居。", *ROWS])
    (article,) = convert_page(text.encode(), "页.txt").articles
    assert [block.type for block in article.body] == ["paragraph", "row", "row", "row"]
    *_, head, below, row, last = to_markdown(article.body).split("\n")
    assert (head, below) == ("| 乡镇 | 户数 | 入住率 |", "| --- | --- | --- |")
    assert (row, last) == ("| 白果乡 | 120 | 97.2% |", "| 太平镇 | 98 | 100% |")
    assert [b.text for b in to_blocks(to_markdown(article.body))] == [b.text for b in article.body]


def test_a_table_below_a_headline_is_its_text() -> None:
    """A headline with nothing but a table below it is an article, whose body the rows are."""
    news = ("夜校开课", "本报讯（记者 方敏）近日，白果乡的农民夜校开班，三百名村民前来听课。")
    text = "\n\n".join([*news, "全县搬迁入住进度一览", *ROWS, "白果乡修路", news[1]])
    page = convert_page(text.encode(), "页.txt")
    told = [(a.title, [block.type for block in a.body]) for a in page.articles]
    assert told[1] == ("全县搬迁入住进度一览", ["row"] * 3)
    assert [title for title, _ in told] == [news[0], "全县搬迁入住进度一览", "白果乡修路"]


def test_tables_below_headlines_of_their_own_are_articles() -> None:
    """A line between two tables parts them, though it is but one: it heads the second."""
    rows = ("村名 产值", "红岩村 12.5万元", "石坪村 8.2万元")
    news = ("白果乡修路", "本报讯（记者 方敏）近日，白果乡修路五公里，群众出门方便了。")
    text = "\n".join([*news, "搬迁入住一览", *ROWS, "茶园产值一览", *rows, "夜校开课", news[1]])
    page = convert_page(text.encode(), "页.txt")
    told = [(article.title, len(article.body)) for article in page.articles]
    assert told[1:] == [("搬迁入住一览", 3), ("茶园产值一览", 3), ("夜校开课", 1)]


def test_a_head_among_numbers_is_that_of_another_table() -> None:
    """Two tables of one width, one directly below the other, stay two and come back whole."""
    more = ("村名 亩数 产值", "红岩村 50 12.5万元", "石坪村 31 8.2万元")
    text = "\n".join(["群众搬进新居", "今年，白果乡的群众搬进新居。", *ROWS, *more])
    (article,) = convert_page(text.encode(), "页.txt").articles
    written = to_markdown(article.body)
    assert written.count("| --- | --- | --- |") == 2
    assert [block.text for block in to_blocks(written)] == [b.text for b in article.body]


def test_numbers_that_look_like_a_pages_are_cells() -> None:
    """A cell of two or three digits on a line of its own is no page's number."""
    lines = ("入住一览", "乡镇", "户数", "入住率", "白果乡", "120", "97%", "太平镇", "98", "99%")
    text = "\n".join([*lines, "夜校开课", "近日，白果乡的农民夜校开班，三百名村民前来听课。"])
    page = convert_page(text.encode(), "页.txt")
    assert [block.text for block in page.articles[0].body][1] == "白果乡 120 97%"


def test_a_list_of_more_cells_than_a_table_has_stays_text() -> None:
    """The cells of all rows are counted, those with marks of a sentence too."""
    rows = [f"| 白果村，{n}组 | {n} |" for n in range(1001)]
    assert part_tables(read_fragments(rows[:1000]))[1]
    assert not part_tables(read_fragments(rows))[1]


def test_rows_above_all_articles_are_set_aside_as_a_table() -> None:
    """Of a page with nothing but a table its rows are told as what they are."""
    page = convert_page("\n".join(ROWS).encode(), "页.txt")
    assert {aside.why for aside in page.furniture} == {"表格"}


def test_rows_are_understood_in_reading_form() -> None:
    """A row's cells are shown as printed and read with their numbers folded."""
    _, rows = part_tables(read_fragments(["村 户数", "红岩村 １２", "白果村 ８"]))
    told = [(row.fragment.text, row.fragment.reading) for row in rows]
    assert told[1] == ("红岩村 １２", "红岩村 12")


def test_units_behind_columns_names_do_not_hide_the_head() -> None:
    """A head whose cells tell their units in brackets is a row of the table."""
    lines = [
        "乡镇\t茶园面积（亩）\t鲜叶收购总产值（万元）",
        "白果乡\t386\t412.5",
        "石潭乡\t351\t398",
    ]
    _, rows = part_tables(read_fragments(lines))
    assert [row.cells for row in rows] == [3, 3, 3]

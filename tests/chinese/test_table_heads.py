"""Where one table ends and the next begins, both of as many columns."""

import pytest

from plugins.chinese.table_heads import EMPTY, begins_table
from plugins.content.markdown_text import to_markdown
from plugins.model import Block

HEAD = "乡镇 户数 产值"


def count_tables(*rows: str) -> int:
    """Return of how many tables the Markdown of an article's rows is."""
    text = to_markdown([Block("row", row) for row in rows])
    return text.count("|" + " --- |" * len(rows[0].split(" ")))


@pytest.mark.parametrize(
    "words",
    ["杨家坝 停工 待定", "柳树村 停工 待定", "杨家坝 无人 未定价", "柳树村 停工 绝收户"],
)
def test_a_row_of_words_is_no_head(words: str) -> None:
    """What has no numbers stays a row of its table, whatever it says in their place."""
    assert count_tables(HEAD, "槐树村 31 4", words, "枣林铺 22 7") == 1


def test_days_and_bare_numbers_in_a_column_are_no_heads() -> None:
    """Rows that tell years, and numbers that might be years, are of one table."""
    rows = ("杨家坝 2016年", "枣林铺 2017年", "柳树垭 2018年", "槐花沟 2019年")
    assert count_tables("地点 通路", *rows) == 1
    assert count_tables("地点 户数", "杨家坝 871", "枣林铺 1956", "柳树垭 644") == 1


@pytest.mark.parametrize(
    "head",
    [
        "乡镇 劳力 存栏",
        "村名 人数 面积",
        "村名 2016年 2017年",
        f"{EMPTY} 3月 4月",
        "乡镇 2016 2017",
    ],
)
def test_a_head_among_numbers_parts_tables(head: str) -> None:
    """It names the first column again, or numbers and years above those of its own rows."""
    assert count_tables(HEAD, "杨家坝 31 4", head, "枣林铺 22 7") == 2


def test_heads_of_years_part_tables() -> None:
    """Both tables may be of years."""
    rows = ("枣林铺 22 7", "杨家坝 31 4")
    assert count_tables("村名 2014年 2015年", *rows, "村名 2016年 2017年", *rows) == 2
    assert count_tables(f"{EMPTY} 2014年 2015年", *rows, f"{EMPTY} 2016年 2017年", *rows) == 2


def test_a_head_stands_above_a_row() -> None:
    """The row below the first head is of its table, even where that head's years have digits."""
    assert not begins_table("县城 人数 面积", ["村名 2014年 2015年"], "枣林铺 22 7")

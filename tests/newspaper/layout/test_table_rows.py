"""Tables among a page's text: their rows stay together and apart from the sentence around them."""

import pytest

from plugins.newspaper import convert_page
from plugins.newspaper.layout.fragments import read_fragments
from plugins.newspaper.layout.table_rows import find_table_rows

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
    assert len(find_table_rows(read_fragments(lines))) == rows


def test_a_table_does_not_part_a_sentence() -> None:
    """A sentence with a table between its halves is one paragraph, the rows stand behind it."""
    before = "本报讯（记者 方敏）近日，白果乡的群众搬进新居，今年全镇共投入资金三十二"
    after = "万元，群众得到了实惠，纷纷表示要把日子过得更好。"
    text = "\n\n".join(["群众搬进新居", before, *ROWS, after])
    (article,) = convert_page(text.encode(), "页.txt").articles
    assert [block.text for block in article.body] == [before + after, *ROWS]

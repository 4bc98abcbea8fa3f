"""The law of the converter: no character of a page is lost, doubled or changed."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.content.content_error import ContentError
from plugins.newspaper import convert_page
from plugins.newspaper.sources.formats import read_raw_page
from tests.amounts import choose
from tests.newspaper.accounting import check_page

PIECES = (
    "“笃”定前行战贫困", "——浔滨区工作综述", "经济快讯", "通讯员 陈善刚", "记者 王 五 文/图",
    "本报讯(通讯员 张涛 张会香)近日,四个毛绒玩具厂同一天开业。", "本报北京1月2日电 (记者 李四)",
    "新华社西安3月5日电", "据统计，全县新修公路687条1605.61公里，", "每亩节省成本七十", "二元。",
    "2019年11月21日 星期四 第3版", "责任编辑：赵六", "图为茶园。 孙七 摄",
    "（下转第4版）", "● 第一项", "一、", "“一棵树，头三年要当孩子养；", "他说：", "　　连日来，",
    "…", "\xa0 \u3000", "", "",
)  # fmt: skip
LINES = st.lists(st.sampled_from(PIECES) | st.text(max_size=30), min_size=1, max_size=40)


@settings(max_examples=choose(120, 5000))
@given(LINES, st.sampled_from(("\n", "\r\n", "\n\n")), st.booleans())
def test_no_character_is_lost(pieces: list[str], end: str, indented: bool) -> None:
    """Whatever stands on a page, each non-blank character lies in exactly one place."""
    lines = [f"　　{p}" if indented and n % 3 == 0 else p for n, p in enumerate(pieces)]
    data = end.join(lines).encode("utf-8", "replace")
    try:
        raw = read_raw_page(data, "页.txt")
    except ContentError:
        return
    page = convert_page(data, "页.txt")
    check_page(page, raw.lines)
    assert convert_page(data, "页.txt") == page


def test_seed_page_loses_nothing() -> None:
    """The bulletin itself is accounted for to the last character."""
    path = Path(__file__).parent / "seed" / "ankang-bulletin.txt"
    raw = read_raw_page(path.read_bytes(), path.name)
    check_page(convert_page(path.read_bytes(), path.name), raw.lines)


@pytest.mark.parametrize(
    "lines",
    [
        ["夜校开到院坝边", "村民都说好。", "", *"责任编辑：王小明"],
        [
            "村民都说好。",
            "（上接第1版）",
            "白果乡的农民夜校开班以来三百名村民前来听课学茶园冬管（第4版）",
        ],
    ],
    ids=["set downwards", "goes on"],
)
def test_furniture_of_several_lines_loses_none(lines: list[str]) -> None:
    """Of a piece of several lines that is the page's own, or looks so, each line is kept."""
    check_page(convert_page("\n".join(lines).encode(), "页.txt"), tuple(lines))

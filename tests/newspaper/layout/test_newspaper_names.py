"""Names of newspapers, told by the place in them from names of pages and from bylines."""

import pytest

from plugins.newspaper.layout.newspaper_names import names_newspaper
from plugins.newspaper.layout.page_heads import find_head, read_head_name


@pytest.mark.parametrize("name", ["今日石泉", "紫阳时讯", "恩施州新闻", "丹凤报", "洋县快讯"])
def test_a_county_and_a_word_for_news_name_a_newspaper(name: str) -> None:
    """A county's or a city's name, its rank said or not, makes a newspaper's of a word for news."""
    assert names_newspaper(name)
    assert find_head(f"3 {name}", opening=True) == "刊期"


@pytest.mark.parametrize(
    "name",
    [
        *("甘肃新闻", "英国新闻", "重庆新闻", "华南新闻", "城区新闻", "李鹏报道"),
        *("新商洛", "新中国", "乡村之声"),
    ],
)
def test_provinces_persons_and_things_name_none(name: str) -> None:
    """What is no county's is a page's name, a byline or a headline."""
    assert not names_newspaper(name)
    assert find_head(f"3 {name}", opening=True) is None
    assert find_head(f"{name} 3") is None


@pytest.mark.parametrize(
    "line",
    [
        "青河晚报 2018年02月13日 星期二 第04版：副刊",
        "第A04版 青河晚报",
        "2018年2月13日 | 青河晚报 | 第4版 副刊",
    ],
)
def test_a_line_of_name_day_and_page_names_its_newspaper(line: str) -> None:
    """What stands between days and pages, and names a newspaper, is the page's."""
    assert read_head_name(line) == "青河晚报"


@pytest.mark.parametrize(
    "line",
    [
        *("数字报 2018年2月13日", "返回电子报 第4版", "本期手机报 第4版", "第4版 副刊"),
        *("选择日报 2018年2月13日", "欢迎阅读青河晚报 第4版", "往期晚报 第4版"),
        "（本文原载于青河晚报 2018年2月13日 第04版）",
        "本文原载于青河晚报 2018年2月13日",
        "这条消息刊登在《青河晚报》2018年2月13日第4版。",
        "青河晚报",
        "（《青河晚报》 2018年2月13日 第04版）",
        "——《青河晚报》 2018年2月13日 第04版",
    ],
)
def test_other_lines_name_no_newspaper(line: str) -> None:
    """What offers a newspaper or quotes one says nothing of the page's, nor does a name alone."""
    assert read_head_name(line) == ""

"""Names of newspapers, told by the place in them from names of pages and from bylines."""

import pytest

from plugins.newspaper.layout.newspaper_names import names_newspaper
from plugins.newspaper.layout.page_heads import find_head


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

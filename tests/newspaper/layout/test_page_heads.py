"""What heads of pages are made of: days of the moon with their festivals, and who made the page."""

import pytest

from plugins.newspaper.layout.page_heads import find_head


@pytest.mark.parametrize(
    "moon",
    [
        *("农历辛丑年三月廿九谷雨", "农历三月十二日", "辛丑年三月十二日", "腊月廿三小年"),
        *("三月廿九谷雨", "正月十五元宵节", "五月初五 端午节", "十一月十八冬至"),
    ],
)
def test_behind_a_day_of_the_moon_its_festival_may_stand(moon: str) -> None:
    """A term of the year or a festival belongs to the day that it falls on."""
    assert find_head(f"2021年5月10日 星期一 {moon} 第812期 今日8版") == "日期"
    assert find_head(f"2021年5月10日 {moon} 03版") == "日期"


@pytest.mark.parametrize("makers", ["编辑：版秀", "责编：周版纳", "编辑：周明 版式：石兰"])
def test_a_makers_name_may_have_the_word_for_page(makers: str) -> None:
    """Only what stands behind names ends one: 版式, 版面, 版：."""
    assert find_head(f"{makers} 2021年5月10日") == "日期"


def test_a_number_beside_a_number_is_no_pages() -> None:
    """A page's number stands beside its name; two numbers are a day."""
    assert find_head("要闻·3 2021年5月10日") == "日期"
    assert find_head("5·10 星期一") is None

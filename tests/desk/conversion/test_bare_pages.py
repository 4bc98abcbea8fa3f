"""A page's number that no word tells as such, in the page's head."""

import pytest

from tests.desk.conversion.test_issues import printed


@pytest.mark.parametrize(
    ("line", "page"),
    [
        ("3 2019年11月21日 青河日报", 3),
        ("青河日报 2019年11月21日 星期四 3", 3),
        ("青河日报 3 2019年11月21日", 3),
        ("04 深度·访谈", 4),
        ("2019年11月21日 星期四 纪念建校 60 周年 青河日报", None),
        ("青河日报 2019年11月21日 今日 8 版 急救 24 小时", None),
        ("青河日报 2019年11月21日 星期四 定价 2 元", None),
        ("2019年11月21日 多云 9 ℃ 星期四", None),
        ("05 月 22 日", None),
        ("05　　月 22 日", None),
        ("青河日报　2019年11月21日　星期四　03", 3),
        ("2019年11月21日 6 版 急救 24 小时", 6),
        ("第6版 2019年11月21日 星期四 24", 6),
        ("青河日报 2019年11月21日 星期四 农历己亥年十月廿五 3", 3),
        ("《青河日报》·2019年11月21日·3", 3),
        ("青河日报 2019年11月21日 星期四 农历冬月 17", None),
        ("青河日报 | 2019年11月21日 | 星期四 | 冬月 17", None),
        ("青河日报 2019年11月21日 星期四 湿度 62", None),
        ("2019年11月21日 星期四 校对 王琳 热线 33", None),
        ("青河日报 2019年11月21日 国内统一刊号 CN 14 / 0032", None),
        ("2019年11月21日 阴 3/11℃", None),
        ("2019年11月21日 天气预报 9", None),
        ("2019年11月21日 要闻 3 教育", None),
    ],
)
def test_a_number_without_a_word_is_a_page_only_by_itself(line: str, page: int | None) -> None:
    """A bare number is the page where days, the newspaper and a page's name alone are beside it."""
    assert printed(line).page == page

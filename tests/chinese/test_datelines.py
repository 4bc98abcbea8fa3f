"""Datelines end where the article's own words begin."""

import pytest

from plugins.chinese.datelines import find_dateline_end


@pytest.mark.parametrize(
    ("dateline", "text"),
    [
        ("本报讯", "（记者 王一鸣）今年入春以来，镇上的茶园又添了新苗。"),
        ("【本报讯】", "近日，县里修通了最后一条村道。"),
        ("据新华社电", "  （记者李明）大坝昨天合龙。"),
        ("新华社北京3月2日电", "全国的春耕已由南向北展开。"),
        ("（本报合肥4月5日电）", "合唱团今晚演出。"),
        ("中新社记者合肥3日讯", "茶园里传来歌声。"),
    ],
)
def test_datelines_end_before_the_text(dateline: str, text: str) -> None:
    """A dateline of any form ends where the authors or the first sentence begin."""
    assert find_dateline_end(dateline + text) == len(dateline)


@pytest.mark.parametrize(
    "text",
    [
        "供电公司的用电大数据显示，春天来了。",
        "新华社记者走进村子。",
        "本报记者3日电话采访了茶农。",
        "通讯录里有三百人。",
        "【简讯】",
        "",
    ],
)
def test_other_openings_are_no_dateline(text: str) -> None:
    """Neither electricity, an agency's reporter nor a section's name makes a dateline."""
    assert find_dateline_end(text) == 0

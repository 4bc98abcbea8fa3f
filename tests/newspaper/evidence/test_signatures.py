"""What stands behind a text's last stop, and closes it."""

import pytest

from plugins.newspaper import convert_page
from plugins.newspaper.evidence.signatures import has_end_mark


@pytest.mark.parametrize("day", [[], ["2020年3月2日"]])
def test_who_gives_a_notice_stands_below_its_end(day: list[str]) -> None:
    """The office below 特此公告 is the notice's, and above no other headline."""
    text = "本公司定于本周五上午八时至下午六时改造供水管道，对石潭片区停水，请提前储水。"
    news = "近日，石潭乡组织三个村的采茶能手开展培训，共有一百二十名茶农参加，人人学会了手工炒制。"
    end = ["特此公告", "青河县自来水公司", *day]
    lines = ["停水公告", text, *end, "白果乡修路", news]
    notice, other = convert_page("\n\n".join(lines).encode(), "页.txt").articles
    assert [block.text for block in notice.body] == [text, *end]
    assert (other.kicker, other.title) == (None, "白果乡修路")


@pytest.mark.parametrize(
    "mark", ["②11", "⑧3方敏摄", "（据新华社西安9月9日电）", "（完）", "（本报青河7月2日讯）"]
)
def test_a_story_ends_with_a_mark(mark: str) -> None:
    """An editor's code, an agency's day and （完） close a text; within one they do not."""
    assert has_end_mark("全乡的茶园都通了路。" + mark)
    assert not has_end_mark(mark + "全乡的茶园都通了路。")
    assert not has_end_mark("全乡的茶园都通了路" + mark)

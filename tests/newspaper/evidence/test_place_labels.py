"""Lines that name a place above a headline."""

import pytest

from plugins.newspaper import convert_page
from plugins.newspaper.evidence.place_labels import names_place

NEWS = "　　本报讯（通讯员 王平）近日，{}组织三个村的采茶能手开展培训，共有一百二十名茶农参加。"


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("石潭乡", True),
        ("青河县石潭乡", True),
        ("秀山区石潭乡", True),
        ("★青河", True),
        ("■ 白果镇", True),
        ("青河", False),
        ("石潭春茶开采", False),
        ("★石潭春茶", False),
        ("经济开发区", False),
        ("美丽城乡", False),
        ("贫困山区", False),
    ],
)
def test_places_are_known_by_their_last_character(line: str, told: bool) -> None:
    """A place's name alone, or a very short one behind a mark, is known; headlines are not."""
    assert names_place(line) is told


def test_a_place_above_a_headline_is_its_kicker() -> None:
    """The place belongs to one headline: it is no part of it, and the next article has none."""
    lines = [
        "石潭乡",
        "茶农学手艺",
        NEWS.format("石潭乡"),
        "青河县举办茶艺大赛",
        NEWS.format("青河县"),
    ]
    page = convert_page("\n".join(lines).encode(), "页.txt")
    told = [(a.kicker, a.title, a.section) for a in page.articles]
    assert told == [("石潭乡", "茶农学手艺", None), (None, "青河县举办茶艺大赛", None)]

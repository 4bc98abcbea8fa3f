"""Short names of places of every kind."""

import pytest

from plugins.subjects.tables.place_endings import county_stem, prefecture_stem, town_stem


@pytest.mark.parametrize(
    ("name", "stem"),
    [
        ("浔滨区", "浔滨"), ("洋县", "洋县"), ("神农架林区", "神农架"), ("阿荣旗", "阿荣旗"),
        ("长阳土家族自治县", "长阳"), ("东乡族自治县", "东乡"), ("鄂伦春自治旗", "鄂伦春"),
        ("塔什库尔干塔吉克自治县", "塔什库尔干"), ("龙胜各族自治县", "龙胜"),
        ("顺河回族区", "顺河"),
    ],
)  # fmt: skip
def test_counties(name: str, stem: str) -> None:
    """A county's short name is without its kind and its nations, of two characters or more."""
    assert county_stem(name) == stem


@pytest.mark.parametrize(
    ("name", "stem"),
    [
        ("青木川镇", "青木川"), ("老城街道", "老城"), ("于家务回族乡", "于家务"),
        ("城关回族镇", "城关"),
        ("杜拉尔鄂温克民族乡", "杜拉尔"), ("达斡尔民族乡", "达斡尔"), ("铺镇", "铺镇"),
    ],
)  # fmt: skip
def test_towns(name: str, stem: str) -> None:
    """A town's short name is without its kind and its nations."""
    assert town_stem(name) == stem


@pytest.mark.parametrize(
    ("name", "stem"),
    [
        ("内蒙古自治区", "内蒙古"), ("宁夏回族自治区", "宁夏"), ("锡林郭勒盟", "锡林郭勒"),
        ("恩施土家族苗族自治州", "恩施"), ("大兴安岭地区", "大兴安岭"), ("汉中市", "汉中"),
    ],
)  # fmt: skip
def test_prefectures(name: str, stem: str) -> None:
    """A province's or prefecture's short name is the one that people say."""
    assert prefecture_stem(name) == stem

"""The divisions that figures are told of."""

import pytest

from plugins.desk.prefecture.divisions import read_divisions
from plugins.figures.context.divisions import (
    COUNTIES,
    PREFECTURES,
    PROVINCE,
    is_municipality,
    is_region,
)


def test_all_the_nations_provinces_are_known() -> None:
    """Each is found by its full name, whole; five are regions, four are cities."""
    names = [one.name for one in read_divisions("provinces")]
    names += ["台湾省", "香港特别行政区", "澳门特别行政区"]
    assert [name for name in names if not PROVINCE.fullmatch(name)] == []
    assert (sum(map(is_region, names)), sum(map(is_municipality, names))) == (5, 4)


def test_all_the_nations_counties_and_prefectures_are_known() -> None:
    """They are those of the nation's own list, but for zones and what is a kind of place."""
    areas = {one.name for one in read_divisions("areas") if one.name.endswith(tuple("县区市旗"))}
    cities = {one.name for one in read_divisions("cities")}
    counties = COUNTIES.read_text(encoding="utf-8").split()
    assert counties == sorted(counties)
    assert all(name.endswith(("城区", "矿区", "郊区", "辖区", "管理区", "东区", "西区"))
               for name in areas.symmetric_difference(counties))  # fmt: skip
    prefectures = PREFECTURES.read_text(encoding="utf-8").split()
    assert prefectures == sorted(n for n in cities if n.endswith(("市", "州", "盟", "地区")))


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("内蒙古种草", "内蒙古"), ("广西自治区", "广西自治区"), ("香港特区", "香港特区"),
        ("山西省城", "山西省"), ("上海路", "上海"), ("大山西边", None),
    ],
)  # fmt: skip
def test_a_province_is_printed_with_its_rank_or_without(text: str, printed: str | None) -> None:
    """A short name is known, with its rank or in part of it."""
    match = PROVINCE.match(text)
    assert (match and match[0]) == printed

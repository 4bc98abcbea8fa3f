"""The divisions that figures are told of."""

import pytest

from plugins.desk.prefecture.divisions import read_divisions
from plugins.figures.context.divisions import (
    CITIES,
    COUNTIES,
    PREFECTURES,
    PROVINCE,
    is_municipality,
    is_region,
    lies_in,
)

#: What the list of counties leaves out: zones of farms, and names that any town's parts have.
LEFT_OUT = {
    "东区", "西区", "城区", "矿区", "郊区", "龙感湖管理区", "唐山市汉沽管理区",
    "张家口市塞北管理区", "张家口市察北管理区", "岳阳市屈原管理区", "常德市西洞庭管理区",
    "怀化市洪江管理区", "永州市回龙圩管理区", "益阳市大通湖管理区",
}  # fmt: skip


def test_all_the_nations_provinces_are_known() -> None:
    """Each is found by its full name, whole; five are regions, four are cities."""
    names = [one.name for one in read_divisions("provinces")]
    names += ["台湾省", "香港特别行政区", "澳门特别行政区"]
    assert [name for name in names if not PROVINCE.fullmatch(name)] == []
    assert (sum(map(is_region, names)), sum(map(is_municipality, names))) == (5, 4)


def test_all_the_nations_counties_and_prefectures_are_known() -> None:
    """They are those of the nation's own list, but for farms' zones and kinds of place."""
    areas = {one.name for one in read_divisions("areas") if one.name.endswith(tuple("县区市旗"))}
    cities = {one.name for one in read_divisions("cities")}
    counties = COUNTIES.read_text(encoding="utf-8").split()
    assert counties == sorted(counties)
    assert areas.symmetric_difference(counties) == LEFT_OUT
    prefectures = PREFECTURES.read_text(encoding="utf-8").split()
    assert prefectures == sorted(n for n in cities if n.endswith(("市", "州", "盟", "地区")))


def test_all_the_nations_cities_are_known_by_their_codes() -> None:
    """They are those of the nation's own list, behind the provinces, and lie where those say."""
    provinces = {one.code: one.name for one in read_divisions("provinces")}
    told = [line.split() for line in CITIES.read_text(encoding="utf-8").splitlines()]
    divisions = (*read_divisions("cities"), *read_divisions("areas"))
    listed = sorted([one.code, one.name] for one in divisions if one.name.endswith("市"))
    assert [one for one in told if len(one[0]) > 2] == listed
    short = {code: name for code, name in told if len(code) == 2}
    assert short.keys() == provinces.keys()
    assert all(provinces[code].startswith(name) for code, name in short.items())
    assert lies_in("义乌市", "浙江省")
    assert lies_in("义乌市", "金华市")
    assert not lies_in("义乌市", "江苏")
    assert not lies_in("中山市", "湖北省")


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

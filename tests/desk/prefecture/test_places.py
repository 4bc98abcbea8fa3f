"""The nation's list as tables: what it gives by itself, and what editors know beside it."""

import csv
from pathlib import Path

import pytest

from plugins.desk.prefecture.divisions import (
    Division,
    Prefecture,
    find_prefecture,
    read_divisions,
)
from plugins.desk.prefecture.places import list_places
from plugins.desk.prefecture.tiles import MOST_COLUMNS, arrange_tiles
from plugins.desk.prefecture.village_names import name_villages
from plugins.system.refusal import RefusalError
from tests.prefecture.data import SHIPPED

#: The columns that only editors fill in.
EDITORS = {
    "counties.csv": {"not_in", "valid_from"},
    "towns.csv": {"ordinary", "valid_from"},
    "villages.csv": set[str](),
}


def read_shipped(table: str) -> list[dict[str, str]]:
    """Return the rows of a shipped table."""
    with (SHIPPED / table).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def read_judged(table: str) -> set[tuple[str, str]]:
    """Return the names and columns in which editors have decided otherwise than the list."""
    with Path(__file__).with_name("judged.csv").open(encoding="utf-8", newline="") as file:
        return {
            (row["name"], row["column"]) for row in csv.DictReader(file) if row["table"] == table
        }


def find_shipped() -> Prefecture:
    """Return the prefecture that the shipped tables are of: one of the area's own names."""
    cities = {city.name for city in read_divisions("cities")}
    return find_prefecture(next(r["name"] for r in read_shipped("area.csv") if r["name"] in cities))


@pytest.mark.parametrize("table", EDITORS)
def test_shipped_tables_are_of_the_list(table: str) -> None:
    """Names, slugs and counties of the shipped tables are what the command writes."""
    listed = list_places(find_shipped()).tables[table]
    shipped = [row for row in read_shipped(table) if not row.get("successor")]
    assert sorted(row["name"] for row in shipped) == sorted(row["name"] for row in listed)
    given = {(row["name"], row.get("county"), row.get("town")): row for row in listed}
    judged = read_judged(table)
    for row in shipped:
        own = given[row["name"], row.get("county"), row.get("town")]
        differ = {column for column in row if row[column] != own.get(column, "")}
        assert {(row["name"], column) for column in differ - EDITORS[table]} <= judged, row


def test_banners_and_their_villages() -> None:
    """A banner, an autonomous banner, a sumu, a gacha and a zone stand in the tables by name."""
    tables = list_places(find_prefecture("呼伦贝尔", "内蒙古")).tables
    counties = {row["name"]: row["slug"] for row in tables["counties.csv"]}
    assert counties["莫力达瓦达斡尔族自治旗"] == "molidawa"
    assert counties["新巴尔虎左旗"] == "xinbaerhuzuoqi"
    assert any(row["name"].endswith("苏木") for row in tables["towns.csv"])
    assert any(row["name"].endswith("嘎查") for row in tables["villages.csv"])
    zones = {row["name"]: row["county"] for row in tables["zones.csv"]}
    assert zones["巴彦托海经济开发区"] == "鄂温克族自治旗"


@pytest.mark.parametrize(
    ("committees", "villages"),
    [
        (["骆驼村委会", "新村村委会", "鼓楼社区居委会"], ["骆驼村", "新村村", "鼓楼社区"]),
        (["东房村村委会", "西房村村民委员会", "前街居委会"], ["东房村", "西房村", "前街社区"]),
        (["查干嘎查委员会", "白音嘎查村"], ["查干嘎查", "白音嘎查"]),
        (["某某街道虚拟社区", "牧业一队", "北桥社区居民委员会"], ["", "", "北桥社区"]),
    ],
)
def test_villages_of_committees(committees: list[str], villages: list[str]) -> None:
    """A committee's name gives its village's, by the way in which its county writes them."""
    assert name_villages(committees) == villages


@pytest.mark.parametrize("name", ["汉中市", "呼伦贝尔市", "保定市"])
def test_every_county_has_a_tile(name: str) -> None:
    """Each county has a tile of its own, in a schematic no wider than a phone shows."""
    counties = find_prefecture(name).counties
    tiles = arrange_tiles(counties)
    assert len(set(tiles.values())) == len(counties)
    assert min(row for row, _ in tiles.values()) == min(column for _, column in tiles.values()) == 1
    assert max(column for _, column in tiles.values()) <= MOST_COLUMNS


def test_tiles_of_the_city_of_hanzhong() -> None:
    """The south lies below, the west to the left; a county of no known seat has a tile too."""
    counties = find_prefecture("汉中市").counties
    tiles = arrange_tiles((*counties, Division("610799", "新设县")))
    assert tiles["留坝县"][0] < tiles["汉台区"][0] < tiles["镇巴县"][0]
    assert tiles["宁强县"][1] < tiles["汉台区"][1] < tiles["西乡县"][1]
    assert tiles["新设县"] not in [tiles[county.name] for county in counties]


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        (("某某市",), "没有“某某市”"),
        (("汉中市", "湖北省"), "没有“汉中市”"),
        (("汉中市", "某某省"), "没有“某某省”"),
        (("鼓楼", "", ("鼓楼区",)), "不止一个“鼓楼区”"),
        (("汉中市", "", ("610799",)), "没有“610799”"),
    ],
)
def test_what_is_not_found_is_told(asked: tuple[str, ...], told: str) -> None:
    """A name that no division has, or several have, is refused with what to write."""
    with pytest.raises(RefusalError, match=told):
        find_prefecture(*asked)  # type: ignore[arg-type] # cases of unequal length

"""Tables of places are read whole, and a bad table is refused with one clear line."""

import shutil

import pytest

from plugins.content.content_error import ContentError
from plugins.subjects import load_tables
from tests.prefecture.data import data_folder

COUNTIES = ["xunbin", "xunyin", "shitan", "ningmin", "chunyang", "lanze", "pingda", "zhenwan"]


@pytest.fixture
def folder(tmp_path):
    """Return a copy of the tables to spoil."""
    return shutil.copytree(data_folder(), tmp_path / "data")


def edit(path, old, new):
    """Replace the first occurrence of `old`, which must be there."""
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_ten_counties(tables):
    """Ten counties of today have the addresses that were fixed for them."""
    today = [county for county in tables.gazetteer.counties if not county.is_former]
    assert [county.slug for county in today] == [*COUNTIES, "tongyang", "dinghe"]


def test_towns(tables):
    """139 towns of today have addresses that differ within their county."""
    today = [town for town in tables.gazetteer.towns if not town.is_former]
    assert len(today) == 139
    assert len({(town.county, town.slug) for town in today}) == 139
    assert [town.name for town in today].count("城关镇") == 9
    assert [town.name for town in today].count("石门镇") == 2


def test_former_names_lead_to_today(tables):
    """桐阳县 is looked up at 桐阳市's address, and 岩转镇 at 洪山镇's."""
    county, town = tables.county("桐阳县"), tables.town("岩转镇")
    assert (county.slug, tables.gazetteer.today(county).name) == ("tongyang", "桐阳市")
    assert (town.slug, tables.gazetteer.today(town).name) == ("hongshan", "洪山镇")
    assert tables.county("桐阳").name == "桐阳市"


@pytest.mark.parametrize("name", ["江北街道", "江北办", "江北街办", "江北办事处", "江北街道办事处"])
def test_office_names(name, tables):
    """A subdistrict is found under every name of its office."""
    assert tables.town(name).name == "江北街道"


def test_ambiguous_town_needs_its_county(tables):
    """城关镇 alone stays open; with a county, apart or in front, it is settled."""
    assert tables.town("城关镇") is None
    assert tables.town("城关镇", ["定河县"]).county == "定河县"
    assert tables.town("桐阳市城关镇").county == "桐阳市"


@pytest.mark.parametrize(
    ("name", "old", "new", "message"),
    [
        (
            "towns.csv",
            "大河镇,dahe,",
            "大河镇,hongshan,",
            "towns.csv 第 16 行：slug“hongshan”与第 14 行重复",
        ),
        (
            "towns.csv",
            "五里镇,wuli,浔滨区",
            "五里镇,wuli,浔冰区",
            "第 9 行：没有“浔冰区”这个县（市、区）",
        ),
        ("towns.csv", "五里镇,wuli,", "五里镇,,", "第 9 行：“五里镇”没有 slug"),
        (
            "towns.csv",
            "五里镇,wuli,",
            "五里镇,Wu Li,",
            "第 9 行：“slug”只能用小写字母",
        ),
        ("towns.csv", "五里镇,wuli,", "五里镇,wuli,,", "第 9 行：应有 9 栏，却有 10 栏"),
        ("towns.csv", "五里镇,wuli", '"五里镇,wuli', "引号"),
        ("towns.csv", "name,slug", "name,slag", "没有“slag”这个字段，是不是 slug？"),
        ("towns.csv", ",洪山镇\n", ",红山镇\n", "后继“红山镇”不在表中"),
        ("counties.csv", "定河县,dinghe", "定河县,xunbin", "slug“xunbin”与第 2 行重复"),
        (
            "zones.csv",
            "hengkou-zone,浔滨区",
            "hengkou-zone,浔冰区",
            "zones.csv 第 2 行：没有“浔冰区”",
        ),
        ("villages.csv", "骆驼村,中原镇", "骆驼村,中元镇", "“浔滨区”没有“中元镇”"),
        (
            "topics.yaml",
            "slug: jiuye-fupin",
            "slug: chanye-fupin",
            "slug“chanye-fupin”与第 6 行重复",
        ),
        (
            "topics.yaml",
            "shelf: 官方",
            "shelf: 民间",
            "第 8 行：“shelf”不能是“民间”，只能是 官方、本馆",
        ),
        (
            "topics.yaml",
            "产业扶贫: 4",
            "产业扶贫: 很多",
            "第 11 行：“产业扶贫”要写成数字，不能是“很多”",
        ),
        (
            "topics.yaml",
            "  slug: chanye-fupin",
            " slug: chanye-fupin",
            "第 7 行：格式不对，请检查冒号后的空格、缩进",
        ),
        ("roles.yaml", "omitted:", "omited:", "没有“omited”这个字段，是不是 omitted？"),
    ],
)
def test_bad_table(name, old, new, message, folder):
    """A bad table is refused with its file, its line and what to do, in Chinese."""
    edit(folder / name, old, new)
    with pytest.raises(ContentError) as error:
        load_tables(folder)
    assert message in str(error.value)
    assert str(error.value).startswith(str(folder / name))
    assert "\n" not in str(error.value)


def test_missing_and_misencoded_table(folder):
    """A table that is absent or not UTF-8 is named, with what to do."""
    (folder / "zones.csv").write_bytes("衡口示范区".encode("gb18030"))
    with pytest.raises(ContentError, match="不是 UTF-8 编码"):
        load_tables(folder)
    (folder / "zones.csv").unlink()
    with pytest.raises(ContentError, match="没有这个文件，请补上"):
        load_tables(folder)

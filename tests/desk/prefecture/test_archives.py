"""An archive of another prefecture is one command: its pages are converted, built and searched."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from plugins.desk.checking.inspection import Inspection
from plugins.desk.conversion.article_folder import read_article_folder
from plugins.desk.conversion.issues import Issue
from plugins.desk.conversion.page_conversion import convert
from plugins.model import Block
from plugins.search.build import build_search
from plugins.search.site_documents import make_documents, make_tables
from plugins.site.settings.tables import Tables, load_tables
from plugins.subjects import find_subjects
from tests.prefecture.archives import empty_archive
from tests.prefecture.data import compare_sources
from tests.search.conftest import ask_index
from tests.sites.small_site import build_in_memory, build_site

#: Pages of our own, in the manner of each place's daily.
HANZHONG = """\
汉中日报数字报 2019年5月6日 第2版

青木川镇修通产业路

本报讯（记者 秦 川）汉中市青木川镇上月修通产业路6公里，84户村民卖茶不再绕山。

同一天，汉中市龙头镇的蔬菜大棚也开了工。

两镇架起便民桥

本报讯（记者 秦 川）入夏以来，汉中大河坎镇架起便民桥两座，投资120万元。

随后，汉中马道镇也把木桥换成了水泥桥，山里的娃娃上学少走3公里。
"""
WEST_HUBEI = """\
三峡日报 2018年9月3日 第4版

长阳高山蔬菜运出山

本报讯（通讯员 田 野）长阳土家族自治县资丘镇今年种高山蔬菜2.3万亩。

长阳的菜农说，路通了，菜就不愁卖。

神农架养蜂人添新箱

本报讯（通讯员 田 野）神农架林区下谷坪乡今年新添蜂箱1200只，蜂农在兴隆寺村办起了收蜜点。
"""
TOWNS = {
    "青木川镇": "宁强县", "龙头镇": "城固县", "大河坎镇": "南郑区", "马道镇": "留坝县",
}  # fmt: skip
#: Words of the place that the tables were of, and of the one that the shipped pages are of.
FIRST = ("康宁", "浔滨", "石潭县", "桐阳", "安康", "Ankang")


def receive_page(content: Path, text: str) -> Tables:
    """Convert a page as if it had been uploaded; return the tables that it was read against."""
    raw = content / "raw" / "page.txt"
    raw.write_text(text, encoding="utf-8")
    tables = load_tables(content / "data")
    read_article_folder(content / "articles").write([convert(raw, Issue(), tables)], "published")
    return tables


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return 汉中's archive with a page of its daily, and a glossary without the first's words."""
    folder = tmp_path_factory.mktemp("hanzhong") / "content"
    shutil.copytree(empty_archive("汉中市"), folder)
    (folder / "data" / "glossary.yaml").write_text("terms: []\n", encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def tables(content: Path) -> Tables:
    """Return its tables, once its page has been converted."""
    return receive_page(content, HANZHONG)


@pytest.mark.parametrize("before", ["汉中市", "汉中", "汉中市{county}", "{county}", "陕西省汉中市"])
@pytest.mark.parametrize("town", TOWNS)
def test_towns_are_found_behind_their_city(tables: Tables, town: str, before: str) -> None:
    """A town that stands behind its prefecture's name is that prefecture's own."""
    place = before.format(county=TOWNS[town])
    for text in (f"{place}{town}修了路。", f"近日，{place}{town}开办夜校，群众说好。"):
        found = find_subjects("修路", None, [Block("paragraph", text)], tables.subjects)
        assert (found.towns, found.counties) == ((town,), (TOWNS[town],)), text


def test_the_archive_is_built(content: Path, tables: Tables, tmp_path: Path) -> None:
    """A converted page is shown, found by search, and no word of the first place is left."""
    output = build_site(content, tmp_path / "output")
    assert len(list((output / "counties").glob("*.html"))) == 11
    texts = dict(read_pages(output))
    assert "汉中脱贫攻坚报道馆" in texts["index.html"]
    assert {name for name, text in texts.items() for word in FIRST if word in text} == set()
    assert set(TOWNS) <= {name for name in TOWNS if any(name in t for t in texts.values())}
    assert any("《汉中日报》2019年5月6日" in text for text in texts.values())
    answers = ask_index(output / "search", [("便民桥", {}), ("青木川", {})])
    assert [answer["total"] for answer in answers] == [1, 1]


def read_pages(output: Path) -> Iterator[tuple[str, str]]:
    """Yield each page with its text, but for that of the licences."""
    for page in output.rglob("*.html"):
        if page.name != "licences.html":
            text = BeautifulSoup(page.read_bytes(), "html.parser").get_text()
            yield page.relative_to(output).as_posix(), text


def test_counties_of_every_kind(tmp_path: Path) -> None:
    """Autonomous counties and a 林区 are found by their short names, on pages and by search."""
    content = tmp_path / "content"
    shutil.copytree(empty_archive("宜昌市", "4205 429021"), content)
    tables = receive_page(content, WEST_HUBEI)
    archive = build_in_memory(content, tables)
    placed = {
        article.title: [group.name for group in (*place.counties, *place.towns)]
        for article, place in archive.placements.items()
    }
    assert placed == {
        "长阳高山蔬菜运出山": ["长阳土家族自治县", "资丘镇"],
        "神农架养蜂人添新箱": ["神农架林区", "下谷坪土家族乡"],
    }
    search, subjects = tmp_path / "search", tables.subjects
    documents = make_documents(archive.articles, subjects.gazetteer)
    build_search(documents, search, make_tables(archive, subjects))
    answers = ask_index(search, [("县:长阳", {}), ("神农架林区", {}), ("shennongjia", {})])
    assert [answer["total"] for answer in answers] == [1, 1, 1]


@pytest.mark.parametrize(("name", "counties"), [("汉中市", ""), ("宜昌市", "4205 429021")])
def test_an_empty_archive_is_sound(name: str, counties: str) -> None:
    """In an archive that has just been made `make check` finds nothing, and sources are told."""
    content = empty_archive(name, counties)
    assert Inspection(content).run() == []
    assert compare_sources(content / "data") == set()

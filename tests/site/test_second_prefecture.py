"""An archive of another prefecture is a change of data alone."""

from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from plugins.model import Block
from plugins.site.settings.tables import Tables, load_tables
from plugins.subjects import find_subjects
from tests.prefecture.data import HANZHONG, write_data
from tests.sites.small_site import build_site, write_content

#: Our own, in the manner of a city's daily.
ARTICLES = {
    "2019/road.md": """\
---
title: 青木川镇修通产业路
date: 2019-05-06
newspaper: 汉中日报
---

本报讯 汉中市青木川镇上月修通产业路6公里，84户村民卖茶不再绕山。

同一天，汉中市龙头镇的蔬菜大棚也开了工。
""",
    "2019/bridge.md": """\
---
title: 两镇架起便民桥
date: 2019-06-18
newspaper: 汉中日报
---

入夏以来，汉中大河坎镇架起便民桥两座，投资120万元。随后，汉中马道镇也把木桥换成了水泥桥，山里的娃娃上学少走3公里。
""",
}
TOWNS = {
    "青木川镇": "宁强县", "龙头镇": "城固县", "大河坎镇": "南郑区", "马道镇": "留坝县",
}  # fmt: skip


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the data folder of the second archive."""
    return write_data(tmp_path_factory.mktemp("hanzhong") / "data", HANZHONG)


@pytest.fixture(scope="module")
def second(data: Path) -> Tables:
    """Return its tables."""
    return load_tables(data)


@pytest.mark.parametrize("before", ["汉中市", "汉中", "汉中市{county}", "{county}", "陕西省汉中市"])
@pytest.mark.parametrize("town", TOWNS)
def test_towns_are_found_behind_their_city(second: Tables, town: str, before: str) -> None:
    """A town that stands behind its prefecture's name is that prefecture's own."""
    place = before.format(county=TOWNS[town])
    for text in (f"{place}{town}修了路。", f"近日，{place}{town}开办夜校，群众说好。"):
        found = find_subjects("修路", None, [Block("paragraph", text)], second.subjects)
        assert (found.towns, found.counties) == ((town,), (TOWNS[town],)), text


def test_the_second_archive_is_built(data: Path, tmp_path: Path) -> None:
    """The site has the second prefecture's name, counties and towns, and no word of the first's."""
    content = write_content(tmp_path, ARTICLES)
    for table in data.iterdir():
        (content / "data" / table.name).write_bytes(table.read_bytes())
    (content / "pages").unlink()
    (content / "pages").mkdir()
    output = build_site(content, tmp_path / "output")
    assert len(list((output / "counties").glob("*.html"))) == 11
    pages = [page for page in output.rglob("*.html") if page.name != "licences.html"]
    texts = {page: BeautifulSoup(page.read_bytes(), "html.parser").get_text() for page in pages}
    front = texts[output / "index.html"]
    assert "汉中脱贫攻坚报道馆" in front
    for name, towns in (("road", ("青木川镇", "龙头镇")), ("bridge", ("大河坎镇", "马道镇"))):
        page = BeautifulSoup((output / f"articles/{name}.html").read_bytes(), "html.parser")
        linked = {link.get_text(strip=True) for link in page.select("a[href*='towns/']")}
        assert set(towns) <= linked
    first = ("安康", "汉滨", "石泉县", "旬阳")
    assert {page.name for page, text in texts.items() for word in first if word in text} == set()

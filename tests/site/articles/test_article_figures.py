"""Figures on the site: an editor's win, they are found again, and private ones stay inside."""

import csv
import json
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from plugins.content.content_error import ContentError
from plugins.content.sources import read_source
from plugins.site.articles.article_figures import settle_figures
from plugins.site.groups.comparisons import compare_counties
from plugins.site.settings.county_tiles import read_tiles
from plugins.site.settings.tables import Tables
from tests.prefecture.data import data_folder
from tests.sites.small_site import build_in_memory, write_content

BODY = "浔滨区今年新建社区工厂31家。\n\n后来又投入资金8.46亿元，新建社区工厂31家。\n"
EDITED = "{raw: 31家, value: 31, unit: 家, indicator: 社区工厂, paragraph: 0, start: %d, end: 17}"


def article(figures: str = "") -> str:
    """Give an article's file with the given figures field."""
    return f"---\ntitle: 社区工厂\ncounties: [浔滨区]\n{figures}---\n\n{BODY}"


def figures_of(tmp_path: Path, text: str, tables: Tables) -> list[tuple[str, str | None, int, int]]:
    """Settle the figures of one article."""
    file = tmp_path / "a.md"
    file.write_text(text, encoding="utf-8")
    source = read_source(file, Path("a.md"))
    settled = settle_figures(source, ["浔滨区"], [], [], tables)
    return [(f.raw, f.indicator, f.paragraph, f.start) for f in settled]


def test_left_out_figures_are_derived(tmp_path: Path, tables: Tables) -> None:
    """An article without the field gets the figures that its text holds."""
    found = figures_of(tmp_path, article(), tables)
    assert [raw for raw, *_ in found] == ["31家", "8.46亿元", "31家"]


def test_an_editors_figures_win(tmp_path: Path, tables: Tables) -> None:
    """What an editor wrote stands, an empty list too; nothing is added to it."""
    written = article(f"figures:\n  - {EDITED % 11}\n")
    assert figures_of(tmp_path, written, tables) == [("31家", "社区工厂", 0, 11)]
    assert figures_of(tmp_path, article("figures: []\n"), tables) == []


def test_moved_figures_are_found_again(tmp_path: Path, tables: Tables) -> None:
    """Where the text before a figure was edited, the figure is found where it stands by now."""
    written = article(f"figures:\n  - {EDITED % 5}\n")
    assert figures_of(tmp_path, written, tables) == [("31家", "社区工厂", 0, 11)]


def test_lost_figures_are_named(tmp_path: Path, tables: Tables) -> None:
    """A figure that is no longer in the body is named with its line and what to do."""
    written = article(f"figures:\n  - {EDITED.replace('31家', '32家') % 11}\n")
    with pytest.raises(ContentError, match=r"a\.md 第 5 行：正文里已没有“32家”，请照正文改正"):
        figures_of(tmp_path, written, tables)


def test_figures_are_marked_and_listed(small_site: Path) -> None:
    """Each row of an article's table leads to the figure's mark, which says its value."""
    page = BeautifulSoup((small_site / "articles/tongyang.html").read_bytes(), "html.parser")
    link = page.select_one(".figures td a")
    assert link is not None and link.text.strip() == "35万亩"
    mark = page.find(id=str(link["href"]).removeprefix("#"))
    assert mark is not None and (mark.name, mark["value"], mark.text) == (
        "data",
        "350000",
        "35万亩",
    )


def test_one_familys_figures_stay_in_their_article(small_site: Path) -> None:
    """A family's income and size are in no table, page or file but the article itself."""
    assert "2.5万元" in (small_site / "articles/xunbin-banqian.html").read_text("utf-8")
    for name in ("figures.html", "compare.html", "counties/xunbin.html", "data/figures.csv"):
        text = (small_site / name).read_text("utf-8")
        assert "2.5万元" not in text and "七口" not in text
    assert "李付东" not in (small_site / "data/articles.json").read_text("utf-8")


def test_csv_and_json_say_the_same(small_site: Path) -> None:
    """Both forms of a table have the same rows; the CSV opens in Excel and computes nothing."""
    raw = (small_site / "data/figures.csv").read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(raw.decode("utf-8-sig").splitlines()))
    objects = json.loads((small_site / "data/figures.json").read_text("utf-8"))
    assert [row["raw"] for row in rows] == [one["raw"] for one in objects]
    assert len({row["id"] for row in rows}) == len(rows)
    titles = (small_site / "data/articles.csv").read_text("utf-8-sig")
    assert not any(
        cell[:1] in "=+-@" for row in csv.reader(titles.splitlines()) for cell in row if cell
    )


@pytest.mark.parametrize(
    ("words", "unit", "least"), [("茶园面积{}万亩", "亩", 7), ("贫困发生率为{}%", "%", 0)]
)
def test_like_figures_are_compared(
    tmp_path: Path, tables: Tables, words: str, unit: str, least: int
) -> None:
    """Two counties with one indicator, unit and period stand side by side, 0 is told as such."""
    texts = {
        f"{slug}.md": f"---\ntitle: {county}种茶\ndate: 2019-05-04\ncounties: [{county}]\n---\n\n"
        f"2018年，{county}{words.format(size)}。\n"
        for slug, county, size in (("xunyin", "浔阴县", least), ("chunyang", "纯阳县", 24))
    }
    archive = build_in_memory(write_content(tmp_path, texts), tables)
    tiles = read_tiles(data_folder() / "county-tiles.csv")
    found, left = compare_counties(archive.kind["county"].groups, tiles)
    assert [comparison.unit for comparison in found] == ["篇", unit]
    assert [cell.county.name for cell in found[1].ranked] == ["纯阳县", "浔阴县"]
    assert [cell.value for cell in found[1].ranked][-1] == least * (10_000 if unit == "亩" else 1)
    assert len(found[1].missing) == 8
    assert (left, compare_counties(archive.kind["county"].groups, tiles, 0)[1]) == (0, 1)


def test_data_package_is_valid(small_site: Path) -> None:
    """The descriptor and every row of its tables hold to the Data Package standard."""
    from frictionless import validate  # which takes long to load

    report = validate(str(small_site / "data" / "datapackage.json"))
    assert report.valid, report.flatten(["rowNumber", "fieldNumber", "type", "note"])
    assert len(report.tasks) == 2

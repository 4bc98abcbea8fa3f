"""What `make check` says of a newsroom's slips, all of it in one run."""

from collections.abc import Mapping
from pathlib import Path

import pytest

import plugins.desk.checking.inspection as inspection
from plugins.desk.editing.annotation import annotate
from plugins.site.settings.table_faults import find_faults
from plugins.site.settings.tables import Tables
from tests.desk.desk_checkout import copy_content
from tests.prefecture.data import read_tables, write_data

BODY = "\n---\n\n浔滨区种茶8亩。\n"
#: Articles by name, and what is told of each, in its order.
SLIPS: Mapping[str, tuple[str, list[str]]] = {
    "a-cut": (
        f"---\ntitle: 康宁 #1 扶贫车间{BODY}",
        ["错误 第 2 行：“title”里“#1 扶贫车间”没有读进去：要留着，请用引号把它整个括起来"],
    ),
    "b-invisible": (
        f'---\ntitle: "　\u200b"{BODY}',
        ["错误 第 2 行：“title”里没有看得见的字，请写上标题"],
    ),
    "c-comma": (
        f"---\ntitle: 甲\ncounties: [浔滨区，石潭县]{BODY}",
        ["错误 第 3 行：“浔滨区，石潭县”里的逗号要用半角“,”，如 [甲县, 乙县]"],
    ),
    "d-comma": (
        f"---\ntitle: 甲\nauthors: [{{name: 张涛，role: 通讯员}}]{BODY}",
        ["错误 第 3 行：方括号、花括号里的逗号要用半角“,”"],
    ),
    "e-future": (
        f"---\ntitle: 甲\ndate: 2109-11-21{BODY}",
        ["警告 第 3 行：2109年11月21日还没有到，请核对年份"],
    ),
    "f-founded": (
        f"---\ntitle: 甲\ndate: 1979-11-21\nnewspaper: 农民日报数字报{BODY}",
        [
            "警告 第 3 行：《农民日报》1980年4月6日才创刊，请核对日期",
            "警告 第 4 行：“农民日报数字报”就是《农民日报》，请写成 农民日报",
        ],
    ),
    "g-links": (
        f"---\ntitle: 甲{BODY}\n[见](不存在)，国发[2019](34)号，[空]()，[数据](../data/a.csv)。\n",
        [
            "错误：链接没有写地址，请写在圆括号里，或去掉链接",
            "错误 第 7 行：“[2019](34)”成了链接：文号请写成〔2019〕34号",
            "错误 第 7 行：链接“不存在”指向的页面不存在，请改正地址或去掉链接",
        ],
    ),
}  # fmt: skip


@pytest.fixture
def content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a copy of the content to change, and work beside it."""
    monkeypatch.setattr(inspection, "load_tables", lambda _: read_tables())
    monkeypatch.setenv("PUBLISH_DAY", "2026-11-30")
    copy_content(tmp_path)
    monkeypatch.chdir(tmp_path)
    return Path("content")


def look(content: Path, *, hints: bool = False) -> dict[str, list[str]]:
    """Inspect the content; give errors and warnings, by the names of their files."""
    said: dict[str, list[str]] = {}
    for one in inspection.Inspection(content).run():
        if hints or one.level != "提示":
            place = f" 第 {one.line} 行" if one.line else ""
            said.setdefault(one.path.stem, []).append(f"{one.level}{place}：{one.message}")
    return said


def test_every_slip_is_told_in_one_run(content: Path) -> None:
    """Each slip of each article is told with its line, errors of one no bar to another's."""
    for name, (text, _) in SLIPS.items():
        (content / f"articles/{name}.md").write_text(text, encoding="utf-8")
    said = look(content)
    for name, (_, told) in SLIPS.items():
        assert [line[: len(wanted)] for line, wanted in zip(said[name], told, strict=True)] == told
    assert said.keys() == SLIPS.keys()
    assert (content / "data/addresses.csv").read_text("utf-8").count("\n") == 1, "nothing recorded"


def test_what_an_edit_has_left_behind_is_told(content: Path, tables: Tables) -> None:
    """Doubts, a paragraph lost in a split, and numbers that a correction brought are told."""
    article = next(content.rglob("shi-tan-duo-ju-cuo*.md"))
    text = article.read_text("utf-8").replace("260余户贫困", "270余户贫困")
    doubt = "review:\n  - 第28行像栏目名，下面可能是几条短讯，请核对\nprovenance:"
    head, first, second, *rest = text.replace("provenance:", doubt).split("\n\n")
    article.write_text("\n\n".join([head, first, *rest]), encoding="utf-8")
    told = "".join(look(content)[article.stem])
    assert "待核：第28行像栏目名，下面可能是几条短讯，请核对；已经发布了，核对好了请删去" in told
    assert "原文第 24 行不在任何文章里" in told and second[:6] not in told
    assert "正文里已没有“260余户”" in told and "正文改成的“270余户”还不在 figures 里" in told
    article.with_name("split.md").write_text(f"---\ntitle: 乙\n---\n\n{second}\n", "utf-8")
    assert "不在任何文章里" not in "".join(look(content)[article.stem])


def test_the_page_that_all_lead_to_must_be_there(content: Path) -> None:
    """Without 关于本馆 every page's foot would lead nowhere: that is an error, and says why."""
    (content / "pages/about.md").unlink()
    (told,) = look(content)["about"]
    assert told.startswith("错误：没有“关于本馆”这一页，请补上")


def test_annotating_renews_figures(content: Path, tables: Tables) -> None:
    """A changed number's figure gives way to the new one's; the others stay as they are."""
    article = next(content.rglob("shi-tan-duo-ju-cuo*.md"))
    text = article.read_text("utf-8")
    renewed = annotate(text.replace("260余户贫困", "270余户贫困"), article, tables)
    changed = [line for line in renewed.splitlines() if line not in text.splitlines()]
    assert sum(", raw: 270余户, value: 270," in line for line in changed) == 1
    assert "raw: 260余户" not in renewed and "raw: 318.5万元" in renewed
    assert annotate(renewed, article, tables) == renewed


def test_faults_of_all_tables_are_told_at_once(tmp_path: Path) -> None:
    """Two tables and two rows of one are told in one look, and not one after the other."""
    data = write_data(tmp_path / "data")
    (data / "county-tiles.csv").write_text("county,row,column\n甲县,一,2\n乙县,二,2\n", "utf-8")
    (data / "glossary.yaml").write_text("terms:\n  - {slug: a, name: 甲乙}\n", "utf-8")
    (data / "newspapers.csv").write_text("name,founded\n康宁日报,1951\n", "utf-8")
    told = sorted((fault.path.name, fault.line) for fault in find_faults(data))
    assert told == [
        ("county-tiles.csv", 2), ("county-tiles.csv", 3), ("glossary.yaml", 2),
        ("newspapers.csv", 2),
    ]  # fmt: skip

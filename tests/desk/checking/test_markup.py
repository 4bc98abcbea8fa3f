"""Markup that readers would not see as it was meant is told, each slip once, at its line."""

from pathlib import Path

import pytest

from plugins.content.sources import read_source
from plugins.desk.checking.markup import find_markup_slips

HEAD = "---\ntitle: 甲\n---\n"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("<div>\n\n茶", ["1 “<div>”没有关上"]),
        ("茶</p>", ["1 “</p>”前面没有"]),
        ("<font color=red>茶</font>", ["1 “<font>”在网站上不起作用"]),
        ("茶\n| 县 | 户 |\n| --- | --- |\n| 甲县 | 3 |", ["2 表格上面要空一行"]),
        ("| 县 | 户 |\n| 甲县 | 3 |", ["1 表格的第二行要是横线"]),
        ("＃＃ 茶", ["1 “＃”要改成半角的"]),
        ("`<div>` 和 \\<b> 与 3<5>2，<br>\n\n## 茶\n\n| 县 |\n|:--|\n| 甲 |", []),
        ("<div>\n<sub>春<em>茶</em>\n</div>", ["2 “<sub>”没有关上"]),
        ("<div><sub>春<em>茶</div></div>", ["1 “</div>”前面", "1 “<em>”没", "1 “<sub>”没"]),
        ("春<!-- <del> -->茶", []),
        ("<!-- <del>\n\n＃ 春\n| 茶 -->\n\n夏<del>茶", ["6 “<del>”没有关上"]),
        ("`<!--` 春 <del> `-->`", ["1 “<del>”没有关上"]),
    ],
)
def test_each_slip_is_told_once(text: str, told: list[str], tmp_path: Path) -> None:
    """What comes to nothing on the site is told at its line, and nothing else is."""
    file = tmp_path / "a.md"
    file.write_text(f"{HEAD}{text}\n", encoding="utf-8")
    found = find_markup_slips(read_source(file, Path("a.md")))
    slips = [f"{one.line - 3} {one.message}" for one in found]
    assert len(slips) == len(told)
    assert all(slip.startswith(words) for slip, words in zip(slips, told, strict=True))

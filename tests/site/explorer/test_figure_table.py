"""The tables that the explorer's page loads."""

import json
import re
from pathlib import Path

from plugins.site.explorer.choices import list_choices
from plugins.site.explorer.figure_table import RECEIVER, SENTENCES, TABLE, write_tables
from plugins.site.settings.tables import Tables
from tests.sites.small_site import build_in_memory, write_content
from tests.structure.sources import ROOT

TEXT = """---
title: 浔阴种茶
date: 2019-05-04
counties: [浔阴县]
topics: [产业扶贫]
people:
  - {name: 王小山, role: 受访群众}
---

2018年，浔阴县茶园面积7万亩，产茶300吨。王小山的合作社，浔阴县投入资金90万元。
"""


def read_script(text: str, name: str) -> dict[str, list[str]]:
    """Return what a script hands over, as a browser would read it."""
    handed = re.fullmatch(rf'{RECEIVER}\("{name}",(.+)\);\n', text)
    assert handed
    table: dict[str, list[str]] = json.loads(handed[1])
    return table


def test_tables_say_what_the_figures_say(tmp_path: Path, tables: Tables) -> None:
    """Every public figure has its row, its words by number, and its sentence unless private."""
    archive = build_in_memory(write_content(tmp_path, {"a.md": TEXT}), tables)
    files = write_tables(archive.figures)
    table = read_script(files[TABLE], "table")
    columns, words = dict(table["columns"]), table["words"]
    assert columns["raw"] == ["7万亩", "300吨", "90万元"]
    assert columns["value"] == [70000, 300, 900000]
    assert [words[n] for n in columns["topics"]] == ["产业扶贫", "产业扶贫", "产业扶贫|项目资金"]
    assert [words[n] for n in columns["unit"]] == ["亩", "吨", "元"]
    assert table["articles"] == [["articles/a.html", "浔阴种茶", "2019-05-04", "2019年5月4日"]]
    sentences = read_script(files[SENTENCES], "sentences")
    told = [sentences["words"][int(n)] for n in sentences["sentences"]]
    assert told == ["2018年，浔阴县茶园面积7万亩，产茶300吨。"] * 2 + [""]


def test_the_page_and_its_script_call_one_name() -> None:
    """The scripts hand over to the function that the page's own script makes."""
    script = (ROOT / "theme/static/js/figures/table.js").read_text("utf-8")
    assert f'"{RECEIVER}"' in script
    assert f"${{root}}/{TABLE}" in script and f"${{root}}/{SENTENCES}" in script


def test_choices_count_what_figures_have(tmp_path: Path, tables: Tables) -> None:
    """A filter offers each value with its number of figures, the most frequent first."""
    archive = build_in_memory(write_content(tmp_path, {"a.md": TEXT}), tables)
    choices = {choice.name: choice.values for choice in list_choices(archive.figures)}
    assert choices["county"] == (("浔阴县", 3),)
    assert choices["unit"] == (("亩", 1), ("元", 1), ("吨", 1))
    assert choices["topic"] == (("产业扶贫", 3), ("项目资金", 1))

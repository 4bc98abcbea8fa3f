"""A small site whose article has what editors may add: corrections, misprints."""

from pathlib import Path

from plugins.archive.reference import Tables
from tests.archive.small_site import build_site, write_content

SITE_URL = "https://archive.example/ankang"

TEA = """\
---
title: 石泉县后柳镇办起茶园
date: 2019-11-21
newspaper: 安康日报
people:
  - {name: 李付东, role: 受访群众}
figures:
  - {raw: 860万元, value: 8600000, unit: 元, indicator: 投资, paragraph: 0, start: 8, end: 14}
corrections:
  - {date: 2026-03-02, text: 李付东一家收入应为2.6万元.}
  - date: 2026-11-20
    text: 茶园在“黄村坝村”,本馆误作“黄村垻村”.
misprints:
  - {printed: 投资860万元的茶, meant: 投资860万元的茶园}
  - {printed: 千今户}
---

石泉县后柳镇投资860万元的茶,带动千今户增收.

李付东说,日子好过了.
"""
PLAIN = "---\ntitle: 紫阳县修路\ndate: 2018-05-04\n---\n\n紫阳县修路.\n"
ARTICLES = {"2019/tea.md": TEA, "2018/road.md": PLAIN}


def build_feature_site(folder: Path, tables: Tables) -> Path:
    """Build the site; returns the output folder."""
    content = write_content(folder, ARTICLES)
    return build_site(
        content, folder / "output", CANONICAL_URL=SITE_URL, LOAD_TABLES=lambda _: tables
    )

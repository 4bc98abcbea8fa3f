"""What the editors' documentation tells of: an uploaded page, its drafts, an article put right."""

import subprocess
import sys
from pathlib import Path

#: docs/raw-pages.md shows this page; a column ends in the middle of its first article.
RAW_NAME = "2019-11-21-03.txt"
RAW_PAGE = """\
安康日报 2019年11月21日 第3版

石泉富硒茶打开销路

本报讯(记者 李明)近日,石泉县后柳镇的富硒茶走进展销会,当天签下订单三十二

平利修通产业路

本报讯(通讯员 张涛)近日,平利县长安镇二十公里产业路全线贯通,沿线六百户群众出行更方便了。

万元,茶农们说,今年的茶不愁卖了。

这条路还要再修十公里,通到
"""
#: docs/editing.md shows these fields.
CORRECTED = """\
---
title: 石泉春茶开采
date: 2019-03-21
newspaper: 安康日报
corrections:
  - date: 2026-11-20
    text: 文中的户数应为三十二户。
misprints:
  - printed: 千今户
    meant: 千余户
---

本报讯 近日，石泉县后柳镇春茶开采，带动千今户增收，其中二十三户当天就卖出了鲜叶。
"""
MASKED = """\
---
title: 后柳镇办起茶园
date: 2019-11-21
newspaper: 安康日报
---

石泉县后柳镇办起茶园。▇▇▇说：“在家门口上班，比出门打工强。”
"""


def write_drafts(checkout: Path) -> None:
    """Upload the raw page and convert it to drafts, as the job for uploads does."""
    raw = checkout / "content/raw" / RAW_NAME
    raw.write_text(RAW_PAGE, encoding="utf-8")
    command = [sys.executable, "-m", "plugins.newspaper", raw]
    subprocess.run(command, cwd=checkout, check=True, capture_output=True)


def write_articles(checkout: Path) -> None:
    """Write the article that was put right and the one in which words are hidden."""
    folder = checkout / "content/articles/2019"
    folder.mkdir(exist_ok=True)
    (folder / "shi-quan-chun-cha.md").write_text(CORRECTED, encoding="utf-8")
    (folder / "hou-liu-cha-yuan.md").write_text(MASKED, encoding="utf-8")

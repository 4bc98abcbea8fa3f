"""One archive twice: with words that are on record as hidden, and as if it never had them.

The article tells of 谯雪薇 of 芙蓉垭村, names that stand nowhere else.
"""

import hashlib
from pathlib import Path

from tests.sites.small_site import write_content

MASK = "▇"
NAME, VILLAGE = "谯雪薇", "芙蓉垭村"
RAW = f"""\
{NAME}家的茶园
本报讯(通讯员 张涛)近日,石潭县后桑镇{VILLAGE}贫困户谯
雪薇患病,村上帮她种茶2.6亩,收入1.2万元.
{NAME}说:“日子好过了.”
下转第四版{NAME}
"""
ARTICLE = f"""\
---
id: page-01
title: {NAME}家的茶园
slug: tea
date: 2019-11-21
newspaper: 康宁日报
counties: [石潭县]
towns: [后桑镇]
villages: [{VILLAGE}]
topics: [产业扶贫]
people:
  - {{name: {NAME}, role: 受访群众}}
summary: 石潭县后桑镇{VILLAGE}种茶.
figures:
  - {{raw: 2.6亩, value: 2.6, unit: 亩, paragraph: 0, start: 39, end: 43}}
misprints:
  - {{printed: {VILLAGE}}}
corrections:
  - {{date: 2026-11-20, text: {VILLAGE}应为后桑镇的村.}}
provenance:
  raw: page.txt
  sha256: %s
  lines: {{title: [1]}}
  blocks: [[2, 3], [4]]
---

本报讯(通讯员 张涛)近日,石潭县后桑镇{VILLAGE}贫困户{NAME}患病,村上帮她种茶2.6亩,收入1.2万元.

**谯**雪薇说:“日子好过了.”![{NAME}](../images/tea.png)
"""
#: What somebody asked for: the name in the title and twice in the text, the village once.
MASKS = (
    ("title", 0, 3),
    ("0", 20, 24),
    ("0", 27, 30),
    ("1", 0, 3),
)


def hide(text: str) -> str:
    """Give a text as it would be, had the words never stood in it."""
    for words in (f"**谯**{NAME[1:]}", NAME, VILLAGE, "谯\n雪薇"):
        letters = "".join(MASK if c not in "*\n" else c for c in words)
        text = text.replace(words, letters)
    return text


def write_article(folder: Path, article: str, raw: str) -> Path:
    """Write a content folder with one article and its raw page."""
    sha256 = hashlib.sha256(raw.encode()).hexdigest()
    content = write_content(folder, {"2019/tea.md": article % sha256})
    (content / "raw" / "page.txt").write_text(raw, encoding="utf-8")
    return content


def write_masks(content: Path, rows: tuple[tuple[str, int, int], ...] = MASKS) -> None:
    """Put places of the article on record."""
    with (content / "data/masks.csv").open("a", encoding="utf-8") as table:
        table.writelines(f"page-01,{part},{a},{b},2026-11-26\n" for part, a, b in rows)


def write_masked(folder: Path) -> Path:
    """Write the article with its words, and the record that hides them."""
    content = write_article(folder, ARTICLE, RAW)
    write_masks(content)
    return content


def write_wordless(folder: Path) -> Path:
    """Write the article as if it never had the words, nor fields that tell of them."""
    fields = (
        f"villages: [{VILLAGE}]",
        f"people:\n  - {{name: {NAME}, role: 受访群众}}",
        f"misprints:\n  - {{printed: {VILLAGE}}}",
    )
    article = ARTICLE
    for field in fields:
        article = article.replace(field, f"{field.partition(':')[0]}: []")
    return write_article(folder, hide(article), hide(RAW))

"""A small archive to build: articles of every sort, in a folder of its own."""

import datetime
import hashlib
from collections.abc import Sequence
from pathlib import Path

from pelican import Pelican
from pelican.settings import read_settings
from PIL import Image

from plugins.content.sources import read_source
from plugins.site.articles.reference import Reference
from plugins.site.beside import end_begun
from plugins.site.composition import Edition, Site
from plugins.site.generator import compose_strictly
from plugins.site.groups.collection import Archive
from plugins.site.settings.tables import Tables
from tests.prefecture.data import load_once, write_data
from tests.sites.kept_work import COMPILED, share_kept
from tests.structure.sources import ROOT

#: Where a small site is published, when it is told an address.
SITE_URL = "https://archive.example/kangning"
RAW = "石潭办起茶园\n本报讯(通讯员 张涛)近日,石潭县后桑镇办起茶园.\n"
RAW_SHA256 = hashlib.sha256(RAW.encode()).hexdigest()

DAY = datetime.date(2026, 1, 1)
#: Each article's file below content/articles/, and its text.
ARTICLES = {
    "2019/xunbin-banqian.md": """\
---
id: page-01
title: 浔滨区搬迁群众住新家
subtitle: 江北办安置点见闻
date: 2019-11-21
newspaper: 康宁日报
page: 3
kind: 通讯
authors:
  - {name: 陈善刚, role: 记者}
people:
  - {name: 李付东, role: 受访群众}
  - {name: 李世猛, role: 公职, public: true}
topics: [易地扶贫搬迁]
---

## 江北办朱家湾村

李付东患病多年,今年搬进了新家,一家七口收入2.5万元.

浔滨区聚焦“两不愁三保障”,江北办把安置点建成新社区,两不愁三保障样样落实.村支书李世猛说:“好!”
""",
    "2019/xunbin-chanye.md": """\
---
id: page-02
title: 浔滨区产业扶贫见成效
date: 2019-11-21
newspaper: 康宁日报
page: 3
column: 经济快讯
authors:
  - {name: 陈善刚, role: 记者}
  - {name: 张涛, role: 通讯员}
topics: [产业扶贫, 易地扶贫搬迁]
---

本报讯(记者 陈善刚)浔滨区发展产业,带动5.4万人.浔滨区岩转镇也种茶.
""",
    "2018/tongyang.md": """\
---
title: 桐阳县拐枣成了产业
date: 2018-05-04
newspaper: 康宁日报
topics: [产业扶贫]
---

桐阳县种拐枣35万亩.
""",
    "undated/shitan.md": f"""\
---
id: raw-01
title: 石潭办起茶园
date_estimate: {{interval: 2019-11/2019-12, evidence: [今年11月]}}
authors:
  - {{name: 张涛, role: 通讯员}}
provenance:
  raw: raw.txt
  sha256: {RAW_SHA256}
  lines: {{title: [1]}}
  blocks: [[2]]
review: [第 2 行是否为正文]
---

本报讯(通讯员 张涛)近日,石潭县后桑镇办起茶园.
""",
    "undated/hostile.md": """\
---
title: </script><script>alert("title")</script> & {{ SITEURL }}
---

<script>alert(1)</script><img src=../images/tea.png alt=茶 onerror=alert(2)>
[好](javascript:alert(3)) {{ SITEURL }}

<svg onload=alert(4)></svg>*强调*
{: .caption onclick=alert(5) id=main }
""",
    "undated/draft.md": "---\ntitle: 未定稿的文章\nstatus: draft\n---\n\n未定稿的正文。\n",
}
#: An article that stands on two pages, with a table on each.
_TABLE = "| 村 | 户 |\n| --- | --- |\n| 甲{0}村 | {0}户 |"
LONG = "\n\n".join(
    [
        "---\ntitle: 平达县的长篇\n---",
        _TABLE.format(31),
        *(f"第{number}段说茶。{'说到这里还有许多话。' * 90}" for number in range(3, 15)),
        _TABLE.format(32),
        "最后说到骆驼湾。\n",
    ]
)


def write_content(folder: Path, articles: dict[str, str] = ARTICLES) -> Path:
    """Write a content folder with the project's own pages and the tests' tables."""
    content = folder / "content"
    for name, text in articles.items():
        file = content / "articles" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    (content / "images").mkdir(parents=True)
    Image.new("RGB", (60, 40), "green").save(content / "images" / "tea.png")
    (content / "raw").mkdir(parents=True)
    (content / "raw" / "raw.txt").write_text(RAW, encoding="utf-8")
    (content / "pages").symlink_to(ROOT / "content" / "pages")
    write_data(content / "data")
    return content


def build_in_memory(content: Path, tables: Tables) -> Archive:
    """Build the archive of a content folder without writing a page."""
    return compose_in_memory(content, tables).archive


def make_reference(content: Path, tables: Tables) -> Reference:
    """Return what the articles of a content folder are read against; of none, where none can be."""
    return compose_in_memory(content, tables, ()).reference


def compose_in_memory(content: Path, tables: Tables, files: Sequence[Path] | None = None) -> Site:
    """Compose the site of a content folder's articles, or of some, without writing a page."""
    articles = sorted((content / "articles").rglob("*.md")) if files is None else files
    sources = [read_source(file, file.relative_to(content)) for file in articles]
    edition = Edition(content, content / "data", content.parent / ".cache", DAY)
    return compose_strictly(edition, tables, sources, ())


def build_site(content: Path, output: Path, **settings: object) -> Path:
    """Build the site with the project's theme and settings; returns the output folder."""
    override = {"PATH": str(content), "OUTPUT_PATH": str(output), "THEME": str(ROOT / "theme")}
    override["CACHE_PATH"] = str(share_kept(content.parent / ".cache"))
    override["LOAD_TABLES"] = load_once
    read = read_settings(str(ROOT / "pelicanconf.py"), override | settings)
    read["JINJA_ENVIRONMENT"]["bytecode_cache"] = COMPILED
    pelican = Pelican(read)
    try:
        pelican.run()
    finally:
        end_begun(pelican.settings)
    return output

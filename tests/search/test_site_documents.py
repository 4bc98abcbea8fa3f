"""Documents are made before there are groups, and say of each article what its groups say."""

from collections.abc import Sequence
from pathlib import Path

from plugins.content.sources import read_source
from plugins.search.corpus.documents import SearchDocument
from plugins.search.site_documents import make_documents
from plugins.site.composition import Edition
from plugins.site.generator import compose_strictly
from plugins.site.groups.placement import Placement
from plugins.site.settings.tables import Tables
from tests.sites.small_site import ARTICLES, DAY, write_content

#: A county and a town by former names, a village, two who are one author, one who is both a
#: person known to all and, elsewhere, one who is asked, and what waits.
MORE = {
    "2012/former.md": """\
---
title: 桐阳县和岩转镇合办茶场
date: 2012-03-05
column: 一线见闻
counties: [桐阳县, 桐阳市, 浔滨区]
towns: [岩转镇, 洪山镇]
villages: [马坪社区]
authors:
  - {name: 陈善刚, role: 记者}
  - {name: 陈善刚, role: 摄影}
people:
  - {name: 何玉林, role: 公职, public: true}
---

桐阳县和浔滨区岩转镇、洪山镇合办茶场,马坪社区也有.书记何玉林说:“好!”
""",
    "2013/asked.md": """\
---
title: 种茶的人
people:
  - {name: 何玉林, role: 受访群众}
---

何玉林种茶8亩.
""",
    "2013/waits.md": """\
---
title: 浔滨区的新茶
status: draft
date: 2013-04-05
topics: [产业扶贫]
---

浔滨区江北办的新茶上市.
""",
}
FIELDS = ("counties", "towns", "villages", "topics", "people", "authors", "column")


def test_documents_name_groups_as_placements_do(tmp_path: Path, tables: Tables) -> None:
    """Each document's fields are the names of the groups that its article stands in."""
    content = write_content(tmp_path, {**ARTICLES, **MORE})
    files = sorted((content / "articles").rglob("*.md"))
    sources = [read_source(file, file.relative_to(content)) for file in files]
    edition = Edition(content, content / "data", tmp_path / ".cache", DAY, is_preview=True)
    archive = compose_strictly(edition, tables, sources, ()).archive
    documents = make_documents(archive.articles, tables.subjects.gazetteer)
    placements = [archive.placements[article] for article in archive.articles]
    assert list(map(list_names, placements)) == list(map(list_fields, documents))
    assert {"former", "asked", "waits", "draft"} <= {one.slug for one in archive.articles}
    former = list_fields(next(one for one in documents if "former" in one.url))
    assert former[:2] == (("桐阳市", "浔滨区"), ("洪山镇",))


def list_names(placement: Placement) -> Sequence[object]:
    """Return what an article's groups are called, by kind, an author once."""
    kinds = (getattr(placement, kind) for kind in FIELDS[:5])
    names = [tuple(group.name for group in groups) for groups in kinds]
    authors = tuple(dict.fromkeys(group.name for group, _ in placement.authors))
    return (*names, authors, placement.section and placement.section.name)


def list_fields(document: SearchDocument) -> Sequence[object]:
    """Return the same of its document."""
    return tuple(getattr(document, kind) for kind in FIELDS)

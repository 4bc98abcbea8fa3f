"""The preview shows what was saved as soon as its pages are written, and what is searched later."""

from pathlib import Path

import pytest

from plugins.desk.preview import Preview
from plugins.search.build import SearchReport, build_search
from plugins.search.corpus.documents import SearchDocument, SearchTables
from tests.sites.small_site import ARTICLES, write_content
from tests.structure.sources import ROOT

SETTINGS = "from pelicanconf import *\n\nPATH, CACHE_PATH, THEME = {!r}, {!r}, {!r}\n"


def test_pages_are_shown_before_the_index_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A saved word stands on its page while the index is made; the last one serves until then."""
    seen: list[tuple[int, bool, bool]] = []
    content = write_content(tmp_path, ARTICLES)
    settings = tmp_path / "settings.py"
    paths = (str(content), str(tmp_path / "cache"), str(ROOT / "theme"))
    settings.write_text(SETTINGS.format(*paths), "utf-8")
    preview = Preview(str(settings), tmp_path / "preview")
    manifest = preview.site / "search/manifest.json"

    def write_index(
        documents: list[SearchDocument], folder: Path, tables: SearchTables, cache: Path
    ) -> SearchReport:
        pages = [page.read_text("utf-8") for page in (preview.site / "articles").glob("*.html")]
        seen.append((preview.version, any("拐枣树" in page for page in pages), manifest.is_file()))
        return build_search(documents, folder, tables, cache=cache)

    monkeypatch.setattr("plugins.search.pelican_plugin.build_search", write_index)
    preview.build()
    (content / "articles/new.md").write_text("---\ntitle: 拐枣树\n---\n\n桐阳市种茶。\n", "utf-8")
    preview.build()
    assert (preview.problems, preview.version) == ((), 2)
    assert seen == [(1, False, False), (2, True, True)]
    assert (preview.site / "offline/summary.json").is_file()

"""The preview shows what was saved as soon as its pages are written, and what is searched later."""

from pathlib import Path

import pytest

from plugins.desk.preview import UNFINISHED, Preview
from tests.sites.small_site import ARTICLES, write_content
from tests.structure.sources import ROOT

SETTINGS = "from pelicanconf import *\n\nPATH, CACHE_PATH, THEME = {!r}, {!r}, {!r}\n"


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """Give the content of a small archive."""
    return write_content(tmp_path, ARTICLES)


@pytest.fixture
def preview(content: Path, tmp_path: Path) -> Preview:
    """Give a preview of that content, nothing built."""
    settings = tmp_path / "settings.py"
    paths = (str(content), str(tmp_path / "cache"), str(ROOT / "theme"))
    settings.write_text(SETTINGS.format(*paths), "utf-8")
    return Preview(str(settings), tmp_path / "preview")


def finish(preview: Preview) -> list[str]:
    """Make the index and the lists, and return what is wrong with either."""
    return preview.finish() + preview.finish()


def test_pages_are_shown_before_the_index_is_written(content: Path, preview: Preview) -> None:
    """A saved word stands on its page before the index is made; the last one serves until then."""
    manifest = preview.site / "search/manifest.json"
    preview.build()
    assert not manifest.exists()
    assert finish(preview) == []
    before = manifest.read_bytes()
    (content / "articles/new.md").write_text("---\ntitle: 拐枣树\n---\n\n桐阳市种茶。\n", "utf-8")
    preview.build()
    pages = [page.read_text("utf-8") for page in (preview.site / "articles").glob("*.html")]
    assert any("拐枣树" in page for page in pages)
    assert manifest.read_bytes() == before
    assert finish(preview) == []
    assert manifest.read_bytes() != before
    assert (preview.problems, preview.version) == ((), 2)
    assert (preview.site / "offline/summary.json").is_file()


def test_builds_let_the_files_go_that_those_before_had_open(preview: Preview) -> None:
    """However often something is saved, as many files are open."""
    opened = []
    for _ in range(5):
        preview.build()
        opened.append(sum(1 for _ in Path("/dev/fd").iterdir()))
    # The first finds nothing kept.
    assert opened[1:] == opened[1:2] * 4


def test_a_broken_save_leaves_the_index_of_the_pages_shown(content: Path, preview: Preview) -> None:
    """An index that waits when a save is broken is made for the pages that are still there."""
    preview.build()
    (content / "articles/new.md").write_text("---\ntitle: [\n---\n\n桐阳市。\n", "utf-8")
    preview.build()
    assert len(preview.problems) == 1
    assert finish(preview) == []
    assert (preview.site / "search/manifest.json").is_file()


def test_what_cannot_be_finished_is_told_and_pages_stay(preview: Preview) -> None:
    """Where search and lists cannot be written, a line says so, and the pages are shown."""
    preview.build()
    (preview.site / "offline").write_text("", "utf-8")
    (told,) = finish(preview)
    assert UNFINISHED in told
    assert preview.problems == ()


def test_an_archive_without_articles_has_no_index(content: Path, preview: Preview) -> None:
    """Once the last article is gone, search does not find it."""
    preview.build()
    finish(preview)
    for article in (content / "articles").rglob("*.md"):
        article.unlink()
    preview.build()
    assert (preview.problems, finish(preview)) == ((), [])
    assert not (preview.site / "search").exists()

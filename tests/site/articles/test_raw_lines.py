"""Raw lines are those of the page that was converted, whatever becomes of its file meanwhile."""

from pathlib import Path

import pytest

from plugins.content.sources import Source, read_source
from plugins.site.articles.raw_lines import RawPages
from tests.sites.small_site import ARTICLES, RAW, RAW_SHA256, write_content

ARTICLE = "shitan.md"
#: Its own name: Pelican says the same warning only once in a process.
SHEET = "sheet.txt"


@pytest.fixture
def source(tmp_path: Path) -> Source:
    """An article whose raw page is sheet.txt, in a content folder of its own."""
    text = ARTICLES["undated/shitan.md"].replace("raw.txt", SHEET)
    content = write_content(tmp_path, {ARTICLE: text})
    (content / "raw" / "raw.txt").rename(content / "raw" / SHEET)
    return read_source(content / "articles" / ARTICLE, Path("articles", ARTICLE))


@pytest.fixture
def pages(source: Source) -> RawPages:
    """The raw pages of the folder, among which a build has found the article's."""
    pages = RawPages(source.file.parents[1] / "raw", [source])
    assert pages.name_lines(source)
    return pages


def test_a_found_page_is_shown(pages: RawPages) -> None:
    """A page that is still what was converted has its lines."""
    assert pages.lines(SHEET, RAW_SHA256) == tuple(RAW.split("\n"))


def test_a_page_replaced_since_it_was_found_is_not_shown(
    pages: RawPages, caplog: pytest.LogCaptureFixture
) -> None:
    """Of a file that was replaced between the look for it and its page, no line is shown."""
    (pages.folder / SHEET).write_text("别的文字\n", encoding="utf-8")
    assert pages.lines(SHEET, RAW_SHA256) == ()
    assert "content/raw/sheet.txt 在整理之后改动过" in caplog.text


def test_a_page_deleted_since_it_was_found_is_missed(
    pages: RawPages, caplog: pytest.LogCaptureFixture
) -> None:
    """A file that was deleted in between is a warning, and ends no build."""
    (pages.folder / SHEET).unlink()
    assert pages.lines(SHEET, RAW_SHA256) == ()
    assert "找不到原文 content/raw/sheet.txt" in caplog.text

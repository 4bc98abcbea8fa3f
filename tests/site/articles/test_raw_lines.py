"""Raw lines are those of the page that was converted, whatever becomes of its file meanwhile."""

import re
import shutil
from pathlib import Path

import pytest

from plugins.content.sources import Source, read_source
from plugins.site.articles.raw_lines import RawPages
from tests.sites.files import read_files
from tests.sites.small_site import (
    ARTICLES,
    RAW,
    RAW_SHA256,
    SITE_URL,
    build_site,
    write_content,
)

ARTICLE = "shitan.md"
#: Its own name: Pelican says the same warning only once in a process.
SHEET = "sheet.txt"
RAW_LINES = re.compile(r'<details class="raw"[^>]*>.*?</details>', re.DOTALL)


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


def test_site_needs_no_raw_pages(small_site: Path, tmp_path: Path) -> None:
    """Without content/raw the same pages are published, and only 原文行 are missing."""
    content = write_content(tmp_path)
    shutil.rmtree(content / "raw")
    without = build_site(content, tmp_path / "output", CANONICAL_URL=SITE_URL)
    before, after = read_pages(small_site), read_pages(without)
    assert after.keys() == before.keys()
    assert any('class="raw"' in page for page in before.values())
    for name, page in before.items():
        assert after[name].split() == RAW_LINES.sub("", page).split(), name


def read_pages(site: Path) -> dict[str, str]:
    """Read all pages of a site."""
    files = read_files(site).items()
    return {name: content.decode() for name, content in files if name.endswith(".html")}

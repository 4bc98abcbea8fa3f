"""The preview shows what was saved at once, then renews lists and search as any build does."""

import multiprocessing
from collections.abc import Iterator
from pathlib import Path

import pytest

from plugins.desk.preview.preview import ALL, LISTS, Preview
from tests.sites.files import read_files
from tests.sites.kept_work import share_kept
from tests.sites.small_site import ARTICLES, build_site, write_content
from tests.structure.sources import ROOT

SETTINGS = "from pelicanconf import *\n\nPATH, CACHE_PATH, THEME = {!r}, {!r}, {!r}\n"
#: An article of the small archive, and its page.
FILE, PAGE = "articles/2019/xunbin-banqian.md", "articles/xunbin-banqian.html"
#: Pages that tell of it, which are renewed after its own.
LISTS_OF_IT = ("index.html", "search/manifest.json")
WORDS = "拐枣树"


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the content of a small archive."""
    return write_content(tmp_path_factory.mktemp("preview"), ARTICLES)


@pytest.fixture(scope="module")
def served(content: Path) -> Iterator[Preview]:
    """Give a preview of that content, built once."""
    folder = content.parent
    settings = folder / "settings.py"
    paths = (str(content), str(share_kept(folder / "cache")), str(ROOT / "theme"))
    settings.write_text(SETTINGS.format(*paths), "utf-8")
    preview = Preview(str(settings), folder / "preview")
    preview.begin()
    assert preview.take(wait=True)
    yield preview
    preview.end()
    assert multiprocessing.active_children() == []


@pytest.fixture
def preview(served: Preview, content: Path) -> Iterator[Preview]:
    """Give the preview; what a test has saved is saved as it was before."""
    before = {file: file.read_bytes() for file in content.rglob("*.*") if file.is_file()}
    yield served
    for file in content.rglob("*.*"):
        if file.is_file() and file not in before:
            file.unlink()
    for file, text in before.items():
        if not file.is_file() or file.read_bytes() != text:
            file.write_bytes(text)


def save(preview: Preview, file: Path, old: str, new: str) -> None:
    """Change a file, and tell the preview."""
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf-8")
    preview.save([file])


def test_a_saved_article_is_shown_before_the_rest_is_renewed(
    content: Path, preview: Preview, tmp_path: Path
) -> None:
    """Its page has the new words at once; lists and search follow, and its page stays the same."""
    before = read_files(preview.site)
    save(preview, content / FILE, "title: 浔滨区", f"title: {WORDS}下浔滨区")
    shown = read_files(preview.site)
    assert preview.renewing == LISTS
    assert {name for name in before if shown[name] != before[name]} == {PAGE}
    assert WORDS in shown[PAGE].decode()
    assert preview.take(wait=True)
    renewed = read_files(preview.site)
    assert (list(preview.problems), preview.renewing) == ([], "")
    assert renewed[PAGE] == shown[PAGE]
    assert all(renewed[name] != before[name] for name in LISTS_OF_IT)
    # What grew save by save is what is built from nothing.
    built = build_site(content, tmp_path / "output", PREVIEW=True, CACHE_PATH=str(tmp_path))
    assert read_files(built) == renewed


def test_the_sheet_of_a_saved_draft_is_renewed_with_its_page(
    content: Path, preview: Preview
) -> None:
    """Whoever corrects an article beside its raw lines sees there at once what was saved."""
    before = read_files(preview.site)
    save(preview, content / "articles/undated/shitan.md", "办起茶园.", f"办起茶园，种{WORDS}.")
    shown = read_files(preview.site)
    changed = {name for name in before if shown[name] != before[name]}
    assert changed == {"articles/shitan.html", "review/page-raw.html"}
    assert WORDS in shown["review/page-raw.html"].decode()


def test_a_new_article_has_its_page_at_once(content: Path, preview: Preview) -> None:
    """An article that was not there is shown, and known to one that leads to it."""
    new = content / "articles/new.md"
    new.write_text(f"---\ntitle: {WORDS}\n---\n\n石潭县种茶。\n", "utf-8")
    preview.save([new])
    assert WORDS in (preview.site / "articles/new.html").read_text("utf-8")
    save(preview, content / FILE, "李付东患病", "见[种茶](new.html)。李付东患病")
    assert list(preview.problems) == []
    assert 'href="new.html"' in (preview.site / PAGE).read_text("utf-8")


def test_a_broken_save_is_told_and_the_last_good_page_stays(
    content: Path, preview: Preview
) -> None:
    """What is wrong is said at once and by the build; nothing shown changes until it is mended."""
    before = read_files(preview.site)
    save(preview, content / FILE, "title: ", "title: [")
    (told,) = preview.problems
    assert FILE in told.words
    assert preview.take(wait=True)
    assert list(preview.problems) == [told]
    assert read_files(preview.site) == before
    # Whoever mends something else has not mended this.
    save(preview, content / "articles/2018/tongyang.md", "35万亩", "36万亩")
    assert list(preview.problems) == [told]
    save(preview, content / FILE, "title: [", f"title: {WORDS}")
    assert list(preview.problems) == []
    assert WORDS in (preview.site / PAGE).read_text("utf-8")


def test_a_second_save_takes_the_place_of_the_first(content: Path, preview: Preview) -> None:
    """Saves in the middle of a build end it, and leave neither processes nor open files behind."""
    opened = set()
    for number in range(3):
        save(preview, content / FILE, "title: ", f"title: {WORDS}{number}")
        assert f"{WORDS}{number}" in (preview.site / PAGE).read_text("utf-8")
        opened.add(sum(1 for _ in Path("/dev/fd").iterdir()))
        assert len(multiprocessing.active_children()) == 2
    assert len(opened) == 1
    assert preview.take(wait=True)
    assert len(multiprocessing.active_children()) == 1
    assert f"{WORDS}2" in (preview.site / "index.html").read_text("utf-8")


def test_what_decides_other_pages_waits_for_the_build(content: Path, preview: Preview) -> None:
    """After a table was saved no page is shown alone, for it may say something else now."""
    before = read_files(preview.site)
    save(preview, content / "data/site.yaml", "name:", "name: ")
    assert preview.renewing == ALL
    save(preview, content / FILE, "title: ", f"title: {WORDS}")
    assert (preview.renewing, read_files(preview.site)) == (ALL, before)
    assert preview.take(wait=True)
    assert WORDS in (preview.site / PAGE).read_text("utf-8")


def test_an_archive_without_articles_has_no_index(content: Path, preview: Preview) -> None:
    """Once the last article is gone, search does not find it."""
    gone = sorted((content / "articles").rglob("*.md"))
    for article in gone:
        article.unlink()
    preview.save(gone)
    assert preview.take(wait=True)
    assert list(preview.problems) == []
    assert not (preview.site / "search").exists()

"""A preview of raw pages of several layouts, converted to drafts, and Chromium to read it."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Playwright

from plugins.desk.conversion.acceptance import accept_draft
from plugins.desk.conversion.article_folder import read_article_folder
from plugins.desk.conversion.issues import Issue
from plugins.desk.conversion.page_conversion import convert
from plugins.site.settings.tables import Tables
from plugins.system.folders.whole_files import write_files
from tests.built_site.chromium import find_chromium
from tests.built_site.serving import serve
from tests.sites.small_site import build_site, write_content
from tests.structure.sources import ROOT

PAGES = ROOT / "tests/newspaper/pages"
#: The raw pages of the preview, by the layouts that they are samples of.
RAW = {
    "清溪日报（第2版）.txt": "04-swapped-tails",
    "captions.txt": "17-captions-mid-sentence",
    "orphan.TXT": "25-orphan-fragment",
    "mixed.txt": "31-mixed-real-page",
    "wrapped.txt": "06-hard-wrapped-blank-between",
}
REPOSITORY = "https://github.com/kangning/archive"


def write_drafts(folder: Path, tables: Tables) -> Path:
    """Write a content folder with drafts of all raw pages, those of captions.txt accepted."""
    content = write_content(folder, {})
    for name, sample in RAW.items():
        shutil.copy(PAGES / f"{sample}.txt", content / "raw" / name)
    pages = [convert(content / "raw" / name, Issue(), tables) for name in RAW]
    articles = read_article_folder(content / "articles")
    for raw, outcomes in zip(RAW, articles.write(pages, "draft"), strict=True):
        if raw == "captions.txt":
            drafts = [accept_draft(outcome.path) for outcome in outcomes]
            write_files([(draft.path, draft.accepted) for draft in drafts])
    return content


@pytest.fixture(scope="session")
def content(tmp_path_factory: pytest.TempPathFactory, tables: Tables) -> Path:
    """Give the content of the preview; nobody changes it."""
    return write_drafts(tmp_path_factory.mktemp("review"), tables)


@pytest.fixture(scope="session")
def build(tables: Tables) -> Callable[..., Path]:
    """Give a function that builds the site of a content folder beside it."""

    def build_beside(content: Path, name: str = "output", **settings: object) -> Path:
        output = content.parent / name
        return build_site(content, output, LOAD_TABLES=lambda _: tables, **settings)

    return build_beside


@pytest.fixture(scope="session")
def preview(content: Path, build: Callable[..., Path]) -> Path:
    """Give the folder of the built preview."""
    return build(content, PREVIEW=True)


@pytest.fixture(scope="session")
def browser(preview: Path, playwright: Playwright) -> Iterator[tuple[Browser, str]]:
    """Give a running Chromium and the preview's address."""
    with serve(preview, base="/archive/") as port:
        chromium = playwright.chromium.launch(
            executable_path=find_chromium(), args=["--no-sandbox", "--disable-gpu"]
        )
        yield chromium, f"http://127.0.0.1:{port}/archive/"
        chromium.close()


@pytest.fixture
def open_page(browser: tuple[Browser, str]) -> Iterator[Callable[..., Page]]:
    """Give a function that opens an address of the preview without JavaScript, unless asked."""
    chromium, address = browser
    contexts = []
    complaints: list[str] = []

    def open_address(path: str, *, width: int = 1280, scripts: bool = False, **more) -> Page:
        context = chromium.new_context(
            viewport={"width": width, "height": 800},
            java_script_enabled=scripts,
            reduced_motion="reduce",
            **more,
        )
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: complaints.append(message.text))
        page.goto(address + path)
        return page

    yield open_address
    for context in contexts:
        context.close()
    assert complaints == []

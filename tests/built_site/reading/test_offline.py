"""Keeping the archive in the browser: only when asked, whole, brought up to date, removed."""

import json
import shutil
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from plugins.output.offline import FOLDER, list_files, write_lists
from tests.built_site.serving import serve


class Reader:
    """A reader with a browser of their own, and the host, which can be shut down."""

    def __init__(self, browser: Browser, folder: Path, mount: str) -> None:
        self.folder = folder
        self.mount = mount
        self.host = ExitStack()
        self.port = self.host.enter_context(serve(folder, mount))
        self.context = browser.new_context(locale="zh-CN")
        self.page: Page = self.context.new_page()
        self.asked: list[str] = []

    def open(self, path: str) -> None:
        """Open a page of the site."""
        self.page.goto(f"http://127.0.0.1:{self.port}{self.mount}{path}")

    def list_workers(self) -> int:
        """Count the workers that the browser keeps for the site."""
        return self.page.evaluate(
            "async () => (await navigator.serviceWorker.getRegistrations()).length"
        )

    def list_caches(self) -> int:
        """Count the caches that the browser keeps for the site."""
        return self.page.evaluate("async () => (await caches.keys()).length")


@pytest.fixture
def reader(
    browser: Browser, site: Path, tmp_path: Path, request: pytest.FixtureRequest
) -> Iterator[Reader]:
    """Give a reader of a site of their own, which a test may change; below a path if not told."""
    mount = getattr(request, "param", "/archive/")
    reader = Reader(browser, shutil.copytree(site, tmp_path / "site"), mount)
    yield reader
    reader.context.close()
    reader.host.close()


def keep_copy(reader: Reader) -> None:
    """Press the button that keeps a copy, and wait until it is whole."""
    reader.open("offline.html")
    reader.page.get_by_role("button", name="存到这台设备").click()
    expect(reader.page.locator(".offline-status")).to_contain_text("已存在这台设备上")


def test_nothing_is_kept_unasked(reader: Reader) -> None:
    """Reading, searching and looking at the offer keep nothing; its size is said first."""
    for path in ("index.html", "search.html?q=脱贫", "offline.html"):
        reader.open(path)
    expect(reader.page.locator(".offline-status")).to_contain_text("MB")
    assert (reader.list_workers(), reader.list_caches()) == (0, 0)


@pytest.mark.parametrize("reader", ["/", "/archive/"], indirect=True)
def test_copy_is_read_and_searched_without_a_network(reader: Reader) -> None:
    """Without its host, at whose root or below it stood, pages open and the search finds."""
    keep_copy(reader)
    reader.host.close()
    reader.open("")
    expect(reader.page.locator("h1")).to_be_visible()
    reader.open("search.html?q=脱贫")
    expect(reader.page.locator(".search-status")).to_contain_text("找到")
    reader.page.locator(".search-results a").first.click()
    expect(reader.page.locator("article mark").first).to_be_visible()
    reader.open("offline.html")
    reader.page.get_by_role("button", name="从这台设备删除").click()
    expect(reader.page.get_by_role("button", name="重试")).to_be_visible()
    assert (reader.list_workers(), reader.list_caches()) == (0, 0)


def test_update_loads_only_what_changed(reader: Reader) -> None:
    """A new build is offered with its size; what did not change is not loaded again."""
    keep_copy(reader)
    changed, removed = sorted((reader.folder / "articles").glob("*.html"))[:2]
    changed.write_text(changed.read_text("utf-8").replace("</h1>", "（更正）</h1>"), "utf-8")
    removed.unlink()
    write_lists(reader.folder)
    reader.open("offline.html")
    expect(reader.page.locator(".offline-status")).to_contain_text("要下载 不到 0.1 MB")
    reader.context.on("request", lambda request: reader.asked.append(request.url))
    reader.page.get_by_role("button", name="更新").click()
    status = reader.page.locator(".offline-status")
    expect(status).to_contain_text("已存在这台设备上")
    expect(status).not_to_contain_text("要下载")
    loaded = [url for url in reader.asked if "/offline" not in url]
    assert [url.rsplit("/", 1)[1] for url in loaded] == [changed.name]
    reader.host.close()
    reader.open(f"articles/{changed.name}")
    expect(reader.page.locator("h1")).to_contain_text("（更正）")
    keys = (
        "async () => (await (await caches.open((await caches.keys())[0])).keys()).map((r) => r.url)"
    )
    assert not [url for url in reader.page.evaluate(keys) if url.endswith(removed.name)]


def test_failed_copy_goes_on_where_it_stopped(reader: Reader) -> None:
    """A file that does not come is named; what came stays, and the rest is loaded when asked."""
    reader.context.route("**/articles/*.html", lambda route: route.fulfill(status=503))
    reader.open("offline.html")
    reader.page.get_by_role("button", name="存到这台设备").click()
    expect(reader.page.locator(".offline-status")).to_contain_text("没有存完")
    reader.context.unroute("**/articles/*.html")
    reader.page.get_by_role("button", name="接着存").click()
    expect(reader.page.locator(".offline-status")).to_contain_text("已存在这台设备上")


def test_lists_leave_out_what_is_only_downloaded(site: Path) -> None:
    """A copy holds pages, scripts, styles and the index, neither feeds nor tables to download."""
    paths = [path for path, _, _ in list_files(site)]
    assert {"index.html", "search/manifest.json", "data/figures.json"} <= set(paths)
    assert not [p for p in paths if p.endswith((".xml", ".csv")) or p == "404.html"]


def test_lists_tell_of_each_file_as_it_is(site: Path) -> None:
    """What the build knew of the files that it wrote is what is in them."""
    told = json.loads((site / FOLDER / "files.json").read_bytes())["files"]
    assert told == [list(file) for file in list_files(site)]

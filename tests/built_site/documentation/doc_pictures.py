"""Takes the pictures of the documentation from the real thing.

Run it as `python -m tests.built_site.documentation.doc_pictures`.

They go to docs/images/, or to the folder that is given. Fonts differ from machine to machine, so
the pictures are looked at by people and no test compares them.
"""

import io
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from PIL import Image
from playwright.sync_api import Browser, Page, expect, sync_playwright

from tests.built_site.building import copy_checkout
from tests.built_site.chromium import find_chromium
from tests.built_site.documentation.doc_examples import RAW_NAME, write_articles, write_drafts
from tests.built_site.web_editor.editor_desk import EditorDesk
from tests.structure.sources import ROOT

COLOURS = 64
SIZE = {"width": 900, "height": 640}
#: An article that has figures, by its title.
WITH_FIGURES = "白河发改局以党建创新引领中心工作"


def take_pictures(folder: Path) -> None:
    """Write all pictures into a folder."""
    with TemporaryDirectory() as temporary, sync_playwright() as playwright:
        clone = copy_checkout(Path(temporary) / "clone", installed=True)
        browser = playwright.chromium.launch(
            executable_path=find_chromium(), args=["--no-sandbox", "--disable-gpu"]
        )
        with serve(clone) as home:
            page = browser.new_page(locale="zh-CN", viewport=SIZE, reduced_motion="reduce")
            take_front_page(page, home, folder)
            write_drafts(clone)
            write_articles(clone)
            take_pages(page, home, folder)
            take_editor(browser, home, clone, folder)
            take_mistake(page, home, clone, folder)
        browser.close()


@contextmanager
def serve(clone: Path) -> Iterator[str]:
    """Run `make serve`'s command in a clone; gives the preview's address once it is built."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-u", "-X", "utf8", "-m", "plugins.desk", "serve", "--port"]
    serving = subprocess.Popen(
        [*command, str(port)],
        cwd=clone,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    assert serving.stdout
    said = []
    while not said or "网站已更新" not in said[-1]:
        said.append(serving.stdout.readline())
        assert said[-1], "".join(said)
    try:
        yield f"http://127.0.0.1:{port}/"
    finally:
        serving.terminate()
        serving.wait()


def take_front_page(page: Page, home: str, folder: Path) -> None:
    """Take the front page as it is, and go where the preview will show what is written next."""
    page.goto(home)
    save(page, folder / "front-page.png")
    page.goto(f"{home}articles/hou-liu-cha-yuan.html")


def take_pages(page: Page, home: str, folder: Path) -> None:
    """Take what readers and reviewers see, once the preview has it."""
    expect(page.get_by_role("heading", name="后柳镇办起茶园")).to_be_visible(timeout=60_000)
    save(page, folder / "masked.png")
    page.goto(f"{home}articles/shi-quan-chun-cha.html")
    save(page, folder / "correction.png")
    page.goto(f"{home}review/page-{RAW_NAME.removesuffix('.txt')}.html")
    page.locator("#a1").evaluate("element => element.scrollIntoView()")
    save(page, folder / "review.png")


def take_editor(browser: Browser, home: str, clone: Path, folder: Path) -> None:
    """Take the web editor's list of articles, and a figure in its form."""
    desk = EditorDesk(browser, home, clone, locale="zh-CN")
    desk.open()
    title = desk.page.get_by_text(WITH_FIGURES, exact=True).first
    expect(title).to_be_visible()
    desk.page.set_viewport_size({"width": 900, "height": 560})
    save(desk.page, folder / "web-editor-list.png")
    desk.page.set_viewport_size({"width": 900, "height": 5000})
    title.dblclick()
    desk.wait_for_form(last="scan")
    figures = desk.find_field("figures")
    figures.get_by_role("button", name="展开", exact=True).first.click()
    desk.page.set_viewport_size({"width": 900, "height": 760})
    figures.evaluate("element => element.scrollIntoView()")
    desk.page.wait_for_timeout(500)
    save(desk.page, folder / "web-editor-figure.png")
    desk.context.close()


def take_mistake(page: Page, home: str, clone: Path, folder: Path) -> None:
    """Take what the preview shows when an article cannot be read."""
    page.set_viewport_size({"width": 900, "height": 240})
    page.goto(home)
    article = clone / "content/articles/2019/shi-quan-chun-cha.md"
    text = article.read_text(encoding="utf-8")
    article.write_text(text.replace("date: 2019-03-21", "date: 2019年3月21日"), encoding="utf-8")
    expect(page.locator("#preview-bar")).to_contain_text("网站没有更新", timeout=60_000)
    save(page, folder / "mistake.png")


def save(page: Page, file: Path) -> None:
    """Save what a page shows, with few colours."""
    picture = Image.open(io.BytesIO(page.screenshot(animations="disabled"))).convert("RGB")
    picture.quantize(COLOURS, dither=Image.Dither.NONE).save(file, optimize=True)


if __name__ == "__main__":
    take_pictures(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "docs/images")

"""`make serve` shows what an editor saves, and what is wrong with it, without being asked."""

import os
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Playwright, Route, expect

from plugins.desk.preview.preview import LISTS
from plugins.system.folders.holding import hold_folder
from tests.built_site.chromium import find_chromium
from tests.desk.desk_checkout import copy_content
from tests.sites.kept_work import share_kept
from tests.structure.sources import ROOT

#: Milliseconds that a loaded machine may take for a build; here it takes about one second.
PATIENCE = 180_000
#: Seconds that it may take to come to its end.
SLOWEST = 180


def start(folder: Path, port: int) -> subprocess.Popen[str]:
    """Start the preview of a folder."""
    return subprocess.Popen(
        [sys.executable, "-m", "plugins.desk", "serve", "--port", str(port)],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1", "PYTHONUNBUFFERED": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        # Tests that a shell runs in its background ignore Ctrl-C, and so would what they start.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),
    )


def tell_renewing(route: Route) -> None:
    """Answer a page as while lists and search are renewed."""
    route.fulfill(json={**route.fetch().json(), "renewing": LISTS})


def find_port() -> int:
    """Return a port that nobody has taken."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """Give a folder with a copy of the content, and the project's theme and settings."""
    copy_content(tmp_path)
    for name in ("theme", "plugins", "node_modules", "pelicanconf.py"):
        (tmp_path / name).symlink_to(ROOT / name)
    share_kept(tmp_path / ".cache")
    return tmp_path


@pytest.fixture
def preview(checkout: Path) -> Iterator[str]:
    """Give the address of a running preview, its first build done."""
    port = find_port()
    serving = start(checkout, port)
    assert serving.stdout
    while "预览地址" not in serving.stdout.readline():
        assert serving.poll() is None, "the preview ended"
    yield f"http://127.0.0.1:{port}/"
    serving.send_signal(signal.SIGINT)
    said, complaints = serving.communicate(timeout=SLOWEST)
    assert said.endswith("预览已结束。\n") and "Interrupt" not in complaints


def test_saved_changes_and_errors_are_shown(
    checkout: Path, preview: str, playwright: Playwright
) -> None:
    """A save updates the open page, then the rest; broken YAML is told above the last good page."""
    about = checkout / "content/pages/about.md"
    text = about.read_text(encoding="utf-8")
    chromium = playwright.chromium.launch(
        executable_path=find_chromium(), args=["--no-sandbox", "--disable-gpu"]
    )
    page = chromium.new_page()
    refused: list[str] = []
    page.on("console", lambda m: refused.append(m.text) if "Security" in m.text else None)
    page.goto(f"{preview}about.html")
    about.write_text(f"{text}\n刚刚写下的一句话。\n", encoding="utf-8")
    expect(page.locator("main")).to_contain_text("刚刚写下的一句话", timeout=PATIENCE)
    about.write_text(text.replace("title:", "title: [", 1), encoding="utf-8")
    bar = page.locator("#preview-bar")
    expect(bar).to_contain_text(re.compile(r"content/pages/about\.md 第 \d+ 行"), timeout=PATIENCE)
    expect(page.locator("main")).to_contain_text("刚刚写下的一句话")
    about.write_text(f"{text}\n改好了。\n", encoding="utf-8")
    expect(page.locator("main")).to_contain_text("改好了", timeout=PATIENCE)
    expect(bar).to_be_empty(timeout=PATIENCE)
    # How long it is renewed nobody knows: here it is told so for good.
    page.route("**/_preview/state?*", tell_renewing)
    expect(bar).to_have_text(LISTS)
    chromium.close()
    assert refused == []
    written = [*(checkout / ".cache/preview/site").glob("*.html")]
    assert written and not [p for p in written if "_preview" in p.read_text()]


@pytest.mark.parametrize("ending", [signal.SIGINT, signal.SIGTERM])
def test_ctrl_c_in_the_first_build_ends_the_preview(checkout: Path, ending: signal.Signals) -> None:
    """Who ends it before there is anything to see is told the same as later; no process stays."""
    serving = start(checkout, find_port())
    assert serving.stdout
    assert serving.stdout.readline() == "正在生成网站……\n"
    serving.send_signal(ending)
    said, complaints = serving.communicate(timeout=SLOWEST)
    assert (serving.returncode, said, complaints) == (0, "预览已结束。\n", "")
    assert not (checkout / ".cache/preview/site").exists()


def test_a_taken_port_is_said(checkout: Path) -> None:
    """Where the port is taken, one line says which to try."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        done = start(checkout, port)
        _, said = done.communicate(timeout=SLOWEST)
    assert done.returncode == 1
    assert said == f"端口 {port} 已被占用，请换一个，如 make serve PORT={port + 1}\n"


def test_a_second_preview_of_one_folder_is_refused(checkout: Path) -> None:
    """While one is shown another one says so, whatever its port, and writes nothing."""
    with hold_folder(checkout / ".cache"):
        _, said = start(checkout, find_port()).communicate(timeout=SLOWEST)
    assert said.startswith("另一个 make serve 正开着这里的预览") and said.count("\n") == 1
    assert not (checkout / ".cache/preview").exists()

"""The README's chief commands do what it says, in a fresh checkout."""

import os
import signal
import socket
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.request import urlopen

import pytest

from tests.built_site.building import run
from tests.built_site.documentation.doc_commands import PAGES, list_commands

README = PAGES[0]

SLOWEST = 300


def test_documentation_names_the_commands() -> None:
    """The README tells of `make site` and `make test`, and of the preview."""
    told = {line for block in list_commands(README) for line in block.splitlines()}
    assert {"make site", "make test"} <= told
    assert "`make serve`" in README.read_text(encoding="utf-8")


@pytest.mark.stress
def test_a_second_build_installs_nothing(checkout: Path) -> None:
    """While the locks are unchanged, `make site` leaves what is installed and converted alone."""
    again = run(checkout, "make site")
    assert again.returncode == 0
    assert "安装" not in again.stdout
    assert "已有文章" in again.stdout


def test_failed_build_keeps_the_last_site(checkout: Path) -> None:
    """An article that cannot be read fails `make site` by one line, and the last site stays."""
    before = (checkout / "output/index.html").read_bytes()
    broken = checkout / "content/articles/undated/broken.md"
    broken.parent.mkdir(exist_ok=True)
    broken.write_text("---\ntitle: 坏的\ncounties: [汉滨区\n---\n正文\n", encoding="utf-8")
    failed = run(checkout, "make site")
    broken.unlink()
    assert failed.returncode != 0
    assert len([line for line in failed.stderr.splitlines() if "broken.md" in line]) == 1
    assert "Traceback" not in failed.stderr
    assert (checkout / "output/index.html").read_bytes() == before
    assert not (checkout / "output.new").exists()


@contextmanager
def preview(checkout: Path) -> Iterator[str]:
    """Run `make serve` on a free port; gives the preview's address."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    serving = subprocess.Popen(
        ["make", "serve", f"PORT={port}"],
        cwd=checkout,
        start_new_session=True,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        yield f"http://127.0.0.1:{port}/"
    finally:
        os.killpg(serving.pid, signal.SIGTERM)
        serving.wait(SLOWEST)


def shows(address: str, words: str) -> bool:
    """Tell whether the page at an address is there and holds the words."""
    try:
        with urlopen(address) as page:  # noqa: S310 - the preview's own address
            return words in page.read().decode()
    except OSError:
        return False


def wait_until(happens: Callable[[], bool]) -> None:
    """Ask again and again until something happens, for a minute at most."""
    deadline = time.monotonic() + SLOWEST
    while not happens():
        assert time.monotonic() < deadline, "nothing happened for too long"
        time.sleep(0.5)


def test_preview_follows_the_editor(checkout: Path) -> None:
    """`make serve` shows the site, and shows a saved change without being started again."""
    about = checkout / "content/pages/about.md"
    written = about.read_text(encoding="utf-8")

    def save_and_look(address: str) -> bool:
        # Pelican watches only once its first build is done: an earlier change goes unseen.
        about.write_text(f"{written}\n刚刚写下的一句话。\n", encoding="utf-8")
        return shows(address, "刚刚写下的一句话")

    with preview(checkout) as home:
        wait_until(lambda: shows(f"{home}about.html", "</html>"))
        wait_until(lambda: save_and_look(f"{home}about.html"))

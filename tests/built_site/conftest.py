"""The built site, a host for it, and Chromium to read it with. All are made once and shared."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Playwright

from tests.amounts import choose
from tests.built_site.building import SITE_URL, build_site, copy_checkout, run
from tests.built_site.chromium import find_chromium
from tests.built_site.serving import serve
from tests.built_site.visitor import Visitor
from tests.sites.kept_work import share_kept
from tests.sites.shared import build_once

HOST = SITE_URL.removesuffix("/archive")

#: Chromium stays with the page under test: no sandbox for root's sake, no calls home.
SWITCHES = [
    # Readers come by https, where the clipboard and the like are at hand.
    f"--unsafely-treat-insecure-origin-as-secure={HOST}",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest) -> Path:
    """Give the folder of the built site, built once."""

    def build(folder: Path) -> None:
        built = build_site(folder)
        assert built.returncode == 0, built.stdout + built.stderr

    return build_once(tmp_path_factory, request, "site", build)


@pytest.fixture(scope="session")
def made_checkout(tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest) -> Path:
    """Give a checkout in which `make site` has run, built once, which no test may change."""
    return build_once(tmp_path_factory, request, "checkout", make_checkout)


@pytest.fixture(scope="session")
def checkout(tmp_path_factory: pytest.TempPathFactory, made_checkout: Path) -> Path:
    """Give each process a copy of it, for tests of one group, which leave it as it was."""
    folder = tmp_path_factory.mktemp("own") / "checkout"
    return Path(shutil.copytree(made_checkout, folder, symlinks=True))


def make_checkout(folder: Path) -> None:
    """Run `make site` in a fresh checkout.

    It installs packages, which takes a network, and makes all from nothing in `make stress` alone:
    `make test` comes here by the same rules of the Makefile.
    """
    installed = bool(choose(1, 0))
    copy_checkout(folder, installed=installed)
    if installed:
        share_kept(folder / ".cache")
    made = run(folder, "make site")
    assert made.returncode == 0, made.stdout + made.stderr
    assert (folder / "output/index.html").is_file()


@pytest.fixture(scope="session")
def browser(site: Path, playwright: Playwright) -> Iterator[Browser]:
    """Give a running Chromium for which the site stands at its published address."""
    with serve(site, base="/archive/") as port:
        names = f"--host-resolver-rules=MAP {HOST.removeprefix('http://')} 127.0.0.1:{port}"
        chromium = playwright.chromium.launch(
            executable_path=find_chromium(), args=[*SWITCHES, names]
        )
        yield chromium
        chromium.close()


@pytest.fixture
def open_page(browser: Browser) -> Iterator[Callable[..., Page]]:
    """Give a function that opens an address of the site as a reader would.

    Whatever test uses it also shows that no page complains in the console, asks another host
    for anything, or leaves a cookie or a stored value behind.
    """
    visitor = Visitor(browser)
    yield visitor.open
    try:
        visitor.check()
    finally:
        visitor.leave()


@pytest.fixture(scope="module")
def visitor(browser: Browser) -> Iterator[Visitor]:
    """Give a visitor who stays for all tests of a file."""
    visitor = Visitor(browser)
    yield visitor
    visitor.leave()


@pytest.fixture
def visit(visitor: Visitor) -> Iterator[Callable[[str], Page]]:
    """Give a function as `open_page` does, for all tests of a file in one window at a desk."""
    yield visitor.turn_to
    visitor.check()

"""The edition for a disk: unpacked and opened without a host, search works."""

import os
import re
import subprocess
import sys
import zipfile
from pathlib import Path

from playwright.sync_api import Browser, expect

from plugins.output.disk_edition import WORKSHOP, edit_files, write_edition
from tests.built_site.building import SITE_URL
from tests.structure.sources import ROOT


def test_search_works_from_a_disk(browser: Browser, site: Path, tmp_path: Path) -> None:
    """Unpacked anywhere, also below a Chinese folder name, the pages are searched by a script."""
    write_edition(site, tmp_path / "archive.zip")
    folder = tmp_path / "资料 1"
    with zipfile.ZipFile(tmp_path / "archive.zip") as archive:
        archive.extractall(folder)
    page = browser.new_page()
    problems: list[str] = []
    page.on("pageerror", lambda error: problems.append(str(error)))
    page.goto((folder / "index.html").as_uri())
    page.locator("main input[name=q]").fill("脱贫")
    page.keyboard.press("Enter")
    expect(page.locator(".search-status")).to_contain_text("找到")
    page.locator(".choice input").first.check()
    expect(page.locator(".search-status")).to_contain_text("找到")
    page.locator("#query").fill("hanbin")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("q=hanbin"))
    expect(page.locator(".search-status")).to_contain_text("找到")
    page.locator(".search-results a").first.click()
    expect(page.locator("article mark").first).to_be_visible()
    page.close()
    assert problems == []


def test_edition_is_the_same_each_time(site: Path, tmp_path: Path) -> None:
    """The same site gives the same bytes."""
    for name in ("one.zip", "two.zip"):
        write_edition(site, tmp_path / name)
    assert (tmp_path / "one.zip").read_bytes() == (tmp_path / "two.zip").read_bytes()


def test_the_edition_is_of_a_site_built_for_it(site: Path, tmp_path: Path) -> None:
    """Without a site given, the edition is that of the published one, which stays as it is.

    It shares what builds keep with that, and leaves nothing else behind.
    """
    before = list(edit_files(site))
    output = list_files(ROOT / "output")
    target = tmp_path / "archive.zip"
    made = subprocess.run(
        [sys.executable, "-m", "plugins.output.disk_edition", str(target)],
        cwd=ROOT,
        env={**os.environ, "SITEURL": SITE_URL, "PYTHONUTF8": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert made.returncode == 0, made.stderr
    with zipfile.ZipFile(target) as archive:
        assert [(name, archive.read(name)) for name in archive.namelist()] == before
    assert list(edit_files(site)) == before
    assert list_files(ROOT / "output") == output
    assert list((ROOT / WORKSHOP).iterdir()) == []


def list_files(folder: Path) -> list[tuple[Path, int]]:
    """List what a folder holds, if it is there, with the times of writing."""
    return [(path, path.stat().st_mtime_ns) for path in sorted(folder.rglob("*"))]


def test_the_edition_is_built_beside_the_site() -> None:
    """`make zip` neither builds nor reads the folder of the site."""
    told = subprocess.run(
        ["make", "--dry-run", "zip", "OUTPUT=built-here"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    assert "disk_edition archive.zip" in told.stdout and "built-here" not in told.stdout

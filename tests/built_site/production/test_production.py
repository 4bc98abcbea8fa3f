"""A new site takes the place of the last one at once, whole, or not at all."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from plugins.output import production
from plugins.output.production import BusyError
from plugins.system.folders.holding import hold_folder
from plugins.system.folders.work_folder import name_left
from tests.built_site.building import build_site
from tests.sites.kept_work import share_kept
from tests.sites.one_page_site import make_folder, words_of
from tests.structure.sources import ROOT


def test_a_failed_build_keeps_the_last_site(tmp_path: Path) -> None:
    """Whatever stops the build, the last site stays and nothing half-made is left beside it."""
    output = make_folder(tmp_path / "output", "旧")
    make_folder(tmp_path / "output.new", "半")
    make_folder(tmp_path / "output.new.work", "半")
    failed = subprocess.run(
        [sys.executable, "-m", "plugins.output.production", str(output)],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert failed.returncode == 1
    assert failed.stderr.count("\n") == 1
    assert (
        f"publishconf.py：没有这个文件，请检查文件名（网站没有生成，{output}/ 仍" in failed.stderr
    )
    assert words_of(output) == "旧"
    assert [path.name for path in tmp_path.iterdir()] == ["output"]


@pytest.mark.parametrize("site", ["output", "preview"])
def test_what_builds_leave_is_cleaned_and_never_committed(site: str) -> None:
    """`make clean` removes each folder that a killed build may leave, and git passes it over."""
    cleaning = subprocess.run(
        ["make", "-n", "clean"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    left = {str(folder) for folder in name_left(Path(site))}
    assert left <= set(cleaning.stdout.split())
    assert {f"/{name}/" for name in left} <= set((ROOT / ".gitignore").read_text().split())


def test_a_second_build_of_one_output_is_refused(tmp_path: Path) -> None:
    """While a build holds its folder another one is told so, and nothing is built."""
    with hold_folder(tmp_path), pytest.raises(BusyError, match="另一个 make site"):
        production.build_site(tmp_path / "output")
    assert list(tmp_path.iterdir()) == []


def test_an_unconverted_page_stops_a_production_build(tmp_path: Path) -> None:
    """A raw page without an article fails the build by one line that names it."""
    checkout = tmp_path / "checkout"
    for name in ("plugins", "theme", "node_modules", "pelicanconf.py", "publishconf.py"):
        checkout.mkdir(exist_ok=True)
        (checkout / name).symlink_to(ROOT / name)
    shutil.copytree(ROOT / "content", checkout / "content")
    share_kept(checkout / ".cache")
    folder = checkout / "content/raw/2019"
    folder.mkdir()
    (folder / "new-page.txt").write_text("石泉办起茶园\n", encoding="utf-8")
    failed = build_site(tmp_path / "output", checkout)
    assert failed.returncode == 1
    assert failed.stderr == (
        "content/raw/2019/new-page.txt：还没有整理成文章，请先运行 make site；"
        "没有文章的版面请移出 content/raw/\n"
    )


@pytest.mark.skipif(not Path("/proc/self/mem").exists(), reason="needs Linux's /proc")
def test_a_file_that_cannot_be_copied_stops_the_build(tmp_path: Path) -> None:
    """A picture or font of the theme that cannot be read is an error, and not left out."""
    checkout = tmp_path / "checkout"
    checkout.mkdir()
    for name in ("plugins", "node_modules", "pelicanconf.py", "publishconf.py", "content"):
        (checkout / name).symlink_to(ROOT / name)
    shutil.copytree(ROOT / "theme", checkout / "theme")
    share_kept(checkout / ".cache")
    cover = checkout / "theme/static/images/cover.png"
    cover.unlink()
    # A file that nobody can read the beginning of, root included.
    cover.symlink_to("/proc/self/mem")
    failed = subprocess.run(
        [sys.executable, "-m", "plugins.output.production", "output"],
        cwd=checkout,
        env={**os.environ, "PYTHONUTF8": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert failed.returncode == 1
    # That the shipped site names no contact is a reminder of its own.
    (line,) = (told for told in failed.stderr.splitlines() if not told.startswith("提醒："))
    assert "读写失败" in line

"""A new site takes the place of the last one at once, whole, or not at all."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from plugins.output import production
from plugins.output.production import BusyError
from plugins.system.folders.holding import hold_folder
from plugins.system.folders.work_folder import name_left
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

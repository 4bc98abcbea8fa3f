"""A file that the disk gives no byte of ends a build in one line."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.faults.commands import BUILD, WritingCommand
from tests.structure.sources import ROOT

#: A file that nobody can read the beginning of, root included.
UNREADABLE = Path("/proc/self/mem")


@pytest.mark.skipif(not UNREADABLE.exists(), reason="needs Linux's /proc")
def test_a_file_that_cannot_be_copied_stops_the_build(
    tmp_path: Path, prepare: Callable[[WritingCommand, Path], None]
) -> None:
    """A picture or font of the theme that cannot be read is an error, and not left out."""
    prepare(BUILD, tmp_path)
    (tmp_path / "theme").unlink()
    cover = Path(shutil.copytree(ROOT / "theme", tmp_path / "theme"), "static/images/cover.png")
    cover.unlink()
    cover.symlink_to(UNREADABLE)
    status, said = BUILD.run(tmp_path)
    assert status == 1
    # That the shipped site names no contact is a reminder of its own.
    (line,) = (told for told in said.splitlines() if not told.startswith("提醒："))
    assert "读写失败" in line

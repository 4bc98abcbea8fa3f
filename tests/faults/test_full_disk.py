"""A full disk gives one line of Chinese and a status other than 0, and leaves files as they were.

Needs a disk that is small, which root may have on Linux;
tests/desk/conversion/test_refusals.py refuses large files anywhere.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.amounts import choose
from tests.faults.commands import COMMANDS, WritingCommand, read_files
from tests.structure.sources import ROOT

pytestmark = pytest.mark.stress

#: Kilobytes that are left on the disk: for nothing, for some files, for all but the last.
ROOM = (0, 8, 300)[: choose(1, 3)]


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """Give a small disk of its own."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=24m", "none", str(folder)]
    if os.geteuid() or subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("a disk can be mounted by root on Linux only")
    yield folder
    subprocess.run(["umount", "--lazy", str(folder)], check=True)


def fill(disk: Path, kilobytes: int) -> None:
    """Leave so many kilobytes on the disk."""
    free = shutil.disk_usage(disk).free - 1024 * kilobytes
    if free > 0:
        (disk / "filler").write_bytes(bytes(free))


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_a_full_disk_is_told_in_one_line(
    command: WritingCommand, disk: Path, prepare: Callable[[WritingCommand, Path], None]
) -> None:
    """However little room is left, the command says so in a line and changes no file."""
    folder = disk / "folder"
    prepare(command, folder)
    before = read_files(folder)
    for room in ROOM:
        fill(disk, room)
        status, said = command.run(folder)
        if status == 0:
            assert room
            return
        assert status == 1
        # How far a conversion has come, and that the site names no contact, is no message of this.
        aside = ("转换版面", "提醒：")
        (line,) = (line for line in said.splitlines() if not line.startswith(aside))
        assert "磁盘满了，请腾出空间" in line
        assert read_files(folder) == before
        (disk / "filler").unlink()


def test_the_preview_on_a_full_disk_says_so(disk: Path) -> None:
    """A preview that finds no room shows that as what is wrong, and does not end."""
    fill(disk, 8)
    build = (
        "import sys; from pathlib import Path; from plugins.desk.preview.preview import Preview\n"
        "preview = Preview('pelicanconf.py', Path(sys.argv[1]))\n"
        "preview.begin(); preview.take(wait=True); preview.end()\n"
        "print(*preview.problems, sep='\\n')"
    )
    done = subprocess.run(
        [sys.executable, "-c", build, str(disk / "preview")],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    assert "磁盘满了，请腾出空间（预览没有更新）" in done.stdout and done.stdout.count("\n") == 1

"""Work done beside this process, by a fresh one: what comes of it, and how it ends."""

import os
import resource
import subprocess
import sys
import time
from contextlib import suppress
from functools import partial
from pathlib import Path

import pytest

from plugins.system.processes import Asking, Beside
from tests.structure.sources import ROOT

#: Seconds that a loaded machine may take to begin or end a process.
PATIENCE = 120


def test_work_beside_that_is_ended_leaves_nothing_behind(tmp_path: Path) -> None:
    """Work for which nobody waits any more ends at once, and its files are removed."""
    start, beside = time.monotonic(), Beside(sleep, tmp_path / "work")
    assert list(tmp_path.iterdir()) != []
    beside.end()
    assert time.monotonic() - start < PATIENCE
    assert list(tmp_path.iterdir()) == []


def test_work_beside_that_finds_no_room_leaves_nothing_behind(tmp_path: Path) -> None:
    """On a full disk the work does not begin, and what was written of it goes."""
    limit, most = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, most))
    try:
        with pytest.raises(OSError, match="File too large"):
            Beside(partial(add_given, bytes(100_000)), tmp_path / "work")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, most))
    assert list(tmp_path.iterdir()) == []


def test_work_beside_that_cannot_begin_leaves_nothing_open(tmp_path: Path) -> None:
    """Where too many files are open for a process to begin, what was opened for it is closed."""
    limit, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (max(list_open()) + 20, most))
    opened: list[int] = []
    try:
        with suppress(OSError):
            while True:
                opened.append(os.open(os.devnull, os.O_RDONLY))
        # Enough for what asks and what answers, and no process.
        for _ in range(5):
            os.close(opened.pop())
        before = list_open()
        with pytest.raises(OSError, match="Too many open files"):
            Beside(sleep, tmp_path / "work")
        assert list_open() == before
    finally:
        for one in opened:
            os.close(one)
        resource.setrlimit(resource.RLIMIT_NOFILE, (limit, most))
    assert list(tmp_path.iterdir()) == []


def list_open() -> set[int]:
    """Return the numbers of the files that this process has open."""
    return {one for one in range(1000) if is_open(one)}


def is_open(number: int) -> bool:
    """Say whether a number is that of an open file."""
    try:
        os.fstat(number)
    except OSError:
        return False
    return True


def test_work_beside_comes_back(tmp_path: Path) -> None:
    """What is done in a fresh process, with what it was given later, comes here."""
    beside = Beside(partial(add_given, b"a"), tmp_path)
    beside.give(b"b")
    assert beside.receive() == b"ab"


def test_work_beside_fails_here(tmp_path: Path) -> None:
    """What goes wrong there is raised here, though nobody there asks for what was given."""
    beside = Beside(partial(list_files, Path("/dev/null-and-void")), tmp_path)
    beside.give(b"b")
    with pytest.raises(FileNotFoundError, match="/dev/null-and-void"):
        beside.receive()


def test_work_that_was_read_is_nowhere_any_more(tmp_path: Path) -> None:
    """While it is done, neither what the work holds nor what it was given is on the disk."""
    beside = Beside(partial(list_files, tmp_path), tmp_path)
    beside.give(b"b")
    assert beside.receive() == []


def sleep(_ask: Asking) -> None:
    """Sleep for longer than any test waits."""
    time.sleep(10 * PATIENCE)


def add_given(value: bytes, ask: Asking) -> bytes:
    """Return a value and what is given."""
    given: bytes = ask()
    return value + given


def list_files(folder: Path, ask: Asking) -> list[str]:
    """Return the names of all files below a folder, once something is given."""
    found = folder.iterdir()
    ask()
    return [file.name for one in found for file in one.rglob("*") if file.is_file()]


#: Begins work that takes an hour, says which process does it, and dies.
DYING = """
import os, signal, sys, time
from multiprocessing import active_children
from pathlib import Path
from plugins.system.processes import Beside

def sleep(_ask):
    time.sleep(3600)

if __name__ == "__main__":
    Beside(sleep, Path(sys.argv[1]))
    print(active_children()[0].pid, flush=True)
    os.kill(os.getpid(), signal.SIGKILL)
"""


def test_work_beside_ends_with_who_began_it(tmp_path: Path) -> None:
    """Where the process is killed that waits, the other ends too, and its files with it."""
    work = tmp_path / "work"
    await_end(int(run_dying(tmp_path, DYING, work)))
    assert not work.exists()


def run_dying(folder: Path, script: str, *arguments: Path) -> bytes:
    """Run a script that begins a process and dies; return what it said."""
    file = folder / "dying.py"
    file.write_text(script, "utf-8")
    begun = subprocess.run(
        [sys.executable, file, *arguments],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        check=False,
    )
    return begun.stdout


def await_end(process: int) -> None:
    """Wait until a process has ended, which is no child of this one."""
    words = Path("/proc", str(process), "cmdline")
    deadline = time.monotonic() + PATIENCE
    while words.exists() and words.read_bytes():
        assert time.monotonic() < deadline
        time.sleep(0.05)

"""Whenever a command is killed, every file is the old or the new one, and the next run mends all.

`make stress` kills conversion, annotation and build more than a hundred times, and the other
commands as often each; `make test` these three once.
"""

import os
import random
import shutil
import signal
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.amounts import choose
from tests.faults.commands import COMMANDS, WritingCommand, is_unfinished, read_files

pytestmark = pytest.mark.stress

#: A command in `make stress` is killed so often, in `make test` once while it writes.
KILLS = choose(1, 34)
KILLED = COMMANDS[: choose(3, len(COMMANDS))]


Prepare = Callable[[WritingCommand, Path], None]


class Undisturbed:
    """What a command's folder holds before and after it, and how long the command takes."""

    def __init__(self, command: WritingCommand, folder: Path, prepare: Prepare) -> None:
        self.before = folder / "before"
        prepare(command, self.before)
        self.old = read_files(self.before)
        after = Path(shutil.copytree(self.before, folder / "after", symlinks=True))
        start = time.monotonic()
        status, said = command.run(after)
        self.seconds = time.monotonic() - start
        assert status == 0, said
        self.new = read_files(after)
        assert self.new != self.old


@pytest.mark.parametrize("command", KILLED, ids=lambda command: command.name)
def test_a_kill_leaves_each_file_old_or_new(
    command: WritingCommand,
    tmp_path: Path,
    prepare: Prepare,
    record_property: Callable[[str, object], None],
) -> None:
    """After kill -9 at any moment no file is half, and the next run gives what it always does."""
    undisturbed = Undisturbed(command, tmp_path, prepare)
    chance = random.Random(command.name)  # noqa: S311 - moments, not secrets
    kills = changed = 0
    while kills < KILLS:
        folder = tmp_path / "killed"
        shutil.copytree(undisturbed.before, folder, symlinks=True)
        kills += kill(command, folder, undisturbed.seconds, chance, writing=kills % 2 == 0)
        found = read_files(folder)
        check_files(found, undisturbed)
        changed += found != undisturbed.old
        if command.repeatable or found != undisturbed.new:
            status, said = command.run(folder)
            assert status == 0, said
            check_mended(command, read_files(folder), undisturbed)
        shutil.rmtree(folder)
    record_property("kills", kills)
    record_property("after it had begun to write", changed)


def kill(
    command: WritingCommand, folder: Path, seconds: float, chance: random.Random, *, writing: bool
) -> bool:
    """Kill the command at a random moment, or just after it has begun to write; tell if it ran."""
    running = command.start(folder)
    if writing:
        while running.poll() is None and not any(map(is_unfinished, list_names(folder))):
            time.sleep(0.001)
    time.sleep(chance.uniform(0, command.writing if writing else seconds))
    ran = running.poll() is None
    if ran:
        os.killpg(running.pid, signal.SIGKILL)
    running.wait()
    return ran


def list_names(folder: Path) -> list[str]:
    """List the files and folders that may be unfinished: not below a site, which is whole."""
    written = (folder / name for name in ("articles", "content"))
    hidden = (path for part in written for path in part.rglob(".desk-*"))
    return [path.name for path in (*folder.iterdir(), *hidden)]


def check_files(found: dict[str, bytes], undisturbed: Undisturbed) -> None:
    """Assert that each file is old or new, none is gone, and the site is of one build."""
    old, new = undisturbed.old, undisturbed.new
    whole = {name: content for name, content in found.items() if not is_unfinished(name)}
    assert old.keys() & new.keys() <= whole.keys()
    # What goes, goes last: a withdrawn article is on record before its file is gone.
    if not old.keys() <= whole.keys():
        assert whole == new
    for name, content in whole.items():
        assert content in (old.get(name), new.get(name)), name
    site = {name: content for name, content in whole.items() if name.startswith("output/")}
    assert site in [
        {name: content for name, content in files.items() if name.startswith("output/")}
        for files in (old, new)
    ]


def check_mended(
    command: WritingCommand, found: dict[str, bytes], undisturbed: Undisturbed
) -> None:
    """Assert that nothing unfinished is left, and the files are as after an undisturbed run."""
    assert not any(map(is_unfinished, found))
    if command.repeatable:
        assert found == undisturbed.new
    else:
        assert undisturbed.new.items() <= found.items()

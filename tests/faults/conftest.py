import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.faults.commands import WritingCommand
from tests.sites.shared import build_once


@pytest.fixture
def prepare(
    tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest
) -> Callable[[WritingCommand, Path], None]:
    """Give a function that puts into a folder what a command needs, which is made once."""

    def fill(command: WritingCommand, folder: Path) -> None:
        name = f"for-{command.prepare.__name__}"
        made = build_once(tmp_path_factory, request, name, lambda new: _make(command, new))
        shutil.copytree(made, folder, symlinks=True, dirs_exist_ok=True)

    return fill


def _make(command: WritingCommand, folder: Path) -> None:
    folder.mkdir()
    command.prepare(folder)

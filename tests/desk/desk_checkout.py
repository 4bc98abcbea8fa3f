"""An archive's content in a folder of its own, and the desk's commands run on it."""

import io
import os
import shutil
import sys
from contextlib import chdir, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from unittest import mock

from plugins.desk.__main__ import main
from tests.prefecture.bulletin import bulletin_content


@dataclass(frozen=True)
class Done:
    """What a command said, and its status."""

    returncode: int
    stdout: str
    stderr: str


def copy_content(folder: Path) -> Path:
    """Copy the content of a small archive into `folder`; give the copy."""
    return Path(shutil.copytree(bulletin_content(), folder / "content"))


def run_desk(folder: Path, *arguments: str) -> Done:
    """Run the desk's command line in `folder`, without a terminal, as the Makefile does.

    It runs in this process, which has read the dictionaries; tests/faults and the tests of the
    documentation start the same commands as a person does.
    """
    said, told = io.StringIO(), io.StringIO()
    with (
        chdir(folder),
        Path(os.devnull).open(encoding="utf-8") as nothing,
        mock.patch.object(sys, "stdin", nothing),
        redirect_stdout(said),
        redirect_stderr(told),
    ):
        try:
            main(list(arguments), "desk", auto_envvar_prefix="DESK")
        except SystemExit as end:
            status = end.code
    if isinstance(status, str):
        told.write(f"{status}\n")
    return Done(1 if isinstance(status, str) else status or 0, said.getvalue(), told.getvalue())

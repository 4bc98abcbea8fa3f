"""An archive's content in a folder of its own, and the desk's real command run on it."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from tests.prefecture.bulletin import bulletin_content
from tests.structure.sources import ROOT


def copy_content(folder: Path) -> Path:
    """Copy the content of a small archive into `folder`; give the copy."""
    return Path(shutil.copytree(bulletin_content(), folder / "content"))


def run_desk(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run `python -m plugins.desk` in `folder`, as the Makefile does in the project's."""
    return subprocess.run(
        [sys.executable, "-m", "plugins.desk", *arguments],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )

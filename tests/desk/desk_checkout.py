"""The project's content in a folder of its own, and the desk's real command run on it."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from tests.structure.sources import ROOT


def copy_content(folder: Path) -> Path:
    """Copy content/ into `folder`; give the copy."""
    return Path(shutil.copytree(ROOT / "content", folder / "content"))


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

"""Builds the site for tests, as `make site` does: production settings, errors fatal."""

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from importlib.util import cache_from_source
from pathlib import Path

from tests.structure.sources import ROOT, project_files

#: Where the tests' site stands: Chromium is told that this host is our own.
SITE_URL = "http://archive.example/archive"


def build_site(
    output: Path,
    checkout: Path = ROOT,
    environment: Mapping[str, str] | None = None,
    umask: int = -1,
) -> subprocess.CompletedProcess[str]:
    """Build a checkout's site into `output`; the caller looks at the exit code."""
    command = [sys.executable, "-m", "pelican", "content", "-s", "publishconf.py", "-o"]
    return subprocess.run(
        [*command, str(output), "--fatal", "errors"],
        cwd=checkout,
        env={**os.environ, "SITEURL": SITE_URL, "PYTHONUTF8": "1", **(environment or {})},
        umask=umask,
        capture_output=True,
        text=True,
        check=False,
    )


def copy_checkout(target: Path, *, installed: bool) -> Path:
    """Copy what git holds of this checkout, last file first.

    Nothing made here comes along, so the copy is as bare as a fresh clone. If it is to be
    `installed`, it uses the packages that are installed here, and the code as it is compiled here.
    """
    for file in reversed(project_files()):
        copied = target / file.relative_to(ROOT)
        copied.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(file, copied)
        compiled = Path(cache_from_source(str(file)))
        if installed and file.suffix == ".py" and compiled.exists():
            there = Path(cache_from_source(str(copied)))
            there.parent.mkdir(exist_ok=True)
            shutil.copy2(compiled, there)
    for name in (".venv", "node_modules") if installed else ():
        (target / name).symlink_to(ROOT / name)
    return target


def run(
    checkout: Path, command: str, environment: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """Run a command line as a person in a new terminal would."""
    return subprocess.run(
        ["sh", "-c", command],
        cwd=checkout,
        env={**bare_environment(), **(environment or {})},
        capture_output=True,
        text=True,
        check=False,
    )


def bare_environment() -> dict[str, str]:
    """Give this machine's environment without what a `make` around the tests would tell."""
    return {name: value for name, value in os.environ.items() if not name.startswith("MAKE")}

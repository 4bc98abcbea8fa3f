"""A clone whose raw pages are proposed, and what came of it on the repository that it pushes to."""

import os
import re
import subprocess
import sys
from pathlib import Path

from tests.structure.sources import ROOT

IDENTITY = {
    f"GIT_{who}_{what}": value
    for who in ("AUTHOR", "COMMITTER")
    for what, value in (("NAME", "bot"), ("EMAIL", "bot@example.org"))
}
PAGE = """康宁日报 2019年11月21日 第3版

石潭春茶@开采

本报讯(记者 李明)近日,石潭县后桑镇春茶开采,茶农们正忙着采茶。

平达修路

本报讯(通讯员 张涛)近日,平达县开工修建通村公路,总里程二十公里,沿线群众出行将更
"""


def git(folder: Path, *arguments: str) -> str:
    """Run git in a folder; give what it printed."""
    done = subprocess.run(
        ["git", *arguments],
        cwd=folder,
        env={**os.environ, **IDENTITY},
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.strip()


def branches(checkout: Path) -> list[str]:
    """List the branches of origin."""
    told = git(checkout, "ls-remote", "--heads", "origin")
    return sorted(re.findall(r"refs/heads/(.+)", told))


def drafts(checkout: Path, branch: str) -> dict[str, str]:
    """Give what a branch changes, compared with main: each file with its text."""
    git(checkout, "fetch", "--quiet", "origin", branch)
    names = git(checkout, "diff", "--name-only", "main", "FETCH_HEAD").splitlines()
    return {name: git(checkout, "show", f"FETCH_HEAD:{name}") for name in names}


def open_requests(clone: Path, proposals: Path) -> subprocess.CompletedProcess[str]:
    """Run the second job's command: a Python that sees no installed package."""
    return subprocess.run(
        [sys.executable, "-S", "-m", "plugins.desk.uploads.open_requests", str(proposals)],
        cwd=clone,
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"},
        capture_output=True,
        text=True,
        check=False,
    )

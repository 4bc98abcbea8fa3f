"""The jobs for uploaded pages do together what they should, each by its own command."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import yaml

from tests.desk.uploads.github_host import GitHub
from tests.desk.uploads.uploading import PAGE, git
from tests.structure.sources import ROOT

WORKFLOW = (ROOT / ".github/workflows/convert.yml").read_text("utf-8")
JOBS = yaml.load(WORKFLOW, yaml.CSafeLoader)["jobs"]


def run_step(clone: Path, job: str, *more: str) -> None:
    """Run a job's only command, with its own environment, in a clone of the content."""
    (step,) = [step for step in JOBS[job]["steps"] if "run" in step]
    programs = Path(sys.executable).parent
    environment = os.environ | step.get("env", {}) | {"PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"}
    subprocess.run(
        [*step["run"].split(), *more],
        cwd=clone,
        env=environment | {"GITHUB_TOKEN": "a-token", "PATH": f"{programs}:{os.environ['PATH']}"},
        capture_output=True,
        check=True,
    )


def test_the_jobs_open_a_request(
    clone: Path, upload: Callable[..., None], propose: Callable[[], object], github: GitHub
) -> None:
    """What the jobs run proposes an uploaded page, in the runner's name."""
    del propose  # only its environment is wanted
    upload({"page.txt": PAGE})
    installed = f"BIN={Path(sys.executable).parent}"
    run_step(clone, "convert", "-f", str(ROOT / "Makefile"), "-o", "installed", installed)
    run_step(clone, "open")
    assert [request["title"] for request in github.requests] == [
        "转换 content/raw/page.txt：2 篇草稿"
    ]
    git(clone, "fetch", "--quiet", "origin", github.requests[0]["head"])
    assert git(clone, "log", "-1", "--format=%an", "FETCH_HEAD") == "github-actions[bot]"


def test_the_job_that_may_write_runs_no_package() -> None:
    """Only the second job may write, and its Python sees nothing that was installed."""
    assert "permissions" not in JOBS["convert"]
    assert JOBS["open"]["permissions"] == {"contents": "write", "pull-requests": "write"}
    runs = [step["run"] for step in JOBS["open"]["steps"] if "run" in step]
    assert runs == ["python3 -S -m plugins.desk.uploads.open_requests proposals.json"]

"""The automated jobs in .github/workflows, and their steps run as a runner would run them."""

import re
import subprocess
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from tests.built_site.building import bare_environment
from tests.structure.sources import ROOT

FILES = sorted((ROOT / ".github/workflows").glob("*.yml"))
EXPRESSION = re.compile(r"\$\{\{ *([\w.-]+) *\}\}")


@dataclass(frozen=True)
class Job:
    """A job of a workflow."""

    workflow: str
    name: str
    settings: Mapping[str, Any]

    def __str__(self) -> str:
        """Show where a fault is."""
        return f"{self.workflow}:{self.name}"


@cache
def read_workflow(file: Path) -> Mapping[str, Any]:
    """Read a workflow's file."""
    return yaml.load(file.read_text("utf-8"), yaml.CSafeLoader)


def all_jobs() -> Iterator[Job]:
    """Yield every job."""
    for file in FILES:
        for name, settings in read_workflow(file)["jobs"].items():
            yield Job(file.stem, name, settings)


def run_job(
    workflow: str,
    job: str,
    checkout: Path,
    known: Mapping[str, str],
    environment: Mapping[str, str] | None = None,
) -> subprocess.CompletedProcess[str]:
    """Run a job's own commands in a checkout, as one run of a shell each; stop where one fails.

    Steps that use others' actions are left out: `known` is what these would have told, and
    `environment` what a test changes of the machine.
    """
    steps = read_workflow(ROOT / f".github/workflows/{workflow}.yml")["jobs"][job]["steps"]
    done = None
    for step in (step for step in steps if "run" in step):
        told = {name: fill(value, known) for name, value in step.get("env", {}).items()}
        done = subprocess.run(
            ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]],
            cwd=checkout,
            env={**bare_environment(), "CI": "true", "GITHUB_STEP_SUMMARY": "/dev/null", **told}
            | dict(environment or {}),
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode:
            break
    assert done is not None, f"{workflow}:{job} runs nothing of its own"
    return done


def fill(value: str, known: Mapping[str, str]) -> str:
    """Put what is known in place of a step's expressions. Raises KeyError for what is not."""
    return EXPRESSION.sub(lambda expression: known[expression[1]], value)

"""An editor's clone of a bare repository, and a runner that proposes what was uploaded to it."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from plugins.desk.uploads import upload_command
from tests.desk.desk_checkout import copy_content
from tests.desk.uploads.github_host import GitHub, run_github
from tests.desk.uploads.uploading import IDENTITY, git, open_requests
from tests.prefecture.data import read_tables


@pytest.fixture
def github() -> Iterator[GitHub]:
    """Give a running stand-in for GitHub's API."""
    with run_github() as host:
        yield host


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """Give a clone of a bare repository that holds the project's content."""
    folder = tmp_path / "checkout"
    copy_content(folder)
    git(tmp_path, "init", "--quiet", "--bare", "--initial-branch=main", "origin.git")
    git(folder, "init", "--quiet", "--initial-branch=main")
    git(folder, "remote", "add", "origin", str(tmp_path / "origin.git"))
    return folder


@pytest.fixture
def upload(clone: Path) -> Callable[..., None]:
    """Give a function that uploads raw pages: commits them on main and pushes."""

    def commit(pages: dict[str, str | bytes]) -> None:
        for name, text in pages.items():
            data = text if isinstance(text, bytes) else text.encode()
            (clone / "content/raw" / name).write_bytes(data)
        git(clone, "add", "--all")
        git(clone, "commit", "--quiet", "-m", "上传原文")
        git(clone, "push", "--quiet", "origin", "main")

    return commit


@pytest.fixture
def propose(
    clone: Path, github: GitHub, monkeypatch: pytest.MonkeyPatch
) -> Callable[[], tuple[int, str]]:
    """Give a function that runs both jobs' commands; gives the worse status and all output."""
    for name, value in (github.environment | IDENTITY).items():
        monkeypatch.setenv(name, value)
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(clone.parent / "summary.md"))
    monkeypatch.delenv("GITHUB_ACTIONS", raising=False)
    # Read once for all tests; test_convert_workflow.py runs the whole command as the job does.
    monkeypatch.setattr(upload_command, "load_tables", lambda _: read_tables())
    monkeypatch.chdir(clone)
    proposals = clone.parent / "proposals.json"

    def run() -> tuple[int, str]:
        converted = CliRunner().invoke(upload_command.propose, [str(proposals)])
        opened = open_requests(clone, proposals)
        return (
            max(converted.exit_code, opened.returncode),
            converted.output + opened.stdout + opened.stderr,
        )

    return run

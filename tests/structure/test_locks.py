"""What is installed is locked, for every Python that the project supports, and from anywhere."""

import re
from importlib.metadata import metadata
from pathlib import Path

import pytest
from packaging.specifiers import SpecifierSet

from tests.structure.sources import ROOT, named, project_files

OLDEST_PYTHON = "3.11.0"

#: Hosts of package registries and paths of one machine, in parts so that this file names none.
FOREIGN = [
    "pypi" + ".org",
    "pythonhosted" + ".org",
    "registry." + "npmjs",
    "registry." + "npmmirror",
    "deb.debian" + ".org",
    "/work/" + "shared",
    "/work/" + ".library",
    "/opt/" + "wheels",
]


def locked(file: str) -> list[str]:
    """List the packages that a lock file pins."""
    return re.findall(r"^([a-z0-9-]+)==", (ROOT / file).read_text(encoding="utf-8"), re.MULTILINE)


@pytest.mark.parametrize("name", FOREIGN)
def test_files_name_no_registry_or_machine(name: str) -> None:
    """No committed file names a package registry's host or a path of one machine."""
    assert [named(path) for path in project_files() if name in readable(path)] == []


def readable(path: Path) -> str:
    """Read any file as text, whatever its encoding."""
    return path.read_text(encoding="utf-8", errors="ignore")


@pytest.mark.parametrize(
    "file", ["requirements.txt", "requirements-test.txt", "requirements-cluster.txt"]
)
def test_locks_suit_the_oldest_python(file: str) -> None:
    """Every locked package installs on the first release of Python 3.11."""
    wants = {name: metadata(name).get("Requires-Python", "") for name in locked(file)}
    assert wants
    assert [n for n, versions in wants.items() if OLDEST_PYTHON not in SpecifierSet(versions)] == []


def test_locks_agree() -> None:
    """A package that stands in two lock files has one version."""
    pins: dict[str, set[str]] = {}
    for file in (
        "requirements.txt",
        "requirements-test.txt",
        "requirements-cluster.txt",
        "requirements-node.txt",
    ):
        for line in (ROOT / file).read_text(encoding="utf-8").splitlines():
            if "==" in line:
                name, version = line.rstrip(" \\").split("==")
                pins.setdefault(name, set()).add(version)
    assert {name: versions for name, versions in pins.items() if len(versions) > 1} == {}


def test_nothing_that_builds_keep_is_committed() -> None:
    """A checkout brings no cache: it is read as what builds of this machine have written."""
    assert [named(path) for path in project_files() if ".cache" in path.parts] == []

"""What others made of the site: programs that build it or come along with it, and data; all named.

The lists follow from the lock files and from tables in licences/, not from what is installed here:
one machine has rjieba, another Node.js as a package, and the page is to be the same on all. Tests
hold the tables to what installed packages and bundles say of themselves.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from plugins.chinese.expressions import compile_late
from plugins.content.tables import read_rows

#: Also where another folder borrows the plugins by a link.
ROOT = Path(__file__).resolve().parents[3]
FOLDER = Path(__file__).parent / "licences"
PYTHON_LOCKS = ("requirements.txt", "requirements-node.txt")
NPM_LOCK = "package-lock.json"
SOURCES = "sources.csv"
_PINNED = compile_late(r"^([a-z0-9-]+)==([^ \\]+)", re.MULTILINE)
#: The same program for each kind of machine; npm installs the one that fits.
_FOR_MACHINES = "@esbuild/"


class Bundled(BaseModel):
    """A row of browser.csv: what browsers get as part of the search or of the web editor."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    part: Literal["search", "editor"]
    name: str
    version: str = ""
    licence: Annotated[str, Field(min_length=1)]
    copyright: Annotated[str, Field(min_length=1)]


class PythonLicence(BaseModel):
    """A row of python.csv."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: str
    licence: str = ""


class DataSource(BaseModel):
    """A row of content/data/sources.csv: where some data are from; no licence: our own work."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: Annotated[str, Field(min_length=1)]
    files: Annotated[str, Field(min_length=1)]
    origin: Annotated[str, Field(min_length=1)]
    licence: str = ""


@dataclass(frozen=True, slots=True)
class Component:
    """A package that builds the site."""

    name: str
    version: str
    licence: str


def list_bundled(part: str) -> list[Bundled]:
    """Return what browsers get as `part` of the site, by name."""
    return [row for _, row in read_rows(FOLDER / "browser.csv", Bundled) if row.part == part]


def list_builders() -> list[Component]:
    """Return every other package that is locked to build the site, by name."""
    bundled = {row.name for part in ("search", "editor") for row in list_bundled(part)}
    found = [*list_python(), *(one for one in list_npm() if one.name not in bundled)]
    return sorted(found, key=lambda one: (one.name.lstrip("@"), one.version))


def list_python() -> Iterator[Component]:
    """Yield the Python packages that are locked to build the site."""
    licences = {row.name: row.licence for _, row in read_rows(FOLDER / "python.csv", PythonLicence)}
    for name, version in list_locked_python():
        yield Component(name, version, licences.get(name, ""))


def list_locked_python() -> Iterator[tuple[str, str]]:
    """Yield the names and versions in the locks."""
    for lock in PYTHON_LOCKS:
        yield from _PINNED.findall((ROOT / lock).read_text("utf-8"))


def list_npm() -> Iterator[Component]:
    """Yield the npm packages that are locked to build the site, a package's versions apart."""
    packages = json.loads((ROOT / NPM_LOCK).read_text("utf-8"))["packages"]
    for path, package in packages.items():
        name = path.rpartition("node_modules/")[2]
        if name and not package.get("dev") and not name.startswith(_FOR_MACHINES):
            yield Component(name, package["version"], package.get("license", ""))


def list_sources(data: Path) -> list[DataSource]:
    """Return where the editors' tables are from. Raises ContentError."""
    return [row for _, row in read_rows(data / SOURCES, DataSource)]


def read_licence(name: str) -> str:
    """Return a licence's text by its SPDX name."""
    return (FOLDER / f"{name}.txt").read_text("utf-8")

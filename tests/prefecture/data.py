"""Tables for tests: those of an invented prefecture, and of the language the project's."""

import shutil
from dataclasses import replace
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from plugins.privacy.masks import read_masks
from plugins.site.pages.components import list_sources
from plugins.site.settings.addresses import read_addresses
from plugins.site.settings.newspapers import read_newspapers
from plugins.site.settings.tables import Tables, digest_tables, load_tables, read_files
from plugins.system.digests import digest
from tests.structure.sources import ROOT

#: The prefecture of the tests, which is invented.
KANGNING = Path(__file__).parent / "kangning"
#: The project's own tables, of whatever prefecture: only tests of what is shipped read them.
SHIPPED = ROOT / "content" / "data"
#: Tables of what the project's own site has published and hidden: a test's site begins with none.
RECORDS = ("addresses.csv", "masks.csv")
#: What sources.csv tells nothing of.
SOURCELESS = {*RECORDS, "README.md", "site.yaml", "sources.csv"}
_LOADED: dict[bytes, Tables] = {}


def write_data(folder: Path, tables: Path = KANGNING) -> Path:
    """Make a folder of all tables, those of `tables` in the place of the project's; returns it."""
    folder.mkdir(parents=True, exist_ok=True)
    for table in SHIPPED.iterdir():
        own = tables / table.name
        if table.name in RECORDS:
            header = table.read_text(encoding="utf-8").splitlines()[0]
            (folder / table.name).write_text(f"{header}\n", encoding="utf-8")
        else:
            shutil.copyfile(own if own.is_file() else table, folder / table.name)
    return folder


def compare_sources(folder: Path) -> set[str]:
    """Return the tables whose source is not told, and what is told of and is no table there."""
    told = {name for row in list_sources(folder) for name in row.files.split("|") if "." in name}
    return told ^ ({path.name for path in folder.iterdir()} - SOURCELESS)


@cache
def data_folder() -> Path:
    """Give such a folder to read from, made once a process and removed with it."""
    return write_data(Path(_keep().name) / "data")


@cache
def read_tables() -> Tables:
    """Read that folder's tables, once a process; no test changes them."""
    return load_tables(data_folder())


def load_once(folder: Path) -> Tables:
    """Read a folder's tables, those that take long once a process for each state of them."""
    state = digest(digest_tables(read_files(folder)), (folder / "site.yaml").read_bytes())
    if state not in _LOADED:
        _LOADED[state] = load_tables(folder)
    return replace(
        _LOADED[state],
        addresses=read_addresses(folder),
        masks=read_masks(folder),
        newspapers=read_newspapers(folder),
    )


@cache
def _keep() -> "TemporaryDirectory[str]":
    return TemporaryDirectory(prefix="archive-tests-")

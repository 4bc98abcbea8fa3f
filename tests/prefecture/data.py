"""Tables for tests: those of the tests' own prefecture, and of the language the project's."""

import shutil
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from plugins.site.settings.tables import Tables, load_tables
from tests.structure.sources import ROOT

#: The prefecture of the tests.
ANKANG = Path(__file__).parent / "ankang"
#: Tables of what the project's own site has published and hidden: a test's site begins with none.
RECORDS = ("addresses.csv", "masks.csv")


def write_data(folder: Path, tables: Path = ANKANG) -> Path:
    """Make a folder of all tables, those of `tables` in the place of the project's; returns it."""
    folder.mkdir(parents=True, exist_ok=True)
    for table in (ROOT / "content" / "data").iterdir():
        own = tables / table.name
        if table.name in RECORDS:
            header = table.read_text(encoding="utf-8").splitlines()[0]
            (folder / table.name).write_text(f"{header}\n", encoding="utf-8")
        else:
            shutil.copyfile(own if own.is_file() else table, folder / table.name)
    return folder


@cache
def data_folder() -> Path:
    """Give such a folder to read from, made once a process and removed with it."""
    return write_data(Path(_keep().name) / "data")


@cache
def read_tables() -> Tables:
    """Read that folder's tables, once a process; no test changes them."""
    return load_tables(data_folder())


@cache
def _keep() -> "TemporaryDirectory[str]":
    return TemporaryDirectory(prefix="archive-tests-")

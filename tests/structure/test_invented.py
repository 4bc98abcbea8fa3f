"""Tests of mechanisms run on the tables of an invented prefecture, whatever is shipped."""

import csv
import re

from plugins.desk.prefecture.divisions import Level, read_divisions
from plugins.subjects.tables.gazetteer import read_gazetteer
from tests.prefecture.data import KANGNING, SHIPPED
from tests.structure.sources import named, project_files

#: What the project's own tables stand under.
SHIPPED_TABLES = re.compile(r"\bSHIPPED\b|\bROOT\b.{0,5}content.{0,5}data\b")
#: Where they are named: tests of what is shipped, and of the page that the archive began with.
READERS = {
    "tests/built_site/documentation/test_problems_page.py",
    "tests/desk/prefecture/test_places.py",
    "tests/newspaper/test_seed.py",
    "tests/prefecture/data.py",
    "tests/structure/test_invented.py",
    "tests/structure/test_no_prefecture.py",
    "tests/subjects/tables/test_shipped_tables.py",
}


def test_only_tests_of_the_shipped_tables_read_them() -> None:
    """No other test depends on what editors write into content/data."""
    found = {
        named(path)
        for path in project_files(".py")
        if named(path).startswith("tests/")
        and SHIPPED_TABLES.search(path.read_text(encoding="utf-8"))
    }
    assert found == READERS


def test_the_prefecture_is_invented() -> None:
    """No name of the nation's counties and above, nor a shipped county's, is one of the tests'."""
    own = read_gazetteer(KANGNING)
    invented = {county.name for county in own.counties} | own.area
    levels: tuple[Level, ...] = ("provinces", "cities", "areas")
    real = {one.name for level in levels for one in read_divisions(level)}
    assert invented & (real | {county.name for county in read_gazetteer(SHIPPED).counties}) == set()


def test_towns_are_shared_or_invented() -> None:
    """A town of the tests is the nation's only where it is marked as one of many."""
    with (KANGNING / "towns.csv").open(encoding="utf-8", newline="") as file:
        own = {row["name"] for row in csv.DictReader(file) if not row["shared"]}
    assert own & {town.name for town in read_divisions("streets")} == set()

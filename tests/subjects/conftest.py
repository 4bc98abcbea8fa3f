"""The tables that subjects are found with, read once."""

import pytest

from plugins.subjects import SubjectTables
from tests.prefecture.data import read_tables


@pytest.fixture(scope="session")
def tables() -> SubjectTables:
    """Return the tables of the tests' own prefecture."""
    return read_tables().subjects

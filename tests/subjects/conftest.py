"""The project's own tables, read once for all tests of subjects."""

import pytest

from plugins.subjects import SubjectTables, load_tables
from tests.structure.sources import ROOT

DATA = ROOT / "content" / "data"


@pytest.fixture(scope="session")
def tables() -> SubjectTables:
    """Return the tables of content/data."""
    return load_tables(DATA)

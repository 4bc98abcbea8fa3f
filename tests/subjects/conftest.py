"""The project's own tables, read once for all tests of subjects."""

from pathlib import Path

import pytest

from plugins.subjects import SubjectTables, load_tables

DATA = Path(__file__).parents[2] / "content" / "data"


@pytest.fixture(scope="session")
def tables() -> SubjectTables:
    """Return the tables of content/data."""
    return load_tables(DATA)

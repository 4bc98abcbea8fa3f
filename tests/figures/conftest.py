"""What the tests of figures share: the tables, read once."""

from pathlib import Path

import pytest

from plugins.figures import FigureTables, load_tables

DATA = Path(__file__).parents[2] / "content" / "data"


@pytest.fixture(scope="session")
def tables() -> FigureTables:
    """Return the tables of content/data."""
    return load_tables(DATA)

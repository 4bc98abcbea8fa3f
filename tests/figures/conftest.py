"""What the tests of figures share: the tables, read once."""

import pytest

from plugins.figures import FigureTables, load_tables
from tests.structure.sources import ROOT

DATA = ROOT / "content" / "data"


@pytest.fixture(scope="session")
def tables() -> FigureTables:
    """Return the tables of content/data."""
    return load_tables(DATA)

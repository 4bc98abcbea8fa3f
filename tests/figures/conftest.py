"""The tables that figures are found with, read once."""

import pytest

from plugins.figures import FigureTables
from tests.prefecture.data import read_tables


@pytest.fixture(scope="session")
def tables() -> FigureTables:
    """Return the project's tables of measures and words."""
    return read_tables().figures

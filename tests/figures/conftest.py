"""The tables that figures are found with, read once."""

from dataclasses import replace

import pytest

from plugins.figures import FigureTables
from tests.prefecture.data import read_tables


@pytest.fixture(scope="session")
def tables() -> FigureTables:
    """Return the project's tables of measures and words."""
    return read_tables().figures


@pytest.fixture(scope="session")
def outspoken(tables: FigureTables) -> FigureTables:
    """Return tables with which all is said that the rules understand, however unsure it is."""
    models = {name: replace(model, line=0.001) for name, model in tables.confidence.items()}
    return replace(tables, confidence=models)

"""Figures: every number of an article as data that points back to its characters."""

from plugins.figures.confidence.model import is_sure
from plugins.figures.context.places import Place
from plugins.figures.extraction import (
    FigureTables,
    TooManyFiguresError,
    extract_figures,
    load_tables,
)
from plugins.figures.numbers.measures import MeasureTable

__all__ = [
    "FigureTables",
    "MeasureTable",
    "Place",
    "TooManyFiguresError",
    "extract_figures",
    "is_sure",
    "load_tables",
]

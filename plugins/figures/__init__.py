"""Figures: every number of an article as data that points back to its characters."""

from plugins.figures.extraction import (
    FigureTables,
    TooManyFiguresError,
    extract_figures,
    load_tables,
)
from plugins.figures.measures import MeasureTable
from plugins.figures.place_names import Place

__all__ = [
    "FigureTables",
    "MeasureTable",
    "Place",
    "TooManyFiguresError",
    "extract_figures",
    "load_tables",
]

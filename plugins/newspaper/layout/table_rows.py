"""Rows of tables among a page's lines: they stand apart from the text that they interrupt."""

import re
from collections.abc import Sequence
from itertools import groupby

from plugins.newspaper.layout.fragments import Fragment

_CELLS = re.compile(r"\s+|\s*[|｜]\s*")
_NO_CELL = re.compile("[，。；：！？、“”（(]")
_NUMBER = re.compile(r"[-+]?\d[\d,.]*(?:[%‰]|[\u4e00-\u9fff]{1,3})?|[-—－/]")
#: No cell is longer, and no row of two cells makes a table of fewer rows.
_LONGEST_CELL, _LEAST_ROWS = 12, 3
#: The share of a table's rows, its head aside, that end in a number.
_MOST = 0.7


def find_table_rows(fragments: Sequence[Fragment]) -> list[Fragment]:
    """The rows of a page's tables: lines below each other of as many cells, numbers in the last.

    Below a head of words a row of three cells is enough, of two cells it takes two.
    """
    rows: list[Fragment] = []
    for cells, run in groupby(fragments, key=lambda f: len(_read_cells(f.reading))):
        lines = list(run)
        if cells > 1 and _is_table(lines, cells):
            rows += lines
    return rows


def _is_table(lines: Sequence[Fragment], cells: int) -> bool:
    if len(lines) < _LEAST_ROWS - (cells > 2):
        return False
    told = [_NUMBER.fullmatch(_read_cells(line.reading)[-1]) is not None for line in lines]
    below = told if told[0] else told[1:]
    return sum(below) >= _MOST * len(below)


def _read_cells(text: str) -> list[str]:
    """The cells of a line, none where it has marks of a sentence or is too long for a row."""
    cells = [cell for cell in _CELLS.split(text) if cell]
    if _NO_CELL.search(text) or any(len(cell) > _LONGEST_CELL for cell in cells):
        return []
    return cells

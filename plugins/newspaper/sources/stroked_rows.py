"""Rows of tables that a file knows as such, written as text has them: | 乡镇 | 户数 |."""

from collections.abc import Sequence

from plugins.chinese.expressions import compile_late

_NUMBER = compile_late(r"[-+]?\d[\d,.]*(?:[%‰]|[\u4e00-\u9fff]{1,3})?|[-—－/]")
#: No cell of a table of numbers is longer.
LONGEST = 40
#: The share of its rows, its head aside, that have a number.
_MOST = 0.7


def is_table(rows: Sequence[Sequence[str]]) -> bool:
    """Whether the texts of these cells are a table of numbers: as many short ones in each row."""
    if len(rows) < 2 or len(rows[0]) < 2 or len({len(row) for row in rows}) > 1:
        return False
    if any(len(cell) > LONGEST or "|" in cell for row in rows for cell in row):
        return False
    told = [any(_NUMBER.fullmatch(cell) for cell in row) for row in rows[1:]]
    return sum(told) >= _MOST * len(told)


def write_row(cells: Sequence[str]) -> str:
    """Write a row with strokes around its cells."""
    return f"| {' | '.join(cells)} |"

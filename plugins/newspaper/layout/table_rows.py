"""Tables among a page's lines: their rows stand apart from the text that they interrupt.

A row is a line of cells with blanks, tabs or strokes between them, or as many short lines as it has
cells, as some programs copy a table. Where all rows have as many, the columns are certain.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, takewhile

from plugins.chinese.expressions import compile_late
from plugins.chinese.table_heads import EMPTY, NAMES_NUMBERS
from plugins.newspaper.evidence.bylines import has_dateline, is_signature
from plugins.newspaper.layout.fragments import Fragment

#: What stands for a blank within a cell.
_BLANK = "\u00a0"
_BETWEEN = compile_late(r"\s+|\s*[|｜]\s*")
_STROKED = compile_late(r"[|｜](?P<cells>.*)[|｜]")
_STROKE = compile_late(r"[|｜]")
#: What Markdown has below a table's head.
_RULE = compile_late(r"[|｜][|｜\s:—-]*[|｜]")
_NO_CELL = compile_late("[，。；：！？、“”（(]")
_UNIT = compile_late(r"[（(][^（）()，。；]{1,6}[）)]$")
_NUMBER = compile_late(r"[-+]?\d[\d,.]*(?:[%‰]|[\u4e00-\u9fff]{1,3})?|[-—－/]")
#: No cell is longer, no heading of a column, and none that stands above words.
_LONGEST, _LONGEST_HEAD, _LONGEST_CORNER = 12, 8, 5
#: No row of two cells makes a table of fewer rows.
_LEAST_ROWS = 3
#: The share of a table's rows, its head aside, that end in a number.
_MOST = 0.7
#: More cells than this are a list, which is not shown as a table.
_MOST_CELLS = 2000
#: No headline is longer, and none has marks of a sentence.
_HEADLINE = 30
_SENTENCE = compile_late("[，。；？！]")


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table; if its columns are `certain`, its text is its cells with blanks between."""

    fragment: Fragment
    cells: int
    certain: bool = True


def part_tables(fragments: Sequence[Fragment]) -> tuple[list[Fragment], list[Row]]:
    """A page's lines without those of its tables, and the tables' rows."""
    rows: list[Row] = []
    told = (f for f in fragments if not _RULE.fullmatch(f.text))
    for several, run in groupby(told, key=lambda f: min(2, len(_read_cells(f.text)))):
        lines = list(run)
        if several:
            rows += _find_rows(lines) if several > 1 else _find_columns(lines)
    if sum(row.cells for row in rows) > _MOST_CELLS:
        rows = []
    used = {line for row in rows for line in row.fragment.lines}
    return [f for f in fragments if f.lines[0] not in used], rows


def stand_in(
    above: Fragment | None, rows: Sequence[Row], below: Fragment | None
) -> Fragment | None:
    """Of a table that is all the text below a headline, its first row as text; else None.

    Without it, a page's headlines would be read as if nothing stood between them.
    """
    if above is None or not _is_headline(above) or (below and not _may_begin(below)):
        return None
    words = "，".join(row.fragment.reading for row in rows)
    first = rows[0]
    return replace(first.fragment, reading=f"{words}。", is_row=first.certain)


def _is_headline(line: Fragment) -> bool:
    return len(line.reading) <= _HEADLINE and not _SENTENCE.search(line.reading)


def _may_begin(line: Fragment) -> bool:
    return _is_headline(line) or has_dateline(line.reading) or is_signature(line.reading)


def list_tables(rows: Sequence[Row], lines: Sequence[Fragment]) -> list[list[Row]]:
    """The rows by tables: those between which none of a page's other lines stands."""
    others = sorted(line.lines[0] for line in lines)
    groups = groupby(rows, key=lambda row: bisect_left(others, row.fragment.lines[0]))
    return [list(table) for _, table in groups]


def _find_rows(lines: Sequence[Fragment]) -> Iterator[Row]:
    """The rows among lines of several cells each that stand below each other."""
    groups = [list(group) for _, group in groupby(lines, key=lambda f: len(_read_cells(f.text)))]
    tables = [_is_table(group) for group in groups]
    for n, group in enumerate(groups):
        beside = [groups[i] for i in (n - 1, n + 1) if 0 <= i < len(groups)]
        if tables[n]:
            cut = any(_breaks_off(other, group) for other in beside)
            yield from (_keep_line(line) if cut else make_row([line]) for line in group)
        elif n + 1 < len(groups) and tables[n + 1] and _is_head_of(group[-1], groups[n + 1]):
            yield make_row([group[-1]], corner=True)
        elif any(tables[max(0, n - 1) : n + 2]):
            yield from (_keep_line(line) for line in group if _ends_in_number(line))


def _breaks_off(lines: Sequence[Fragment], table: Sequence[Fragment]) -> bool:
    """Whether lines beside a table are rows of it that have more cells than the others, or fewer.

    A table of its own has a head.
    """
    if _is_head_of(lines[-1], table) or _is_table(lines):
        return False
    return any(map(_ends_in_number, lines))


def _is_table(lines: Sequence[Fragment]) -> bool:
    """Whether lines of as many cells are a table: numbers in the last below a head, or strokes.

    Below a head of words a row of three cells is enough, of two cells it takes two.
    """
    if len(lines) > 1 and all(_STROKED.fullmatch(line.text) for line in lines):
        return True
    head = _read_cells(lines[0].text)
    told = [_ends_in_number(line) for line in lines]
    if len(lines) < _LEAST_ROWS - (len(head) > 2):
        return False
    below = told if told[0] else told[1:]
    short = told[0] or all(len(_drop_unit(cell)) <= _LONGEST_HEAD for cell in head)
    return short and sum(below) >= _MOST * len(below)


def _is_head_of(line: Fragment, table: Sequence[Fragment]) -> bool:
    """Whether a line names all columns of a table but the first, whose head is left empty."""
    cells = _read_cells(line.text)
    names = all(map(NAMES_NUMBERS.fullmatch, cells))
    return names and len(cells) + 1 == len(_read_cells(table[0].text))


def _find_columns(lines: Sequence[Fragment]) -> Iterator[Row]:
    """The rows among lines of one cell each: a head, and words with as many numbers below them."""
    numbers = [
        bool(_NUMBER.fullmatch(f.text)) and not NAMES_NUMBERS.fullmatch(f.text) for f in lines
    ]
    first = numbers.index(True) - 1 if any(numbers[1:]) else 0
    width = 1 + sum(1 for _ in takewhile(bool, numbers[first + 1 :]))
    starts = range(first, len(lines), width)
    pattern = [False] + [True] * (width - 1)
    rows = list(takewhile(lambda at: numbers[at : at + width] == pattern, starts))
    heads = lines[max(0, first - width + 1) : first]
    if width < 2 or numbers[0] or len(rows) < _LEAST_ROWS - (width > 2) or len(heads) < width - 1:
        return
    if any(len(line.text) > _LONGEST_HEAD for line in heads):
        return
    corner = first < width or len(lines[first - width].text) > _LONGEST_CORNER
    yield make_row(heads if corner else lines[first - width : first], corner=corner)
    yield from (make_row(lines[at : at + width]) for at in rows)


def make_row(lines: Sequence[Fragment], *, corner: bool = False) -> Row:
    """The row that lines are; with a `corner` its first cell is empty."""
    cells = [cell for line in lines for cell in _read_cells(line.text)]
    whole = lines[0]
    for line in lines[1:]:
        whole = whole.join(line)
    # A blank that is folded may part a cell in two: then it is read as it is printed.
    folded = [cell for line in lines for cell in _read_cells(line.reading)]
    reading = _join_cells(folded if len(folded) == len(cells) else cells, corner=corner)
    text = _join_cells(cells, corner=corner)
    return Row(replace(whole, text=text, reading=reading), len(cells) + corner)


def _join_cells(cells: Sequence[str], *, corner: bool) -> str:
    told = [EMPTY] * corner + [_BLANK.join(cell.split()) or EMPTY for cell in cells]
    return " ".join(told)


def _keep_line(line: Fragment) -> Row:
    """A row of which nobody knows the columns: as it was printed."""
    return Row(line, len(_read_cells(line.text)), certain=False)


def _ends_in_number(line: Fragment) -> bool:
    return _NUMBER.fullmatch(_read_cells(line.text)[-1]) is not None


def _read_cells(text: str) -> list[str]:
    """The cells of a line, none where it has marks of a sentence or is too long for a row."""
    stroked = _STROKED.fullmatch(text)
    if stroked and len(cells := _STROKE.split(stroked["cells"])) > 1:
        return cells
    cells = [cell for cell in _BETWEEN.split(text) if cell]
    words = list(map(_drop_unit, cells))
    if any(_NO_CELL.search(word) or len(word) > _LONGEST for word in words):
        return []
    return cells


def _drop_unit(cell: str) -> str:
    """A column's name without the unit behind it: 产值（万元）."""
    return _UNIT.sub("", cell) or cell

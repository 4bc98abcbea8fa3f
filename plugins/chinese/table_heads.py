"""What stands at the heads of a table's columns, and where a second table begins below a first."""

from collections.abc import Sequence

from plugins.chinese.expressions import compile_late

#: What stands for a cell in which nothing is printed: it prints nothing, and is no blank.
EMPTY = "\u200b"
#: What stands at the head of a column of numbers: 2019年, 入住率, 产值.
NAMES_NUMBERS = compile_late(
    r"(?:19|20)\d\d年?|\d{1,2}月|[一二三四]季度|.{0,6}[数率量额比价值积户人亩元吨]"
)
#: What may stand at the head of any column, of which the first may be left empty. In place of a
#: number a row may say that there is none: 无人, 未定价.
_NAME = compile_late(rf"[^\W\d无未没][^\d]*|{EMPTY}|(?:19|20)\d\d年?|\d{{1,2}}月")
_DIGIT = compile_late(r"\d")


def begins_table(row: str, table: Sequence[str], below: str) -> bool:
    """Whether a row between rows with numbers is the head of another table.

    Cells are parted by single blanks. A row of the same table may also be of words alone (石坪村
    停产 未报): a head names the first column as the first head does, or else it names numbers
    wherever the row below it has one, and is like the row above it in no column.
    """
    if len(table) < 2 or not (_DIGIT.search(table[-1]) and _DIGIT.search(below)):
        return False
    head, above, cells, under = (told.split(" ") for told in (table[0], table[-1], row, below))
    if not (_are_names(cells) and _are_names(head)):
        return False
    if cells[0] == head[0] != EMPTY:
        return True
    counted = [n for n, cell in enumerate(under) if _DIGIT.search(cell)]
    named = all(cells[n] == head[n] or _names_numbers(cells[n]) for n in counted)
    return named and not any(c[-1] == a[-1] for c, a in zip(cells, above, strict=True))


def _are_names(cells: Sequence[str]) -> bool:
    """Whether all cells may name columns, each another."""
    return len(set(cells)) == len(cells) and all(map(_NAME.fullmatch, cells))


def _names_numbers(cell: str) -> bool:
    """Whether a cell names numbers and is none: 2018 may be a year, or as many households."""
    return bool(NAMES_NUMBERS.fullmatch(cell)) and not cell.isdecimal()

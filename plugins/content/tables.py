"""Editors' tables (CSV) as checked rows or plain cells, or one line about what is wrong."""

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, ValidationError

from plugins.content.content_error import ROW_SENTENCES, ContentError, explain, raise_together
from plugins.content.records import MOST_FAULTS, name_fields, read_text

RowT = TypeVar("RowT", bound=BaseModel)

_UNPAIRED = "逗号或引号不成对，读不成表格。请检查这一行的引号。"


def read_rows(path: Path, model: type[RowT]) -> list[tuple[int, RowT]]:
    """Return (line number, row) of a CSV table with a header line; blank cells are left out.

    Raises ContentError for a bad header, rows of the wrong width and values the model refuses.
    """
    rows: list[tuple[int, RowT]] = []
    faults: list[ContentError] = []
    for line, cells in _list_cells(path, faults):
        try:
            rows.append((line, _parse_row(path, line, model, cells)))
        except ContentError as fault:
            faults.append(fault)
    raise_together(faults[:MOST_FAULTS])
    return rows


def read_cells(path: Path, needed: Sequence[str] = ()) -> list[tuple[int, dict[str, str]]]:
    """Return (line number, cells by column) of a CSV table as they are, blank ones too.

    Raises ContentError for rows of the wrong width, and where a column that is `needed` is missing.
    """
    faults: list[ContentError] = []
    rows = list(_list_cells(path, faults))
    # A row has the header's columns: only of a table without rows it is read again.
    header = rows[0][1] if rows else read_header(path)
    if missing := [name for name in needed if name not in header]:
        faults.append(ContentError(path, 1, f"缺少“{'、'.join(missing)}”栏，请补上"))
    raise_together(faults[:MOST_FAULTS])
    return rows


def format_rows(columns: Sequence[str], rows: Iterable[BaseModel]) -> str:
    """Return rows as the text of a CSV table with a header line; what is null is left out."""
    return format_cells(columns, (row.model_dump(mode="json") for row in rows))


def format_cells(columns: Sequence[str], rows: Iterable[Mapping[str, object]]) -> str:
    """Return cells as the text of a CSV table with a header line; what a row lacks is blank."""
    text = io.StringIO()
    writer = csv.DictWriter(text, columns, restval="", lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue()


def read_header(path: Path) -> list[str]:
    """Return the columns of a CSV table. Raises ContentError."""
    try:
        return [cell.strip() for cell in next(csv.reader(_open(path), strict=True), [])]
    except csv.Error:
        raise ContentError(path, 1, _UNPAIRED) from None


def _open(path: Path) -> io.StringIO:
    return io.StringIO(read_text(path), newline="")


def _list_cells(path: Path, faults: list[ContentError]) -> Iterator[tuple[int, dict[str, str]]]:
    """Yield (line number, cells by column) of the sound rows; what is wrong becomes a fault."""
    reader = csv.reader(_open(path), strict=True)
    try:
        header = [cell.strip() for cell in next(reader, [])]
        for cells in reader:
            if not any(cell.strip() for cell in cells):
                continue
            if len(cells) == len(header):
                row = zip(header, cells, strict=True)
                yield reader.line_num, {name: cell.strip() for name, cell in row}
            else:
                message = f"应有 {len(header)} 栏，却有 {len(cells)} 栏。请检查逗号。"
                faults.append(ContentError(path, reader.line_num, message))
    except csv.Error:
        faults.append(ContentError(path, reader.line_num, _UNPAIRED))


def _parse_row(path: Path, line: int, model: type[RowT], cells: Mapping[str, str]) -> RowT:
    try:
        return model.model_validate({name: cell for name, cell in cells.items() if cell})
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        words = explain(first, name_fields(model), ROW_SENTENCES)
        raise ContentError(path, line, words) from None


def check_unique(path: Path, keys: Iterable[tuple[int | None, object, str]]) -> None:
    """Raise ContentError where two rows share a key; `keys` are (line, key, what to call it)."""
    seen: dict[object, int | None] = {}
    for line, key, label in keys:
        if key in seen:
            message = f"{label}与第 {seen[key]} 行重复。请改成不同的。"
            raise ContentError(path, line, message)
        seen[key] = line

"""Editors' tables (CSV) as checked rows, or one clear line in Chinese about what is wrong."""

import csv
import io
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, ValidationError

from plugins.content.content_error import ROW_SENTENCES, ContentError, explain, raise_together
from plugins.content.records import MOST_FAULTS, name_fields, read_text

RowT = TypeVar("RowT", bound=BaseModel)


def read_rows(path: Path, model: type[RowT]) -> list[tuple[int, RowT]]:
    """Return (line number, row) of a CSV table with a header line; blank cells are left out.

    Raises ContentError for a bad header, rows of the wrong width and values the model refuses.
    """
    reader = csv.reader(io.StringIO(read_text(path), newline=""), strict=True)
    rows: list[tuple[int, RowT]] = []
    faults: list[ContentError] = []
    try:
        header = [cell.strip() for cell in next(reader, [])]
        for cells in reader:
            if any(cell.strip() for cell in cells):
                try:
                    fields = _fields(path, reader.line_num, header, cells)
                    rows.append((reader.line_num, _parse_row(path, reader.line_num, model, fields)))
                except ContentError as fault:
                    faults.append(fault)
    except csv.Error:
        message = "逗号或引号不成对，读不成表格。请检查这一行的引号。"
        faults.append(ContentError(path, reader.line_num, message))
    raise_together(faults[:MOST_FAULTS])
    return rows


def format_rows(columns: Sequence[str], rows: Iterable[BaseModel]) -> str:
    """Return rows as the text of a CSV table with a header line; what is null is left out."""
    text = io.StringIO()
    writer = csv.DictWriter(text, columns, lineterminator="\n")
    writer.writeheader()
    writer.writerows(row.model_dump(mode="json") for row in rows)
    return text.getvalue()


def _fields(path: Path, line: int, header: list[str], cells: list[str]) -> dict[str, str]:
    if len(cells) != len(header):
        message = f"应有 {len(header)} 栏，却有 {len(cells)} 栏。请检查逗号。"
        raise ContentError(path, line, message)
    pairs = zip(header, cells, strict=True)
    return {name: cell.strip() for name, cell in pairs if cell.strip()}


def _parse_row(path: Path, line: int, model: type[RowT], fields: object) -> RowT:
    try:
        return model.model_validate(fields)
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

"""Editors' tables (CSV, YAML) as checked rows, or one clear line in Chinese about what is wrong."""

import csv
import io
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, ValidationError
from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError

RowT = TypeVar("RowT", bound=BaseModel)

#: pydantic's error types in the words of somebody who edits a table.
REASONS = {
    "missing": "缺这一栏",
    "extra_forbidden": "没有这个栏目，请检查拼写",
    "string_pattern_mismatch": "写法不对",
    "string_too_short": "不能为空",
    "bool_parsing": "只能填 yes 或留空",
    "greater_than": "数字太小",
    "int_parsing": "应是整数",
    "float_parsing": "应是数字",
    "model_type": "要分栏写，每栏一行，如 name: 名称（半角冒号，后面空一格）",
    "literal_error": "不在可选的值之中",
}


class TableError(ValueError):
    """A table that cannot be used: `str()` is one line in Chinese with file, line and remedy."""

    def __init__(self, path: Path, line: int | None, message: str) -> None:
        where = f"{path} 第 {line} 行" if line else f"{path}"
        super().__init__(f"{where}：{message}")
        self.path = path
        self.line = line
        self._message = message

    def __reduce__(self) -> tuple[object, ...]:
        # An exception would be made of its one line again where it comes from another process.
        return type(self), (self.path, self.line, self._message)


def read_text(path: Path) -> str:
    """Return the table's text. Raises TableError when it is absent or not UTF-8."""
    try:
        return path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        raise TableError(path, None, "找不到这个表。请恢复该文件。") from None
    except UnicodeDecodeError:
        raise TableError(path, None, "不是 UTF-8 编码。请另存为 UTF-8。") from None


def read_rows(path: Path, model: type[RowT]) -> list[tuple[int, RowT]]:
    """Return (line number, row) of a CSV table with a header line; blank cells are left out.

    Raises TableError for a bad header, a row of the wrong width or a value the model refuses.
    """
    reader = csv.reader(io.StringIO(read_text(path), newline=""), strict=True)
    rows: list[tuple[int, RowT]] = []
    try:
        header = [cell.strip() for cell in next(reader, [])]
        for cells in reader:
            if any(cell.strip() for cell in cells):
                fields = _fields(path, reader.line_num, header, cells)
                rows.append((reader.line_num, parse_row(path, reader.line_num, model, fields)))
    except csv.Error:
        message = "逗号或引号不成对，读不成表格。请检查这一行的引号。"
        raise TableError(path, reader.line_num, message) from None
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
        raise TableError(path, line, message)
    pairs = zip(header, cells, strict=True)
    return {name: cell.strip() for name, cell in pairs if cell.strip()}


def parse_row(path: Path, line: int | None, model: type[RowT], fields: object) -> RowT:
    """Return the row as its model; raises TableError that names the first field refused."""
    try:
        return model.model_validate(fields)
    except ValidationError as error:
        first = error.errors()[0]
        field = "、".join(str(part) for part in first["loc"]) or "这一行"
        reason = REASONS.get(first["type"], "值不合要求")
        raise TableError(path, line, f"“{field}”{reason}。请改正。") from None


def read_yaml(path: Path) -> object:
    """Return the YAML table as plain values, sequences with line numbers (CommentedSeq).

    Raises TableError for text that is no YAML.
    """
    text = read_text(path)
    try:
        table: object = YAML(typ="rt").load(text)
        return table
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = mark.line + 1 if mark else None
        message = "不是合格的 YAML。请检查缩进、冒号后的空格和重复的键。"
        raise TableError(path, line, message) from None
    except YAMLError:
        raise TableError(path, None, "含有 YAML 不允许的字符。请删去。") from None


def check_unique(path: Path, keys: Iterable[tuple[int | None, object, str]]) -> None:
    """Raise TableError where two rows share a key; `keys` are (line, key, what to call it)."""
    seen: dict[object, int | None] = {}
    for line, key, label in keys:
        if key in seen:
            message = f"{label}与第 {seen[key]} 行重复。请改成不同的。"
            raise TableError(path, line, message)
        seen[key] = line

"""YAML → a validated record, with every error as one Chinese line that names file and line."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, ValidationError
from ruamel.yaml.error import MarkedYAMLError, YAMLError

from plugins.content.content_error import ContentError, explain, raise_together
from plugins.content.plain_yaml import Lines, Location, read_list, read_mapping
from plugins.content.plain_yaml.slips import find_slips
from plugins.model.json_schema import split_description

Record = TypeVar("Record", bound=BaseModel)

UNREADABLE = "格式不对，请检查冒号后的空格、缩进和引号（如 title: 标题）"
#: Who has made more faults than these has made one, many times.
MOST_FAULTS = 20


def read_record(
    model: type[Record], text: str, path: Path, first_line: int = 1
) -> tuple[Record, Lines]:
    """Read the YAML `text` as a `model`; `path` names the file in messages.

    Returns the record and the lines of its values, the text's first line being `first_line`.
    Raises ContentError.
    """
    data, lines = _read(text, path, first_line)
    return _validate(model, data, path, lines, ()), lines


def read_record_list(model: type[Record], path: Path) -> list[tuple[int, Record]]:
    """Read a YAML file that lists records, each with its line. Raises ContentError."""
    with _explained(path, read_text(path), first_line=1) as text:
        entries, lines = read_list(text)
    return [
        (lines[(number,)], _validate(model, entry, path, lines, (number,)))
        for number, entry in enumerate(entries)
    ]


def _validate(
    model: type[Record], data: object, path: Path, lines: Lines, above: Location
) -> Record:
    """Return what stands at the place `above` of a file as a `model`. Raises ContentError."""
    try:
        return model.model_validate(data)
    except ValidationError as error:
        found = error.errors(include_url=False)
        # A misspelt name is one slip, not also a field that is missing.
        if any(one["type"] == "extra_forbidden" for one in found):
            found = [one for one in found if one["type"] != "missing"]
        places = [lines.nearest((*above, *one["loc"])) for one in found[:MOST_FAULTS]]
        names = name_fields(model)
        words = [explain(one, names) for one in found[:MOST_FAULTS]]
        raise_together([ContentError(path, *told) for told in zip(places, words, strict=True)])
        raise


def name_fields(model: type[BaseModel]) -> dict[str, str]:
    """Return what the fields of a model are called in Chinese, "" where nothing says so."""
    described = ((name, field.description or "") for name, field in model.model_fields.items())
    return {name: split_description(description)[0] for name, description in described}


def read_record_file(model: type[Record], path: Path) -> Record:
    """Read a YAML file as a `model`. Raises ContentError."""
    return read_record(model, read_text(path), path)[0]


def read_text(path: Path) -> str:
    """Read a UTF-8 file with line ends of any system, a byte order mark or none.

    Raises ContentError where it is missing, in another encoding, or may not be read.
    """
    try:
        return path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        raise ContentError(path, None, "没有这个文件，请补上") from None
    except UnicodeDecodeError:
        raise ContentError(path, None, "不是 UTF-8 编码，请另存为 UTF-8 再放进来") from None
    except OSError as error:
        reason = os.strerror(error.errno or 0)
        raise ContentError(path, None, f"读不了（{reason}），请检查文件和它的权限") from None


def _read(text: str, path: Path, first_line: int) -> tuple[dict[str, object], Lines]:
    with _explained(path, text, first_line):
        return read_mapping(text, first_line)


@contextmanager
def _explained(path: Path, text: str, first_line: int) -> Iterator[str]:
    """Give the text to what reads it as YAML, and raise what that finds as a ContentError."""
    try:
        yield text
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        slips = find_slips(text)
        if error.note or not slips:
            # A slip on the same line says more of it.
            slips = {mark.line if mark else None: error.note or UNREADABLE} | slips
        told = [
            ContentError(path, None if line is None else line + first_line, hint)
            for line, hint in list(slips.items())[:MOST_FAULTS]
        ]
        raise_together(told)
    except YAMLError:
        hint = "有不能用的字符（如控制符），请删去后重新输入"
        raise ContentError(path, None, hint) from None

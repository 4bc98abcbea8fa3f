"""A record's JSON Schema (draft 2020-12): what editors' programs complete, check and ask by.

Each field's description is for editors, in Chinese: its label and, behind “：”, how to fill it in.
"""

from functools import cache
from typing import Any

from pydantic import BaseModel

DIALECT = "https://json-schema.org/draft/2020-12/schema"


@cache
def describe(model: type[BaseModel]) -> dict[str, Any]:
    """Return the schema of a record that editors write; whoever gets it leaves it as it is."""
    schema = model.model_json_schema()
    definitions = {name: _leave_out(part) for name, part in schema.pop("$defs", {}).items()}
    return {"$schema": DIALECT, **_leave_out(schema), "$defs": definitions}


def settle_kind(field: dict[str, Any], schema: dict[str, Any]) -> dict[str, Any]:
    """Return what a field of `schema` holds when it holds anything, its definition looked up."""
    kinds = field.get("anyOf", [field])
    kind: dict[str, Any] = next(kind for kind in kinds if kind.get("type") != "null")
    return schema["$defs"][kind["$ref"].rpartition("/")[2]] if "$ref" in kind else kind


def split_description(description: str) -> tuple[str, str]:
    """Return the label that a field's description begins with, and how to fill it in or ""."""
    label, _, hint = description.partition("：")
    return label, hint


def _leave_out(record: dict[str, Any]) -> dict[str, Any]:
    """Take out what speaks to programmers: the class's docstring, and titles made of names."""
    said = {key: value for key, value in record.items() if key not in ("title", "description")}
    fields = record.get("properties", {})
    said["properties"] = {
        name: {key: value for key, value in field.items() if key != "title"}
        for name, field in fields.items()
    }
    return said

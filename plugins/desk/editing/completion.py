"""What VS Code completes front matter by, made from the model.

`python -m plugins.desk.editing.completion` writes it.

`.vscode/article.schema.json` is the front matter's JSON Schema, for programs that read YAML above
Markdown. VS Code by itself does not; its snippets do work there, so each field is one as well.
"""

import itertools
import json
import re
from pathlib import Path
from typing import Any

from plugins.model import FrontMatter
from plugins.model.json_schema import describe, settle_kind, split_description

FOLDER = Path(__file__).parents[3] / ".vscode"

#: Only programs write these; of the figures, editors change what is there.
UNTYPED = {"id", "figures", "review", "provenance"}

#: Where a snippet waits for words.
GAP = "${}"


def completion_files() -> dict[str, str]:
    """Return the files of `.vscode/` that follow from the model, by name."""
    schema = describe(FrontMatter)
    return {
        "article.schema.json": _write(schema),
        "article.code-snippets": _write(make_snippets(schema)),
    }


def make_snippets(schema: dict[str, Any]) -> dict[str, Any]:
    """Return a snippet for each field that editors type, by its label."""
    snippets = {}
    for name, field in schema["properties"].items():
        if name not in UNTYPED:
            label, hint = split_description(field["description"])
            lines = _write_field(name, field, schema, "")
            snippets[label] = {
                "scope": "markdown",
                "prefix": [name, label],
                "description": hint or label,
                "body": _number_gaps("\n".join(lines)).split("\n"),
            }
    return snippets


def _write_field(
    name: str, field: dict[str, Any], schema: dict[str, Any], indent: str
) -> list[str]:
    """Return a field's lines, with GAP where something must be filled in."""
    kind = settle_kind(field, schema)
    head = f"{indent}{name}:"
    if kind.get("type") == "array":
        item = settle_kind(kind["items"], schema)
        if item.get("type") != "object":
            return [head, f"{indent}  - {GAP}"]
        first, *others = _write_needed(item, schema, f"{indent}    ")
        return [head, f"{indent}  - {first.lstrip()}", *others]
    if kind.get("type") == "object":
        return [head, *_write_needed(kind, schema, f"{indent}  ")]
    choices = f"|{','.join(kind['enum'])}|" if "enum" in kind else ""
    return [f"{head} {GAP[:-1]}{choices}{GAP[-1]}"]


def _write_needed(kind: dict[str, Any], schema: dict[str, Any], indent: str) -> list[str]:
    """Return the lines of the fields that a record cannot be without."""
    fields = kind["properties"]
    return [
        line
        for name in kind["required"]
        for line in _write_field(name, fields[name], schema, indent)
    ]


def _number_gaps(text: str) -> str:
    """Number the gaps: VS Code fills those of one number with the same words."""
    numbers = itertools.count(1)
    return re.sub(re.escape(GAP[:-1]), lambda _: f"${{{next(numbers)}", text)


def _write(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def main() -> None:
    """Write the files."""
    FOLDER.mkdir(exist_ok=True)
    for name, text in completion_files().items():
        (FOLDER / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()

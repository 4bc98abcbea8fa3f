"""A record's form for the web editor, made from its JSON Schema: one input a field.

Options of the inputs: `types/public.d.ts` in npm's @sveltia/cms. A field that the form leaves out
stays in the file as it is.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from plugins.model.json_schema import settle_kind, split_description

Field = dict[str, Any]


@dataclass(frozen=True)
class Form:
    """How a record's form differs from what its schema says by itself.

    `left_out` are fields that only programs write, `choices` the words that a field may hold,
    `labels` what such words are called, `long` fields of several lines, `more` further options of
    inputs. A field of a list's record is named as figures.raw is.
    """

    left_out: Collection[str] = ()
    choices: Mapping[str, Sequence[str]] = field(default_factory=dict)
    labels: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    long: Collection[str] = ()
    more: Mapping[str, Field] = field(default_factory=dict)


def make_fields(schema: dict[str, Any], form: Form) -> list[Field]:
    """Return a form's inputs, in the schema's order."""
    return _make_fields(schema, schema, form, "")


def _make_fields(
    record: dict[str, Any], schema: dict[str, Any], form: Form, parent: str
) -> list[Field]:
    needed = record.get("required", ())
    return [
        {
            "name": name,
            **_make_label(one),
            # A choice that has a default is never without one.
            "required": name in needed or ("enum" in one and "default" in one),
            **_make_input(parent + name, one, schema, form),
            **form.more.get(parent + name, {}),
        }
        for name, one in record["properties"].items()
        if parent + name not in form.left_out
    ]


def _make_label(one: dict[str, Any]) -> Field:
    label, hint = split_description(one["description"])
    return {"label": label, **({"hint": hint} if hint else {})}


def _make_input(path: str, one: dict[str, Any], schema: dict[str, Any], form: Form) -> Field:
    kind = settle_kind(one, schema)
    if kind.get("type") == "array":
        return _make_list(path, kind, schema, form)
    if kind.get("type") == "object":
        parts = _make_fields(kind, schema, form, f"{path}.")
        return {"widget": "object", "fields": parts}
    default = one.get("default")
    return _make_simple(path, kind, form) | ({} if default is None else {"default": default})


def _make_list(path: str, kind: dict[str, Any], schema: dict[str, Any], form: Form) -> Field:
    item = settle_kind(kind["items"], schema)
    if item.get("type") == "object":
        parts = _make_fields(item, schema, form, f"{path}.")
        summary = " ".join(f"{{{{{part['name']}}}}}" for part in parts[:2])
        return {"widget": "list", "fields": parts, "summary": summary, "collapsed": "auto"}
    if path in form.choices:
        choices = list(form.choices[path])
        return {"widget": "select", "multiple": True, "options": choices}
    return {"widget": "list"}


def _make_simple(path: str, kind: dict[str, Any], form: Form) -> Field:
    choices = form.choices.get(path, kind.get("enum"))
    if choices:
        labels = form.labels.get(path, {})
        options = [{"label": labels.get(word, word), "value": word} for word in choices]
        return {"widget": "select", "options": options}
    if kind.get("format") == "date":
        return {"widget": "datetime", "type": "date", "format": "YYYY-MM-DD"}
    if kind["type"] in ("integer", "number"):
        value_type = "int" if kind["type"] == "integer" else "float"
        return {"widget": "number", "value_type": value_type}
    if kind["type"] == "boolean":
        return {"widget": "boolean"}
    # The site's own check says what is wrong with a word in Chinese.
    return {"widget": "text" if path in form.long else "string"}

"""Labelled passages: county news of our own writing, with what a reader would find in it."""

from pathlib import Path
from typing import Any

import yaml

from plugins.model import Block
from plugins.subjects import Subjects, SubjectTables, find_subjects

HERE = Path(__file__).parent
PLACES = ("counties", "towns", "villages")


def read_passages(name: str) -> list[dict[str, Any]]:
    """Return the passages of <name>.yaml: `tuned_…`, or what was held back from the rules."""
    passages = (HERE / f"{name}.yaml").read_text(encoding="utf-8")
    return yaml.load(passages, yaml.CSafeLoader)


def find_in(passage: dict[str, Any], tables: SubjectTables) -> Subjects:
    """Return the subjects of a passage taken as an article."""
    return find(tables, passage["text"], title=passage.get("title", "近日"))


def find(
    tables: SubjectTables,
    *texts: str,
    title: str = "近日",
    subtitle: str | None = None,
    **options: Any,
) -> Subjects:
    """Return the subjects of an article of these paragraphs."""
    body = [Block("paragraph", text) for text in texts]
    return find_subjects(title, subtitle, body, tables, **options)

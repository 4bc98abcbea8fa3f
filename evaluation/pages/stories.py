"""Whole articles to damage: our own (`articles/*.yaml`) or any corpus of JSON lines."""

import json
from functools import cache
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

from evaluation.pages.printed_page import Story
from plugins.model import Block, BlockType

ARTICLES = Path(__file__).parent / "articles"
MARKS: dict[str, BlockType] = {"# ": "heading", "! ": "caption"}


@cache
def own_stories() -> tuple[Story, ...]:
    """Read every article of `articles/`, sorted by file name."""
    yaml = YAML(typ="safe")
    return tuple(
        _story(yaml.load(path.read_text("utf-8")), path.stem)
        for path in sorted(ARTICLES.glob("*.yaml"))
    )


def corpus_stories(path: Path) -> tuple[Story, ...]:
    """Read articles from JSON lines: title, subtitle, kicker, byline, paragraphs (type, text).

    Raises ValueError for a line that is no such record.
    """
    records = [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]
    return tuple(_corpus_story(record, f"{path.stem}-{n}") for n, record in enumerate(records, 1))


def _story(record: dict[str, Any], name: str) -> Story:
    lines = [line.strip() for line in record["body"].splitlines()]
    return Story(
        title=record["title"],
        body=tuple(_block(line) for line in lines if line),
        kicker=record.get("kicker"),
        subtitle=record.get("subtitle"),
        byline=record.get("byline"),
        name=name,
        rare=record.get("rare", False),
    )


def _block(line: str) -> Block:
    kind = MARKS.get(line[:2])
    return Block(kind, line[2:].strip()) if kind else Block("paragraph", line)


def _corpus_story(record: dict[str, Any], name: str) -> Story:
    return Story(
        title=record["title"],
        body=tuple(Block(p["type"], p["text"]) for p in record["paragraphs"]),
        kicker=record.get("kicker"),
        subtitle=record.get("subtitle"),
        byline=record.get("byline"),
        name=name,
    )

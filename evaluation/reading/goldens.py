"""The project's own pages with hand-made truth, as examples to learn from."""

import json
from pathlib import Path
from typing import Any

from evaluation.pages.printed_page import Item

FOLDERS = ("pages", "seed")
_ROOT = Path(__file__).resolve().parents[2] / "tests" / "newspaper"


def read_goldens() -> list[tuple[bytes, dict[int, Item]]]:
    """Each page's bytes, and the item that each of its raw lines prints."""
    files = sorted(f for folder in FOLDERS for f in (_ROOT / folder).glob("*.txt"))
    return [
        (file.read_bytes(), list_items(json.loads(file.with_suffix(".json").read_text("utf-8"))))
        for file in files
    ]


def list_items(truth: dict[str, Any]) -> dict[int, Item]:
    """The item of each line, by a truth in the shape of the converter's JSON."""
    items: dict[int, Item] = {}
    for story, article in enumerate(truth["articles"]):
        for role, lines in article["lines"].items():
            items |= {n: Item(role, "", story, -1) for n in lines}
        for block, told in enumerate(article["body"]):
            why = told["type"]
            if block == 0 and not article["lines"]["title"]:
                why = "brief"
            for piece, n in enumerate(told["source_lines"]):
                items[n] = Item("body", "", story, block, piece, why)
    for aside in truth["furniture"]:
        items[aside["line"]] = Item("furniture", aside["text"], why=aside["why"])
    return items

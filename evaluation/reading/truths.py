"""Pages of other houses with their truth beside them, as real pages that may be laid out anew.

A truth has the shape of the converter's JSON: which raw lines an article's head has, and the blocks
of its text.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from evaluation.reading.articles import Head, HeadRole, RealArticle, RealPage
from plugins.newspaper.sources.formats import read_raw_page

_HEADS: tuple[HeadRole, ...] = ("kicker", "title", "subtitle")
_TEXT = ("paragraph", "heading")


def read_truths(folder: Path) -> list[RealPage]:
    """The pages of a folder: NAME.txt with NAME.json, in the order of their names."""
    return [page for file in sorted(folder.glob("*.json")) if (page := _read_page(file)).articles]


def _read_page(file: Path) -> RealPage:
    raw = file.with_suffix(".txt")
    lines = [line.strip() for line in read_raw_page(raw.read_bytes(), raw.name).lines]
    truth = json.loads(file.read_text("utf-8"))
    return RealPage(file.stem, file.stem, tuple(_list_articles(truth["articles"], lines)))


def _list_articles(
    articles: Sequence[Mapping[str, Any]], lines: Sequence[str]
) -> Iterator[RealArticle]:
    """The articles as printed; a section's heading is printed above its first."""
    section = ""
    for number, article in enumerate(articles):
        blocks = [(b["type"], b["text"]) for b in article["body"] if b["type"] in _TEXT]
        if not blocks:
            continue
        head = sorted((n, role) for role in _HEADS for n in article["lines"][role])
        heads: list[Head] = [(role, lines[n - 1]) for n, role in head]
        if not heads:
            blocks[0] = ("brief", blocks[0][1])
        first = min(n for b in article["body"] for n in b["source_lines"])
        signed = article["lines"]["byline"]
        above = [("byline", lines[n - 1]) for n in signed if n < first]
        below = [("byline", lines[n - 1]) for n in signed if n > first]
        told = article["column"] or ""
        column, section = (told if told != section else ""), told
        yield RealArticle(str(number), tuple(heads), (*above, *blocks, *below), column)

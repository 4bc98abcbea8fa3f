"""A newspaper page with its truth: which article, role and block each printed line belongs to."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from plugins.model import Block

Role = Literal["kicker", "title", "subtitle", "byline", "body", "furniture", "unassigned"]
Truth = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Story:
    """A whole article as its writer handed it in, before any page layout.

    `rare` marks what few pages carry: poems, notices, letters, lists.
    """

    title: str
    body: tuple[Block, ...]
    kicker: str | None = None
    subtitle: str | None = None
    column: str | None = None
    byline: str | None = None
    name: str = ""
    rare: bool = False


@dataclass(frozen=True, slots=True)
class Item:
    """One run of printed text: a headline, a byline, or one piece of one body block.

    `story` and `block` are indexes; `piece` orders the pieces of a block that was cut;
    `why` says what kind of furniture a line is.
    """

    role: Role
    text: str
    story: int = -1
    block: int = -1
    piece: int = 0
    why: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """A printed line and the item it prints (None: a blank line)."""

    text: str
    item: Item | None = None


@dataclass(frozen=True, slots=True)
class PrintedPage:
    """Raw text and its truth in the shape of the converter's JSON."""

    text: str
    truth: Truth = field(hash=False)


def story_items(index: int, story: Story) -> list[Item]:
    """List the items of an undamaged article as printed: heads, then body."""
    subtitle = f"——{story.subtitle}" if story.subtitle else None
    heads: list[tuple[Role, str | None]] = [
        ("kicker", story.kicker),
        ("title", story.title),
        ("subtitle", subtitle),
        ("byline", story.byline),
    ]
    items = [Item(role, text, index) for role, text in heads if text]
    return items + [Item("body", b.text, index, n) for n, b in enumerate(story.body)]


def print_page(stories: Sequence[Story], lines: Sequence[Line], newline: str = "\n") -> PrintedPage:
    """Print the page and its truth, articles in the order of their titles on the page."""
    numbered = [
        (number, line.text.strip(), line.item)
        for number, line in enumerate(lines, start=1)
        if line.item is not None and line.text.strip()
    ]
    order = list(dict.fromkeys(i.story for _, _, i in numbered if i.role == "title"))
    truth = {
        "articles": [_article(stories[n], n, numbered) for n in order],
        "furniture": [
            {"line": number, "text": text, "why": item.why}
            for number, text, item in numbered
            if item.role == "furniture"
        ],
        "unassigned": [
            {"line": number, "text": text}
            for number, text, item in numbered
            if item.role == "unassigned"
        ],
    }
    return PrintedPage(newline.join(line.text for line in lines) + newline, truth)


def _article(story: Story, index: int, numbered: Iterable[tuple[int, str, Item]]) -> Truth:
    own = [(number, item) for number, _, item in numbered if item.story == index]
    heads = ("kicker", "title", "subtitle", "byline")
    return {
        "title": story.title,
        "subtitle": story.subtitle,
        "kicker": story.kicker,
        "column": story.column,
        "lines": {role: [n for n, item in own if item.role == role] for role in heads},
        "body": [
            {"type": block.type, "text": block.text, "source_lines": _block_lines(own, position)}
            for position, block in enumerate(story.body)
        ],
    }


def _block_lines(own: Iterable[tuple[int, Item]], position: int) -> list[int]:
    pieces = [(i.piece, n) for n, i in own if i.role == "body" and i.block == position]
    return [number for _, number in sorted(pieces)]

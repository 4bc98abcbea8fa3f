"""Real articles of a newspaper, as a corpus holds them: the head's lines and the body's.

A corpus is JSON lines (`.jsonl`, `.jsonl.xz`), one article each: `date`, `page`, `number` on the
page, `head` (its lines as printed, one of them the headline), `body` (paragraphs, sub-headlines
and bylines as printed). Which line of a head is the headline, the form of the lines tells.
"""

import json
import lzma
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import Literal

from evaluation.pages.printed_page import Item
from evaluation.pages.stories import own_stories
from plugins.chinese.characters import CLOSERS, STOPS
from plugins.newspaper.evidence.bylines import is_byline

HeadRole = Literal["kicker", "title", "subtitle"]
#: A line of a head and the part that it plays.
Head = tuple[HeadRole, str]
LONGEST_HEADING = 28
_SALUTATION = re.compile(
    r"(?:先生|女士|同志|朋友|代表|委员|同胞|嘉宾|编辑)\S{0,6}[：，]$|们[：，]$"
)
_WHOLE_BRACKET = re.compile(r"[（(].*[）)]")
_COLUMN = re.compile(r".{4,}[（(][^（）()]{2,24}[）)]")
_PRESIDED = re.compile(r"(?:主持|出席|讲话|致辞|作出批示|作报告|参加|会见|致贺电)$")
_NO_HEADING = tuple(STOPS + "，、；：:;," + CLOSERS.replace("”", "").replace("》", ""))


@dataclass(frozen=True, slots=True)
class RealArticle:
    """An article as printed; `blocks` are its body's lines with a type each.

    Two lines of `heads` that are both the headline are one, printed on two lines. `column` is the
    heading of a column that is printed above it.
    """

    name: str
    heads: tuple[Head, ...]
    blocks: tuple[tuple[str, str], ...]
    column: str = ""

    def print_items(self, story: int) -> list[Item]:
        """The article's items in printed order, as those of the page's `story`."""
        heads: list[Item] = []
        if self.column:
            heads.append(Item("furniture", self.column, why="栏目"))
        titles = 0
        for n, (role, text) in enumerate(self.heads):
            piece = titles if role == "title" else 0
            titles += role == "title"
            heads.append(Item(role, text, story, piece - n, piece))
        types = [kind for kind, _ in self.blocks]
        first = next((i for i, kind in enumerate(types) if kind != "byline"), len(types))
        last = max((i for i, kind in enumerate(types) if kind != "byline"), default=-1)
        body = [
            Item("byline" if kind == "byline" and not first <= i <= last else "body", text, story,
                 i, why=kind)
            for i, (kind, text) in enumerate(self.blocks)
        ]  # fmt: skip
        return heads + body


@dataclass(frozen=True, slots=True)
class RealPage:
    """The articles of one printed page, in their order."""

    day: str
    name: str
    articles: tuple[RealArticle, ...]


def read_pages(path: Path) -> list[RealPage]:
    """All pages of a corpus, a file or a folder of them, in the order of their names."""
    files = sorted(path.glob("*.jsonl*")) if path.is_dir() else [path]
    records = [record for file in files for record in _read_records(file)]
    records.sort(key=lambda r: (str(r["date"]), str(r["page"]), int(r["number"])))
    pages: list[RealPage] = []
    for (day, page), group in groupby(records, key=lambda r: (str(r["date"]), str(r["page"]))):
        name = f"{day} {page}"
        articles = tuple(_read_article(record, f"{name} {record['number']}") for record in group)
        pages.append(RealPage(day, name, articles))
    return pages


@cache
def own_pages() -> list[RealPage]:
    """The project's own articles as pages of six, each a day of its own."""
    articles: list[RealArticle] = []
    for story in own_stories():
        heads: list[Head] = [("title", story.title)]
        if story.kicker:
            heads.insert(0, ("kicker", story.kicker))
        if story.subtitle:
            heads.append(("subtitle", f"——{story.subtitle}"))
        signed = [("byline", story.byline)] if story.byline else []
        blocks = [*signed, *((b.type, b.text) for b in story.body if b.type != "caption")]
        articles.append(RealArticle(story.name, tuple(heads), tuple(blocks)))
    groups = [articles[n : n + 6] for n in range(0, len(articles), 6)]
    return [RealPage(f"own-{n:02d}", f"own-{n:02d}", tuple(g)) for n, g in enumerate(groups)]


def _read_records(file: Path) -> Iterator[dict[str, object]]:
    opener = lzma.open if file.suffix == ".xz" else open
    with opener(file, "rt", encoding="utf-8") as lines:
        yield from (json.loads(line) for line in lines if line.strip())


def _read_article(record: dict[str, object], name: str) -> RealArticle:
    head = [" ".join(str(line).split()) for line in record["head"]]  # type: ignore[attr-defined]  # JSON
    body = [str(line).strip() for line in record["body"]]  # type: ignore[attr-defined]  # JSON
    while len(head) > 1 and _SALUTATION.search(head[-1]):
        body.insert(0, head.pop())
    blocks = [(_name_type(body, i), line) for i, line in enumerate(body) if line]
    return RealArticle(name, tuple(name_heads([h for h in head if h])), tuple(blocks))


def _name_type(body: list[str], i: int) -> str:
    line = body[i]
    if is_byline(line) and line[0] not in "（(":
        return "byline"
    short = len(line) <= LONGEST_HEADING and not line.endswith(_NO_HEADING)
    return (
        "heading" if short and i + 1 < len(body) and any(c.isalpha() for c in line) else "paragraph"
    )


def name_heads(lines: list[str]) -> list[Head]:
    """Each line of a head with its role: the headline is one of them, by the trade's forms.

    A dash opens a subtitle and closes a kicker; a column's name in brackets stands behind the
    headline; who presided is a subtitle; of two plain lines the second is the headline.
    """
    title = _find_title(lines)
    roles: list[HeadRole] = ["kicker"] * title + ["title"] + ["subtitle"] * (len(lines) - title - 1)
    return list(zip(roles, lines, strict=True))


def _find_title(lines: list[str]) -> int:
    marked = [i for i, s in enumerate(lines) if _COLUMN.fullmatch(s) and not _looks_below(s)]
    if marked:
        return marked[0]
    below = [i for i, s in enumerate(lines) if i and _looks_below(s)]
    if below:
        return below[0] - 1
    closing = [i for i, s in enumerate(lines) if s.endswith(("——", "：", ":", "强调", "指出"))]
    if closing and closing[-1] + 1 < len(lines):
        return closing[-1] + 1
    return min(1, len(lines) - 1)


def _looks_below(line: str) -> bool:
    dashed = line.startswith(("—", "―", "--")) or _WHOLE_BRACKET.fullmatch(line) is not None
    return dashed or _PRESIDED.search(line) is not None

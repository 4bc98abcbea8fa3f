"""The record of what was hidden when somebody asked for it (隐去): content/data/masks.csv.

It names the article, the part of it and the characters, and never the words: a list of names,
committed, would be the leak itself.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from plugins.chinese.expressions import compile_late
from plugins.content.content_error import ContentError
from plugins.content.sources import Source
from plugins.content.tables import read_rows
from plugins.model import MASK, Block
from plugins.model.days import Day

RUN = compile_late(f"{MASK}+")
FILE = "masks.csv"
COLUMNS = ("article", "part", "start", "end", "date")
HEAD = ("title", "subtitle", "kicker")


class Mask(BaseModel):
    """One row: characters `start` to `end` (code points, from 0) of a part of an article.

    `article` is the article's id, or the last part of its address where it has none; `part` is
    a body block, counted from 0, or one of HEAD.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    article: str
    part: Annotated[str, Field(pattern=rf"^(?:0|[1-9]\d*|{'|'.join(HEAD)})$")]
    start: Annotated[int, Field(ge=0)]
    end: Annotated[int, Field(gt=0)]
    date: Day


@dataclass(frozen=True)
class Masks:
    """The record with its file and each row's line."""

    path: Path
    rows: tuple[tuple[int, Mask], ...] = ()

    def list_of(self, names: Iterable[str | None]) -> list[tuple[int, Mask]]:
        """Return the rows of the article that goes by one of `names`, with their lines."""
        known = set(names)
        return [(line, row) for line, row in self.rows if row.article in known]

    def find_strangers(self, names: Iterable[str]) -> Iterator[ContentError]:
        """Yield an error for each row whose article is none of `names`: it would hide nothing."""
        known = set(names)
        for line, row in self.rows:
            if row.article not in known:
                hint = f"没有编号或网址名是“{row.article}”的文章。请改正 article，或删去这一行。"
                yield ContentError(self.path, line, hint)


def read_masks(folder: Path) -> Masks:
    """Read the record in a folder of tables. Raises ContentError."""
    path = folder / FILE
    rows = read_rows(path, Mask)
    for line, row in rows:
        if row.end <= row.start:
            raise ContentError(path, line, "end 要大于 start。请改正。")
    return Masks(path, tuple(rows))


def list_parts(
    title: str, subtitle: str | None, kicker: str | None, blocks: Sequence[Block]
) -> dict[str, str]:
    """Return an article's texts by the names that the record has for them."""
    head = dict(zip(HEAD, (title, subtitle or "", kicker or ""), strict=True))
    return head | {str(n): block.text for n, block in enumerate(blocks)}


def list_parts_of(source: Source) -> dict[str, str]:
    """Return the texts of an article as read by the names that the record has for them."""
    front = source.front
    return list_parts(front.title, front.subtitle, front.kicker, source.blocks)


def is_masked(source: Source) -> bool:
    """Tell whether any characters of an article are hidden."""
    front = source.front
    head = (front.title, front.subtitle or "", front.kicker or "")
    return source.has_masks or any(MASK in text for text in head)


def list_runs(parts: Mapping[str, str]) -> list[tuple[str, int, int]]:
    """Return the part, start and end of every run of hidden characters."""
    return [(part, *m.span()) for part, text in parts.items() for m in RUN.finditer(text)]


def list_unrecorded(
    parts: Mapping[str, str], rows: Iterable[tuple[int, Mask]]
) -> list[tuple[str, int, int]]:
    """Return the runs of hidden characters of which some are in no row."""
    recorded = {(row.part, at) for _, row in rows for at in range(row.start, row.end)}
    return [
        (part, start, end)
        for part, start, end in list_runs(parts)
        if not recorded.issuperset((part, at) for at in range(start, end))
    ]


def cover(parts: Mapping[str, str], rows: Sequence[tuple[int, Mask]], path: Path) -> dict[str, str]:
    """Return an article's texts with the recorded characters hidden; `path` is the record's.

    Raises ContentError where a row points beyond its text, or at words that are not hidden while
    others are that no row speaks of: then the text has moved, and neither is to be shown.
    """
    moved = list_unrecorded(parts, rows)
    covered = dict(parts)
    for line, row in rows:
        size = row.end - row.start
        text = covered.get(row.part, "")
        if len(text) < row.end:
            hint = f"{name_part(row.part)}只有 {len(text)} 个字。请照文章改正 part、start 和 end。"
            raise ContentError(path, line, hint)
        if moved and text[row.start : row.end] != MASK * size:
            raise ContentError(path, line, _explain_move(moved))
        covered[row.part] = text[: row.start] + MASK * size + text[row.end :]
    return covered


def _explain_move(moved: Iterable[tuple[str, int, int]]) -> str:
    places = "；".join(f"part {part}、start {start}、end {end}" for part, start, end in moved)
    return f"这里登记了隐去，文章里隐去的却在别处（{places}）。文章改动过，请照文章改正这一行。"


def name_part(part: str) -> str:
    """Return what editors call a part."""
    labels = dict(zip(HEAD, ("标题", "副题", "引题"), strict=True))
    return labels.get(part) or f"正文第 {int(part) + 1} 段"

"""Labelled passages: text with every figure that a careful reader would write down.

The notation stands at the head of tuned/county.txt.
"""

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

#: What the rules were tuned on, with every field that is extracted of it; and what they were not.
TUNED, GOLDEN, HELD_BACK = (Path(__file__).parent / n for n in ("tuned", "golden", "held_back"))
FIELDS = ("place", "period", "scope", "nature", "per")
_ROW = re.compile(r"(=|>=|<=|>|<|~) (.+?) (-?[\d.]+) (\S+) \|([^|]*)(?:\|(.*))?$")


@dataclass(frozen=True)
class Label:
    """One labelled figure; alternatives of a field stand in its tuple, "" is none."""

    raw: str
    value: float
    unit: str
    bound: str
    heads: tuple[tuple[str, ...], ...]
    fields: dict[str, tuple[str, ...]]


@dataclass
class Passage:
    """A text, what is known of its article, and its labels."""

    title: str
    date: datetime.date | None
    place: str | None
    paragraphs: list[str] = field(default_factory=list)
    labels: list[Label] = field(default_factory=list)
    optional: list[str] = field(default_factory=list)
    never: list[str] = field(default_factory=list)


def read_passages(path: Path) -> Iterator[Passage]:
    """Yield the passages of a file."""
    passage, defaults = _read_heading("")
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("## "):
            if passage.paragraphs:
                yield passage
            passage, defaults = _read_heading(line[3:])
        elif match := _ROW.match(line):
            heads = tuple(tuple(h.strip().split("+")) for h in match[5].split("/"))
            passage.labels.append(Label(
                match[2], float(match[3]), match[4], match[1], heads,
                {**defaults, **_fields(match[6] or "")},
            ))  # fmt: skip
        elif line.startswith("? "):
            passage.optional.append(line[2:])
        elif line.startswith("! "):
            passage.never.append(line[2:])
        elif line and not line.startswith("# "):
            passage.paragraphs.append(line)
    if passage.paragraphs:
        yield passage


def _read_heading(line: str) -> tuple[Passage, dict[str, tuple[str, ...]]]:
    """Read "title | date | place | defaults"; a place may add its rank (旬阳市:县区)."""
    title, date, place, fields, *_ = (part.strip() for part in (line + "|||").split("|"))
    name = "" if place == "-" else place
    defaults = {"place": (name.partition(":")[0],), "nature": ("实际",), **_fields(fields)}
    return Passage(title, _date(date), name or None), defaults


def _date(text: str) -> datetime.date | None:
    return datetime.date.fromisoformat(text) if text and text != "-" else None


def _fields(text: str) -> dict[str, tuple[str, ...]]:
    pairs = (part.split("=", 1) for part in text.split() if "=" in part)
    return {name: tuple("" if v == "-" else v for v in value.split("/")) for name, value in pairs}

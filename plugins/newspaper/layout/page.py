"""What the converter makes of one raw page."""

from dataclasses import dataclass

from plugins.model import Author, Block, HeadLines, Kind
from plugins.newspaper.layout.fragments import Fragment


@dataclass(frozen=True, slots=True)
class RawArticle:
    """One article of the page, its text as printed and its body in reading order."""

    title: str
    kind: Kind
    body: tuple[Block, ...]
    lines: HeadLines
    subtitle: str | None = None
    kicker: str | None = None
    section: str | None = None
    authors: tuple[Author, ...] = ()
    review: tuple[str, ...] = ()

    @property
    def numbers(self) -> tuple[int, ...]:
        """All raw lines that it is made of, from the page's top down."""
        parts = (*self.lines.parts, *(block.source_lines for block in self.body))
        return tuple(sorted(n for part in parts for n in part))


@dataclass(frozen=True, slots=True)
class SetAside:
    """A raw line that is in no article; `why` is empty where nothing is known of it."""

    line: int
    text: str
    why: str = ""


@dataclass(frozen=True, slots=True)
class Page:
    """All of a raw page: its articles in reading order, its furniture, and what is left.

    `sources` are lines of articles that tell the page's issue as well as their authors.
    """

    articles: tuple[RawArticle, ...]
    furniture: tuple[SetAside, ...] = ()
    unassigned: tuple[SetAside, ...] = ()
    sources: tuple[SetAside, ...] = ()


def set_aside(fragment: Fragment, why: str) -> list[SetAside]:
    """A fragment's lines, each set aside for the same reason."""
    parts = zip(fragment.lines, fragment.parts, strict=True)
    return [SetAside(line, text, why) for line, text in parts]

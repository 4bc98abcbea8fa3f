"""Raw lines → fragments: pieces of running text that the layout itself holds together."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from plugins.chinese.characters import count_columns
from plugins.chinese.reading_form import make_reading_form
from plugins.chinese.simplified import is_traditional
from plugins.newspaper.layout.labels import read_label, read_mark
from plugins.newspaper.layout.spacing import close_up, is_spaced

#: So many lines of one character each are text set downwards.
_COLUMN = 8
#: On a page where more lines than this end in a blank, blanks there mean nothing.
_FEW = 0.1


@dataclass(frozen=True, slots=True)
class Fragment:
    """A piece of running text, from one raw line or several hard-wrapped ones.

    `lines` are raw line numbers from 1; `gap` counts the blank lines before it; `indent` is in
    half-width columns; `parts` is the text of each line. `text` is as printed, `reading` its
    reading form, in simplified characters. `tail` is the blank that the last line ends with, where
    it parts words. `is_row` says that its words are the cells of a table's row, `is_caption` that
    it stands where a picture's caption does, `opens_part` that an article's part has its number
    above it, `is_head` that the page says elsewhere, too, that it is of a head.
    """

    text: str
    lines: tuple[int, ...]
    gap: int = 0
    indent: int = 0
    parts: tuple[str, ...] = ()
    reading: str = ""
    tail: str = ""
    size: float = 0.0
    is_row: bool = False
    is_caption: bool = False
    opens_part: bool = False
    is_head: bool = False

    def join(self, other: "Fragment") -> "Fragment":
        """This fragment with `other` directly behind it."""
        return replace(
            self,
            text=self.text + self.tail + other.text,
            lines=self.lines + other.lines,
            parts=self.parts + other.parts,
            reading=self.reading + (" " if self.tail else "") + other.reading,
            tail=other.tail,
        )


def read_fragments(
    lines: Sequence[str], sizes: Sequence[float] = (), captions: Collection[int] = ()
) -> list[Fragment]:
    """Each non-blank line of a page as a fragment, without the blanks around it.

    `sizes` are those of the lines' type, where they are known, `captions` the numbers of those that
    stand below pictures. Blanks that stand between all
    characters of a line, as OCR sets them, are left out.
    """
    page = _Page.look_at(lines)
    fragments: list[Fragment] = []
    gap = 0
    for number, line in enumerate(lines, start=1):
        fragment = page.read_line(line, number)
        if fragment is None:
            gap += 1
        else:
            size = fragment.size or (sizes[number - 1] if sizes else 0.0)
            told = number in captions
            fragments.append(replace(fragment, gap=gap, size=size, is_caption=told))
            gap = 0
    return _join_single(fragments)


def _join_single(fragments: Sequence[Fragment]) -> list[Fragment]:
    """The fragments, those of one character each together where many follow: set downwards."""
    joined: list[Fragment] = []
    for single, run in groupby(fragments, key=lambda f: len(f.reading) == 1):
        pieces = list(run)
        if not single or len(pieces) < _COLUMN:
            joined += pieces
            continue
        for piece in pieces:
            if piece is not pieces[0] and piece.gap == 0:
                joined[-1] = joined[-1].join(piece)
            else:
                joined.append(piece)
    return joined


@dataclass(frozen=True, slots=True)
class _Page:
    """What holds for all lines of a page."""

    traditional: bool
    spaced: bool
    keeps_tails: bool

    @classmethod
    def look_at(cls, lines: Sequence[str]) -> "_Page":
        filled = [line for line in lines if line.strip()]
        trailing = sum(line[-1].isspace() for line in filled)
        return cls(
            is_traditional("".join(filled)),
            sum(map(is_spaced, filled)) > _FEW * len(filled),
            trailing <= _FEW * len(filled),
        )

    def read_line(self, line: str, number: int) -> Fragment | None:
        """The fragment that a line is; None for a line that prints nothing."""
        printed = close_up(line.strip(), spaced_page=self.spaced)
        text, size = read_label(printed)
        reading = make_reading_form(text, simplified=self.traditional).text.strip()
        # The stroke that editors of accounts set behind a label (编辑丨…) is coded as a character.
        reading = read_mark(reading.replace("丨", "|"))
        if not reading:
            return None
        indent = count_columns(line[: line.index(printed[0])].replace("\t", "  "))
        tail = " " if self.keeps_tails and line[-1].isspace() else ""
        return Fragment(text, (number,), 0, indent, (printed,), reading, tail, size)

"""Raw lines → fragments: pieces of running text that the layout itself holds together."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from plugins.chinese.characters import count_columns

_BLANKS = " \t\u3000\xa0\u2002\u2003\u2009\u200b"


@dataclass(frozen=True, slots=True)
class Fragment:
    """A piece of running text, from one raw line or several hard-wrapped ones.

    `lines` are raw line numbers from 1; `gap` counts the blank lines before it; `indent` is in
    half-width columns; `parts` is the text of each line.
    """

    text: str
    lines: tuple[int, ...]
    gap: int = 0
    indent: int = 0
    parts: tuple[str, ...] = ()

    def join(self, other: "Fragment") -> "Fragment":
        """This fragment with `other` directly behind it."""
        return replace(
            self,
            text=self.text + other.text,
            lines=self.lines + other.lines,
            parts=self.parts + other.parts,
        )


def read_fragments(lines: Sequence[str]) -> list[Fragment]:
    """Each non-blank line of a page as a fragment, without the blanks around it."""
    fragments: list[Fragment] = []
    gap = 0
    for number, line in enumerate(lines, start=1):
        text = line.strip().strip(_BLANKS)
        if not text:
            gap += 1
            continue
        indent = count_columns(line[: line.index(text[0])].replace("\t", "  "))
        fragments.append(Fragment(text, (number,), gap, indent, (text,)))
        gap = 0
    return fragments

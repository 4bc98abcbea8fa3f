"""An article's body as blocks of text, and where on the raw page each came from."""

from dataclasses import dataclass
from typing import Literal

#: Stands for each hidden character, on the page and in the article's file.
MASK = "▇"

BlockType = Literal["paragraph", "heading", "caption", "row"]


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph, sub-headline, caption or row of a table of an article's body.

    A row's text is its cells with one blank between them.

    `text` is kept as printed; `source_lines` are line numbers of the raw page, counted from 1,
    in reading order, empty for text that an editor wrote.
    """

    type: BlockType
    text: str
    source_lines: tuple[int, ...] = ()

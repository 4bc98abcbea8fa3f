"""An article's blocks as Markdown, and back: the printed text survives exactly.

A sub-headline is `## …`, a caption a paragraph with `{: .caption}` below it, rows of a table that
follow each other a table, everything else a plain paragraph.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import groupby
from typing import TYPE_CHECKING

from plugins.chinese.expressions import compile_late
from plugins.chinese.table_heads import begins_table
from plugins.content.timed_rendering import render_in_time
from plugins.model import Block, BlockType

if TYPE_CHECKING:
    # Loaded by the first text that is more than plain paragraphs.
    from bs4 import BeautifulSoup, Tag
    from bs4.formatter import HTMLFormatter

#: Characters to which Python-Markdown gives a meaning anywhere in a line.
SPECIAL = compile_late(r"[\\`*_{\[#]")
#: … and only at a line's start: list items, quotations, rules, numbered items.
LINE_START = compile_late(r"^(?:(\d+)(\.)|()([>+-]))")
ENTITY = compile_late(r"&(?=#?\w+;)")
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
#: Elements whose text is one block, when no other such element stands inside.
BLOCK_TAGS = (*HEADINGS, "p", "li", "tr", "pre")
#: A soft line break, and what joins its two sides: nothing next to a Chinese character.
CJK = r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f“”‘’…—]"
CJK_CHARACTER = compile_late(CJK)
BLANKS = compile_late(r"\s+")
#: Rendered text without any element inside another, and without entities.
_PLAIN_BLOCK = compile_late(r"<(p|h2)>([^<>&]*+)</\1>\n?")
PLAIN = compile_late(r"(?:<(p|h2)>[^<>&]*+</\1>\n?)*+")


def to_markdown(blocks: Sequence[Block]) -> str:
    """Write blocks as Markdown; what would be markup is escaped, blocks without text go."""
    written: list[str] = []
    for (kind, _), alike in groupby(blocks, key=_name_part):
        texts = [text for block in alike if (text := printable(block.text))]
        if kind == "row":
            written += map(_write_table, _part_tables(texts))
        else:
            written += [_mark(kind, _escape(text)) for text in texts]
    return "\n\n".join(written)


def to_blocks(markdown: str) -> list[Block]:
    """Read the blocks of an article's Markdown, as the site's own rendering shows them.

    Also takes what only editors write (lists, emphasis): each item or paragraph is a paragraph. For
    blocks of printable text it undoes to_markdown (source lines apart).
    """
    return list(html_blocks(parse_html(render_in_time(markdown))))


def read_blocks(html: str) -> Iterator[Block]:
    """Yield the blocks of rendered HTML, without a parser where it is of plain paragraphs."""
    if not PLAIN.fullmatch(html):
        yield from html_blocks(parse_html(html))
        return
    for name, words in _PLAIN_BLOCK.findall(html):
        if text := join_lines(words).strip():
            yield Block("paragraph" if name == "p" else "heading", text)


@cache
def load_formatter() -> "HTMLFormatter":
    """How HTML is written: “ is no &ldquo;, and void tags have no slash."""
    from bs4.formatter import HTMLFormatter

    minimal = HTMLFormatter.REGISTRY["minimal"].entity_substitution
    return HTMLFormatter(entity_substitution=minimal, void_element_close_prefix="")


def parse_html(html: str) -> "BeautifulSoup":
    """Parse rendered HTML."""
    from bs4 import BeautifulSoup

    return BeautifulSoup(html, "html.parser")


def write_html(element: "Tag") -> str:
    """Write what was parsed as HTML again."""
    written: str = element.decode(formatter=load_formatter())
    return written


def html_blocks(soup: "BeautifulSoup") -> Iterator[Block]:
    """Yield the blocks of rendered HTML, in reading order."""
    for element in find_blocks(soup):
        if text := read_text(element):
            yield Block(_block_type(element), text)


def find_blocks(soup: "BeautifulSoup") -> "list[Tag]":
    """Return the elements whose text is one block, in reading order."""
    elements: list[Tag] = list(soup.find_all(BLOCK_TAGS))
    outer = {id(parent) for element in elements for parent in element.parents}
    return [element for element in elements if id(element) not in outer]


def read_text(element: "Tag") -> str:
    """Return a block's text; that of a table's row has blanks between its cells."""
    if element.name == "tr":
        return "".join(map(join_lines, element.strings)).strip()
    return join_lines(element.get_text()).strip()


def join_lines(text: str) -> str:
    """Join soft-wrapped lines as Chinese does (nothing between), other scripts by one blank."""
    return BLANKS.sub(_join_line, text)


def _join_line(blanks: re.Match[str]) -> str:
    """Return what stands for a run of blanks: itself, where no line ends in it."""
    if "\n" not in blanks[0]:
        return blanks[0]
    text, start, end = blanks.string, blanks.start(), blanks.end()
    beside = text[max(start - 1, 0) : start] + text[end : end + 1]
    return "" if CJK_CHARACTER.search(beside) else " "


def printable(text: str) -> str:
    """Return what of a block's text a page can print: no control characters, no outer blanks."""
    kept = (c for c in text if c == "\t" or unicodedata.category(c) not in {"Cc", "Cs", "Zl", "Zp"})
    return "".join(kept).strip()


def _block_type(element: "Tag") -> BlockType:
    if element.name in HEADINGS:
        return "heading"
    if element.name == "tr":
        return "row"
    return "caption" if "caption" in (element.get("class") or ()) else "paragraph"


def _mark(kind: BlockType, text: str) -> str:
    if kind == "heading":
        return f"## {text}"
    return f"{text}\n{{: .caption}}" if kind == "caption" else text


def _name_part(block: Block) -> tuple[BlockType, int]:
    """What blocks have in common that are written as one: rows of one table have as many cells."""
    return block.type, len(block.text.split(" ")) if block.type == "row" else 0


def _part_tables(rows: Sequence[str]) -> list[list[str]]:
    """The tables of rows with as many cells: a head among numbers is that of another table."""
    tables: list[list[str]] = []
    for row, below in zip(rows, (*rows[1:], ""), strict=True):
        if not tables or begins_table(row, tables[-1], below):
            tables.append([])
        tables[-1].append(row)
    return tables


def _write_table(rows: Sequence[str]) -> str:
    """Write rows as a Markdown table, whose first row is its head."""
    lines = [f"| {' | '.join(map(_escape_cell, row.split(' ')))} |" for row in rows]
    lines.insert(1, "|" + " --- |" * len(rows[0].split(" ")))
    return "\n".join(lines)


def _escape_cell(text: str) -> str:
    return _escape_inside(text).replace("|", "\\|")


def _escape(text: str) -> str:
    return LINE_START.sub(r"\1\3\\\2\4", _escape_inside(text))


def _escape_inside(text: str) -> str:
    text = ENTITY.sub("&amp;", SPECIAL.sub(r"\\\g<0>", text))
    return text.replace("<", "&lt;").replace("\t", "&#9;")

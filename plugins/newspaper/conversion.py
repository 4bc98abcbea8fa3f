"""A raw page's bytes → its articles in reading order: the stages of the converter, composed."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from plugins.newspaper.articles import build_page
from plugins.newspaper.doubts.continuations import doubt_continuations
from plugins.newspaper.doubts.cuts import doubt_cuts
from plugins.newspaper.doubts.scans import doubt_scan
from plugins.newspaper.evidence.edges import Evidence
from plugins.newspaper.evidence.features import Features
from plugins.newspaper.evidence.language import Language
from plugins.newspaper.furniture.contents_lists import set_contents_aside
from plugins.newspaper.furniture.page_lines import set_furniture_aside
from plugins.newspaper.furniture.repeated_heads import set_copies_aside
from plugins.newspaper.layout.caption_lines import join_captions
from plugins.newspaper.layout.fragments import Fragment, read_fragments
from plugins.newspaper.layout.page import Page, SetAside, set_aside
from plugins.newspaper.layout.source_lines import read_source_line
from plugins.newspaper.layout.table_rows import Row, list_tables, part_tables, stand_in
from plugins.newspaper.outline import outline_page
from plugins.newspaper.paragraphs import join_lines
from plugins.newspaper.reading.captions import (
    Caption,
    find_captions,
    set_caption_aside,
    take_row,
)
from plugins.newspaper.reading.weights import load_joins
from plugins.newspaper.sources.formats import read_raw_page


@lru_cache(maxsize=1)
def load_language() -> Language:
    """The word model, read once a process: it is large and never changes."""
    return Language()


def convert_page(data: bytes, name: str) -> Page:
    """The articles of one raw page, `data` being the content of the file called `name`.

    Raises ContentError where the file is no page of text.
    """
    pieces = read_pieces(data, name)
    captions = list(pieces.captions)
    if pieces.evidence is None:
        loose = [a for c in captions for a in set_caption_aside(c)]
        page = Page((), tuple(sorted([*pieces.furniture, *loose], key=lambda a: a.line)))
    else:
        outline = outline_page(pieces.evidence)
        page = doubt_cuts(build_page(outline, captions, pieces.furniture), outline)
    page = doubt_continuations(replace(page, sources=pieces.sources))
    return doubt_scan(page, pieces.lines, load_language())


@dataclass(frozen=True, slots=True)
class Pieces:
    """A page before it is read: the evidence of its text, and what is in no article's text.

    `evidence` is None where the page has no text but furniture and captions; `sources` are the
    lines of its text that say who wrote it, and when and where it was published; `lines` are all
    that may be an article's, each a fragment.
    """

    evidence: Evidence | None
    captions: tuple[Caption, ...]
    furniture: tuple[SetAside, ...]
    sources: tuple[SetAside, ...]
    lines: tuple[Fragment, ...]


def read_pieces(data: bytes, name: str) -> Pieces:
    """The pieces of text of one raw page; raises ContentError as `convert_page` does."""
    raw = read_raw_page(data, name)
    # A page's number may look like a cell, so tables come first.
    fragments, rows = part_tables(read_fragments(raw.lines, raw.sizes, raw.captions))
    fragments, furniture = set_furniture_aside(fragments)
    fragments, lists = set_contents_aside(fragments)
    fragments, copies = set_copies_aside(fragments)
    furniture += [*lists, *copies]
    fragments = join_captions(fragments)
    language = load_language()
    pieces = join_lines(fragments, language, load_joins()) if fragments else []
    pieces, rows = _stand_in(pieces, rows)
    looks = [Features(p, language.ends_loosely(p.reading)) for p in pieces]
    found = find_captions(looks)
    features = [f for i, f in enumerate(looks) if i not in found]
    evidence = Evidence(features, language) if features else None
    told = (f for f in fragments if "作者" in read_source_line(f.reading))
    sources = tuple(a for f in told for a in set_aside(f, "来源"))
    apart = [*found.values(), *map(take_row, rows)]
    return Pieces(evidence, tuple(apart), tuple(furniture), sources, tuple(fragments))


def _stand_in(pieces: Sequence[Fragment], rows: Sequence[Row]) -> tuple[list[Fragment], list[Row]]:
    """The pieces with the first row of each table that is a story by itself, and the other rows."""
    whole, left = list(pieces), list(rows)
    for table in list_tables(rows, pieces):
        line = table[0].fragment.lines[0]
        above = next((p for p in reversed(pieces) if p.lines[-1] < line), None)
        below = next((p for p in pieces if p.lines[0] > line), None)
        if first := stand_in(above, table, below):
            whole.append(first)
            left.remove(table[0])
    return sorted(whole, key=lambda piece: piece.lines[0]), left


def read_heads(data: bytes, name: str) -> list[SetAside]:
    """The lines of a raw page that say which issue it is of, with the rest of its furniture.

    Raises ContentError as `convert_page` does.
    """
    fragments, furniture = set_furniture_aside(read_fragments(read_raw_page(data, name).lines))
    told = (f for f in fragments if "作者" in read_source_line(f.reading))
    return [*furniture, *(a for f in told for a in set_aside(f, "来源"))]

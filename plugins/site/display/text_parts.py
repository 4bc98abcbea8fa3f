"""A long text in parts, a page each, so that none is heavy on a thin network."""

import math
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from bs4 import Tag
from bs4.element import NavigableString, PageElement

from plugins.content.markdown_text import (
    PLAIN,
    find_blocks,
    load_formatter,
    parse_html,
    read_blocks,
    write_html,
)
from plugins.content.sources import Source
from plugins.site.display.paragraphs import paragraph_anchor

#: What a part may hold, in characters: it stays below 30 KB as sent, style and script included.
MOST = 9_500
#: A figure's mark and its row in the table take as much as so many characters.
FIGURE = 40
#: A sub-headline opens a part rather than a paragraph that is nearer by so many characters.
HEADING = 1_000
_HERE = 'href="#'


class TextParts(NamedTuple):
    """The parts of a text: the address of the first, and the body blocks, from 0, that open one."""

    url: str
    starts: tuple[int, ...] = (0,)

    @property
    def addresses(self) -> list[str]:
        """The pages' addresses; no slug has a dot, so that none is another text's."""
        stem = self.url.removesuffix(".html")
        return [self.url, *(f"{stem}.{number}.html" for number in range(2, len(self.starts) + 1))]

    def find(self, block: int) -> int:
        """Return the part that a body block stands in, from 1."""
        return bisect_right(self.starts, block)

    def locate(self, block: int) -> str:
        """Return the address of the page that a body block stands on."""
        return self.addresses[self.find(block) - 1]


def part_text(source: Source, figures: Iterable[int]) -> TextParts:
    """Return an article's parts; `figures` are the blocks of its marked figures.

    A text that leads to places of its own, as by footnotes, stays whole.
    """
    # Raw lines, where a page shows them, say all of it again.
    times = 2 if source.front.provenance else 1
    weights = [times * len(block.text) for block in source.blocks]
    for block in figures:
        weights[block] += FIGURE
    count = math.ceil(sum(weights) / MOST)
    if count < 2 or _HERE in source.html:
        return TextParts(source.address)
    before, openings = [0, *accumulate(weights)], list(_list_openings(source.html))
    starts = {0}
    for number in range(1, count):
        wanted = before[-1] * number / count
        # A text of captions alone, or one list or table, has no other beginning.
        starts.add(min(_rate_openings(source, openings, before, wanted), default=(0, 0))[1])
    return TextParts(source.address, tuple(sorted(starts)))


def _rate_openings(
    source: Source, openings: Iterable[int], before: Sequence[int], wanted: float
) -> Iterator[tuple[float, int]]:
    """Yield the blocks that may open a part, each behind how ill it does."""
    kinds = [block.type for block in source.blocks]
    for block in openings:
        if kinds[block] != "caption" and "heading" not in kinds[max(0, block - 1) : block]:
            yield abs(before[block] - wanted) - (HEADING if kinds[block] == "heading" else 0), block


def _list_openings(html: str) -> Iterator[int]:
    """Yield the blocks that open an outermost element: no list or table is divided."""
    if PLAIN.fullmatch(html):
        yield from (number for number, _ in enumerate(read_blocks(html)))
        return
    soup = parse_html(html)
    opened: set[int] = set()
    number = 0
    for block in find_blocks(soup):
        if block.get_text().strip():
            outermost = [block, *block.parents][-2]
            if id(outermost) not in opened:
                yield number
            opened.add(id(outermost))
            number += 1


def divide_html(html: str, parts: TextParts) -> tuple[str, ...]:
    """Return the HTML of each part, of a text as display_html gives it, with its ids."""
    if len(parts.starts) == 1:
        return (html,)
    anchors = [paragraph_anchor(block) for block in parts.starts[1:]]
    pieces = [""]
    for element in parse_html(html).contents:
        if anchors and _has_anchor(element, anchors[0]):
            anchors.pop(0)
            pieces.append("")
        pieces[-1] += _write(element)
    return tuple(pieces)


def _has_anchor(element: PageElement, anchor: str) -> bool:
    return isinstance(element, Tag) and (
        element.get("id") == anchor or element.find(id=anchor) is not None
    )


def _write(element: PageElement) -> str:
    if isinstance(element, NavigableString):
        return element.output_ready(load_formatter())
    return write_html(element) if isinstance(element, Tag) else ""

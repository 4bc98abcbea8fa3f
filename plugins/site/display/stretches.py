"""A text cut into stretches: figures and terms as elements, misprints marked within and across."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bs4 import BeautifulSoup, Tag
from bs4.element import NavigableString, PageElement

from plugins.site.display.misprints import MarkedMisprint

#: Characters `start` to `end` of a text, and the element around them, if any.
Stretch = tuple[int, int, Tag | None]


@dataclass(frozen=True, slots=True)
class Mark:
    """A figure to be marked: characters `start` to `end` of a block, its id and its value."""

    block: int
    start: int
    end: int
    anchor: str
    value: str


def write_text(
    soup: BeautifulSoup,
    text: str,
    stretches: Sequence[Stretch],
    misprints: Sequence[MarkedMisprint],
) -> Iterator[PageElement]:
    """Yield the pieces of a text whose `stretches` are in order and do not overlap.

    `misprints` have their places in this text, and may reach beyond it. An element stays whole,
    since other pages lead to it: a misprint is cut at its ends, and what an editor says of one
    that ends in it stands after it.
    """
    for start, end, element in _fill_gaps(stretches, misprints, len(text)):
        pieces = _mark_misprints(soup, text, start, end, misprints)
        if element:
            element.extend(list(pieces))
            yield element
        else:
            yield from pieces
        yield from (_note(soup, misprint) for misprint in misprints if start < misprint.end <= end)


def _fill_gaps(
    stretches: Sequence[Stretch], misprints: Sequence[MarkedMisprint], length: int
) -> Iterator[Stretch]:
    """Yield the stretches with those between them, the latter cut where misprints end."""
    at = 0
    for start, end, element in (*stretches, (length, length, None)):
        for cut in (*(one.end for one in misprints if one.end < start), start):
            if at < cut:
                yield at, cut, None
                at = cut
        if start < end:
            yield start, end, element
            at = end


def _mark_misprints(
    soup: BeautifulSoup, text: str, start: int, end: int, misprints: Sequence[MarkedMisprint]
) -> Iterator[PageElement]:
    """Yield a stretch's text with the misprinted words in it as elements."""
    at = start
    for misprint in misprints:
        begin, stop = max(misprint.start, start), min(misprint.end, end)
        if begin < stop:
            yield NavigableString(text[at:begin])
            words = soup.new_tag("span", string=text[begin:stop])
            words["class"] = "misprint"
            yield words
            at = stop
    yield NavigableString(text[at:end])


def _note(soup: BeautifulSoup, misprint: MarkedMisprint) -> Tag:
    """Return what an editor says of a misprint, in words, so that every reader has it."""
    note = soup.new_tag("ins", string=misprint.note)
    note["class"] = "sic"
    return note

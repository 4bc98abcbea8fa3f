"""The sentences of an article that name a village, a town or a public person.

What may not travel stays in the article: of a sentence with a private person's name, an illness
or a household's income only the clause is shown, or what of it leads up to the name, where that
tells nothing of the kind; or else only the paragraph is pointed to.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from plugins.chinese.punctuation import widen
from plugins.model import Block
from plugins.privacy.excerpts import SENTENCE, is_shareable
from plugins.site.display.paragraphs import paragraph_anchor
from plugins.site.display.text_parts import TextParts

#: A page of a place shows so many sentences of one article.
MOST_SENTENCES = 3
#: Of a longer sentence so many characters on each side of the name are shown.
AROUND = 48
_CLAUSE_ENDS = "，；：、。！？"
_LEFT_OUT = "……"

#: Characters `start` to `end` of a body block.
Spot = tuple[int, int, int]


class Naming(NamedTuple):
    """A sentence, or the part of it around a name; all empty where it may not leave its article.

    `block` is the body block that it stands in, from 0, `page` the address of its page.
    """

    block: int
    page: str
    before: str = ""
    name: str = ""
    after: str = ""

    @property
    def anchor(self) -> str:
        """The id of its paragraph in the article."""
        return paragraph_anchor(self.block)

    @property
    def label(self) -> str:
        """What the paragraph is called."""
        return f"第 {self.block + 1} 段"


def find_namings(
    blocks: Sequence[Block],
    spots: Mapping[str, Iterable[Spot]],
    private_names: Collection[str],
    parts: TextParts,
) -> dict[str, tuple[Naming, ...]]:
    """Return for each name the sentences at its `spots`, the first MOST_SENTENCES that differ."""
    found = {
        name: _quote_all(blocks, places, private_names, parts) for name, places in spots.items()
    }
    return {name: namings for name, namings in found.items() if namings}


def find_spots(blocks: Sequence[Block], name: str) -> list[Spot]:
    """List every place of the body that has a name's characters; an empty name has none."""
    spots = []
    for number, block in enumerate(blocks):
        at = block.text.find(name)
        # Each turn goes on behind a name, which is not empty.
        while name and at >= 0:
            spots.append((number, at, at + len(name)))
            at = block.text.find(name, at + len(name))
    return spots


def _quote_all(
    blocks: Sequence[Block],
    spots: Iterable[Spot],
    private_names: Collection[str],
    parts: TextParts,
) -> tuple[Naming, ...]:
    told: dict[tuple[int, int], Naming] = {}
    for spot in sorted(spots):
        # Half-width marks end sentences too; they are told from points of numbers by widening.
        text = widen(blocks[spot[0]].text)
        sentence = _find_sentence(text, spot[1])
        if sentence and (spot[0], sentence[0]) not in told:
            quoted = _quote(text, sentence, spot, private_names)
            told[spot[0], sentence[0]] = Naming(spot[0], parts.locate(spot[0]), *quoted)
    # A sentence says more than a number of a paragraph.
    namings = sorted(told.values(), key=lambda naming: not naming.name)
    return tuple(namings[:MOST_SENTENCES] if namings and namings[0].name else namings[:1])


def _find_sentence(text: str, at: int) -> tuple[int, int] | None:
    return next((m.span() for m in SENTENCE.finditer(text) if m.start() <= at < m.end()), None)


def _quote(
    text: str, sentence: tuple[int, int], spot: Spot, private_names: Collection[str]
) -> tuple[str, ...]:
    """Return what of a sentence before a spot, at it and after it may be shown, or nothing."""
    _, start, end = spot
    for first, last in _list_windows(text, sentence, start, end):
        if is_shareable(text[first:last], private_names):
            before, after = text[first:start].lstrip(), text[end:last].rstrip()
            cut = "" if last == sentence[1] else _LEFT_OUT
            return _shorten_before(before), text[start:end], _shorten_after(after) + cut
    return ()


def _list_windows(
    text: str, sentence: tuple[int, int], start: int, end: int
) -> Iterator[tuple[int, int]]:
    """Yield the sentence, the clause of it around a name, and the clause up to the name's end."""
    clause = max(text.rfind(mark, sentence[0], start) + 1 for mark in _CLAUSE_ENDS)
    first = max(clause, sentence[0])
    ends = [at for mark in _CLAUSE_ENDS if (at := text.find(mark, end, sentence[1])) >= 0]
    yield sentence
    yield first, min(ends, default=sentence[1])
    yield first, end


def _shorten_before(text: str) -> str:
    """Keep the end of what stands before a name, from the beginning of a clause if one is near."""
    if len(text) <= AROUND:
        return text
    kept = text[-AROUND:]
    cut = next((i + 1 for i, c in enumerate(kept[: AROUND // 2]) if c in _CLAUSE_ENDS), 0)
    return _LEFT_OUT + kept[cut:]


def _shorten_after(text: str) -> str:
    """Keep the beginning of what stands behind a name, to the end of a clause if one is near."""
    if len(text) <= AROUND:
        return text
    kept = text[:AROUND]
    cut = max(kept.rfind(mark) for mark in _CLAUSE_ENDS)
    return kept[: cut if cut >= AROUND // 2 else AROUND] + _LEFT_OUT

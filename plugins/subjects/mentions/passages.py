"""The texts of an article in reading order, cut into words, and the places found in them."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from itertools import accumulate, compress
from operator import itemgetter

from plugins.chinese.reading_form import ReadingForm, make_reading_form
from plugins.chinese.simplified import is_traditional, simplify
from plugins.model import Block
from plugins.subjects.tables.places import Region, Village
from plugins.subjects.tables.words import Words

#: Numbers of the texts that stand before the body, whose blocks count from 0.
TITLE = -2
SUBTITLE = -1
#: The script of an article is told by so many characters of its opening.
_OPENING = 400


@dataclass(frozen=True)
class Passage:
    """One text of an article (`block` is TITLE, SUBTITLE or the body block's index), in words.

    `text` is `form`, the reading form of what is printed, in simplified characters, one for one;
    `offsets` are the words' first characters, with the text's length at the end.
    """

    block: int
    text: str
    words: tuple[str, ...]
    offsets: tuple[int, ...]
    form: ReadingForm
    printed: str

    def locate(self, start: int, end: int) -> tuple[int, int]:
        """Return where characters [start, end) of the text are printed."""
        return (start, end) if self.printed == self.text else self.form.locate(start, end)

    def is_boundary(self, offset: int) -> bool:
        """Whether a word begins or ends at the offset."""
        position = bisect_left(self.offsets, offset)
        return position < len(self.offsets) and self.offsets[position] == offset

    def word_before(self, offset: int) -> str:
        """Return the word that ends at the offset, "" when none does."""
        position = bisect_left(self.offsets, offset)
        return self.words[position - 1] if position and self.is_boundary(offset) else ""

    def word_after(self, offset: int) -> str:
        """Return the word that begins at the offset, "" when none does."""
        position = bisect_left(self.offsets, offset)
        if position < len(self.words) and self.is_boundary(offset):
            return self.words[position]
        return ""

    def list_words(self, characters: Set[str], place: int) -> Iterator[tuple[int, str]]:
        """Return the words whose character at a place is one of these, each with its offset."""
        chosen = map(characters.__contains__, map(itemgetter(place), self.words))
        return compress(zip(self.offsets, self.words, strict=False), chosen)

    def words_between(self, start: int, end: int) -> Iterator[tuple[int, str]]:
        """Return the words that have characters in [start, end), each with its offset."""
        first = bisect_right(self.offsets, start) - 1
        behind = min(bisect_left(self.offsets, end, first), len(self.words))
        return zip(self.offsets[first:behind], self.words[first:behind], strict=True)


@dataclass(frozen=True)
class Candidate:
    """A printed form at its place in the text, with everything that it may mean."""

    block: int
    start: int
    end: int
    printed: str
    places: tuple[Region, ...]


@dataclass(frozen=True)
class Mention:
    """A place named in the text: `printed` is exactly the block's characters [start:end)."""

    block: int
    start: int
    end: int
    printed: str
    place: Region | Village


def cut_passage(block: int, printed: str, words: Words, *, traditional: bool = False) -> Passage:
    """Return the printed text's reading form, cut into words."""
    form = make_reading_form(printed)
    text = simplify(form.text) if traditional else form.text
    cut = tuple(words.cut(text))
    return Passage(block, text, cut, tuple(accumulate(map(len, cut), initial=0)), form, printed)


def cut_article(
    title: str, subtitle: str | None, blocks: Sequence[Block], words: Words
) -> tuple[Passage, ...]:
    """Return the article's title, subtitle and body as passages in reading order."""
    texts = [(TITLE, title), (SUBTITLE, subtitle or "")]
    texts += [(index, block.text) for index, block in enumerate(blocks)]
    traditional = is_traditional("".join(text for _, text in texts[:4])[:_OPENING])
    return tuple(cut_passage(block, text, words, traditional=traditional) for block, text in texts)

"""The corpus: every character of every document, as symbols."""

from collections.abc import Sequence
from concurrent.futures import Executor, ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from plugins.search.codes.bits import Numbers
from plugins.search.codes.shard_format import FIELD_END
from plugins.search.corpus.cut_cache import CutCache, name_article
from plugins.search.corpus.cutting import LONGEST, Cuts, text_codes
from plugins.search.corpus.documents import SearchDocument
from plugins.search.corpus.folding import fold_alphabet, is_word_character

#: What there is of every character.
_LONG_ARRAYS = ("printed", "printed_term", "steps", "folded", "field", "term", "run")


@dataclass(frozen=True)
class Corpus:
    """All documents as arrays of characters, in order, printed and folded ones.

    `names` stand for what each document says (cut_cache.name_article). `printed` and `folded` are
    indices into the two alphabets (sorted code points); `field` is three times the document's
    number, one more in its byline and two in its body; `spans` are the positions at which bylines
    and bodies begin (shard_format.py); the others are those of cutting.Cuts. `printed_term`,
    `steps` and `printed_lengths` are of the printed text, all else of the folded one.
    """

    names: Sequence[bytes]
    printed_alphabet: NDArray[np.uint32]
    folded_alphabet: NDArray[np.uint32]
    printed: NDArray[np.uint16]
    printed_term: NDArray[np.uint8]
    steps: NDArray[np.uint8]
    folded: NDArray[np.uint16]
    field: NDArray[np.unsignedinteger]
    term: NDArray[np.uint8]
    run: NDArray[np.uint8]
    lengths: NDArray[np.int64]
    printed_lengths: NDArray[np.int64]
    term_counts: NDArray[np.int64]
    spans: tuple[int, int]

    @property
    def documents(self) -> int:
        """How many documents there are."""
        return len(self.lengths)

    def place_characters(self, at: NDArray[np.int64]) -> tuple[Numbers, Numbers]:
        """Return the documents in which these characters stand, and the positions in them."""
        field = self.field[at]
        sizes = self.lengths.ravel()
        base = np.tile([0, *self.spans], self.documents) - (np.cumsum(sizes) - sizes)
        return field // np.int64(3), at + base[field]

    @property
    def word_symbols(self) -> NDArray[np.bool_]:
        """Tell which folded symbols belong to words."""
        return np.array([is_word_character(chr(code)) for code in self.folded_alphabet])


def read_corpus(
    documents: Sequence[SearchDocument],
    executor: Executor,
    further: str = "",
    cache: CutCache | None = None,
) -> Corpus:
    """Cut the documents on `executor` and lay them side by side.

    `further` are characters that the alphabet needs besides those of the documents; `cache` is
    what earlier builds have cut.
    """
    names = [name_article((d.title, d.byline, d.body)) for d in documents]
    articles = [
        (_part(document.title), _part(document.byline), _part(document.body))
        for document in documents
    ]
    with ThreadPoolExecutor(1) as beside:
        cut = (cache or CutCache(None)).cut_articles
        cutting = beside.submit(cut, articles, names, executor)
        codes = text_codes([text for article in articles for text in article])
        printed_alphabet, printed = _number_characters(codes, {FIELD_END, *further})
        cuts = cutting.result()
    folded_alphabet = text_codes(["".join(fold_alphabet(map(chr, printed_alphabet.tolist())))])[:-1]
    titles, bylines, _ = cuts.lengths.max(axis=0).tolist()
    return Corpus(
        names,
        printed_alphabet,
        folded_alphabet,
        printed,
        find_printed_terms(cuts),
        cuts.steps,
        _find_numbers(cuts.codes, folded_alphabet),
        _number_fields(cuts.lengths),
        cuts.term,
        cuts.run,
        cuts.lengths,
        cuts.printed_lengths,
        cuts.term_counts,
        (titles, titles + bylines),
    )


def find_printed_terms(cuts: Cuts) -> NDArray[np.uint8]:
    """Return the lengths of terms as printed, where printed characters begin and end them."""
    if (cuts.steps == 1).all():
        return cuts.term
    ends = np.cumsum(cuts.steps, dtype=np.int64)
    owners = np.repeat(np.arange(len(cuts.steps)), cuts.steps)
    begins = np.flatnonzero(cuts.term)
    first, stops = owners[begins], begins + cuts.term[begins]
    last = owners[stops - 1]
    whole = (ends[first] - cuts.steps[first] == begins) & (ends[last] == stops)
    lengths = np.zeros(len(cuts.steps), dtype=np.uint8)
    lengths[first[whole]] = np.minimum(last - first + 1, LONGEST)[whole]
    return lengths


def _part(text: str) -> str:
    return text.replace(FIELD_END, " ")


def _number_fields(lengths: NDArray[np.int64]) -> NDArray[np.unsignedinteger]:
    """Return each character's field, in as few bytes as hold it."""
    numbers = np.arange(lengths.size, dtype=np.min_scalar_type(lengths.size))
    return np.repeat(numbers, lengths.ravel())


def _number_characters(
    codes: NDArray[np.uint32], further: set[str]
) -> tuple[NDArray[np.uint32], NDArray[np.uint16]]:
    """Return the alphabet of printed characters, and the text in numbers of it."""
    besides = [ord(character) for character in further]
    present = np.zeros(max(int(codes.max()), *besides) + 1, dtype=np.bool_)
    present[codes] = present[besides] = True
    alphabet = np.flatnonzero(present).astype(np.uint32)
    return alphabet, _find_numbers(codes, alphabet)


def _find_numbers(codes: NDArray[np.uint32], alphabet: NDArray[np.uint32]) -> NDArray[np.uint16]:
    """Return the numbers of characters of an alphabet, by a table of them."""
    numbers = np.zeros(int(alphabet.max(initial=0)) + 1, dtype=np.uint16)
    numbers[alphabet] = np.arange(len(alphabet))
    return numbers[codes]


def map_corpus(corpus: Corpus, folder: Path) -> Corpus:
    """Put the arrays of characters into files of `folder`: in memory once for all processes."""
    for name in _LONG_ARRAYS:
        np.save(folder / f"{name}.npy", getattr(corpus, name))
    return open_corpus(strip_corpus(corpus), folder)


def strip_corpus(corpus: Corpus) -> Corpus:
    """Return the corpus without its arrays of characters, light enough to be sent."""
    empty: dict[str, Any] = {name: np.zeros(0) for name in _LONG_ARRAYS}
    return replace(corpus, **empty)


def open_corpus(light: Corpus, folder: Path) -> Corpus:
    """Return a stripped corpus with the arrays that map_corpus wrote."""
    arrays: dict[str, Any] = {
        name: np.load(folder / f"{name}.npy", mmap_mode="r") for name in _LONG_ARRAYS
    }
    return replace(light, **arrays)

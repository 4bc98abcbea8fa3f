"""The corpus: every character of every document, as symbols."""

from collections.abc import Sequence
from concurrent.futures import Executor
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from plugins.search.cutting import CutText, cut_texts
from plugins.search.documents import SearchDocument
from plugins.search.folding import fold_codes, is_word_character
from plugins.search.shard_format import FIELD_END

#: Documents cut at a time: enough to keep a process busy, few enough to share evenly.
BATCH = 200
#: What there is of every character.
_LONG_ARRAYS = ("printed", "folded", "document", "place", "term", "word", "run")


@dataclass(frozen=True)
class Corpus:
    """All documents as arrays of characters, in order.

    `printed` and `folded` are indices into the two alphabets (sorted code points); `document`
    is the document's number; `place`, `term`, `word` and `run` are those of cutting.CutText, as
    are `lengths` and `term_counts`, with a row a document and a column a field.
    """

    printed_alphabet: NDArray[np.uint32]
    folded_alphabet: NDArray[np.uint32]
    printed: NDArray[np.uint16]
    folded: NDArray[np.uint16]
    document: NDArray[np.int32]
    place: NDArray[np.int32]
    term: NDArray[np.uint8]
    word: NDArray[np.uint8]
    run: NDArray[np.uint8]
    lengths: NDArray[np.int64]
    term_counts: NDArray[np.int64]
    spans: tuple[int, int]

    @property
    def documents(self) -> int:
        """How many documents there are."""
        return len(self.lengths)

    @property
    def word_symbols(self) -> NDArray[np.bool_]:
        """Tell which folded symbols belong to words."""
        return np.array([is_word_character(chr(code)) for code in self.folded_alphabet])


def read_corpus(
    documents: Sequence[SearchDocument], executor: Executor, further: str = ""
) -> Corpus:
    """Cut the documents batch by batch on `executor` and lay them side by side.

    `further` are characters that the alphabet needs besides those of the documents.
    """
    titles = 1 + max((len(d.title) for d in documents), default=0)
    spans = (titles, titles + 1 + max((len(d.byline) for d in documents), default=0))
    batches = [
        [
            text.replace(FIELD_END, " ")
            for d in documents[i : i + BATCH]
            for text in (d.title, d.byline, d.body)
        ]
        for i in range(0, len(documents), BATCH)
    ]
    parts = list(executor.map(partial(cut_texts, spans=spans), batches))
    return _join_parts(parts, spans, sorted({FIELD_END, *further}))


def _join_parts(parts: list[CutText], spans: tuple[int, int], further: list[str]) -> Corpus:
    codes = np.concatenate([part.codes for part in parts])
    lengths = np.concatenate([part.lengths for part in parts])
    present = np.bincount(codes, minlength=max(map(ord, further)) + 1) > 0
    present[[ord(character) for character in further]] = True
    printed_alphabet = np.flatnonzero(present).astype(np.uint32)
    folded_codes = fold_codes(printed_alphabet)
    folded_alphabet = np.unique(folded_codes)
    printed = (np.cumsum(present) - 1).astype(np.uint16)[codes]
    numbers = np.arange(len(lengths), dtype=np.int32)
    return Corpus(
        printed_alphabet,
        folded_alphabet,
        printed,
        np.searchsorted(folded_alphabet, folded_codes).astype(np.uint16)[printed],
        np.repeat(numbers, lengths.sum(axis=1)),
        np.concatenate([part.place for part in parts]),
        np.concatenate([part.term for part in parts]),
        np.concatenate([part.word for part in parts]),
        np.concatenate([part.run for part in parts]),
        lengths,
        np.concatenate([part.term_counts for part in parts]),
        spans,
    )


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

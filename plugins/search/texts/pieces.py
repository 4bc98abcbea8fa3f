"""Long articles in pieces, of which the browser loads the one that it shows (shard_format.py)."""

from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from plugins.search.codes.bits import Numbers
from plugins.search.codes.shard_format import (
    PIECE_BEFORE,
    PIECE_BEHIND,
    PIECE_LENGTH,
    TEXT_SHARD_TERMS,
)
from plugins.search.corpus.corpus import Corpus
from plugins.search.texts.lexicon import SymbolText


class Piece(NamedTuple):
    """A stretch of a body: its first symbol and the end of its last, and where it starts.

    Symbols count from the body's first, `start` is a folded position in the body.
    """

    first: int
    end: int
    start: int


def cut_pieces(corpus: Corpus, text: SymbolText) -> dict[int, list[Piece]]:
    """Return the pieces of each document that weighs more than a text shard holds."""
    widths = np.array([1] * len(text.lexicon.alphabet) + [len(word) for word in text.lexicon.words])
    printed_ends = np.cumsum(corpus.printed_lengths.ravel())
    pieces = {}
    for document in _find_long(corpus).tolist():
        begin, end = text.ends[3 * document + 1], text.ends[3 * document + 2] - 1
        at = _add_up(widths[text.symbols[begin:end]])
        printed = printed_ends[3 * document + 1 : 3 * document + 3]
        folded = _add_up(corpus.steps[printed[0] : printed[1] - 1])
        pieces[document] = list_pieces(folded[at])
    return pieces


def _add_up(sizes: NDArray[Any]) -> Numbers:
    """Return where each begins, and the last one ends."""
    return np.concatenate(([0], np.cumsum(sizes, dtype=np.int64)))


def count_pieces(corpus: Corpus) -> Numbers:
    """Return how many pieces each document has that weighs more than a text shard holds."""
    sizes = corpus.lengths[_find_long(corpus), 2] - 1
    return np.array([_count(size) for size in sizes.tolist()], dtype=np.int64)


def _find_long(corpus: Corpus) -> Numbers:
    return np.flatnonzero(corpus.term_counts[:, 2] + 1 > TEXT_SHARD_TERMS)


def _count(size: int) -> int:
    return max(1, round(size / PIECE_LENGTH))


def list_pieces(places: Numbers) -> list[Piece]:
    """Cut a body of which each symbol begins, and the last ends, at such a folded position."""
    size, symbols = int(places[-1]), len(places) - 1
    count = _count(size)
    pieces = []
    for number in range(count):
        wanted = max(0, number * PIECE_LENGTH - PIECE_BEFORE)
        first = int(np.searchsorted(places, wanted, "right")) - 1 if wanted else 0
        stop = (number + 1) * PIECE_LENGTH + PIECE_BEHIND
        end = symbols if number == count - 1 else int(np.searchsorted(places, stop))
        pieces.append(Piece(first, min(end, symbols), int(places[first])))
    return pieces

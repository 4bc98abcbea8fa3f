"""Frequent grams: the runs of characters that stand so often that longer ones part them."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from plugins.search.corpus import Corpus
from plugins.search.key_table import KeyTable
from plugins.search.shard_format import FREQUENT


@dataclass(frozen=True)
class FrequentGrams:
    """`grams` are all frequent grams of two symbols or more, sorted.

    `longest` gives every character of the corpus the length of the longest frequent gram that
    begins there, or 0. A frequent gram's beginnings and ends are frequent too, so this one
    number says of every gram whether it is.
    """

    grams: tuple[tuple[int, ...], ...]
    longest: NDArray[np.uint8]

    def stored_lengths(self) -> NDArray[np.uint8]:
        """Return how long a gram may be, at each character, for the dictionary to hold it.

        A gram is held when it has two symbols, or when without its first or its last symbol it
        is frequent (shard_format.py).
        """
        following = np.append(self.longest[1:], np.uint8(0))
        return np.maximum(np.maximum(self.longest, following) + np.uint8(1), np.uint8(2))


def find_frequent(corpus: Corpus, threshold: int = FREQUENT) -> FrequentGrams:
    """Count the corpus's grams, level by level, and keep those above `threshold`."""
    symbols = corpus.folded
    # Two symbols of 16 bits fit 32; so do a gram's number and a symbol, for few are frequent.
    size = np.uint32(len(corpus.folded_alphabet))
    longest = np.zeros(len(symbols), dtype=np.uint8)
    grams: list[tuple[int, ...]] = []
    begins = corpus.run[:-1] >= 2
    distinct, found, number = _find_often((symbols[:-1] * size + symbols[1:])[begins], threshold)
    np.place(begins, begins.copy(), found)
    places, length = np.flatnonzero(begins), 2
    while len(places):
        longest[places] = length
        # Any place shows what a gram is.
        shown = np.zeros(distinct, dtype=np.int64)
        shown[number] = places
        grams += [tuple(symbols[p : p + length].tolist()) for p in shown]
        # The next level's frequent grams begin and end with one of this level's.
        go_on = (corpus.run[places] > length) & (longest[places + 1] >= length)
        places = places[go_on]
        keys = number[go_on].astype(np.uint32) * size + symbols[places + length]
        distinct, found, number = _find_often(keys, threshold)
        places = places[found]
        length += 1
    return FrequentGrams(tuple(sorted(grams)), longest)


def _find_often(
    keys: NDArray[np.uint32], threshold: int
) -> tuple[int, NDArray[np.bool_], NDArray[np.int32]]:
    """Return how many keys stand more often, which they are, and the number of each of these."""
    distinct, counts = np.unique(keys, return_counts=True)
    often = distinct[counts > threshold]
    return len(often), *KeyTable(often).find(keys)

"""Frequent grams: the runs of characters that stand so often that longer ones part them."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from plugins.search.codes.shard_format import FREQUENT
from plugins.search.codes.spans import count_values
from plugins.search.corpus.corpus import Corpus


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
    """Count the corpus's grams, level by level, and keep those above `threshold`.

    A frequent gram begins and ends with a frequent one that is one symbol shorter, so of the
    others nothing is counted (the Apriori rule of Agrawal and Srikant, 1994). That takes memory for
    each pair of frequent ones, which are len(corpus.folded) / threshold at most.
    """
    symbols = corpus.folded
    longest = np.zeros(len(symbols), dtype=np.uint8)
    grams: list[tuple[int, ...]] = []
    numbers = _number_often(count_values(symbols, len(corpus.folded_alphabet)), threshold)
    # By character, the number of the frequent gram of `length` symbols that begins there, or -1.
    begins, length = numbers[symbols], 1
    places = np.flatnonzero((begins[:-1] >= 0) & (begins[1:] >= 0) & (corpus.run[:-1] > length))
    # Of each character that begins anything there is one: half of the bytes is much.
    places = places.astype(np.min_scalar_type(len(symbols)))
    while len(places):
        size = int(numbers.max()) + 1
        keys = begins[places].astype(np.min_scalar_type(size * size))
        keys *= keys.dtype.type(size)
        keys += begins[places + 1].astype(keys.dtype)
        numbers = _number_often(count_values(keys, size * size), threshold)
        length, found = length + 1, numbers[keys]
        places, found = places[found >= 0], found[found >= 0]
        longest[places] = length
        # Any place shows what a gram is.
        shown = np.zeros(int(numbers.max()) + 1, dtype=places.dtype)
        shown[found] = places
        grams += [tuple(symbols[place : place + length].tolist()) for place in shown.tolist()]
        begins[:] = -1
        begins[places] = found
        places = places[corpus.run[places] > length]
        places = places[begins[places + 1] >= 0]
    return FrequentGrams(tuple(sorted(grams)), longest)


def _number_often(counts: NDArray[np.int64], threshold: int) -> NDArray[np.int32]:
    """Number what stands more often than the threshold; the rest is -1."""
    often = counts > threshold
    return np.where(often, np.cumsum(often) - 1, -1).astype(np.int32)

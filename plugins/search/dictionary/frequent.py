"""Frequent grams: the runs of characters that stand so often that longer ones part them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import zip_longest

import numpy as np
from numpy.typing import NDArray

from plugins.search.codes.bits import Numbers
from plugins.search.codes.shard_format import FREQUENT
from plugins.search.codes.spans import count_values, list_spans, take_items
from plugins.search.corpus.corpus import Corpus
from plugins.search.dictionary.alignment import Alignment
from plugins.search.dictionary.changes import IndexedText

#: Numbers what stands often among what has been counted last; the rest is -1.
_Choice = Callable[[Sequence[Numbers]], NDArray[np.int32]]


@dataclass(frozen=True)
class FrequentGrams:
    """Which grams stand more often than a threshold.

    `longest` gives every character of the corpus the length of the longest frequent gram that
    begins there, or 0. A frequent gram's beginnings and ends are frequent too, so this one
    number says of every gram whether it is. `counts` are, level by level, how often each symbol
    stands, and each pair of frequent grams one symbol apart.
    """

    longest: NDArray[np.uint8]
    counts: Sequence[Numbers]

    def list_grams(self, threshold: int) -> list[tuple[int, ...]]:
        """Return all frequent grams of two symbols or more, sorted."""
        last: list[tuple[int, ...]] = [
            (symbol,) for symbol in np.flatnonzero(self.counts[0] > threshold).tolist()
        ]
        grams: list[tuple[int, ...]] = []
        for counts in self.counts[1:]:
            pairs = (divmod(key, len(last)) for key in np.flatnonzero(counts > threshold).tolist())
            last = [(*last[left], last[right][-1]) for left, right in pairs]
            grams += last
        return sorted(grams)

    def stored_lengths(self) -> NDArray[np.uint8]:
        """Return how long a gram may be, at each character, for the dictionary to hold it.

        A gram is held when it has two symbols, or when without its first or its last symbol it
        is frequent (shard_format.py).
        """
        following = np.append(self.longest[1:], np.uint8(0))
        return np.maximum(np.maximum(self.longest, following) + np.uint8(1), np.uint8(2))


def find_frequent(corpus: Corpus, threshold: int = FREQUENT) -> FrequentGrams:
    """Count the corpus's grams, level by level, and keep those above `threshold`."""
    size = len(corpus.folded_alphabet)
    longest, counts = _count_grams(
        corpus.folded, corpus.run, size, lambda counts: _number_often(counts[-1], threshold)
    )
    return FrequentGrams(longest, counts)


def renew_frequent(
    kept: FrequentGrams,
    before: IndexedText,
    after: IndexedText,
    aligned: Alignment,
    threshold: int,
) -> FrequentGrams | None:
    """Count anew only documents that have changed; None where other grams are frequent now."""
    numbers = [_number_often(counts, threshold) for counts in kept.counts]

    def choose(counts: Sequence[Numbers]) -> NDArray[np.int32]:
        if len(counts) <= len(numbers):
            return numbers[len(counts) - 1]
        return np.full(len(counts[-1]), -1, dtype=np.int32)

    gone = [old for old, _ in aligned.changed if old is not None]
    come = [new for _, new in aligned.changed if new is not None]
    size = len(kept.counts[0])
    _, less = _count_grams(*before.take_documents(gone), size, choose)
    longest, more = _count_grams(*after.take_documents(come), size, choose)
    if len(more) > len(numbers):
        return None
    counts = [
        all_ - (0 if old is None else old) + (0 if new is None else new)
        for all_, old, new in zip_longest(kept.counts, less, more)
    ]
    for one, other in zip(counts, numbers, strict=True):
        if not np.array_equal(one > threshold, other >= 0):
            return None
    order = np.empty(len(after.lengths), dtype=np.int64)
    stay = np.delete(np.arange(len(before.lengths)), gone)
    order[aligned.numbers[stay]] = stay
    order[come] = len(before.lengths) + np.arange(len(come))
    ends = np.cumsum(np.concatenate([before.sizes, after.sizes[come]]))
    joined = np.concatenate([kept.longest, longest])
    return FrequentGrams(take_items(joined, ends, list_spans(order)), counts)


def _count_grams(
    symbols: NDArray[np.uint16], run: NDArray[np.uint8], size: int, choose: _Choice
) -> tuple[NDArray[np.uint8], list[Numbers]]:
    """Count grams of a text, level by level, and tell the longest chosen one at each character.

    A frequent gram begins and ends with a frequent one that is one symbol shorter, so of the
    others nothing is counted (the Apriori rule of Agrawal and Srikant, 1994). That takes memory for
    each pair of frequent ones, which are len(symbols) / threshold at most.
    """
    longest = np.zeros(len(symbols), dtype=np.uint8)
    counts = [count_values(symbols, size)]
    numbers = choose(counts)
    # By character, the number of the frequent gram of `length` symbols that begins there, or -1.
    begins, length = numbers[symbols], 1
    places = np.flatnonzero((begins[:-1] >= 0) & (begins[1:] >= 0) & (run[:-1] > length))
    # Of each character that begins anything there is one: half of the bytes is much.
    places = places.astype(np.min_scalar_type(len(symbols)))
    while len(places):
        size = int(numbers.max()) + 1
        keys = begins[places].astype(np.min_scalar_type(size * size))
        keys *= keys.dtype.type(size)
        keys += begins[places + 1].astype(keys.dtype)
        counts.append(count_values(keys, size * size))
        numbers = choose(counts)
        length, found = length + 1, numbers[keys]
        places, found = places[found >= 0], found[found >= 0]
        longest[places] = length
        begins[:] = -1
        begins[places] = found
        places = places[run[places] > length]
        places = places[begins[places + 1] >= 0]
    return longest, counts


def _number_often(counts: Numbers, threshold: int) -> NDArray[np.int32]:
    """Number what stands more often than the threshold; the rest is -1."""
    often = counts > threshold
    return np.where(often, np.cumsum(often) - 1, -1).astype(np.int32)

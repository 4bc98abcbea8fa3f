"""Occurrences: every place of every gram that the dictionary holds, one range of it at a time."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from plugins.search.codes.bits import Numbers
from plugins.search.codes.spans import count_values
from plugins.search.corpus.corpus import Corpus
from plugins.search.corpus.cutting import LONGEST

#: Characters of the corpus whose grams are sorted in one go: bounds the memory of a process.
RANGE_CHARACTERS = 400_000


@dataclass(frozen=True)
class Occurrences:
    """The entries of a range of the dictionary, sorted, and where they stand.

    `keys` has a row of symbols an entry, plus 1, filled up with 0; `sizes` says how many count.
    The other arrays are an occurrence's, sorted by entry and place: the entry's index, the
    document, the place in it, and whether this occurrence is a term.
    """

    keys: NDArray[np.int32]
    sizes: Numbers
    entry: Numbers
    document: Numbers
    place: Numbers
    is_term: NDArray[np.bool_]


@dataclass(frozen=True)
class _Level:
    """The kept grams of one length: a first place of each, and all occurrences."""

    length: int
    first: Numbers
    gram: Numbers
    at: Numbers


def split_symbols(
    symbols: NDArray[np.uint16], size: int, characters: int = RANGE_CHARACTERS
) -> list[tuple[int, int]]:
    """Part an alphabet of this size in ranges, each with about so many of the symbols."""
    counts = count_values(symbols, size)
    owner = (np.cumsum(counts) - counts) // characters
    starts = np.flatnonzero(np.diff(owner, prepend=-1))
    return list(zip(starts.tolist(), [*starts[1:].tolist(), len(counts)], strict=True))


def find_starts(corpus: Corpus, symbols: tuple[int, int]) -> Numbers:
    """Find where grams begin with a symbol of the range."""
    inside = (corpus.folded >= symbols[0]) & (corpus.folded < symbols[1]) & (corpus.run > 0)
    return np.flatnonzero(inside)


def collect_occurrences(
    corpus: Corpus, stored: NDArray[np.uint8], at: Numbers, sizes: tuple[int, int] = (1, LONGEST)
) -> Occurrences:
    """Collect the grams that begin at these places and have so many symbols, 1 or 2 at least.

    `stored` is FrequentGrams.stored_lengths(): the longest gram held at each character, terms
    aside. Terms are held too, wherever their characters stand. The places must be all those at
    which grams of these first one or two symbols begin.
    """
    if sizes == (1, 1):
        return _collect_symbols(corpus, at)
    levels = list(_grow_grams(corpus, stored, at, sizes))
    widths = np.concatenate([np.full(len(level.first), level.length) for level in levels])
    first = np.concatenate([level.first for level in levels])
    keys = _key_rows(corpus, first, widths)
    order = _sort_rows(keys)
    rank = np.empty(len(order), dtype=np.int64)
    rank[order] = np.arange(len(order))
    offsets = np.cumsum([0, *(len(level.first) for level in levels)])
    entry = np.concatenate(
        [rank[offset + level.gram] for offset, level in zip(offsets, levels, strict=False)]
    )
    at = np.concatenate([level.at for level in levels])
    joined = np.sort((entry << 36) | at)
    entry, at = joined >> 36, joined & ((1 << 36) - 1)
    widths = widths[order]
    return Occurrences(
        keys[order],
        widths,
        entry,
        *corpus.place_characters(at),
        corpus.term[at] == widths[entry],
    )


def _collect_symbols(corpus: Corpus, at: Numbers) -> Occurrences:
    """Do the same for single symbols: numbers of 16 bits are sorted in a tenth of the time."""
    symbols = corpus.folded[at]
    held = corpus.word_symbols.copy()
    held[symbols[corpus.term[at] == 1]] = True
    inside = held[symbols]
    at, symbols = at[inside], symbols[inside]
    order = np.argsort(symbols, kind="stable")
    at = at[order]
    distinct, counts = np.unique(symbols, return_counts=True)
    return Occurrences(
        distinct[:, None].astype(np.int32) + 1,
        np.ones(len(distinct), dtype=np.int64),
        np.repeat(np.arange(len(distinct)), counts),
        *corpus.place_characters(at),
        corpus.term[at] == 1,
    )


def _grow_grams(
    corpus: Corpus, stored: NDArray[np.uint8], at: Numbers, sizes: tuple[int, int]
) -> Iterator[_Level]:
    size = len(corpus.folded_alphabet)
    length, longest = sizes
    keys = corpus.folded[at].astype(np.int64)
    if length > 1:
        keys = keys * size + corpus.folded[at + 1]
    while len(at):
        distinct, index, gram = _number_keys(keys)
        term = corpus.term[at]
        kept = stored[at[index]] >= length
        if length == 1:
            kept = corpus.word_symbols[distinct]
        kept[gram[term == length]] = True
        begins_term = np.zeros(len(distinct), dtype=np.bool_)
        begins_term[gram[term > length]] = True
        number = np.cumsum(kept) - 1
        chosen = kept[gram]
        yield _Level(length, at[index][kept], number[gram[chosen]], at[chosen])
        if length == longest:
            return
        go_on = (corpus.run[at] > length) & ((stored[at] > length) | begins_term[gram])
        at, gram = at[go_on], gram[go_on]
        keys = gram * size + corpus.folded[at + length]
        length += 1


def _number_keys(keys: Numbers) -> tuple[Numbers, Numbers, Numbers]:
    """Return the distinct keys, sorted, where each stands first, and every key's number."""
    width = len(keys).bit_length()
    if int(keys.max()) >> (62 - width):
        return np.unique(keys, return_index=True, return_inverse=True)
    # Keys that carry their places sort several times faster than places by their keys.
    joined = np.sort((keys << width) | np.arange(len(keys)))
    at = joined & ((1 << width) - 1)
    joined >>= width
    new = np.diff(joined, prepend=-1) != 0
    number = np.empty(len(keys), dtype=np.int64)
    number[at] = np.cumsum(new) - 1
    return joined[new], at[new], number


def _key_rows(corpus: Corpus, first: Numbers, sizes: Numbers) -> NDArray[np.int32]:
    columns = np.arange(int(sizes.max(initial=1)))
    at = np.minimum(first[:, None] + columns, len(corpus.folded) - 1)
    rows: NDArray[np.int32] = corpus.folded[at].astype(np.int32) + 1
    rows[columns >= sizes[:, None]] = 0
    return rows


def _sort_rows(rows: NDArray[np.int32]) -> Numbers:
    width = -rows.shape[1] % 3
    padded = np.pad(rows, ((0, 0), (0, width))).astype(np.int64)
    # Three symbols of 17 bits fit one sort key.
    joined = (padded[:, 0::3] << 34) | (padded[:, 1::3] << 17) | padded[:, 2::3]
    return np.lexsort(joined.T[::-1])

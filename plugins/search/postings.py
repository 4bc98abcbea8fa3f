"""Postings: the lists of the dictionary's entries as bit codes, one stream a kind of number.

The streams and their codes are specified in shard_format.py.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from plugins.search.bits import (
    Codes,
    bit_lengths,
    gamma_codes,
    insert_codes,
    interleave_codes,
    join_codes,
    mask_codes,
    raw_codes,
    rice_codes,
)
from plugins.search.keys import head_codes, tail_codes
from plugins.search.occurrences import Occurrences
from plugins.search.shard_format import COUNTED_FROM, gap_parameter

Numbers = NDArray[np.int64]
#: How an entry's occurrences are used as terms.
NO_TERM, ALL_TERMS, SOME_TERMS = 0, 1, 2
STREAMS = ("keys", "symbols", "documents", "places", "counts")


@dataclass(frozen=True)
class Scale:
    """What the codes depend on: the archive's figures, all of them in the manifest."""

    documents: int
    symbol_width: int
    border_width: int
    spans: tuple[int, int]
    place_first: int
    place_next: int
    frequent: int


@dataclass(frozen=True)
class Postings:
    """Codes of a range of entries: per stream all codes, and where each entry's begin.

    `starts[stream]` has one more element than there are entries.
    """

    keys: NDArray[np.int32]
    sizes: Numbers
    streams: dict[str, Codes]
    starts: dict[str, Numbers]

    def weigh_entries(self) -> Numbers:
        """Return how many bits each entry takes in all streams."""
        weight = np.zeros(len(self.sizes), dtype=np.int64)
        for stream, codes in self.streams.items():
            totals = np.concatenate([[0], np.cumsum(codes.lengths)])
            weight += np.diff(totals[self.starts[stream]])
        return weight


@dataclass(frozen=True)
class _Lists:
    """The documents of every entry, and what is known of each."""

    entry: Numbers
    document: Numbers
    pair: Numbers
    df: Numbers
    counted: NDArray[np.bool_]
    repeated: NDArray[np.bool_]
    use: Numbers


def encode_postings(occurrences: Occurrences, scale: Scale, term_counts: Numbers) -> Postings:
    """Turn the occurrences of a range of entries into codes.

    `term_counts` has a row a document: how many terms its title, byline and body have.
    """
    lists = _list_documents(occurrences, scale.frequent)
    counts, counted_starts, k = _count_codes(occurrences, lists, scale, term_counts)
    places, placed_starts = _place_codes(occurrences, lists, scale, term_counts)
    heads = head_codes(occurrences.keys, occurrences.sizes, scale.symbol_width)
    tails, added = tail_codes(occurrences.keys, occurrences.sizes, scale.symbol_width)
    columns = [Codes(heads.values[i::2], heads.lengths[i::2]) for i in range(2)]
    keys = interleave_codes(
        *columns, gamma_codes(lists.df), _use_codes(lists, occurrences.sizes, k)
    )
    return Postings(
        occurrences.keys,
        occurrences.sizes,
        {
            "keys": keys,
            "symbols": tails,
            "documents": _gap_codes(lists, scale.documents),
            "places": places,
            "counts": counts,
        },
        {
            "keys": np.arange(len(lists.df) + 1) * 4,
            "symbols": _starts(added),
            "documents": _starts(lists.df),
            "places": placed_starts,
            "counts": counted_starts,
        },
    )


def _list_documents(occurrences: Occurrences, frequent: int) -> _Lists:
    entries = len(occurrences.sizes)
    entry, document = occurrences.entry, occurrences.document
    new = np.diff(entry, prepend=-1) != 0
    new[1:] |= document[1:] != document[:-1]
    df = np.bincount(entry[new], minlength=entries)
    total = np.bincount(entry, minlength=entries)
    terms = np.bincount(entry[occurrences.is_term], minlength=entries)
    counted = (occurrences.sizes == 1) | ((df >= COUNTED_FROM) & (total > frequent))
    use = np.where(terms == 0, NO_TERM, np.where(terms == total, ALL_TERMS, SOME_TERMS))
    return _Lists(entry[new], document[new], np.cumsum(new) - 1, df, counted, total > df, use)


def _use_codes(lists: _Lists, sizes: Numbers, k: Numbers) -> Codes:
    use = raw_codes(np.array([0, 2, 3])[lists.use], np.array([1, 2, 2])[lists.use])
    told = (sizes > 1) & (lists.df >= COUNTED_FROM)
    mode = mask_codes(raw_codes(lists.counted.astype(np.int64), 1), told)
    repeated = mask_codes(raw_codes(lists.repeated.astype(np.int64), 1), ~lists.counted)
    return join_codes(use, mode, mask_codes(raw_codes(k, 4), lists.counted), repeated)


def _gap_codes(lists: _Lists, documents: int) -> Codes:
    first = np.diff(lists.entry, prepend=-1) != 0
    gaps = np.diff(lists.document, prepend=-1) - 1
    gaps[first] = lists.document[first]
    table = np.array([gap_parameter(df, documents) for df in range(1, int(lists.df.max()) + 1)])
    return rice_codes(gaps, table[lists.df - 1][lists.entry])


def _place_codes(
    occurrences: Occurrences, lists: _Lists, scale: Scale, term_counts: Numbers
) -> tuple[Codes, Numbers]:
    placed = ~lists.counted[occurrences.entry]
    entry, place = occurrences.entry[placed], occurrences.place[placed]
    pair = lists.pair[placed]
    first = np.diff(pair, prepend=-1) != 0
    steps = np.diff(place, prepend=0) - 1
    values = np.where(first, place, steps)
    code = rice_codes(values, np.where(first, scale.place_first, scale.place_next))
    last = raw_codes(np.append(first[1:], True).astype(np.int64)[: len(first)], 1)
    last = mask_codes(last, lists.repeated[entry])
    term = raw_codes(occurrences.is_term[placed].astype(np.int64), 1)
    told = lists.use[entry] == SOME_TERMS
    codes = join_codes(code, last, mask_codes(term, told))
    outside = np.flatnonzero(place < scale.spans[1])
    field = (place[outside] >= scale.spans[0]).astype(np.int64)
    lengths = gamma_codes(term_counts[occurrences.document[placed][outside], field] + 1)
    follows = np.concatenate([entry, entry[outside]])
    return insert_codes(codes, outside + 1, lengths), _starts(
        np.bincount(follows, minlength=len(lists.df))
    )


def _count_codes(
    occurrences: Occurrences, lists: _Lists, scale: Scale, term_counts: Numbers
) -> tuple[Codes, Numbers, Numbers]:
    chosen = lists.counted[lists.entry]
    entry = lists.entry[chosen]
    field = np.searchsorted(np.array(scale.spans), occurrences.place, side="right")
    cell = lists.pair * 3 + field
    size = len(lists.entry) * 3
    tf = np.bincount(cell, minlength=size).reshape(-1, 3)[chosen]
    terms = np.bincount(cell[occurrences.is_term], minlength=size).reshape(-1, 3)[chosen]
    head = (tf[:, 0] + tf[:, 1]) > 0
    body = tf[:, 2] - ~head
    k = _count_parameters(entry, body, lists.df)
    other = tf - terms + 1
    lengths = term_counts[lists.document[chosen]] + 1
    told = lists.use[entry] == SOME_TERMS
    codes = interleave_codes(
        join_codes(raw_codes(head.astype(np.int64), 1), rice_codes(body, k[entry])),
        mask_codes(join_codes(gamma_codes(tf[:, 0] + 1), gamma_codes(tf[:, 1] + 1)), head),
        join_codes(*(mask_codes(gamma_codes(lengths[:, f]), tf[:, f] > 0) for f in (0, 1))),
        mask_codes(gamma_codes(other[:, 2]), told),
        mask_codes(join_codes(gamma_codes(other[:, 0]), gamma_codes(other[:, 1])), told & head),
    )
    return codes, _starts(np.bincount(entry, minlength=len(lists.df)) * 5), k


def _count_parameters(entry: Numbers, body: Numbers, df: Numbers) -> Numbers:
    totals = np.bincount(entry, weights=body, minlength=len(df)).astype(np.int64)
    means = np.maximum(1, 69 * totals // (100 * df))
    return np.minimum(bit_lengths(means) - 1, 15)


def _starts(counts: Numbers) -> Numbers:
    return np.concatenate([[0], np.cumsum(counts)])

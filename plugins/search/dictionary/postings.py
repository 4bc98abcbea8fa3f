"""Postings: the lists of the dictionary's entries as bit codes, one stream a kind of number.

The streams and their codes are specified in shard_format.py.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from plugins.search.codes.bits import (
    Codes,
    Numbers,
    bit_lengths,
    gamma_codes,
    insert_codes,
    interleave_codes,
    join_codes,
    mask_codes,
    pack_codes,
    raw_codes,
    rice_codes,
)
from plugins.search.codes.shard_format import COUNTED_FROM, gap_parameter
from plugins.search.dictionary.entries import Entries
from plugins.search.dictionary.occurrences import Occurrences

#: How an entry's occurrences are used as terms.
NO_TERM, ALL_TERMS, SOME_TERMS = 0, 1, 2


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
class _Lists:
    """The documents of every entry, and what is known of each."""

    entry: Numbers
    document: Numbers
    pair: Numbers
    df: Numbers
    counted: NDArray[np.bool_]
    repeated: NDArray[np.bool_]
    use: Numbers


def encode_postings(occurrences: Occurrences, scale: Scale, term_counts: Numbers) -> Entries:
    """Turn the occurrences of some entries into codes.

    `term_counts` has a row a document: how many terms its title, byline and body have.
    """
    lists = _list_documents(occurrences, scale.frequent)
    counts, counted, k = _count_codes(occurrences, lists, scale, term_counts)
    places, placed = _place_codes(occurrences, lists, scale, term_counts)
    passed = _find_gaps(lists)
    gaps = rice_codes(passed, find_gap_parameters(lists.df, scale.documents)[lists.entry])
    facts = join_codes(gamma_codes(lists.df), _use_codes(lists, occurrences.sizes, k))
    keys = occurrences.keys
    lengths = [
        _sum_lengths(*pair) for pair in ((gaps, lists.df), (places, placed), (counts, counted))
    ]
    bits = np.stack(lengths, axis=1).astype(np.int32)
    streams = [np.frombuffer(pack_codes(codes), dtype=np.uint8) for codes in (gaps, places, counts)]
    return Entries(
        (keys[keys > 0] - 1).astype(np.uint16),
        occurrences.sizes.astype(np.int16),
        facts.values,
        facts.lengths.astype(np.int16),
        bits,
        passed.astype(np.min_scalar_type(scale.documents)),
        np.zeros(len(bits), dtype=np.int32),
        np.zeros(len(bits), dtype=np.int16),
        np.cumsum(bits, axis=0, dtype=np.int64) - bits,
        *streams,
    )


def _sum_lengths(codes: Codes, counts: Numbers) -> Numbers:
    """Return how many bits each entry has that has so many codes."""
    totals = np.concatenate([[0], np.cumsum(codes.lengths)])
    return np.diff(totals[np.cumsum(counts)], prepend=0)


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


def _find_gaps(lists: _Lists) -> Numbers:
    first = np.diff(lists.entry, prepend=-1) != 0
    gaps = np.diff(lists.document, prepend=-1) - 1
    gaps[first] = lists.document[first]
    return gaps


def find_gap_parameters(counts: Numbers, documents: int) -> Numbers:
    """Return the Rice parameter for the gaps of each list of so many among `documents`."""
    distinct = np.flatnonzero(np.bincount(counts))
    parameters = np.zeros(int(counts.max(initial=0)) + 1, dtype=np.int64)
    parameters[distinct] = [gap_parameter(count, documents) for count in distinct.tolist()]
    return parameters[counts]


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
    return insert_codes(codes, outside + 1, lengths), np.bincount(follows, minlength=len(lists.df))


def _count_codes(
    occurrences: Occurrences, lists: _Lists, scale: Scale, term_counts: Numbers
) -> tuple[Codes, Numbers, Numbers]:
    chosen = lists.counted[lists.entry]
    entry = lists.entry[chosen]
    cell = lists.pair * 3
    for span in scale.spans:
        cell += occurrences.place >= span
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
    return codes, np.bincount(entry, minlength=len(lists.df)) * 5, k


def _count_parameters(entry: Numbers, body: Numbers, df: Numbers) -> Numbers:
    totals = np.bincount(entry, weights=body, minlength=len(df)).astype(np.int64)
    means = np.maximum(1, 69 * totals // (100 * df))
    return np.minimum(bit_lengths(means) - 1, 15)

"""Entries: the dictionary's middle product, from which its shards are cut.

An entry's lists depend on its own occurrences alone, so what one build has encoded the next can
take over for all entries that no changed article touches (renewal.py).
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

from plugins.search.bits import Codes
from plugins.search.keys import Rows

#: The streams of an entry's lists (shard_format.py).
LISTS = ("documents", "places", "counts")
#: Bits packed in one go, a byte each: bounds the memory.
_BITS = 1 << 24

Numbers = NDArray[np.int64]


@dataclass(frozen=True)
class Entries:
    """Entries in order: their keys, and their codes as far as no other entry decides them.

    `symbols` are all keys, one behind the other, of `sizes` symbols each. `facts` and
    `fact_lengths` are the codes that end an entry's part of the stream of keys. `lengths` has a
    row an entry, a column a stream of LISTS: how many bits of it are the entry's. The other
    arrays are these streams, packed, the last byte filled with zeros.
    """

    symbols: NDArray[np.uint16]
    sizes: NDArray[np.int16]
    facts: Numbers
    fact_lengths: NDArray[np.int16]
    lengths: NDArray[np.int32]
    documents: NDArray[np.uint8]
    places: NDArray[np.uint8]
    counts: NDArray[np.uint8]

    def __len__(self) -> int:
        """How many entries there are."""
        return len(self.sizes)

    def fact_codes(self, span: slice) -> Codes:
        """Return the facts of a span of entries."""
        return Codes(self.facts[span], self.fact_lengths[span].astype(np.int64))

    def key_rows(self, span: slice) -> Rows:
        """Return the keys of a span of entries as rows of symbols plus 1, filled up with 0."""
        sizes = self.sizes[span].astype(np.int64)
        before = int(self.sizes[: span.start].sum(dtype=np.int64))
        columns = np.arange(int(sizes.max(initial=1)))
        inside = columns < sizes[:, None]
        rows = np.zeros(inside.shape, dtype=np.int32)
        rows[inside] = self.symbols[before : before + int(sizes.sum())].astype(np.int32) + 1
        return rows

    def first_symbols(self) -> tuple[Numbers, Numbers]:
        """Return each key's first symbol, and its second plus 1 or 0."""
        starts = np.cumsum(self.sizes, dtype=np.int64) - self.sizes
        following = np.append(self.symbols, 0)[starts + 1].astype(np.int64) + 1
        return self.symbols[starts].astype(np.int64), np.where(self.sizes > 1, following, 0)


def arrange_entries(parts: Sequence[Entries], order: Numbers | None = None) -> Entries:
    """Join parts; where an order is given, take these entries of all, in this order."""
    sizes, lengths = [part.sizes for part in parts], [part.lengths for part in parts]
    order = np.arange(sum(map(len, parts))) if order is None else order
    streams: dict[str, Any] = {}
    for column, stream in enumerate(LISTS):
        widths = [part[:, column] for part in lengths]
        # A byte a bit: then any span of bits is a slice.
        bits = [np.unpackbits(getattr(part, stream)) for part in parts]
        streams[stream] = _pack_spans(_find_spans(bits, widths, order))
    return Entries(
        np.concatenate(list(_find_spans([part.symbols for part in parts], sizes, order))),
        np.concatenate(sizes)[order],
        np.concatenate([part.facts for part in parts])[order],
        np.concatenate([part.fact_lengths for part in parts])[order],
        np.concatenate(lengths)[order],
        **streams,
    )


def _find_spans(
    arrays: Sequence[NDArray[Any]], lengths: Sequence[NDArray[Any]], order: Numbers
) -> Iterator[NDArray[Any]]:
    """Yield spans, in this order, of arrays that consist of spans of these lengths."""
    bounds = [np.concatenate([[0], np.cumsum(part, dtype=np.int64)]) for part in lengths]
    bases = np.cumsum([0, *map(len, lengths)])
    owners = np.searchsorted(bases[1:], order, side="right")
    breaks = np.flatnonzero((np.diff(order) != 1) | (np.diff(owners) != 0)) + 1
    for start, end in pairwise([0, *breaks.tolist(), len(order)]):
        owner = owners[start]
        first = order[start] - bases[owner]
        yield arrays[owner][bounds[owner][first] : bounds[owner][first + end - start]]


def _pack_spans(spans: Iterable[NDArray[np.uint8]]) -> NDArray[np.uint8]:
    """Pack bits, a byte each, some at a time."""
    packed, waiting, size = [], [np.zeros(0, dtype=np.uint8)], 0
    for span in spans:
        waiting.append(span)
        size += len(span)
        if size > _BITS:
            bits = np.concatenate(waiting)
            size = len(bits) % 8
            packed.append(np.packbits(bits[: len(bits) - size]))
            waiting = [bits[len(bits) - size :].copy()]
    return np.concatenate([*packed, np.packbits(np.concatenate(waiting))])

"""Entries: the dictionary's middle product, from which its shards are cut.

An entry's lists depend on its own occurrences alone, so what one build has encoded the next can
take over for all entries that no changed article touches (renewal.py).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from plugins.search.codes.bits import Codes, Numbers, bit_lengths
from plugins.search.codes.keys import Keys
from plugins.search.codes.spans import Span, list_spans, take_items, take_rows

#: The streams of an entry's lists (shard_format.py).
LISTS = ("documents", "places", "counts")
#: What else there is of entries, a row of each.
_ROWS = ("sizes", "facts", "fact_lengths", "lengths")
#: And that of which each has several rows, as many as the other says.
_ITEMS = {"symbols": "sizes", "gaps": "df"}
KEYS = (*_ITEMS, *_ROWS)
#: What is measured of each key beside the one before it (shards.py).
MEASURES = ("key_bits", "levels")

#: A part's number, and a span of it.
_Piece = tuple[int, int, int]


@dataclass(frozen=True)
class Entries:
    """Entries in order: their keys, and their codes as far as no other entry decides them.

    `symbols` are all keys, one behind the other, of `sizes` symbols each. `facts` and
    `fact_lengths` are the codes that end an entry's part of the stream of keys. `lengths` has a
    row an entry, a column a stream of LISTS: how many bits of it are the entry's; `positions` says
    where in it they begin. `gaps` are the lists of documents again, as numbers; `key_bits` and
    `levels` are as measure_keys leaves them (shards.py), or 0 where nobody has measured. The other
    arrays are the streams; not all of their bits are in use.
    """

    symbols: NDArray[np.uint16]
    sizes: NDArray[np.int16]
    facts: Numbers
    fact_lengths: NDArray[np.int16]
    lengths: NDArray[np.int32]
    gaps: NDArray[np.unsignedinteger]
    key_bits: NDArray[np.int32]
    levels: NDArray[np.int16]
    positions: Numbers
    documents: NDArray[np.uint8]
    places: NDArray[np.uint8]
    counts: NDArray[np.uint8]

    def __len__(self) -> int:
        """How many entries there are."""
        return len(self.sizes)

    @cached_property
    def _key_ends(self) -> Numbers:
        return np.cumsum(self.sizes, dtype=np.int64)

    @cached_property
    def df(self) -> Numbers:
        """How many documents each list has: what the facts of an entry begin with."""
        lengths = self.fact_lengths.astype(np.int64)
        zeros = lengths - bit_lengths(self.facts)
        counts: Numbers = self.facts >> (lengths - 2 * zeros - 1)
        return counts

    def strip(self) -> "Entries":
        """Return the entries without their streams, which a range of the build need not send."""
        none = np.zeros(0, dtype=np.uint8)
        return replace(self, positions=self.positions[:0], documents=none, places=none, counts=none)

    def fact_codes(self, spans: Sequence[Span]) -> Codes:
        """Return the facts of spans of entries."""
        lengths = take_rows(self.fact_lengths, spans).astype(np.int64)
        return Codes(take_rows(self.facts, spans), lengths)

    def keys(self, spans: Sequence[Span]) -> Keys:
        """Return the keys of spans of entries."""
        symbols = take_items(self.symbols, self._key_ends, spans)
        return Keys(symbols, take_rows(self.sizes, spans).astype(np.int64))

    def first_symbols(self) -> tuple[Numbers, Numbers]:
        """Return each key's first symbol, and its second plus 1 or 0."""
        starts = self._key_ends - self.sizes
        following = np.append(self.symbols, 0)[starts + 1].astype(np.int64) + 1
        return self.symbols[starts].astype(np.int64), np.where(self.sizes > 1, following, 0)

    def slice_lists(self, stream: str, spans: Sequence[Span]) -> Iterator[bytes]:
        """Yield a stream's bits of spans of entries, in order, as whole bytes each."""
        packed: NDArray[np.uint8] = getattr(self, stream)
        column = LISTS.index(stream)
        starts = self.positions[:, column]
        ends = starts + self.lengths[:, column]
        # What lies side by side is one piece.
        breaks = np.flatnonzero(ends[:-1] != starts[1:]) + 1
        cuts = np.union1d(breaks, np.array(spans, dtype=np.int64))
        pieces = list(zip(starts[cuts[:-1]].tolist(), ends[cuts[1:] - 1].tolist(), strict=True))
        for first, last in np.searchsorted(cuts, spans).tolist():
            yield _join_bits(packed, pieces[first:last])


def _join_bits(packed: NDArray[np.uint8], spans: Sequence[tuple[int, int]]) -> bytes:
    pieces = [
        np.unpackbits(packed[start >> 3 : (end + 7) >> 3])[start & 7 : (start & 7) + end - start]
        for start, end in spans
    ]
    return np.packbits(np.concatenate(pieces)).tobytes()


def place_lists(lengths: NDArray[np.int32], starts: Numbers, offsets: Numbers) -> Numbers:
    """Return the positions of lists that lie side by side, from each entry of `starts` anew.

    There they lie at the bits `offsets`, a row each.
    """
    positions: Numbers = np.cumsum(lengths, axis=0, dtype=np.int64) - lengths
    moved = offsets - positions[starts]
    positions += np.repeat(moved, np.diff(starts, append=len(lengths)), axis=0)
    return positions


def arrange_entries(parts: Sequence[Entries], order: Numbers) -> Entries:
    """Take these entries of all parts, numbered one part behind the other, in this order."""
    pieces = _find_pieces(parts, order)
    bases = _find_bases(parts)
    positions = [parts[n].positions[first:last] + bases[n] for n, first, last in pieces]
    # One array after the other: all parts joined would be in memory twice.
    arrays: dict[str, NDArray[Any]] = {"positions": np.concatenate(positions)}
    del positions
    for name, sizes in _ITEMS.items():
        counts = [getattr(part, sizes) for part in parts]
        starts = [np.append(0, np.cumsum(count, dtype=np.int64)) for count in counts]
        items = [(n, starts[n][first], starts[n][last]) for n, first, last in pieces]
        arrays[name] = _take_pieces(parts, name, items)
    for name in (*_ROWS, *MEASURES):
        arrays[name] = _take_pieces(parts, name, pieces)
    for name in LISTS:
        arrays[name] = np.concatenate([getattr(part, name) for part in parts])
    # What was measured beside another key is not known any more.
    arrays["key_bits"][np.cumsum([0, *(last - first for _, first, last in pieces[:-1])])] = 0
    return Entries(**arrays)


def _find_pieces(parts: Sequence[Entries], order: Numbers) -> list[_Piece]:
    """Return the spans of each part's own entries that follow each other in this order."""
    sizes = np.array([len(part) for part in parts])
    # With a number left out behind each part, no span goes on in the next one.
    starts = np.cumsum(sizes) - sizes + np.arange(len(parts))
    spans = list_spans(order + np.searchsorted(np.cumsum(sizes), order, "right"))
    owners = np.searchsorted(starts, [first for first, _ in spans], "right") - 1
    bases = starts[owners].tolist()
    return [
        (n, first - base, last - base)
        for n, base, (first, last) in zip(owners.tolist(), bases, spans, strict=True)
    ]


def _take_pieces(parts: Sequence[Entries], name: str, pieces: Sequence[_Piece]) -> NDArray[Any]:
    return np.concatenate([getattr(parts[n], name)[first:last] for n, first, last in pieces])


def _find_bases(parts: Sequence[Entries]) -> Numbers:
    """Return where the bits of each part's lists begin when all parts lie side by side."""
    sizes = [[8 * len(getattr(part, name)) for name in LISTS] for part in parts]
    bases: Numbers = np.cumsum(sizes, axis=0) - np.array(sizes)
    return bases

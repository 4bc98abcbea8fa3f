"""Shards: the dictionary cut into files of about equal weight."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from plugins.search.codes.bits import Codes, Numbers, interleave_codes, pack_parts
from plugins.search.codes.borders import choose_borders
from plugins.search.codes.keys import head_codes, tail_codes
from plugins.search.codes.shard_format import GRAM_SHARD_BYTES
from plugins.search.codes.spans import Span, take_rows
from plugins.search.dictionary.entries import LISTS, Entries
from plugins.search.dictionary.postings import Scale

Streams = tuple[bytes | memoryview, ...]
#: Shards packed in one go: bounds the memory.
_BATCH = 500


@dataclass(frozen=True)
class GramShard:
    """How many entries a shard has, the border before its first key, and its streams.

    These are the keys, their symbols, and the lists (entries.LISTS).
    """

    entries: int
    border: str
    streams: Streams

    @property
    def content(self) -> bytes:
        """The file's content without its checksum."""
        sizes = [self.entries, *(len(stream) for stream in self.streams[:-1])]
        return b"".join([*(encode_varint(size) for size in sizes), *self.streams])


def cut_shards(
    entries: Entries,
    bounds: Numbers,
    scale: Scale,
    room: tuple[int, int] = GRAM_SHARD_BYTES,
    known: Mapping[Span, Streams] | None = None,
) -> list[GramShard]:
    """Cut ranges of entries, from each of `bounds` to the next, into shards.

    A shard has so many bytes at least and at most, and entries of one range. `known` are the
    streams of some spans of entries that may be shards.
    """
    ranges = [_cut_range(entries, *span, scale, room) for span in pairwise(bounds.tolist())]
    cuts = [cut for cuts, _ in ranges for cut in cuts]
    shared = np.concatenate([shared for _, shared in ranges])
    streams = dict(known or {})
    fresh = [span for span, _ in cuts if span not in streams]
    for first in range(0, len(fresh), _BATCH):
        spans = fresh[first : first + _BATCH]
        packed = _pack_streams(entries, spans, shared, scale.symbol_width)
        streams |= zip(spans, packed, strict=True)
    return [GramShard(span[1] - span[0], border, streams[span]) for span, border in cuts]


def _cut_range(
    entries: Entries, start: int, end: int, scale: Scale, room: tuple[int, int]
) -> tuple[list[tuple[Span, str]], Numbers]:
    """Return the shards' spans and borders, and what each key shares with the one before."""
    keys, width = entries.keys([(start, end)]), scale.symbol_width
    shared = keys.count_shared()
    heads = head_codes(keys, shared, np.array([0]), width)
    weights = heads.lengths.reshape(-1, 2).sum(axis=1) + entries.fact_lengths[start:end]
    weights += (keys.sizes - shared - 1) * width + entries.lengths[start:end].sum(axis=1)
    limits = (8 * room[0], 8 * room[1])
    borders = choose_borders(keys, shared, weights, scale.border_width, limits)
    return [((start + first, start + last), border) for first, last, border in borders], shared


def _pack_streams(
    entries: Entries, spans: Sequence[Span], shared: Numbers, width: int
) -> Iterator[Streams]:
    """Yield the streams of shards; each one's first key starts anew."""
    starts = np.cumsum([0, *(end - start for start, end in spans[:-1])])
    keys, shared = entries.keys(spans), take_rows(shared, spans)
    shared[starts] = 0
    heads = head_codes(keys, shared, starts, width)
    columns = [Codes(heads.values[i::2], heads.lengths[i::2]) for i in range(2)]
    tails, added = tail_codes(keys, shared, width)
    first = np.concatenate([[0], np.cumsum(added)])[starts]
    facts = entries.fact_codes(spans)
    return zip(
        pack_parts(interleave_codes(*columns, facts), 3 * starts),
        pack_parts(tails, first),
        *(entries.slice_lists(name, spans) for name in LISTS),
        strict=True,
    )


def encode_varint(value: int) -> bytes:
    """Write a number in groups of seven bits, low ones first, the top bit meaning more."""
    groups = bytearray()
    while value >= 0x80:
        groups.append(value & 0x7F | 0x80)
        value >>= 7
    groups.append(value)
    return bytes(groups)

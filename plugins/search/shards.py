"""Shards: the dictionary cut into files of about equal weight."""

from dataclasses import dataclass
from itertools import chain, pairwise

import numpy as np
from numpy.typing import NDArray

from plugins.search.bits import Codes, interleave_codes, pack_parts
from plugins.search.borders import choose_borders
from plugins.search.entries import LISTS, Entries
from plugins.search.keys import Keys, head_codes, tail_codes
from plugins.search.postings import Scale
from plugins.search.shard_format import GRAM_SHARD_BYTES

Numbers = NDArray[np.int64]


@dataclass(frozen=True)
class GramShard:
    """How many entries a shard has, the border before its first key, and its streams.

    These are the keys, their symbols, and the lists (entries.LISTS).
    """

    entries: int
    border: str
    streams: tuple[bytes, ...]

    @property
    def content(self) -> bytes:
        """The file's content without its checksum."""
        sizes = [self.entries, *(len(stream) for stream in self.streams[:-1])]
        return b"".join([*(encode_varint(size) for size in sizes), *self.streams])


def cut_shards(
    entries: Entries, bounds: Numbers, scale: Scale, room: tuple[int, int] = GRAM_SHARD_BYTES
) -> list[GramShard]:
    """Cut ranges of entries, from each of `bounds` to the next, into shards.

    A shard has so many bytes at least and at most, and entries of one range.
    """
    spans = [slice(*span) for span in pairwise(bounds.tolist())]
    parts = zip(*(_cut_range(entries, span, scale, room) for span in spans), strict=True)
    borders, keys, symbols = (list(chain.from_iterable(part)) for part in parts)
    starts = np.array([*(start for start, _, _ in borders), bounds[-1]])
    lists = (entries.slice_lists(name, starts) for name in LISTS)
    return [
        GramShard(end - start, border, tuple(streams))
        for (start, end, border), *streams in zip(borders, keys, symbols, *lists, strict=True)
    ]


def _cut_range(
    entries: Entries, span: slice, scale: Scale, room: tuple[int, int]
) -> tuple[list[tuple[int, int, str]], list[bytes], list[bytes]]:
    """Return the shards' spans and borders, and their streams of keys and of symbols."""
    keys, facts, width = entries.keys(span), entries.fact_codes(span), scale.symbol_width
    shared = keys.count_shared()
    heads = head_codes(keys, shared, np.array([0]), width)
    weights = heads.lengths.reshape(-1, 2).sum(axis=1) + facts.lengths
    weights += (keys.sizes - shared - 1) * width + entries.lengths[span].sum(axis=1)
    limits = (8 * room[0], 8 * room[1])
    borders = list(choose_borders(keys, shared, weights, scale.border_width, limits))
    starts = np.array([start for start, _, _ in borders])
    streams = _pack_keys(keys, shared, facts, starts, width)
    base = span.start
    return [(base + start, base + end, border) for start, end, border in borders], *streams


def _pack_keys(
    keys: Keys, shared: Numbers, facts: Codes, starts: Numbers, width: int
) -> tuple[list[bytes], list[bytes]]:
    """Return the shards' streams of keys and symbols; each shard's first key starts anew."""
    shared[starts] = 0
    heads = head_codes(keys, shared, starts, width)
    columns = [Codes(heads.values[i::2], heads.lengths[i::2]) for i in range(2)]
    tails, added = tail_codes(keys, shared, width)
    first = np.concatenate([[0], np.cumsum(added)])[starts]
    return pack_parts(interleave_codes(*columns, facts), 3 * starts), pack_parts(tails, first)


def encode_varint(value: int) -> bytes:
    """Write a number in groups of seven bits, low ones first, the top bit meaning more."""
    groups = bytearray()
    while value >= 0x80:
        groups.append(value & 0x7F | 0x80)
        value >>= 7
    groups.append(value)
    return bytes(groups)

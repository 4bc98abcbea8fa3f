"""Shards: the dictionary cut into files of about equal weight."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np

from plugins.search.codes.bits import Codes, Numbers, interleave_codes, pack_parts
from plugins.search.codes.borders import choose_borders, find_levels
from plugins.search.codes.keys import Keys, head_codes, tail_codes
from plugins.search.codes.shard_format import GRAM_SHARD_BYTES
from plugins.search.codes.spans import Span, list_spans
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

    The entries are measured (measure_keys). A shard has so many bytes at least and at most, and
    entries of one range. `known` are the streams of some spans of entries that may be shards.
    """
    weights = entries.key_bits + entries.fact_lengths + entries.lengths.sum(axis=1)
    levels, starts = entries.levels.copy(), bounds[:-1]
    weights[starts] += _count_alone(entries, starts, scale) - entries.key_bits[starts]
    levels[starts] = scale.border_width - 1
    limits = (8 * room[0], 8 * room[1])
    cuts = [
        ((start + first, start + last), border)
        for start, end in pairwise(bounds.tolist())
        for first, last, border in choose_borders(
            entries.keys([(start, end)]),
            levels[start:end],
            weights[start:end],
            scale.border_width,
            limits,
        )
    ]
    streams = dict(known or {})
    fresh = [span for span, _ in cuts if span not in streams]
    for number in range(0, len(fresh), _BATCH):
        spans = fresh[number : number + _BATCH]
        streams |= zip(spans, _pack_streams(entries, spans, scale.symbol_width), strict=True)
    return [GramShard(span[1] - span[0], border, streams[span]) for span, border in cuts]


def measure_keys(entries: Entries, scale: Scale) -> Entries:
    """Measure each key that nobody has measured beside the one before it.

    `key_bits` are those of its symbols in the two streams, `levels` what find_levels says.
    """
    bits, levels = entries.key_bits.copy(), entries.levels.copy()
    unknown = np.flatnonzero(bits == 0)
    around = np.union1d(unknown, np.maximum(unknown - 1, 0))
    keys, own = entries.keys(list_spans(around)), np.searchsorted(around, unknown)
    shared = keys.count_shared()
    bits[unknown] = _count_bits(keys, shared, np.array([0]), scale)[own]
    levels[unknown] = find_levels(keys, shared, scale.border_width)[own]
    return replace(entries, key_bits=bits, levels=levels)


def _count_alone(entries: Entries, numbers: Numbers, scale: Scale) -> Numbers:
    """Return the bits of keys with which shards start."""
    keys = entries.keys([(number, number + 1) for number in numbers.tolist()])
    every = np.arange(len(keys))
    return _count_bits(keys, np.zeros_like(every), every, scale)


def _count_bits(keys: Keys, shared: Numbers, anew: Numbers, scale: Scale) -> Numbers:
    heads = head_codes(keys, shared, anew, scale.symbol_width)
    bits: Numbers = heads.lengths.reshape(-1, 2).sum(axis=1)
    return bits + (keys.sizes - shared - 1) * scale.symbol_width


def _pack_streams(entries: Entries, spans: Sequence[Span], width: int) -> Iterator[Streams]:
    """Yield the streams of shards; each one's first key starts anew."""
    starts = np.cumsum([0, *(end - start for start, end in spans[:-1])])
    keys = entries.keys(spans)
    shared = keys.count_shared()
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

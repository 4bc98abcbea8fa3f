"""Shards: the dictionary cut into files of about equal weight."""

from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from plugins.search.bits import Codes, pack_codes
from plugins.search.keys import head_codes, tail_codes
from plugins.search.postings import STREAMS, Postings
from plugins.search.shard_format import GRAM_SHARD_BYTES


@dataclass(frozen=True)
class GramShard:
    """A file's content without its checksum, and its first and last key as symbols."""

    content: bytes
    first: tuple[int, ...]
    last: tuple[int, ...]


def cut_shards(
    postings: Postings, symbol_width: int, target: int = GRAM_SHARD_BYTES
) -> list[GramShard]:
    """Cut entries, in order, into shards of at most `target` bytes or of one entry."""
    weights = np.cumsum(postings.weigh_entries())
    borders = [0]
    while borders[-1] < len(weights):
        start = borders[-1]
        before = int(weights[start - 1]) if start else 0
        end = int(np.searchsorted(weights, before + 8 * target, side="right"))
        borders.append(max(end, start + 1))
    return [_pack_shard(postings, start, end, symbol_width) for start, end in pairwise(borders)]


def _pack_shard(postings: Postings, start: int, end: int, symbol_width: int) -> GramShard:
    codes = {
        stream: postings.streams[stream].take(
            slice(int(postings.starts[stream][start]), int(postings.starts[stream][end]))
        )
        for stream in STREAMS
    }
    codes["keys"], codes["symbols"] = _start_anew(postings, start, codes, symbol_width)
    streams = [pack_codes(codes[stream]) for stream in STREAMS]
    sizes = [end - start, *(len(stream) for stream in streams[:-1])]
    return GramShard(
        b"".join([*(encode_varint(size) for size in sizes), *streams]),
        _key(postings.keys[start]),
        _key(postings.keys[end - 1]),
    )


def _start_anew(
    postings: Postings, start: int, codes: dict[str, Codes], width: int
) -> tuple[Codes, Codes]:
    row, size = postings.keys[start : start + 1], postings.sizes[start : start + 1]
    head, (tail, _) = head_codes(row, size, width), tail_codes(row, size, width)
    added = int(postings.starts["symbols"][start + 1] - postings.starts["symbols"][start])
    return _splice(codes["keys"], 2, head), _splice(codes["symbols"], added, tail)


def _splice(codes: Codes, drop: int, start: Codes) -> Codes:
    return Codes(
        np.concatenate([start.values, codes.values[drop:]]),
        np.concatenate([start.lengths, codes.lengths[drop:]]),
    )


def _key(row: NDArray[np.int32]) -> tuple[int, ...]:
    return tuple((row[row > 0] - 1).tolist())


def encode_varint(value: int) -> bytes:
    """Write a number in groups of seven bits, low ones first, the top bit meaning more."""
    groups = bytearray()
    while value >= 0x80:
        groups.append(value & 0x7F | 0x80)
        value >>= 7
    groups.append(value)
    return bytes(groups)


def part_shards(shards: list[GramShard]) -> list[tuple[int, ...]]:
    """Return each shard's shortest beginning that sorts after the shard before it."""
    borders: list[tuple[int, ...]] = []
    last: tuple[int, ...] = ()
    for shard in shards:
        shared = 0
        while shared < len(last) and last[shared : shared + 1] == shard.first[shared : shared + 1]:
            shared += 1
        borders.append(shard.first[: shared + 1])
        last = shard.last
    return borders

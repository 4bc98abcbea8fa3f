"""Shards: the dictionary cut into files of about equal weight."""

from dataclasses import dataclass

from plugins.search.bits import Codes, chain_codes, pack_codes
from plugins.search.borders import choose_borders
from plugins.search.keys import head_codes, tail_codes
from plugins.search.postings import STREAMS, Postings, Scale
from plugins.search.shard_format import GRAM_SHARD_BYTES


@dataclass(frozen=True)
class GramShard:
    """A file's content without its checksum, and the border before its first key."""

    content: bytes
    border: str


def cut_shards(
    postings: Postings, scale: Scale, room: tuple[int, int] = GRAM_SHARD_BYTES
) -> list[GramShard]:
    """Cut entries, in order, into shards of so many bytes at least and at most."""
    borders = choose_borders(
        postings.keys,
        postings.sizes,
        postings.weigh_entries(),
        scale.border_width,
        (8 * room[0], 8 * room[1]),
    )
    return [
        GramShard(_pack_shard(postings, start, end, scale.symbol_width), border)
        for start, end, border in borders
    ]


def _pack_shard(postings: Postings, start: int, end: int, symbol_width: int) -> bytes:
    codes = {
        stream: postings.streams[stream].take(
            slice(int(postings.starts[stream][start]), int(postings.starts[stream][end]))
        )
        for stream in STREAMS
    }
    codes["keys"], codes["symbols"] = _start_anew(postings, start, codes, symbol_width)
    streams = [pack_codes(codes[stream]) for stream in STREAMS]
    sizes = [end - start, *(len(stream) for stream in streams[:-1])]
    return b"".join([*(encode_varint(size) for size in sizes), *streams])


def _start_anew(
    postings: Postings, start: int, codes: dict[str, Codes], width: int
) -> tuple[Codes, Codes]:
    row, size = postings.keys[start : start + 1], postings.sizes[start : start + 1]
    head, (tail, _) = head_codes(row, size, width), tail_codes(row, size, width)
    added = int(postings.starts["symbols"][start + 1] - postings.starts["symbols"][start])
    return (
        chain_codes(head, codes["keys"].take(slice(2, None))),
        chain_codes(tail, codes["symbols"].take(slice(added, None))),
    )


def encode_varint(value: int) -> bytes:
    """Write a number in groups of seven bits, low ones first, the top bit meaning more."""
    groups = bytearray()
    while value >= 0x80:
        groups.append(value & 0x7F | 0x80)
        value >>= 7
    groups.append(value)
    return bytes(groups)

"""Shards without order: what is looked up stands where its checksum says (shard_format.py)."""

import zlib
from collections.abc import Mapping, Sequence
from typing import TypeVar

from plugins.model.compact_json import dump_json

Value = TypeVar("Value")


def find_shard(key: str, shards: int) -> int:
    """Return the number of the shard in which a key stands."""
    return zlib.crc32(key.encode("utf-8", "surrogatepass")) % shards


def spread(
    entries: Mapping[str, Value], sizes: Sequence[int], target: int
) -> list[dict[str, Value]]:
    """Part entries, of these sizes in bytes, into shards of about `target` bytes: one at least."""
    shards: list[dict[str, Value]] = [{} for _ in range(1 + sum(sizes) // target)]
    for key in sorted(entries):
        shards[find_shard(key, len(shards))][key] = entries[key]
    return shards


def pack_json(entries: Mapping[str, object], target: int) -> list[bytes]:
    """Return the content, without checksum, of shards of JSON: one at least (`spread`)."""
    sizes = [len(encode_json(pair)) for pair in entries.items()]
    return [encode_json(shard) for shard in spread(entries, sizes, target)]


def encode_json(value: object) -> bytes:
    """Return a value as JSON, the shortest and always the same."""
    return dump_json(value).encode()

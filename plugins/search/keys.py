"""Keys: sorted sequences of symbols written by what changes from one to the next."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from plugins.search.bits import (
    Codes,
    gamma_codes,
    interleave_codes,
    join_codes,
    pack_codes,
    raw_codes,
    rice_codes,
)
from plugins.search.shard_format import FIRST_RICE, KEY_RICE

Numbers = NDArray[np.int64]
Rows = NDArray[np.int32]


def symbol_bits(alphabet_size: int) -> int:
    """Return the width W of a raw symbol."""
    return max(1, (alphabet_size - 1).bit_length())


def compare_rows(rows: Rows, sizes: Numbers) -> Numbers:
    """Return how many symbols each key shares with the one before it (0 for the first)."""
    shared = np.zeros(len(rows), dtype=np.int64)
    same = (rows[1:] == rows[:-1]) & (rows[1:] > 0)
    shared[1:] = np.logical_and.accumulate(same, axis=1).sum(axis=1)
    return np.minimum(shared, sizes)


def head_codes(
    rows: Rows, sizes: Numbers, shared: Numbers, anew: Numbers, width: int, rice: int = KEY_RICE
) -> Codes:
    """Return two codes a key: drop and add, then the first added symbol (shard_format.py).

    `rows` are symbols plus 1 filled up with 0; `shared` is how many symbols each has from the
    one before, nothing for the keys of the numbers `anew`, with which shards start.
    """
    drop = np.concatenate([[0], sizes[:-1] - shared[1:]])
    drop[anew] = 0
    every = np.arange(len(rows))
    added = rows[every, np.minimum(shared, rows.shape[1] - 1)].astype(np.int64) - 1
    replaced = rows[every - 1, np.minimum(shared, rows.shape[1] - 1)].astype(np.int64) - 1
    fresh = raw_codes(added, width)
    step = rice_codes(np.maximum(added - replaced - 1, 0), np.where(shared == 0, FIRST_RICE, rice))
    symbol = Codes(
        np.where(drop > 0, step.values, fresh.values),
        np.where(drop > 0, step.lengths, fresh.lengths),
    )
    change = join_codes(gamma_codes(drop + 1), gamma_codes(sizes - shared))
    return interleave_codes(change, symbol)


def tail_codes(rows: Rows, sizes: Numbers, shared: Numbers, width: int) -> tuple[Codes, Numbers]:
    """Return the added symbols after the first, key by key, and how many each key has."""
    columns = np.arange(rows.shape[1])
    rest = (columns > shared[:, None]) & (columns < sizes[:, None])
    return raw_codes(rows[rest].astype(np.int64) - 1, width), rest.sum(axis=1)


def pack_keys(keys: Sequence[tuple[int, ...]], alphabet_size: int, rice: int = KEY_RICE) -> bytes:
    """Write a sorted list of keys as one stream: each key's two codes, then its further symbols."""
    if not keys:
        return b""
    width = symbol_bits(alphabet_size)
    sizes = np.array([len(key) for key in keys], dtype=np.int64)
    rows = np.zeros((len(keys), int(sizes.max())), dtype=np.int32)
    for number, key in enumerate(keys):
        rows[number, : len(key)] = np.array(key) + 1
    shared = compare_rows(rows, sizes)
    heads = head_codes(rows, sizes, shared, np.array([0]), width, rice)
    tails, counts = tail_codes(rows, sizes, shared, width)
    order = np.argsort(
        np.concatenate(
            [np.repeat(np.arange(len(keys)), 2), np.repeat(np.arange(len(keys)), counts)]
        ),
        kind="stable",
    )
    values = np.concatenate([heads.values, tails.values])
    lengths = np.concatenate([heads.lengths, tails.lengths])
    return pack_codes(Codes(values[order], lengths[order]))

"""Keys: sorted sequences of symbols written by what changes from one to the next."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from plugins.search.codes.bits import (
    Codes,
    Numbers,
    gamma_codes,
    interleave_codes,
    join_codes,
    pack_codes,
    raw_codes,
    rice_codes,
)
from plugins.search.codes.shard_format import FIRST_RICE, KEY_RICE


def symbol_bits(alphabet_size: int) -> int:
    """Return the width W of a raw symbol."""
    return max(1, (alphabet_size - 1).bit_length())


@dataclass(frozen=True)
class Keys:
    """Sorted, distinct keys: all their symbols, one behind the other, and how many each has."""

    symbols: NDArray[np.integer]
    sizes: Numbers

    def __len__(self) -> int:
        """How many keys there are."""
        return len(self.sizes)

    @cached_property
    def starts(self) -> Numbers:
        """Where each key's symbols begin."""
        return np.cumsum(self.sizes) - self.sizes

    def take(self, numbers: Numbers, depth: int | Numbers) -> Numbers:
        """Return a symbol of each of these keys, plus 1, or 0 behind its end."""
        inside = depth < self.sizes[numbers]
        at = np.where(inside, self.starts[numbers] + depth, 0)
        return np.where(inside, self.symbols[at] + np.int64(1), 0)

    def count_shared(self) -> Numbers:
        """Return how many symbols each key shares with the one before it (0 for the first)."""
        shared = np.zeros(len(self), dtype=np.int64)
        agree, depth = np.arange(1, len(self)), 0
        while len(agree):
            symbols = self.take(agree, depth)
            agree = agree[(symbols > 0) & (symbols == self.take(agree - 1, depth))]
            depth += 1
            shared[agree] = depth
        return shared


def head_codes(
    keys: Keys, shared: Numbers, anew: Numbers, width: int, rice: int = KEY_RICE
) -> Codes:
    """Return two codes a key: drop and add, then the first added symbol (shard_format.py).

    `shared` is how many symbols each has from the one before, nothing for the keys of the numbers
    `anew`, with which shards start.
    """
    drop = np.concatenate([[0], keys.sizes[:-1] - shared[1:]])
    drop[anew] = 0
    every = np.arange(len(keys))
    added, replaced = keys.take(every, shared) - 1, keys.take(every - 1, shared) - 1
    fresh = raw_codes(added, width)
    step = rice_codes(np.maximum(added - replaced - 1, 0), np.where(shared == 0, FIRST_RICE, rice))
    symbol = Codes(
        np.where(drop > 0, step.values, fresh.values),
        np.where(drop > 0, step.lengths, fresh.lengths),
    )
    change = join_codes(gamma_codes(drop + 1), gamma_codes(keys.sizes - shared))
    return interleave_codes(change, symbol)


def tail_codes(keys: Keys, shared: Numbers, width: int) -> tuple[Codes, Numbers]:
    """Return the added symbols after the first, key by key, and how many each key has."""
    depth = np.arange(len(keys.symbols)) - np.repeat(keys.starts, keys.sizes)
    rest = depth > np.repeat(shared, keys.sizes)
    return raw_codes(keys.symbols[rest].astype(np.int64), width), keys.sizes - shared - 1


def pack_keys(keys: Sequence[tuple[int, ...]], alphabet_size: int, rice: int = KEY_RICE) -> bytes:
    """Write a sorted list of keys as one stream: each key's two codes, then its further symbols."""
    if not keys:
        return b""
    width = symbol_bits(alphabet_size)
    sizes = np.array([len(key) for key in keys], dtype=np.int64)
    flat = Keys(np.array(list(chain.from_iterable(keys)), dtype=np.int64), sizes)
    shared = flat.count_shared()
    heads = head_codes(flat, shared, np.array([0]), width, rice)
    tails, counts = tail_codes(flat, shared, width)
    numbers = np.arange(len(keys))
    order = np.argsort(
        np.concatenate([np.repeat(numbers, 2), np.repeat(numbers, counts)]), kind="stable"
    )
    values = np.concatenate([heads.values, tails.values])
    lengths = np.concatenate([heads.lengths, tails.lengths])
    return pack_codes(Codes(values[order], lengths[order]))

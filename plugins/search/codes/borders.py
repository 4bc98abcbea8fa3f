"""Borders: where one shard of the dictionary ends and the next begins, chosen to be cheap to tell.

Keys are read as bits, every symbol in as many as the alphabet needs; a border is the roundest
number between two keys, so that most borders are a few bits (shard_format.py, "Borders").
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from plugins.search.codes.bits import Numbers, bit_lengths, pack_codes, raw_codes
from plugins.search.codes.keys import Keys
from plugins.search.codes.shard_format import HALVING_CODES


def border_width(alphabet_size: int) -> int:
    """Return the bits of a symbol of a border: of 1 for the first one, 0 is a key's end."""
    return alphabet_size.bit_length()


def choose_borders(
    keys: Keys, levels: NDArray[np.int16], weights: Numbers, width: int, room: tuple[int, int]
) -> Iterator[tuple[int, int, str]]:
    """Cut sorted keys into shards: yield each one's start, end and border before it.

    A shard weighs between the two weights of `room`, more if it is one entry, less at the end;
    within these limits it ends where the border is roundest. `levels` is what find_levels says; of
    the first key it is the last bit of its first symbol.
    """
    least, most = room
    ends = np.concatenate([[0], np.cumsum(weights)])
    starts = [0]
    while ends[-1] - ends[starts[-1]] > most:
        start = starts[-1]
        low, high = np.searchsorted(ends, ends[start] + [least, most + 1]).tolist()
        last = max(high - 1, start + 1)
        first = min(max(low, start + 1), last)
        if last == len(weights):
            break
        starts.append(first + int(np.argmin(levels[first : last + 1])))
    for start, end in pairwise([*starts, len(weights)]):
        yield start, end, _write_border(keys, start, int(levels[start]), width)


def find_levels(keys: Keys, shared: Numbers, width: int) -> Numbers:
    """Return the first bit in which each key differs from the one before it.

    `shared` is what Keys.count_shared says.
    """
    every = np.arange(len(keys))
    changed = keys.take(every, shared) ^ keys.take(every - 1, shared)
    return shared * width + width - bit_lengths(np.maximum(changed, 1))


def _write_border(keys: Keys, number: int, level: int, width: int) -> str:
    start = int(keys.starts[number])
    symbols = keys.symbols[start : start + level // width + 1].tolist()
    return "".join(f"{symbol + 1:0{width}b}" for symbol in symbols)[: level + 1].rstrip("0")


def pack_borders(borders: Sequence[str]) -> bytes:
    """Write sorted borders as the halvings of all keys that have them as middles."""
    codes = [HALVING_CODES[halving] for halving in _halve(list(borders))]
    bits = np.array([int(bit) for bit in "".join(codes)], dtype=np.int64)
    return pack_codes(raw_codes(bits, 1))


def _halve(borders: list[str]) -> Iterator[tuple[bool, bool, bool]]:
    ranges = [borders] if borders else []
    while ranges:
        inside = ranges.pop()
        lower = [border[1:] for border in inside if border[0] == "0"]
        upper = [border[1:] for border in inside if border[0] == "1" and border != "1"]
        yield bool(lower), "1" in inside, bool(upper)
        ranges += [part for part in (upper, lower) if part]

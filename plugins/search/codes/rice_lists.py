"""Rice codes read back, of many lists at once: as many steps as the longest list has codes."""

import numpy as np
from numpy.typing import NDArray

from plugins.search.codes.bits import ESCAPE, ESCAPE_BITS, Numbers, bit_lengths

#: Bits of a code that are read in one go; its ones are counted among the first of them.
_WORD, _ONES = 64, 32


def read_rice(
    packed: NDArray[np.uint8], starts: Numbers, counts: Numbers, parameters: Numbers
) -> NDArray[np.int32]:
    """Return the values of lists of Rice codes, one list behind the other.

    Each list begins at such a bit, and has so many codes of its parameter (bits.rice_codes).
    """
    padded = np.append(packed, np.zeros(_WORD // 8, dtype=np.uint8))
    # A word begins at every byte.
    words = np.ndarray((len(packed),), ">u8", padded, strides=(1,))
    values = np.empty(int(counts.sum()), dtype=np.int32)
    places = np.cumsum(counts) - counts
    # Those that end first are last, and are left out one after the other.
    order = np.argsort(-counts, kind="stable")
    falling, at, k, places = -counts[order], starts[order], parameters[order], places[order]
    for step in range(-int(falling[0]) if len(falling) else 0):
        going = int(np.searchsorted(falling, -step))
        at, k = at[:going], k[:going]
        bits = words[at >> 3].astype(np.uint64) << (at & 7).astype(np.uint64)
        value, length = _read_codes(bits, k)
        values[places[:going] + step] = value
        at = at + length
    return values


def _read_codes(bits: NDArray[np.uint64], k: Numbers) -> tuple[Numbers, Numbers]:
    """Return the values and the lengths of the codes with which words of bits begin."""
    head = (~bits >> np.uint64(_WORD - _ONES)).astype(np.int64)
    ones = np.minimum(_ONES - bit_lengths(head), ESCAPE)
    short = ones < ESCAPE
    lengths = np.where(short, ones + 1 + k, ESCAPE + ESCAPE_BITS)
    ends = (bits >> (_WORD - lengths).astype(np.uint64)).astype(np.int64)
    low = ends & ((np.int64(1) << np.where(short, k, ESCAPE_BITS)) - 1)
    return np.where(short, ones << k, 0) + low, lengths

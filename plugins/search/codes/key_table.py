"""A table of numbers by key: one look for each of millions of keys, where a search takes ten."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

#: A table of so many bits stays in the processor's reach.
_MOST_BITS = 22
#: Keys looked up in one go.
_PIECE = 1 << 20
#: Knuth's multiplier ("The Art of Computer Programming", volume 3, 6.4), for 32 and 64 bits.
_MULTIPLIERS = {4: 0x9E3779B1, 8: 0x9E3779B97F4A7C15}


class KeyTable:
    """Distinct keys of 32 or 64 bits, unsigned."""

    def __init__(self, keys: NDArray[Any]) -> None:
        # In a table of as many places as there are pairs, few keys share one.
        self._bits = min(2 * len(keys).bit_length() + 1, _MOST_BITS)
        places = self._find_places(keys)
        # Keys that share a place stand side by side.
        order = np.argsort(places, kind="stable")
        self._keys, self._numbers = keys[order], order.astype(np.int32)
        _, firsts, counts = np.unique(places[order], return_index=True, return_counts=True)
        self._looks = int(counts.max(initial=0))
        self._table = np.zeros(1 << self._bits, dtype=np.int32)
        self._table[places[order[firsts]]] = firsts

    def find(self, keys: NDArray[Any]) -> tuple[NDArray[np.bool_], NDArray[np.int32]]:
        """Tell which of other keys are among these, and what number each of those has."""
        # In pieces, which bounds the memory.
        starts = range(0, max(1, len(keys)), _PIECE)
        pieces = [self._find_piece(keys[start : start + _PIECE]) for start in starts]
        found, numbers = (np.concatenate(parts) for parts in zip(*pieces, strict=True))
        return found, numbers

    def _find_piece(self, keys: NDArray[Any]) -> tuple[NDArray[np.bool_], NDArray[np.int32]]:
        found = np.zeros(len(keys), dtype=np.bool_)
        numbers = np.zeros(len(keys), dtype=np.int32)
        at = self._table[self._find_places(keys)]
        for look in range(self._looks):
            here = np.minimum(at + np.int32(look), np.int32(len(self._keys) - 1))
            agrees = self._keys[here] == keys
            numbers[agrees] = self._numbers[here[agrees]]
            found |= agrees
        return found, numbers[found]

    def _find_places(self, keys: NDArray[Any]) -> NDArray[Any]:
        kind, width = keys.dtype.type, 8 * keys.itemsize
        places: NDArray[Any] = keys * kind(_MULTIPLIERS[keys.itemsize]) >> kind(width - self._bits)
        return places

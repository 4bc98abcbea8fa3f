"""A table of numbers by key: one look for each of millions of keys, where a search takes ten."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

#: Few keys share a place in a table this large, if they are some thousands.
_BITS = 22
#: Knuth's multiplier ("The Art of Computer Programming", volume 3, 6.4), for 32 and 64 bits.
_MULTIPLIERS = {4: 0x9E3779B1, 8: 0x9E3779B97F4A7C15}


class KeyTable:
    """Sorted, distinct keys of 32 or 64 bits, unsigned."""

    def __init__(self, keys: NDArray[Any]) -> None:
        self._keys = keys
        self._width, self._multiplier = keys.itemsize * 8, _MULTIPLIERS[keys.itemsize]
        # Another odd multiplier sends the keys to other places, until no two share one.
        while len(np.unique(self._places(keys))) < len(keys):
            self._multiplier = (self._multiplier + 2) % (1 << self._width)
        self._numbers = np.zeros(1 << _BITS, dtype=np.int32)
        self._numbers[self._places(keys)] = np.arange(len(keys))

    def find(self, keys: NDArray[Any]) -> tuple[NDArray[np.bool_], NDArray[np.int32]]:
        """Tell which of other keys are among these, and what number each of those has."""
        if not len(self._keys):
            return np.zeros(len(keys), dtype=np.bool_), np.zeros(0, dtype=np.int32)
        numbers = self._numbers[self._places(keys)]
        found = self._keys[numbers] == keys
        return found, numbers[found]

    def _places(self, keys: NDArray[Any]) -> NDArray[Any]:
        kind = keys.dtype.type
        places: NDArray[Any] = keys * kind(self._multiplier) >> kind(self._width - _BITS)
        return places

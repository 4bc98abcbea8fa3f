"""Arrays that consist of items of various sizes, one behind the other."""

from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

#: Values counted in one go.
_PIECE = 1 << 20

Value = TypeVar("Value", bound=np.generic)


def take_items(
    array: NDArray[Value], sizes: NDArray[np.integer], order: NDArray[np.int64]
) -> NDArray[Value]:
    """Return items of these sizes in another order; there is one at least."""
    ends = np.cumsum(sizes, dtype=np.int64)
    # Neighbours that stay together are copied together.
    breaks = np.flatnonzero(np.diff(order) != 1) + 1
    firsts, lasts = order[np.append(0, breaks)], order[np.append(breaks - 1, -1)]
    spans = zip((ends - sizes)[firsts].tolist(), ends[lasts].tolist(), strict=True)
    return np.concatenate([array[start:end] for start, end in spans])


def count_values(values: NDArray[np.integer], size: int) -> NDArray[np.int64]:
    """Count how often each number below `size` stands in a long array."""
    # numpy's counting copies what it counts, as numbers of 64 bits.
    pieces = (values[start : start + _PIECE] for start in range(0, len(values), _PIECE))
    counts = np.zeros(size, dtype=np.int64)
    for piece in pieces:
        counts += np.bincount(piece, minlength=size)
    return counts

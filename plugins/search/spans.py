"""Arrays that consist of items of various sizes, one behind the other."""

from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

#: Values counted in one go.
_PIECE = 1 << 20

Value = TypeVar("Value", bound=np.generic)


def take_items(
    array: NDArray[Value], ends: NDArray[np.int64], order: NDArray[np.int64]
) -> NDArray[Value]:
    """Return items of an array that end at these places, in another order; one at least."""
    starts = np.append(0, ends)
    spans = [(starts[first], starts[last]) for first, last in _list_runs(order)]
    return np.concatenate([array[start:end] for start, end in spans])


def take_rows(array: NDArray[Value], order: NDArray[np.int64]) -> NDArray[Value]:
    """Return rows of an array in another order, of which most stay together; one at least."""
    return np.concatenate([array[first:last] for first, last in _list_runs(order)])


def _list_runs(order: NDArray[np.int64]) -> list[tuple[int, int]]:
    """Return the spans of numbers that follow each other."""
    breaks = np.flatnonzero(np.diff(order) != 1) + 1
    firsts, lasts = order[np.append(0, breaks)], order[np.append(breaks - 1, -1)]
    return list(zip(firsts.tolist(), (lasts + 1).tolist(), strict=True))


def count_values(values: NDArray[np.integer], size: int) -> NDArray[np.int64]:
    """Count how often each number below `size` stands in a long array."""
    # numpy's counting copies what it counts, as numbers of 64 bits.
    pieces = (values[start : start + _PIECE] for start in range(0, len(values), _PIECE))
    counts = np.zeros(size, dtype=np.int64)
    for piece in pieces:
        counts += np.bincount(piece, minlength=size)
    return counts

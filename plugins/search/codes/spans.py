"""Arrays that consist of items of various sizes, one behind the other."""

from collections.abc import Sequence
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

#: Values counted in one go.
_PIECE = 1 << 20

#: From one number to another that is not part of it.
Span = tuple[int, int]
Value = TypeVar("Value", bound=np.generic)


def list_spans(order: NDArray[np.int64]) -> list[Span]:
    """Return the spans of numbers that follow each other; there is one number at least."""
    breaks = np.flatnonzero(np.diff(order) != 1) + 1
    firsts, lasts = order[np.append(0, breaks)], order[np.append(breaks - 1, -1)]
    return list(zip(firsts.tolist(), (lasts + 1).tolist(), strict=True))


def take_rows(array: NDArray[Value], spans: Sequence[Span]) -> NDArray[Value]:
    """Return spans of an array's rows, one behind the other; there is one at least."""
    return np.concatenate([array[first:last] for first, last in spans])


def take_items(
    array: NDArray[Value], ends: NDArray[np.int64], spans: Sequence[Span]
) -> NDArray[Value]:
    """Return spans of an array's items, which end at these places; there is one at least."""
    starts = np.append(0, ends)
    return take_rows(array, [(starts[first], starts[last]) for first, last in spans])


def count_values(values: NDArray[np.integer], size: int) -> NDArray[np.int64]:
    """Count how often each number below `size` stands in a long array."""
    # numpy's counting copies what it counts, as numbers of 64 bits.
    pieces = (values[start : start + _PIECE] for start in range(0, len(values), _PIECE))
    counts = np.zeros(size, dtype=np.int64)
    for piece in pieces:
        counts += np.bincount(piece, minlength=size)
    return counts

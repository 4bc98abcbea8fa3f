"""Numbers of a page that are each compared to the others: what these are without the one.

They are sorted and added up once for all of them, so that a page of many headlines takes no longer
for each. Sums are exact, as those of `statistics`.
"""

from bisect import bisect_left
from collections.abc import Iterable
from fractions import Fraction


class Others:
    """Some numbers, each of which may be left out."""

    def __init__(self, numbers: Iterable[float]) -> None:
        self._sorted = sorted(numbers)
        self._sum = sum(map(Fraction, self._sorted), Fraction())

    def count_below(self, number: float) -> int:
        """Return how many are less than a number."""
        return bisect_left(self._sorted, number)

    def sum_up(self, own: float) -> tuple[int, float, float, float] | None:
        """Return how many others there are, and the least, the mean and the greatest of them."""
        count = len(self._sorted) - 1
        if count < 1:
            return None
        least = self._sorted[own == self._sorted[0]]
        greatest = self._sorted[-1 - (own == self._sorted[-1])]
        return count, least, float((self._sum - Fraction(own)) / count), greatest

    def find_median(self, own: float | None) -> float | None:
        """Return the median of the others, of all where none is one's own; None where none is."""
        left_out = len(self._sorted) if own is None else bisect_left(self._sorted, own)
        count = len(self._sorted) - (own is not None)
        if count < 1:
            return None
        low, high = (self._sorted[n + (n >= left_out)] for n in ((count - 1) // 2, count // 2))
        return low if count % 2 else (low + high) / 2

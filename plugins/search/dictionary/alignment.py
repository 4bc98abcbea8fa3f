"""Which documents of two texts stand for each other, though others have come or gone."""

from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise, zip_longest
from typing import NamedTuple

import numpy as np

from plugins.search.codes.bits import Numbers

#: A document's number before and after, None where it has come or gone.
Pair = tuple[int | None, int | None]


class Alignment(NamedTuple):
    """Each document's number afterwards, rising, or -1 where it is gone; and what has changed."""

    numbers: Numbers
    changed: Sequence[Pair]

    def moves(self, documents: int) -> bool:
        """Tell whether any number is another, where there are so many documents afterwards."""
        return not np.array_equal(self.numbers, np.arange(documents))


def align_documents(before: Sequence[bytes], after: Sequence[bytes]) -> Alignment:
    """Align documents, in their order, by what stands for the text of each.

    As many as possible are the same. Others between the same two stand for each other.
    """
    numbers = np.full(len(before), -1)
    changed: list[Pair] = []
    same = [(-1, -1), *_match(before, after), (len(before), len(after))]
    for (old, new), (next_old, next_new) in pairwise(same):
        between = range(old + 1, next_old), range(new + 1, next_new)
        changed += zip_longest(*between)
        pairs = [(old, new), *zip(*between, strict=False)]
        for one, other in pairs[old < 0 :]:
            numbers[one] = other
    return Alignment(numbers, changed)


def _match(before: Sequence[bytes], after: Sequence[bytes]) -> list[tuple[int, int]]:
    """Return the most pairs of the same documents of which both numbers rise.

    Of those that say the same, the first stand for each other, then the second ones.
    """
    places: dict[bytes, list[int]] = {}
    for number, name in enumerate(before):
        places.setdefault(name, []).append(number)
    waiting = {name: iter(numbers) for name, numbers in places.items()}
    found = [(next(waiting.get(name, iter(())), -1), new) for new, name in enumerate(after)]
    return _pick_rising([(old, new) for old, new in found if old >= 0])


def _pick_rising(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the longest part of pairs, in order, whose first numbers rise (Fredman, 1975)."""
    #: By how many rise: the least number with which so many end, its place, and the place before.
    ends: list[int] = []
    places: list[int] = []
    earlier: list[int] = []
    for place, (number, _) in enumerate(pairs):
        length = bisect_left(ends, number)
        ends[length : length + 1], places[length : length + 1] = [number], [place]
        earlier.append(places[length - 1] if length else -1)
    picked = []
    place = places[-1] if places else -1
    while place >= 0:
        picked.append(pairs[place])
        place = earlier[place]
    return picked[::-1]

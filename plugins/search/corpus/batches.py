"""Articles in batches: what the last build has made of an article is not made again."""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor
from typing import TypeVar

import numpy as np

from plugins.search.codes.bits import Numbers

Item = TypeVar("Item")
Result = TypeVar("Result")

#: Articles worked on at a time: enough to keep a process busy, few enough to share evenly.
BATCH = 200


def find_fresh(names: Sequence[bytes], kept: Sequence[bytes]) -> tuple[list[int], Numbers]:
    """Return the numbers of the articles that are not among those kept, and where each one stands.

    That is among the kept, or behind them, where the fresh ones are put in order. Of articles that
    say the same several are kept under one name.
    """
    known = {name: number for number, name in enumerate(kept)}
    fresh = [number for number, name in enumerate(names) if name not in known]
    places = {names[number]: len(kept) + place for place, number in enumerate(fresh)} | known
    return fresh, np.array([places[name] for name in names])


def map_batches(
    work: Callable[[Sequence[Item]], Result], items: Sequence[Item], executor: Executor
) -> Iterator[Result]:
    """Yield what the work makes of each batch, in order, on `executor`."""
    batches = [items[at : at + BATCH] for at in range(0, len(items), BATCH)]
    # One batch is done before a process has started.
    return (executor.map if len(batches) > 1 else map)(work, batches)

"""How the time of some work grows with its text."""

import gc
import time
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")
#: Characters: few articles have so many.
LENGTHS, LONG = (1_500, 6_000), (2_500, 10_000)
#: Seconds of the processor for the longer text that nobody would notice.
UNNOTICED = 0.01
#: Four times the text takes linear work four times as long, and quadratic work sixteen times: what
#: is told is work whose quadratic part is as long as its linear part for the longer text.
LINEAR_AT_MOST = 6.5
ATTEMPTS = 3


def grows_linearly(
    read: Callable[[str], object], unit: str, lengths: tuple[int, int] = LENGTHS
) -> bool:
    """Tell whether reading a unit again and again takes time in proportion, or none to speak of."""
    short, long = (unit * (length // len(unit)) for length in lengths)
    return is_linear(read, short, long)


def is_linear(read: Callable[[T], object], short: T, long: T) -> bool:
    """Tell whether reading four times as much takes about four times as long.

    What else the machine does may lengthen one measurement, not the best of three.
    """
    return any(_measure_growth(read, short, long) <= LINEAR_AT_MOST for _ in range(ATTEMPTS))


def _measure_growth(read: Callable[[T], object], short: T, long: T) -> float:
    """Return how many times as long the longer text takes, 0 where nobody would notice."""
    seconds = _time(read, long)
    return seconds / _time(read, short) if seconds > UNNOTICED else 0.0


def _time(read: Callable[[T], object], text: T) -> float:
    # Looking for garbage among all that was ever read is no work on this text.
    gc.disable()
    try:
        start = time.process_time()
        read(text)
        return time.process_time() - start
    finally:
        gc.enable()

"""Amounts as levels, so that a weight can be learned for each."""

from collections.abc import Sequence


def bucket(value: float, limits: Sequence[float]) -> int:
    """How many of the rising `limits` a value reaches or passes."""
    return sum(value >= limit for limit in limits)

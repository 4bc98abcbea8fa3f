"""How much of a test to run: a sample in `make test`, the whole in `make stress`."""

import os


def choose(sample: int, whole: int) -> int:
    """Give the number of examples: `whole` where STRESS is set, else `sample`."""
    return whole if os.environ.get("STRESS") else sample

"""How much tests try: a fixed sample in `make test`, far more in `make stress`."""

import os

#: `make stress` sets it; nothing else tells how much is tried.
STRESS = bool(os.environ.get("STRESS"))


def choose(sample: int, whole: int) -> int:
    """Give how many examples a test tries: `sample` in `make test`, `whole` in `make stress`."""
    return whole if STRESS else sample

"""A held value is told, compared and sent as the value itself."""

import pickle
from functools import partial

from plugins.system.held import Held, hold


def test_however_it_is_held_it_is_the_same() -> None:
    """One that is made when it is asked for equals one at hand, in words and for sets, too."""
    made, ready = Held(partial("".join, ["甲", "乙"])), hold("甲乙")
    assert made == ready != hold("丙")
    assert (repr(made), hash(made)) == (repr("甲乙"), hash(ready))


def test_it_travels_as_its_value() -> None:
    """What arrives elsewhere no longer needs what it was made of."""
    made: Held[str] = Held(lambda: "甲")
    assert pickle.loads(pickle.dumps(made)).get() == "甲"  # noqa: S301 - written a moment ago

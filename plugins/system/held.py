"""Values that few ask for, held by what makes them: that takes next to no memory."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Generic, TypeVar

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class Held(Generic[Value]):
    """A value that `get` returns: the one that is at hand, or one made anew each time."""

    get: Callable[[], Value]

    def __repr__(self) -> str:
        """Tell the value, however it is held."""
        return repr(self.get())

    def __eq__(self, other: object) -> bool:
        """Compare the values."""
        return isinstance(other, Held) and bool(self.get() == other.get())

    def __hash__(self) -> int:
        """Hash the value."""
        return hash(self.get())

    def __reduce__(self) -> tuple[Callable[[Value], "Held[Value]"], tuple[Value]]:
        """Travel as the value."""
        return hold, (self.get(),)


def hold(value: Value) -> Held[Value]:
    """Return a value held as it is."""
    return Held(partial(_give, value))


def _give(value: Value) -> Value:
    return value

"""Values that builds keep in a file for the next one, each read once."""

import pickle
from collections.abc import Callable
from pathlib import Path
from typing import Generic, TypeVar

from plugins.system.kept_parts import KeptContent
from plugins.system.memo import Memo

Value = TypeVar("Value")


class KeptValues(Generic[Value]):
    """Values by the digests of what decides them; those that the last build has used."""

    def __init__(self, file: Path | None) -> None:
        self._memo = Memo(file)
        self._values: dict[bytes, Value] = {}

    def find(self, key: bytes, load: Callable[[KeptContent], Value]) -> Value | None:
        """Return the value for a key, which `load` makes of its content; None where it is new."""
        content = self._memo.find(key)
        if content is None:
            return None
        if key not in self._values:
            try:
                self._values[key] = load(content)
            except pickle.UnpicklingError:
                # Not as this code has written it, whatever its seal says.
                return None
        return self._values[key]

    def add(self, key: bytes, content: bytes, load: Callable[[KeptContent], Value]) -> Value:
        """Take the content of a value that was new; return the value."""
        self._values[key] = value = load(self._memo.add(key, content))
        return value

    def keep(self) -> None:
        """Keep what this build has used, and nothing else."""
        self._memo.keep()

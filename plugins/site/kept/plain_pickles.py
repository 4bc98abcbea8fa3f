"""Python's own bytes, of which only values of this project's models are read.

Such bytes may call whatever Python can, and a seal tells faults, not forgers: who can write into
the cache can seal it. So nothing but models and the plain values in them is taken from it.
"""

import datetime
import io
import pathlib
import pickle
from dataclasses import is_dataclass
from functools import cache
from importlib import import_module

from pydantic import BaseModel

from plugins.system.digests import Bytes

#: Where the classes of what is kept are found: of Python's own, these two alone.
_ROOMS = ("plugins", "datetime", "pathlib")
_PLAIN = (datetime.date, pathlib.PosixPath)


class PlainUnpickler(pickle.Unpickler):
    """Reads values of models; raises pickle.UnpicklingError where bytes name anything else."""

    def find_class(self, module: str, name: str) -> type:
        """Return the class of a value."""
        return _find_model(module, name)


def load_plain(content: Bytes) -> object:
    """Return the value of such bytes. Raises pickle.UnpicklingError."""
    return PlainUnpickler(io.BytesIO(content)).load()


@cache
def _find_model(module: str, name: str) -> type:
    if module.partition(".")[0] in _ROOMS:
        found = getattr(import_module(module), name, None)
        if isinstance(found, type) and (
            found in _PLAIN or is_dataclass(found) or issubclass(found, BaseModel)
        ):
            return found
    raise pickle.UnpicklingError(f"{module}.{name} is no model")

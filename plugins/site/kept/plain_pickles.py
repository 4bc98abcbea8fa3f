"""Python's own bytes, of which only values of this project's models are read.

Such bytes may call whatever Python can, and a seal tells faults, not forgers: who can write into
the cache can seal it. So nothing but models and the plain values in them is taken from it. What
reader and writer both have is named in the bytes by a number and not repeated.
"""

import datetime
import io
import pathlib
import pickle
from collections.abc import Callable, Collection, Mapping
from dataclasses import is_dataclass
from functools import cache
from importlib import import_module

from pydantic import BaseModel

from plugins.system.digests import Bytes

#: Where the classes of what is kept are found: of Python's own, these two alone.
_ROOMS = ("plugins", "datetime", "pathlib")
_PLAIN = (datetime.date, pathlib.PosixPath)
#: The bytes that say how long a card is.
_SIZE = 4


def dump_plain(value: object, numbers: Mapping[int, int], kinds: Collection[type] = ()) -> bytes:
    """Return a value as bytes; what has one of `numbers`, by its id, as that number alone.

    Only values of these `kinds` have one: most values are of none, and are not looked up.
    """
    file = io.BytesIO()
    pickler = _Pickler(file, pickle.HIGHEST_PROTOCOL)
    pickler.numbers, pickler.kinds = numbers, kinds
    pickler.dump(value)
    return file.getvalue()


def load_plain(content: Bytes, find: Callable[[int], object] | None = None) -> object:
    """Return the value of such bytes, where `find` gives what has a number.

    Raises pickle.UnpicklingError.
    """
    unpickler = _Unpickler(io.BytesIO(content))
    unpickler.find = find
    return unpickler.load()


def join_parts(card: bytes, body: bytes) -> bytes:
    """Return what split_parts parts."""
    return b"".join((len(card).to_bytes(_SIZE, "big"), card, body))


def split_parts(content: Bytes) -> tuple[memoryview, memoryview]:
    """Return the card, which all builds read, and the body, which is read when it is asked for."""
    whole = memoryview(content)
    end = _SIZE + int.from_bytes(whole[:_SIZE], "big")
    return whole[_SIZE:end], whole[end:]


class _Pickler(pickle.Pickler):
    numbers: Mapping[int, int]
    kinds: Collection[type]

    def persistent_id(self, value: object) -> int | None:
        return self.numbers.get(id(value)) if type(value) in self.kinds else None


@cache
def _find_model(module: str, name: str) -> type:
    if module.partition(".")[0] in _ROOMS:
        found = getattr(import_module(module), name, None)
        if isinstance(found, type) and (found in _PLAIN or _is_model(found)):
            return found
    raise pickle.UnpicklingError(f"{module}.{name} is no model")


def _is_model(found: type) -> bool:
    is_named_tuple = issubclass(found, tuple) and hasattr(found, "_fields")
    return is_named_tuple or is_dataclass(found) or issubclass(found, BaseModel)


class _Unpickler(pickle.Unpickler):
    find: Callable[[int], object] | None
    #: Asked for each class of thousands of cards: without a step between.
    find_class = staticmethod(_find_model)

    def persistent_load(self, number: int) -> object:
        if self.find is None:
            raise pickle.UnpicklingError("nothing has a number here")
        return self.find(number)

"""Regular expressions that are compiled when they are first used.

To compile all that the program has takes longer than to convert a short page, and no command uses
all of them. So the heads of modules make theirs by `compile_late`, which a test holds them to.
"""

import re
from typing import Any, AnyStr, cast


class _Compiled:
    """An expression in use: all that the compiled one can do is found in the object itself."""


class _Uncompiled(_Compiled):
    """An expression that nobody has used yet; whatever is asked of it first compiles it."""

    def __init__(self, pattern: str | bytes, flags: int) -> None:
        self.pattern, self._flags = pattern, flags

    def __getattr__(self, name: str) -> object:
        compiled: Any = re.compile(self.pattern, self._flags)
        parts = (one for one in dir(compiled) if not one.startswith("_"))
        vars(self).update((one, getattr(compiled, one)) for one in parts)
        # Without a `__getattr__` the parts are found at nearly the speed of the compiled one's own.
        self.__class__ = _Compiled  # type: ignore[assignment] # its parent, and laid out alike
        return object.__getattribute__(self, name)


def compile_late(pattern: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """Return what serves as re.compile's expression, but for `re.sub(expression, …)` and the like.

    A pattern that is wrong raises re.error at the first use.
    """
    return cast("re.Pattern[AnyStr]", _Uncompiled(pattern, flags))

"""Regular expressions that are compiled when they are first used.

To compile all that the program has takes longer than to convert a short page, and no command uses
all of them. So the heads of modules make theirs by `compile_late`: tests hold them to it, and
compile them all.
"""

import re
from typing import Any, AnyStr, cast


class _Compiled:
    """An expression in use: the methods and values of the compiled one are found in the object."""

    pattern: str | bytes
    _flags: int

    def __reduce__(self) -> tuple[object, ...]:
        """Tell how it is copied, or sent to another process: as one that nobody has used yet."""
        return compile_late, (self.pattern, self._flags)


class _Uncompiled(_Compiled):
    """An expression that nobody has used yet; whatever is asked of it first compiles it."""

    def __init__(self, pattern: str | bytes, flags: int) -> None:
        self.pattern, self._flags = pattern, flags

    def __getattr__(self, name: str) -> object:
        if name.startswith("_"):
            # What Python itself looks for, and finds in the class where it is at all.
            raise AttributeError(name)
        compiled: Any = re.compile(self.pattern, self._flags)
        parts = (one for one in dir(compiled) if not one.startswith("_"))
        vars(self).update((one, getattr(compiled, one)) for one in parts)
        # Without a `__getattr__` the parts are found at nearly the speed of the compiled one's own.
        self.__class__ = _Compiled  # type: ignore[assignment] # its parent, and laid out alike
        return object.__getattribute__(self, name)


def compile_late(pattern: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """Return what has the methods and values of re.compile's expression.

    A pattern that is wrong raises re.error at the first use. It is no re.Pattern to `isinstance`,
    nor to re's own functions (`re.sub(expression, …)`); it is equal to itself alone, and a match's
    `re` is not this one but the compiled one.
    """
    return cast("re.Pattern[AnyStr]", _Uncompiled(pattern, flags))

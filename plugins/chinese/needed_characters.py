"""The characters that an expression begins with, and those without which it finds nothing.

Most sentences have none of those that a cue needs: to look for them takes a tenth of the time that
the expression takes. Those are read from the expressions, so that nobody has to list them.
"""

import re
from collections.abc import Iterable, Sequence, Set
from functools import cache
from re import _constants, _parser  # type: ignore[attr-defined] # what re itself parses with
from typing import Any

#: A part of an expression: its kind, and what re tells of it.
_Part = tuple[Any, Any]
_REPEATS = (_constants.MAX_REPEAT, _constants.MIN_REPEAT, _constants.POSSESSIVE_REPEAT)
#: Of a range of more characters a text most often has one.
_MANY = 64


def write_heads(alone: str, *pairs: tuple[str, str]) -> str:
    """Return an expression for one of the characters `alone`, or the first of a pair.

    All are written as within brackets, a pair as its first characters and those behind them. It
    is sought fast, for it begins with one class of characters, and looks further only then.
    """
    firsts = alone + "".join(first for first, _ in pairs)
    paired = (f"(?<=[{first}])(?=[{second}])" for first, second in pairs)
    return f"[{firsts}](?:{'|'.join((f'(?<=[{alone}])', *paired))})"


def may_find(expression: re.Pattern[str], characters: Set[str]) -> bool:
    """Tell whether an expression may find anything in a text of these characters."""
    needed = find_needed(expression)
    return needed is None or not needed.isdisjoint(characters)


@cache
def find_needed(expression: re.Pattern[str]) -> frozenset[str] | None:
    """Return characters of which whatever the expression finds has one, None where unknown."""
    if expression.flags & (re.IGNORECASE | re.VERBOSE):
        return None
    return _need(_parser.parse(expression.pattern))


def _need(parts: Iterable[_Part]) -> frozenset[str] | None:
    found = (_need_part(kind, told) for kind, told in parts)
    return min((needed for needed in found if needed is not None), key=len, default=None)


def _need_part(kind: object, told: Any) -> frozenset[str] | None:  # noqa: ANN401 - re has no types
    if kind is _constants.LITERAL:
        return frozenset([chr(told)])
    if kind is _constants.IN:
        return _list_members(told)
    if kind in _REPEATS:
        return _need(told[2]) if told[0] else None
    if kind is _constants.SUBPATTERN:
        _, own_flags, _, parts = told
        return None if own_flags else _need(parts)
    if kind is _constants.ATOMIC_GROUP:
        return _need(told)
    if kind is _constants.BRANCH:
        needed = [_need(part) for part in told[1]]
        known = [one for one in needed if one is not None]
        return frozenset().union(*known) if len(known) == len(needed) else None
    return None


def _list_members(told: Sequence[_Part]) -> frozenset[str] | None:
    members: set[int] = set()
    for kind, one in told:
        if kind is _constants.LITERAL:
            members.add(one)
        elif kind is _constants.RANGE and one[1] - one[0] < _MANY:
            members.update(range(one[0], one[1] + 1))
        else:
            return None
    return frozenset(map(chr, members))

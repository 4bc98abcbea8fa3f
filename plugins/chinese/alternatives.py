"""What expressions can find at all, told by single characters before they are tried.

An expression of fifty alternatives tries each of them wherever it is asked; most of them begin
with none of the characters that stand there, and most sentences have none of those without which
a cue finds nothing. To look for characters takes a tenth of the time. What characters these are is
read from the expressions themselves, so that nobody has to keep a list of them.
"""

import re
from collections.abc import Iterable, Iterator, Sequence, Set
from functools import cache, cached_property
from re import _constants, _parser  # type: ignore[attr-defined] # what re itself parses with
from typing import Any

from plugins.chinese.expressions import compile_late

#: A part of an expression: its kind, and what re tells of it.
_Part = tuple[Any, Any]
_REPEATS = (_constants.MAX_REPEAT, _constants.MIN_REPEAT, _constants.POSSESSIVE_REPEAT)
_ASSERTIONS = (_constants.ASSERT, _constants.ASSERT_NOT, _constants.AT)
#: Of a range of more characters a text most often has one.
_MANY = 64


class Alternatives:
    """An expression of several, each with the next where it finds nothing, as `|` joins them."""

    def __init__(self, patterns: Iterable[str]) -> None:
        self.patterns = tuple(patterns)
        self._expressions = [compile_late(pattern) for pattern in self.patterns]
        self._by_first: dict[str, Sequence[re.Pattern[str]]] = {}

    def match(self, text: str, at: int) -> re.Match[str] | None:
        """Return the match of the first alternative that has one at this place."""
        first = text[at : at + 1]
        if first not in self._by_first:
            self._by_first[first] = tuple(self._list_beginning(first))
        for expression in self._by_first[first]:
            if match := expression.match(text, at):
                return match
        return None

    @cached_property
    def _parsed(self) -> list[Iterable[_Part]]:
        return [_parser.parse(pattern) for pattern in self.patterns]

    def _list_beginning(self, first: str) -> Iterator[re.Pattern[str]]:
        for expression, parsed in zip(self._expressions, self._parsed, strict=True):
            if not first or any(_begin(parsed, first)):
                yield expression


def may_find(expression: re.Pattern[str], characters: Set[str]) -> bool:
    """Tell whether an expression may find anything in a text of these characters."""
    needed = _find_needed(expression.pattern)
    return needed is None or not needed.isdisjoint(characters)


@cache
def _find_needed(pattern: str) -> frozenset[str] | None:
    """Return characters of which whatever the expression finds has one, None where unknown."""
    return _need(_parser.parse(pattern))


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
    if kind in (_constants.SUBPATTERN, _constants.ATOMIC_GROUP):
        return _need(told[-1] if kind is _constants.SUBPATTERN else told)
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


def _begin(parts: Iterable[_Part], first: str) -> tuple[bool, bool]:
    """Tell whether an expression may begin with a character, and whether it may find nothing."""
    for kind, told in parts:
        begins, is_empty = _begin_part(kind, told, first)
        if begins or not is_empty:
            return begins, False
    return False, True


def _begin_part(kind: object, told: Any, first: str) -> tuple[bool, bool]:  # noqa: ANN401 - re has no types
    if kind in (_constants.LITERAL, _constants.NOT_LITERAL):
        return (chr(told) == first) is (kind is _constants.LITERAL), False
    if kind is _constants.IN:
        return _has_member(told, first), False
    if kind in _ASSERTIONS:
        return False, True
    if kind in _REPEATS:
        begins, is_empty = _begin(told[2], first)
        return begins, is_empty or not told[0]
    if kind in (_constants.SUBPATTERN, _constants.ATOMIC_GROUP):
        return _begin(told[-1] if kind is _constants.SUBPATTERN else told, first)
    if kind is _constants.BRANCH:
        told = [_begin(part, first) for part in told[1]]
        return any(begins for begins, _ in told), any(is_empty for _, is_empty in told)
    return True, kind is not _constants.ANY


def _has_member(told: Sequence[_Part], character: str) -> bool:
    """Tell whether a set of characters may have one; of what is not looked into, it may."""
    is_negated, is_member = told[0][0] is _constants.NEGATE, False
    for kind, one in told[is_negated:]:
        if kind is _constants.LITERAL:
            is_member |= chr(one) == character
        elif kind is _constants.RANGE:
            is_member |= chr(one[0]) <= character <= chr(one[1])
        elif one is _constants.CATEGORY_DIGIT:
            is_member |= character.isdecimal()
        else:
            return True
    return is_member is not is_negated

"""Plain YAML by libyaml, some twenty times as fast as a parser in Python, and without messages.

It reads what editors and the converter write day by day; at anything else it gives nothing, and
the careful reader reads the text again, to the same words or to a message with its line.
"""

import re
from collections.abc import Iterator

import yaml
from yaml.events import (
    DocumentEndEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
    StreamStartEvent,
)

from plugins.chinese.control_characters import CONTROL
from plugins.chinese.expressions import compile_late
from plugins.content.plain_yaml.lines import MAX_DEPTH, MAX_VALUE, NULLS, Lines, Location

#: Where libyaml's YAML 1.1 and YAML 1.2 part: other ends of lines, tabs, directives, marks of
#: order, a colon or a question mark inside brackets, and what stands between documents.
_PARTING = compile_late(r"[\t\r\x85\u2028\u2029\ufeff]|^%|^\.\.\.|^---|\?|:[,\]}]", re.MULTILINE)


class _OtherYamlError(Exception):
    """The text is not as plain as that."""


def read_plain(text: str, first_line: int) -> tuple[object, Lines] | None:
    """Return what the careful reader reads, and the lines of its values; None where unsure.

    `first_line` is the number of the text's first line. Raises nothing.
    """
    if not yaml.__with_libyaml__ or _PARTING.search(text):
        return None
    try:
        return _Reader(text, first_line).read()
    except (yaml.YAMLError, _OtherYamlError):
        return None


class _Reader:
    """Builds plain values of the events of one document, from the first to the last."""

    def __init__(self, text: str, first_line: int) -> None:
        self._events: Iterator[Event] = yaml.parse(text, Loader=yaml.CSafeLoader)
        self._first_line = first_line
        self._lines = Lines()

    def read(self) -> tuple[object, Lines]:
        self._pass(StreamStartEvent, DocumentStartEvent)
        value = self._read(next(self._events), ())
        self._pass(DocumentEndEvent, StreamEndEvent)
        return value, self._lines

    def _pass(self, *kinds: type[Event]) -> None:
        if not all(isinstance(next(self._events), kind) for kind in kinds):
            raise _OtherYamlError

    def _read(self, event: Event, location: Location) -> object:
        if len(location) >= MAX_DEPTH - 1:
            raise _OtherYamlError
        self._lines[location] = self._line_of(event)
        if isinstance(event, ScalarEvent):
            word = _read_word(event)
            return None if not event.style and word in NULLS else word
        if not isinstance(event, SequenceStartEvent | MappingStartEvent) or (
            event.anchor or event.tag
        ):
            raise _OtherYamlError
        is_list = isinstance(event, SequenceStartEvent)
        return self._read_list(location) if is_list else self._read_mapping(location)

    def _line_of(self, event: Event) -> int:
        assert event.start_mark  # noqa: S101 - a parser's events have their marks
        return event.start_mark.line + self._first_line

    def _read_list(self, location: Location) -> list[object]:
        items: list[object] = []
        while not isinstance(event := next(self._events), SequenceEndEvent):
            items.append(self._read(event, (*location, len(items))))
        return items

    def _read_mapping(self, location: Location) -> dict[str, object]:
        mapping: dict[str, object] = {}
        while not isinstance(key := next(self._events), MappingEndEvent):
            name = _read_word(key)
            if name in mapping:
                raise _OtherYamlError
            mapping[name] = self._read(next(self._events), (*location, name))
            self._lines[(*location, name)] = self._line_of(key)
        return mapping


def _read_word(event: Event) -> str:
    """Return a scalar's text, if it is one that needs no message."""
    if not isinstance(event, ScalarEvent) or event.anchor or event.tag:
        raise _OtherYamlError
    word = str(event.value)
    if len(word) > MAX_VALUE or CONTROL.search(word):
        raise _OtherYamlError
    return word

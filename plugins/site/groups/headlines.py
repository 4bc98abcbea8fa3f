"""Headlines as they are broken into lines: what of them stays together with the marks at it."""

import re
from dataclasses import dataclass

from plugins.chinese.expressions import compile_late

#: Marks that end no line, and marks that begin none.
_OPENING = "（《〈「『【‘("
_CLOSING = "、，。．：；！？…·）》〉」』】’,.:;!?)"
#: Quoted words that have room in a line, with the marks that stand at them.
_QUOTED = compile_late(rf"[{re.escape(_OPENING)}]*“[^“”]{{0,10}}”[{re.escape(_CLOSING)}]*")


@dataclass(frozen=True, slots=True)
class HeadlinePart:
    """A part of a headline, whether it stays on one line."""

    text: str
    is_kept: bool


def part_headline(title: str) -> tuple[HeadlinePart, ...]:
    """Return a headline's parts: quoted words that have room, and what stands between."""
    parts, at = [], 0
    for quoted in _QUOTED.finditer(title):
        parts += [HeadlinePart(title[at : quoted.start()], False)]
        parts += [HeadlinePart(quoted[0], True)]
        at = quoted.end()
    parts.append(HeadlinePart(title[at:], False))
    return tuple(part for part in parts if part.text)

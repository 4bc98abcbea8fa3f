"""Captions of several lines: a picture has a width of its own, which no column of the page has."""

from collections.abc import Sequence

from plugins.chinese.characters import ends_with_stop
from plugins.newspaper.layout.fragments import Fragment
from plugins.newspaper.layout.furniture import is_credited, opens_caption

#: No caption has more lines.
_MOST = 8


def join_captions(fragments: Sequence[Fragment]) -> list[Fragment]:
    """The fragments with each caption in one: 图为… down to the line that says who took it."""
    joined: list[Fragment] = []
    end = 0
    for i, fragment in enumerate(fragments):
        if i < end:
            joined[-1] = joined[-1].join(fragment)
            continue
        end = _find_end(fragments, i)
        joined.append(fragment)
    return joined


def _find_end(fragments: Sequence[Fragment], start: int) -> int:
    """Where the caption ends that begins at `start`; the next line where none does."""
    first = fragments[start].reading
    if not opens_caption(first) or is_credited(first):
        return start + 1
    for i, line in enumerate(fragments[start + 1 : start + _MOST], start + 1):
        above = fragments[i - 1].reading
        if line.gap or opens_caption(line.reading) or (line.indent and ends_with_stop(above)):
            break
        if is_credited(line.reading):
            return i + 1
    return start + 1

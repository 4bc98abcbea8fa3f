"""Headlines that an archive's copy has twice: behind a mark of its own, and as printed."""

from collections.abc import Sequence
from dataclasses import replace

from plugins.newspaper.layout.fragments import Fragment
from plugins.newspaper.layout.labels import DISPLAY
from plugins.newspaper.layout.page import SetAside

#: Lines that a head is printed in, and lines that may stand between it and its copy, at most.
_LINES, _BETWEEN = 4, 1
_WHY = "重复标题"


def set_copies_aside(fragments: Sequence[Fragment]) -> tuple[list[Fragment], list[SetAside]]:
    """The fragments with each headline once, and the lines that say it again.

    The copy goes where the head is printed directly below it, for that tells its lines apart, and
    these are a head for sure; behind an author's name it is the printed head that goes.
    """
    aside: dict[int, SetAside] = {}
    heads: set[int] = set()
    for n, fragment in enumerate(fragments):
        if fragment.size < DISPLAY:
            continue
        found = _find_printed(fragments, n)
        if found:
            repeated = [n] if found[0] == n + 1 else found
            heads.update(found)
            aside |= {
                i: SetAside(fragments[i].lines[0], fragments[i].parts[0], _WHY) for i in repeated
            }
    kept = [(i, f) for i, f in enumerate(fragments) if i not in aside]
    return [replace(f, is_head=i in heads) for i, f in kept], list(aside.values())


def _find_printed(fragments: Sequence[Fragment], n: int) -> list[int]:
    """The lines below number `n` that print the same headline; none where they do not."""
    wanted = _close(fragments[n].reading)
    for start in range(n + 1, n + 2 + _BETWEEN):
        for end in range(start + 1, start + 1 + _LINES):
            if _close("".join(f.reading for f in fragments[start:end])) == wanted:
                return list(range(start, min(end, len(fragments))))
    return []


def _close(text: str) -> str:
    return "".join(text.split())

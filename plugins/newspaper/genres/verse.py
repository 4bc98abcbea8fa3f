"""Verse: many short lines below who wrote them."""

from collections.abc import Sequence
from itertools import takewhile

from plugins.newspaper.evidence.features import Features

#: No verse has fewer lines, no stanza a longer name.
_LEAST, _NAME = 6, 4


def find_verse(features: Sequence[Features]) -> dict[int, bool]:
    """The lines of a page's verse, by their numbers, and whether each is a stanza's name."""
    found: dict[int, bool] = {}
    for start in range(1, len(features)):
        if features[start - 1].is_byline:
            lines = list(
                takewhile(lambda i: _may_be_verse(features[i]), range(start, len(features)))
            )
            opening = [i for i in lines if i == start or features[i].fragment.gap]
            if opening and opening[-1] == lines[-1]:
                # Below the last stanza stands the next headline.
                lines = lines[:-1]
            named = len(opening) > 1 and all(features[i].size <= _NAME for i in opening)
            if len(lines) >= _LEAST:
                found |= {i: named and i in opening for i in lines}
    return found


def _may_be_verse(feature: Features) -> bool:
    return feature.is_display and feature.is_plain_line

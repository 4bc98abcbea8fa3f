"""Rows of names: who was honoured, elected or appointed, a short line for each."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from plugins.chinese.expressions import compile_late
from plugins.newspaper.evidence.features import Features
from plugins.newspaper.evidence.personal_names import is_name

#: As many short lines are of no head and no brief, where half of them name somebody.
_LEAST = 20
#: As many lines that name somebody begin such rows and end them: a byline is but one.
_IN_A_ROW = 3
#: 周山  县扶贫局; 周  红（女）  石潭乡卫生院.
_BEARER = compile_late(
    r"([\u4e00-\u9fff]{2,4}|[\u4e00-\u9fff]\s{1,2}[\u4e00-\u9fff])(?:[（(][男女][）)])?\s+\S.*"
)


def find_name_rows(features: Sequence[Features]) -> Iterator[int]:
    """The lines of a page's long rows of names: no headlines, however short they are."""
    for may_be_listed, run in groupby(range(len(features)), lambda i: _may_be_listed(features[i])):
        lines = list(run)
        if may_be_listed and len(lines) >= _LEAST:
            named = [_names_bearer(features[i].text) for i in lines]
            rows = [k for k in range(len(lines) + 1 - _IN_A_ROW) if all(named[k : k + _IN_A_ROW])]
            if sum(named) * 2 >= len(named) and rows:
                yield from lines[rows[0] : rows[-1] + _IN_A_ROW]


def _may_be_listed(feature: Features) -> bool:
    # A name and where its bearer works read as a byline by themselves.
    return feature.is_display or (feature.is_byline and not feature.closed)


def _names_bearer(text: str) -> bool:
    found = _BEARER.fullmatch(text)
    return found is not None and is_name("".join(found[1].split()))

"""Hard-wrapped lines joined again into paragraphs, by learned weights."""

from collections.abc import Mapping, Sequence

from plugins.newspaper.cues.line_cues import LEAST_SHARE, LineCues
from plugins.newspaper.evidence.bylines import has_dateline
from plugins.newspaper.evidence.continuations import find_page
from plugins.newspaper.evidence.language import Language
from plugins.newspaper.layout.fragments import Fragment

#: What must speak for it (log odds) before lines are joined: the roles can still join what was
#: not, but never part what was.
_LEAST = 1.0
#: A page sets paragraphs off by an indent if more of its lines than this have one.
_FEW = 0.05


def join_lines(
    lines: Sequence[Fragment], language: Language, weights: Mapping[str, float]
) -> list[Fragment]:
    """The paragraphs of a page whose lines were cut at its column's width; others as they are."""
    cues = LineCues(lines, language)
    if cues.wrapping.share < LEAST_SHARE:
        return list(lines)
    indented = sum(line.indent >= 2 for line in lines) >= _FEW * len(lines)
    joined = [lines[0]]
    for i, below in enumerate(lines[1:]):
        alike = joined[-1].size == below.size and not has_dateline(below.reading)
        alike = alike and not (indented and cues.is_box(i + 1)) and not find_page(below.reading)
        if alike and sum(weights.get(cue, 0.0) for cue in cues.list_cues(i)) > _LEAST:
            joined[-1] = joined[-1].join(below)
        else:
            joined.append(below)
    return joined

"""Hard-wrapped lines joined again into paragraphs, by learned trees."""

from collections.abc import Sequence

from plugins.newspaper.cues.line_traits import LEAST_SHARE, LineTraits
from plugins.newspaper.cues.trees import Trees
from plugins.newspaper.evidence.bylines import has_dateline, is_signature
from plugins.newspaper.evidence.continuations import find_page
from plugins.newspaper.evidence.language import Language
from plugins.newspaper.layout.fragments import Fragment
from plugins.newspaper.layout.note_lines import opens_note

#: What must speak for it (log odds) before lines are joined: the roles can still join what was
#: not, but never part what was.
_LEAST = 1.0
#: A page sets paragraphs off by an indent if more of its lines than this have one.
_FEW = 0.05


def join_lines(lines: Sequence[Fragment], language: Language, trees: Trees) -> list[Fragment]:
    """The paragraphs of a page whose lines were cut at its column's width; others as they are."""
    traits = LineTraits(lines, language)
    if traits.wrapping.share < LEAST_SHARE:
        return list(lines)
    indented = sum(line.indent >= 2 for line in lines) >= _FEW * len(lines)
    joined = [lines[0]]
    for i, (below, odds) in enumerate(zip(lines[1:], trees.weigh(traits.measure()), strict=True)):
        boxed = indented and traits.is_box(i + 1)
        if odds > _LEAST and not boxed and _may_go_on(joined[-1], below):
            joined[-1] = joined[-1].join(below)
        else:
            joined.append(below)
    return joined


def _may_go_on(above: Fragment, below: Fragment) -> bool:
    """Whether nothing rules it out: other type, a story's end above, a story's opening below."""
    opens = (
        has_dateline(below.reading) or bool(find_page(below.reading)) or opens_note(below.reading)
    )
    return above.size == below.size and not opens and not is_signature(above.reading)

"""A page's lines parted: those that may be an article's, and those that are the page's own."""

from collections.abc import Sequence
from dataclasses import replace

from plugins.newspaper.evidence.continuations import find_page
from plugins.newspaper.evidence.signatures import is_signed_day
from plugins.newspaper.furniture.lines import find_furniture, is_issue_heading, is_masthead
from plugins.newspaper.furniture.page_ends import find_end
from plugins.newspaper.layout.fragments import Fragment
from plugins.newspaper.layout.page import SetAside, set_aside
from plugins.newspaper.layout.pointer_lines import join_pointers

#: Lines that say which issue a page is of; above the first of them the newspaper's name may stand.
_ISSUE = ("日期", "版次", "刊期")


def set_furniture_aside(
    fragments: Sequence[Fragment],
) -> tuple[list[Fragment], list[SetAside]]:
    """The fragments that may be in an article, and the lines that are the page's own."""
    kept: list[Fragment] = []
    furniture: list[SetAside] = []
    gap = 0
    pieces = join_pointers(fragments)
    end = find_end(pieces)
    for i, fragment in enumerate(pieces):
        why = _find_why(fragment, kept) or ("页尾" if i >= end else None)
        if why is None:
            kept.append(replace(fragment, gap=fragment.gap + gap))
            gap = 0
        else:
            if len(kept) == 1 and why in _ISSUE and is_masthead(kept[0].reading):
                furniture += set_aside(kept[0], "刊头")
                gap += kept.pop().gap
            furniture += set_aside(fragment, why)
            gap += fragment.gap
    return kept, furniture


def _find_why(fragment: Fragment, above: Sequence[Fragment]) -> str | None:
    """Why a line with these others above it is the page's own; None where it is not."""
    if _goes_on(fragment) or (above and is_signed_day(above[-1].reading, fragment.reading)):
        return None
    if why := find_furniture(fragment.reading):
        return why
    return "刊期" if not above and is_issue_heading(fragment.reading) else None


def _goes_on(fragment: Fragment) -> bool:
    """Whether a line that names the page before was joined to the text below it."""
    return len(fragment.lines) > 1 and bool(find_page(fragment.reading))

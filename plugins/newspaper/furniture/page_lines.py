"""A page's lines parted: those that may be an article's, and those that are the page's own."""

from collections.abc import Sequence
from dataclasses import replace

from plugins.chinese.characters import ends_with_stop
from plugins.chinese.expressions import compile_late
from plugins.newspaper.evidence.continuations import find_page
from plugins.newspaper.evidence.signatures import is_signed_day
from plugins.newspaper.furniture.head_names import find_head_names
from plugins.newspaper.furniture.lines import (
    NUMBERING,
    find_furniture,
    is_issue_heading,
    is_masthead,
    names_office,
    names_pointers,
)
from plugins.newspaper.furniture.page_ends import find_closing
from plugins.newspaper.layout.fragments import Fragment
from plugins.newspaper.layout.page import SetAside, set_aside
from plugins.newspaper.layout.pointer_lines import join_pointers

#: Lines that say which issue a page is of; above the first of them the newspaper's name may stand.
_ISSUE = ("日期", "版次", "刊期", "文号")
#: No more lines name an issue and who publishes it.
_MOST_NAMES = 3
#: What a phone copies for a picture, and the number of an article's part.
_PICTURE = compile_late(r"[\[【（(]?图片[\]】）)]?")
_PART = compile_late(NUMBERING)
#: So many lines above the day that signs a notice one ends in a stop.
_SIGNED = 4
#: No name of a part is longer, and none of an account.
_SHORT, _ACCOUNT = 40, 16


def set_furniture_aside(
    fragments: Sequence[Fragment],
) -> tuple[list[Fragment], list[SetAside]]:
    """The fragments that may be in an article, and the lines that are the page's own."""
    kept: list[Fragment] = []
    furniture: list[SetAside] = []
    gap = 0
    pieces = join_pointers(fragments)
    names, closing = find_head_names(pieces), find_closing(pieces)
    above: Fragment | None = None
    for i, fragment in enumerate(pieces):
        why = names.get(i) or _find_why(fragment, kept) or ("页尾" if i in closing else None)
        if why is None:
            kept.append(replace(_mark(fragment, above), gap=fragment.gap + gap))
            gap = 0
        else:
            if why in _ISSUE and _names_issue(kept, furniture):
                furniture += [line for above in kept for line in set_aside(above, "刊头")]
                gap += sum(above.gap for above in kept)
                kept.clear()
            if why == "导读" and kept and names_pointers(kept[-1].reading):
                furniture += set_aside(kept[-1], why)
                gap += kept.pop().gap
            if "发表于" in fragment.reading and len(kept) > 1 and _is_account(kept[-1]):
                furniture += set_aside(kept[-1], "网页")
                gap += kept.pop().gap
            furniture += set_aside(fragment, why)
            gap += fragment.gap
        above = None if why is None else fragment
    return kept, furniture


def _find_why(fragment: Fragment, above: Sequence[Fragment]) -> str | None:
    """Why a line with these others above it is the page's own; None where it is not."""
    if _goes_on(fragment) or _is_signed_day(fragment, above):
        return None
    if why := find_furniture(fragment.reading):
        return why
    return "刊期" if not above and is_issue_heading(fragment.reading) else None


def _is_signed_day(fragment: Fragment, above: Sequence[Fragment]) -> bool:
    """Whether a line is the day below a signature, and that stands behind text."""
    told = [line.reading for line in above[-_SIGNED:]]
    return any(map(ends_with_stop, told)) and is_signed_day(told[-1], fragment.reading)


def _names_issue(above: Sequence[Fragment], furniture: Sequence[SetAside]) -> bool:
    """Whether the lines above one that tells the issue are its name, and an office's.

    Of a bulletin that has told its number the name is known, and the office may stand alone.
    """
    known = any(line.why == "刊头" for line in furniture)
    names = [is_masthead(line.reading) for line in above]
    offices = [names_office(line.reading) for line in above]
    return (
        len(above) <= _MOST_NAMES
        and (any(names) or (known and bool(above)))
        and all(map(any, zip(names, offices, strict=True)))
    )


def _mark(fragment: Fragment, above: Fragment | None) -> Fragment:
    """A line with what a line of the page's own, directly above it, says of it."""
    if above is None or len(fragment.reading) > _SHORT or ends_with_stop(fragment.reading):
        return fragment
    pictured = not fragment.gap and _PICTURE.fullmatch(above.reading) is not None
    part = _PART.fullmatch(above.reading) is not None
    return replace(fragment, is_caption=fragment.is_caption or pictured, opens_part=part)


def _is_account(fragment: Fragment) -> bool:
    """Whether a line may be the name of the account that published what stands below it."""
    return len(fragment.reading) <= _ACCOUNT and not ends_with_stop(fragment.reading)


def _goes_on(fragment: Fragment) -> bool:
    """Whether a line that names the page before was joined to the text below it."""
    return len(fragment.lines) > 1 and bool(find_page(fragment.reading))

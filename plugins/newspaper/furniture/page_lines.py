"""A page's lines parted: those that may be an article's, and those that are the page's own."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import islice, takewhile

from plugins.chinese.characters import ends_with_stop
from plugins.chinese.expressions import compile_late
from plugins.newspaper.evidence.continuations import find_page
from plugins.newspaper.evidence.features import Features
from plugins.newspaper.evidence.signatures import is_signed_day
from plugins.newspaper.furniture.lines import (
    NUMBERING,
    find_furniture,
    is_issue_heading,
    is_masthead,
    names_office,
    names_pointers,
)
from plugins.newspaper.furniture.page_ends import find_end
from plugins.newspaper.layout.fragments import Fragment
from plugins.newspaper.layout.page import SetAside, set_aside
from plugins.newspaper.layout.pointer_lines import join_pointers

#: Lines that say which issue a page is of; above the first of them the newspaper's name may stand.
_ISSUE = ("日期", "版次", "刊期", "文号")
#: What of a page's head may stand below its name, and how short that is: 县域, 深度·访谈.
_HEAD = ("日期", "版次", "刊期", "编辑", "页码", "联系方式")
_PAGE_NAME = compile_late(r"[\u4e00-\u9fff]{2,6}|[\u4e00-\u9fff]{2,4}[·•・][\u4e00-\u9fff]{2,4}")
#: Of these some tell which page it is, others where they name it, or the newspaper.
_NUMBERS, _DAYS = ("版次", "刊期", "页码"), ("日期", "编辑")
_TOLD = compile_late(r"\d\s*版|(?<!本)[报刊](?:社|\s|$)")
#: No more lines of a page's head stand below its name.
_MOST_HEAD = 6
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
    end = find_end(pieces)
    above: Fragment | None = None
    for i, fragment in enumerate(pieces):
        why = _find_why(fragment, kept) or ("页尾" if i >= end else None)
        if why is None and not kept and _names_page(pieces, i, furniture):
            why = "版次"
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


def _names_page(pieces: Sequence[Fragment], i: int, above: Sequence[SetAside]) -> bool:
    """Whether a line is the page's name: among other lines of its head, and above a headline.

    A day, an editor or where to call stand below an article's headline as well: where no line of
    the page's head stands above it, one below it must tell which page it is.
    """
    name = pieces[i].reading
    if _PAGE_NAME.fullmatch(name) is None or is_masthead(name):
        return False
    near = islice(pieces, i + 1, i + 1 + _MOST_HEAD)
    below = list(takewhile(lambda piece: find_furniture(piece.reading) in _HEAD, near))
    behind = pieces[i + 1 + len(below) : i + 2 + len(below)]
    if not any(Features(piece).is_display for piece in behind):
        return False
    if above:
        return above[-1].why in _HEAD and (bool(below) or "·" in name)
    return any(_tells_page(piece.reading) for piece in below)


def _tells_page(text: str) -> bool:
    """Whether a line of a page's head says which page of which newspaper it is."""
    why = find_furniture(text)
    return why in _NUMBERS or (why in _DAYS and _TOLD.search(text) is not None)


def _is_account(fragment: Fragment) -> bool:
    """Whether a line may be the name of the account that published what stands below it."""
    return len(fragment.reading) <= _ACCOUNT and not ends_with_stop(fragment.reading)


def _goes_on(fragment: Fragment) -> bool:
    """Whether a line that names the page before was joined to the text below it."""
    return len(fragment.lines) > 1 and bool(find_page(fragment.reading))

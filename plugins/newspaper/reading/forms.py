"""What lines are by their form, which the learned weights do not know: places, credits, type.

Each weight, in nats, says little enough for others to overrule it.
"""

from collections.abc import Sequence
from itertools import pairwise

from plugins.chinese.expressions import compile_late
from plugins.newspaper.evidence.bylines import read_byline
from plugins.newspaper.evidence.credits import is_unit
from plugins.newspaper.evidence.display_lines import RUNNING
from plugins.newspaper.evidence.features import Features
from plugins.newspaper.evidence.place_labels import names_place
from plugins.newspaper.evidence.signatures import ends_notice, signs
from plugins.newspaper.genres.signs import list_signs
from plugins.newspaper.reading.chain import Scores
from plugins.newspaper.reading.head_forms import HEADLINE, NO_KICKER, weigh_head_forms
from plugins.newspaper.reading.weights import ROLES
from plugins.newspaper.roles import DISPLAYED, Role

#: How lines begin that say by a label who wrote.
_LABELLED = compile_late(
    r"(?:作者|供稿|撰稿|文字|采写|执笔|来源|图文|文图|图/文|文/图|文)\s*[:：|/]"
)
#: How sub-headlines are numbered.
_ORDINALS = "一二三四五六七八九十"
_NUMBER = compile_late(rf"[（(]?([{_ORDINALS}])[、．.)）]")
#: Times that a chronicle's parts are named by.
_TIME = compile_late(
    r"(?:19|20)\d\d年(?:\d{1,2}月(?:\d{1,2}日)?)?|\d{1,2}月(?:\d{1,2}日)?|第[一二三四五六七八九十]+[天季站]度?"
)
_PLACE, _NAMED, _ROW, _COMMA, _ENDED = 6.0, 4.0, 4.0, 4.0, 8.0
_APART, _TABLE, _WHOLE, _CUT = 2.0, 1.0, 1.0, 0.5
#: So many plain lines, one below the other, are verse.
_VERSE = 4
#: No first line of a headline is shorter.
_SHORTEST = 3
_START, _HEADING = ROLES.index(Role.START), ROLES.index(Role.HEADING)
_BRIEF, _REST = ROLES.index(Role.BRIEF), ROLES.index(Role.REST)
_STARTS = [ROLES.index(role) for role in (Role.BRIEF, Role.START)]
_DISPLAYED = [ROLES.index(role) for role in DISPLAYED]
_HEAD_OR_BRIEF = [ROLES.index(role) for role in DISPLAYED if role is not Role.HEADING]
_TEXT = [ROLES.index(role) for role in (Role.BRIEF, Role.START, Role.REST)]


def weigh_forms(scores: Scores, features: Sequence[Features]) -> None:
    """Add to the scores of a page's lines what their forms say of their roles."""
    _weigh_places(scores, features)
    _weigh_credits(scores, features)
    _weigh_tables(scores, features)
    _weigh_commas(scores, features)
    _weigh_parts(scores, features)
    _weigh_lists(scores, features)
    _weigh_ends(scores, features)
    weigh_head_forms(scores, features)
    for sign in list_signs(features):
        scores.own[sign.line, ROLES.index(sign.role)] += sign.weight


def _weigh_places(scores: Scores, features: Sequence[Features]) -> None:
    """Add what speaks against a place's name above a headline being its first line.

    Without a mark it is no section's name either: it holds for that headline alone. A county's
    short name looks like what a column's end has left of a sentence: several of them are enough.
    """
    for i, (feature, below) in enumerate(pairwise(features)):
        if below.is_display and names_place(feature.text):
            scores.own[i, HEADLINE if feature.is_marked else NO_KICKER] -= _PLACE
    short = [i for i in range(len(features) - 2) if _is_short_place(features, i)]
    for i in short if len(short) > 1 else ():
        scores.own[i, NO_KICKER] -= _PLACE


def _is_short_place(features: Sequence[Features], i: int) -> bool:
    """Whether a line of few characters stands above the headline of signed news."""
    line, headline, text = features[i : i + 3]
    alone = line.size <= _SHORTEST and line.is_plain_line and not line.is_column
    signed = headline.is_display and text.has_dateline
    return alone and signed and (i == 0 or features[i - 1].closed)


def _weigh_credits(scores: Scores, features: Sequence[Features]) -> None:
    """Add what speaks against a line that names authors by their roles being running text."""
    for i, feature in enumerate(features):
        if not feature.is_byline or feature.is_signature:
            continue
        told = any(author.role != "作者" for author in read_byline(feature.text))
        if told or _LABELLED.match(feature.text):
            scores.own[i, _TEXT] -= _NAMED


def _weigh_tables(scores: Scores, features: Sequence[Features]) -> None:
    """Add what speaks against a line above a table being a sub-headline: it may head that alone.

    No text above a table goes on in its cells.
    """
    for i, (feature, below) in enumerate(pairwise(features)):
        if below.fragment.is_row:
            scores.own[i, _HEADING] -= _TABLE * feature.is_display
            scores.own[i + 1, _REST] -= _APART


def _weigh_commas(scores: Scores, features: Sequence[Features]) -> None:
    """Add what speaks against text directly below a comma beginning a paragraph.

    Below a colon and a blank line, or a table, what is set off goes on with nothing. What breaks
    off behind 的 directly above running text is no display type; a whole line there seldom is text.
    """
    for i, (above, feature) in enumerate(pairwise(features), start=1):
        if above.text[-1] in "，,、" and not (feature.fragment.gap or feature.opens_brief):
            scores.own[i, _STARTS] -= _COMMA
        if above.announces and feature.fragment.gap:
            scores.own[i, _REST] -= _COMMA
        opened = above.ends_loosely or above.dangling or above.announces or above.is_marked
        whole = above.is_display and not opened and not feature.is_display
        if whole and i > 1 and features[i - 2].closed:
            scores.own[i - 1, _START] -= _WHOLE
            scores.own[i, _REST] -= _WHOLE
        if above.text[-1] == "的" and above.is_display and not feature.is_display:
            scores.own[i - 1, _DISPLAYED] -= _COMMA


def _weigh_parts(scores: Scores, features: Sequence[Features]) -> None:
    """Add what speaks for lines with or below numbers being sub-headlines, if several are."""
    below = [i for i, f in enumerate(features) if f.fragment.opens_part and f.is_display]
    times = [
        i for i, (f, text) in enumerate(pairwise(features))
        if _TIME.fullmatch(f.text) and not text.is_display
    ]  # fmt: skip
    for parts in (below, _list_numbered(features), times):
        for i in parts if len(parts) > 1 else ():
            scores.own[i, _HEADING] += _ROW
            scores.own[i, _HEAD_OR_BRIEF] -= _ROW


def _list_numbered(features: Sequence[Features]) -> list[int]:
    """Return the display lines that number the text below each of them (一、…), in one series."""
    found: list[int] = []
    for i, (feature, below) in enumerate(pairwise(features)):
        number = _NUMBER.match(feature.text)
        due = _ORDINALS[len(found) % len(_ORDINALS)]
        text_below = not (below.is_display and _NUMBER.match(below.text))
        if number and number[1] == due and feature.is_display and text_below:
            found.append(i)
    return found


def _weigh_lists(scores: Scores, features: Sequence[Features]) -> None:
    """Add what speaks against a list's lines being headlines, a line set apart a rest.

    No more are what opens with a mark, and the text below a list's short item, rests of others.
    Where verse ends stands no sub-headline; what is set off there above text is no verse. Text
    without a mark above briefs that have one is none of them.
    """
    for i, (above, feature) in enumerate(pairwise(features), start=1):
        marks = [f.mark for f in features[i + 1 : i + 3] if f.is_marked and not f.is_display]
        if not feature.is_marked and len(marks) == 2 and marks[0] == marks[1]:
            scores.own[i, _BRIEF] -= _APART
        if feature.is_marked and above.mark == feature.mark and above.is_display:
            first = i - 1 if feature.is_display else i
            scores.own[first : i + 1, HEADLINE] -= _ROW
        item = above.is_marked and above.is_display
        if item or feature.is_marked or (feature.is_display and feature.fragment.gap):
            scores.own[i, _REST] -= _APART
        verse = i >= _VERSE and all(f.is_plain_line for f in features[i - _VERSE : i])
        below = features[i + 1] if i + 1 < len(features) else None
        if verse and not (below and below.is_plain_line):
            scores.own[i, _HEADING] -= _ROW
            if feature.fragment.gap and below and not below.is_display:
                scores.own[i, _TEXT] -= _APART


def _weigh_ends(scores: Scores, features: Sequence[Features]) -> None:
    """Add what speaks against a signature opening a story, a dateline going on below one.

    Who signs below a finished sentence is no line of display type. What a column's end cuts off has
    the next story below it rather than a sub-headline.
    """
    for i, (above, feature) in enumerate(pairwise(features), start=1):
        open_end = above.size >= RUNNING and above.text[-1].isalnum()
        if open_end and feature.is_display and not feature.is_marked:
            scores.own[i, _HEADING] -= _CUT
        noticed = ends_notice(above.text) and is_unit(feature.text)
        if noticed or (above.closed and signs(feature.text)):
            scores.own[i, _DISPLAYED] -= _NAMED
        if feature.is_signature:
            scores.own[i, _BRIEF] -= _ENDED
        signed = above.is_signature and i > 1 and not features[i - 2].is_display
        if feature.has_dateline and (signed or (above.has_end_credits and not above.is_byline)):
            scores.own[i, _START] -= _ENDED

"""What part each fragment of a page plays: the likeliest sequence of roles (Viterbi).

A page is read as column? (kicker? headline subtitle? byline* body+)+. Each fragment has a score
for each role from what it looks like, each step between roles one from what stands on both sides.
Scores are log odds in nats, set by hand and checked on damaged pages by the recovery benchmark.
"""

from collections.abc import Callable
from enum import Enum

from plugins.newspaper.evidence.brief_rows import LONGEST_BRIEF, opens_row
from plugins.newspaper.evidence.edges import Evidence
from plugins.newspaper.evidence.features import Features

NEVER = -1e9
#: What looks as unlike a role as this is not tried in it.
HOPELESS = -12.0
#: Running text without a stop: characters from which on it is taken for half a paragraph.
_SHORT, _LONG = 30, 45
#: What looks less like display type than this is a piece of a sentence, never a sub-headline.
_NO_HEADING = -5.0
#: What looks more like display type than this may stand without a stop.
_DISPLAY = -1.5
#: What a mark before a line speaks against its being a headline.
_MARKED = 2.5
#: A sentence that a column's heading interrupts does not end there: what speaks against that.
_INTERRUPTED = 3.0


class Role(Enum):
    """The part that a fragment plays."""

    COLUMN = "column"
    KICKER = "kicker"
    TITLE = "title"
    TITLE_END = "title, second line"
    SUBTITLE = "subtitle"
    BYLINE = "byline"
    HEADING = "heading"
    BRIEF = "start of a brief without a headline"
    START = "start of a paragraph"
    REST = "rest of a paragraph"
    END_BYLINE = "byline behind the body"


HEAD = (Role.TITLE, Role.TITLE_END, Role.SUBTITLE, Role.BYLINE)
BODY = (Role.HEADING, Role.BRIEF, Role.START, Role.REST)
OPENING = (Role.COLUMN, Role.KICKER, Role.TITLE)
#: What a story, or a column of them, begins with.
BEGINNING = (*OPENING, Role.BRIEF)
DISPLAY = (*OPENING, Role.HEADING)
_AFTER_BODY = (*OPENING, *BODY, Role.END_BYLINE)
#: Which roles may follow which; None is the page's top.
FOLLOWERS: dict[Role | None, tuple[Role, ...]] = {
    None: (*OPENING, Role.BRIEF, Role.START, Role.HEADING),
    Role.COLUMN: (Role.KICKER, Role.TITLE, Role.BRIEF, Role.REST),
    Role.KICKER: (Role.TITLE,),
    Role.TITLE: (Role.TITLE_END, Role.SUBTITLE, Role.BYLINE, Role.HEADING, Role.START),
    Role.TITLE_END: (Role.SUBTITLE, Role.BYLINE, Role.HEADING, Role.START),
    Role.SUBTITLE: (Role.SUBTITLE, Role.BYLINE, Role.HEADING, Role.START),
    Role.BYLINE: (Role.BYLINE, Role.HEADING, Role.START),
    Role.HEADING: (Role.HEADING, Role.START, Role.END_BYLINE, *OPENING),
    Role.BRIEF: _AFTER_BODY,
    Role.START: _AFTER_BODY,
    Role.REST: _AFTER_BODY,
    Role.END_BYLINE: (*OPENING, Role.BRIEF, Role.START, Role.END_BYLINE),
}


def weigh_end(last: Role) -> float:
    """A page does not end with a headline: what looks like one is the rest of something."""
    return -8.0 if last in (*OPENING, *HEAD, Role.HEADING) else 0.0


def weigh_step(evidence: Evidence, i: int, before: Role | None, role: Role) -> float:
    """Score of fragment `i` being `role` directly behind a fragment that is `before`."""
    if before is None:
        plain = role is Role.BRIEF and not evidence.features[i].opens_brief
        return NEVER if plain else -3.0 * (role in BODY)
    if role is Role.REST:
        return _weigh_rest(evidence, i, before)
    score = 0.0
    if before in (Role.BRIEF, Role.START, Role.REST):
        score = _weigh_open_end(evidence.features[i - 1], cut_off=role in BEGINNING)
    if role is Role.BRIEF:
        return score + evidence.weigh_brief(i) + _weigh_brief_place(evidence, i, before)
    if role is Role.START:
        return score + _weigh_paragraph(evidence, i, before)
    if role is Role.COLUMN:
        score += evidence.weigh_column(i)
    if role is Role.TITLE_END:
        return score + evidence.weigh_second_line(i)
    if role in DISPLAY:
        score += _weigh_marked_line(evidence, i, role) - 6.0 * evidence.is_listed(i)
    if before is Role.HEADING:
        score -= 5.0  # A sub-headline has text of its own below it.
    if role is Role.HEADING:
        return score - (0.5 * evidence.weigh_break(i) if before in BODY else 1.0)
    if before in (*BODY, Role.END_BYLINE) and role in OPENING:
        score += 0.5 * evidence.weigh_break(i)
    return score


def _weigh_rest(evidence: Evidence, i: int, before: Role) -> float:
    """Score of fragment `i` going on with a sentence, a column's heading printed in it or not.

    What a column end cuts goes on below whatever is printed there; but a short line below a
    column's heading is the headline that it stands above.
    """
    if before is not Role.COLUMN:
        return evidence.weigh_join(i - 1, i)
    headline = _looks_like_head(evidence.features[i]) > _DISPLAY
    intrusion = evidence.weigh_intrusion(i - 1) if i > 1 else NEVER
    return intrusion + _INTERRUPTED - 4.0 * headline


def _weigh_brief_place(evidence: Evidence, i: int, before: Role | None) -> float:
    """Score of a brief without a headline beginning here, by the place.

    Without mark or dateline it is known by a column's heading above it, and by its own subject.
    """
    feature, above = evidence.features[i], evidence.features[i - 1]
    if not feature.opens_brief:
        known = above.is_column if before is Role.COLUMN else not above.opens_brief
        follows = known and before in (Role.COLUMN, Role.BRIEF)
        return evidence.weigh_change(i) - 1.0 if follows else NEVER
    if before is Role.COLUMN:
        return 3.0 * above.is_column
    if feature.is_marked or before is Role.BRIEF:
        return 0.0
    return -2.0 if opens_row(evidence.features[i : i + 2]) else NEVER


def _weigh_marked_line(evidence: Evidence, i: int, role: Role) -> float:
    """Score of a marked line of display type: a headline among briefs, a sub-headline else."""
    briefs = max(0.0, evidence.weigh_brief(i))
    if not briefs or role not in (Role.TITLE, Role.HEADING):
        return 0.0
    return min(briefs, 4.0) + _MARKED if role is Role.TITLE else -briefs


def _weigh_open_end(before: Features, *, cut_off: bool) -> float:
    """Score of a paragraph ending without a stop where it might go on in the next fragment."""
    if before.closed:
        return 0.0
    if before.announces:
        return -1.0
    if _looks_like_head(before) > _DISPLAY:
        return -2.0 if cut_off else -0.5
    return -3.0 if cut_off else -5.0


def opens_bare(before: Role | None, role: Role, feature: Features) -> float:
    """How much an article's text begins here with neither byline nor dateline, nor 日前, …."""
    bare = before in HEAD and before is not Role.BYLINE and not feature.has_dateline
    return (0.4 if feature.has_lead else 1.0) * (role is Role.START and bare)


def _weigh_paragraph(evidence: Evidence, i: int, before: Role) -> float:
    feature = evidence.features[i]
    opens_article = before in HEAD
    if feature.has_dateline:
        return 6.0 if opens_article else -8.0
    if opens_article and feature.has_lead:
        return 1.0
    if feature.is_question:
        return -0.5 * evidence.weigh_break(i)
    return 3.5 * evidence.is_listed(i) - max(0.0, evidence.weigh_brief(i))


def _looks_like_head(feature: Features) -> float:
    """Score of looking like a line of display type at all: short, no sentence, no list."""
    size = feature.size
    score = 0.0 if 5 <= size <= 34 else -2.0 if size < 5 else -0.4 * (size - 34)
    score -= 8.0 * feature.has_inner_stop + 10.0 * feature.has_dateline + 6.0 * feature.loose_start
    score -= 3.0 * sum(feature.unpaired) + 5.0 * (feature.is_byline or feature.is_signature)
    score -= 1.0 * max(0, feature.commas - 1) + 1.0 * (feature.commas > 0 and size > 22)
    score -= 2.5 * feature.reads_on + 3.5 * feature.ends_loosely
    if feature.ends_with_stop:
        score -= 7.0 if "。" in feature.text[-3:] else 1.5
    return score - 4.0 * feature.dangling - 6.0 * (feature.text[-1] in "；;：:")


def _looks_like_column(feature: Features) -> float:
    return _looks_like_head(feature) + (4.0 if feature.is_column else -6.0)


def _looks_like_kicker(feature: Features) -> float:
    series = 4.0 * feature.is_series
    return _looks_like_head(feature) - 2.5 + series - 4.0 * feature.has_dash


def _looks_like_title(feature: Features) -> float:
    penalty = 5.0 * feature.is_numbered + _MARKED * feature.is_marked + 3.0 * feature.is_column
    return _looks_like_head(feature) + 4.0 * feature.is_notice - penalty - 8.0 * feature.has_dash


def _looks_like_subtitle(feature: Features) -> float:
    return 4.0 if feature.has_dash and feature.size <= 50 else NEVER


def _looks_like_byline(feature: Features) -> float:
    return 6.0 if feature.is_byline else 0.0 if feature.may_be_names else NEVER


def _looks_like_end_byline(feature: Features) -> float:
    return 5.0 if feature.is_byline else NEVER


def _looks_like_heading(feature: Features) -> float:
    longish = 0.15 * max(0, feature.size - 18)
    if _looks_like_head(feature) < _NO_HEADING:
        return NEVER
    return _looks_like_head(feature) - 2.0 + 4.0 * feature.is_numbered + feature.is_marked - longish


def _looks_like_brief(feature: Features) -> float:
    marked = feature.is_marked and (feature.closed or feature.size >= _SHORT)
    told = feature.closed and not (feature.is_question or feature.reads_on)
    short = told and feature.size < LONGEST_BRIEF
    return -1.0 if marked or short or feature.has_dateline else NEVER


def _looks_like_start(feature: Features) -> float:
    """Never hopeless: every line may be running text."""
    score = -3.0 * feature.loose_start - 2.0 * feature.unpaired[0] - 5.0 * feature.is_byline
    if feature.size < _LONG and not feature.closed and not feature.is_marked:
        score -= 3.0 if feature.size < _SHORT else 1.5
    return max(score, HOPELESS + 1.0)


def _looks_like_rest(feature: Features) -> float:
    # Both ends of a paragraph's middle are column ends, so that it is as long as a column is high.
    stub = not feature.closed and _looks_like_head(feature) > _DISPLAY
    return -5.0 * feature.is_byline - 8.0 * feature.has_dateline - 2.5 * stub


LOOKS: dict[Role, Callable[[Features], float]] = {
    Role.COLUMN: _looks_like_column,
    Role.KICKER: _looks_like_kicker,
    Role.TITLE: _looks_like_title,
    Role.TITLE_END: _looks_like_title,
    Role.SUBTITLE: _looks_like_subtitle,
    Role.BYLINE: _looks_like_byline,
    Role.HEADING: _looks_like_heading,
    Role.BRIEF: _looks_like_brief,
    Role.START: _looks_like_start,
    Role.REST: _looks_like_rest,
    Role.END_BYLINE: _looks_like_end_byline,
}

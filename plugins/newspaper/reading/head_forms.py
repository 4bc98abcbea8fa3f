"""What lines of heads are by their type, and by the lines around them.

Each weight, in nats, says little enough for others to overrule it.
"""

from collections.abc import Sequence
from itertools import pairwise

from plugins.chinese.expressions import compile_late
from plugins.newspaper.evidence.bylines import names_speaker
from plugins.newspaper.evidence.display_lines import LARGE
from plugins.newspaper.evidence.features import Features
from plugins.newspaper.evidence.signatures import may_sign
from plugins.newspaper.reading.chain import Scores
from plugins.newspaper.reading.weights import HEAD_PARTS, ROLES
from plugins.newspaper.roles import DISPLAYED, Role

_ROW, _HEAD = 4.0, 8.0
_KICKER, _SECTION = ROLES.index(Role.KICKER), ROLES.index(Role.SECTION)
_TITLE, _SUBTITLE = ROLES.index(Role.TITLE), ROLES.index(Role.SUBTITLE)
_HEADING = ROLES.index(Role.HEADING)
HEADLINE = (_TITLE, ROLES.index(Role.TITLE_END))
NO_KICKER = (*HEADLINE, _SECTION)
_NO_HEAD = [ROLES.index(role) for role in ROLES if role not in HEAD_PARTS]
_OTHERS = [ROLES.index(role) for role in DISPLAYED if role is not Role.TITLE]
_DAY = (
    r"(?:\d{4}|[〇○零一二三四五六七八九]{4})年"
    r"[\d一二三四五六七八九十]{1,3}月[\d一二三四五六七八九十]{1,3}日"
)
#: Who has passed or published a document, and when, stands below its headline; a speech's day, too.
_ADOPTED = compile_late(
    rf"[（(](?:{_DAY}(?:在[^，。；]{{2,60}}上(?:的[^，。；]{{2,4}})?)?|"
    r"[^，。；]{6,80}(?:通过|批准|发布|公布|印发|修订))[）)]"
)
_OCCASION = compile_late(rf"[（(—]{{0,2}}{_DAY}在?.{{4,60}}[上时](?:的.{{2,8}})?[）)]?")


def weigh_head_forms(scores: Scores, features: Sequence[Features]) -> None:
    """Add to the scores of a page's lines what their forms say of their parts of heads."""
    _weigh_rows(scores, features)
    _weigh_kickers(scores, features)
    _weigh_heads(scores, features)


def _weigh_rows(scores: Scores, features: Sequence[Features]) -> None:
    """Add what speaks for lines of one large type being headlines: news stands below several.

    What stands above the first of them in larger type is their section's name.
    """
    rows: dict[float, list[int]] = {}
    for i, (feature, below) in enumerate(pairwise(features)):
        size = feature.fragment.size
        if size >= LARGE and feature.is_display and below.has_dateline:
            rows.setdefault(size, []).append(i)
    for size, row in rows.items():
        if len(row) > 1 and row[0] and features[row[0] - 1].fragment.size > size:
            scores.own[row[0] - 1, _SECTION] += 2 * _ROW
        for i in row if len(row) > 1 else ():
            scores.own[i, _TITLE] += _ROW
            scores.own[i, _OTHERS] -= _ROW


def _weigh_kickers(scores: Scores, features: Sequence[Features]) -> None:
    """Add what speaks for display type directly above larger type being that headline's kicker."""
    for i, (feature, below) in enumerate(pairwise(features)):
        size = feature.fragment.size
        smaller = LARGE <= size < below.fragment.size and below.is_display
        if smaller and feature.is_display and not feature.is_column:
            scores.own[i, _KICKER] += _ROW
            scores.own[i, NO_KICKER] -= _ROW


def _weigh_heads(scores: Scores, features: Sequence[Features]) -> None:
    """Add what speaks for lines of a head that the page has twice, and for a document's passing.

    A line of display type between a speech's occasion and its text names who speaks, or its part.
    """
    for i, feature in enumerate(features):
        above = features[i - 1] if i else None
        if above and feature.is_display and _OCCASION.fullmatch(above.text):
            part = _SUBTITLE if names_speaker(feature.text) else _HEADING
            scores.own[i, part] += _HEAD
        if feature.fragment.is_head:
            scores.own[i, _NO_HEAD] -= _HEAD
        titled = above and above.is_display and not may_sign(above.text)
        if titled and _ADOPTED.fullmatch(feature.text):
            scores.own[i, _SUBTITLE] += _HEAD

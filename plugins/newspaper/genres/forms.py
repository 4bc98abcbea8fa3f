"""What lines are by their form in letters, interviews, notices, comments and verse.

Each weight, in nats, says little enough for others to overrule it.
"""

from collections.abc import Sequence
from itertools import pairwise

from plugins.chinese.expressions import compile_late
from plugins.newspaper.evidence.display_lines import is_salutation
from plugins.newspaper.evidence.features import Features
from plugins.newspaper.evidence.place_labels import names_place
from plugins.newspaper.evidence.signatures import is_signed_day
from plugins.newspaper.furniture.lines import names_office
from plugins.newspaper.genres.verse import find_verse
from plugins.newspaper.genres.voices import answers, asks, list_spoken
from plugins.newspaper.reading.chain import Scores
from plugins.newspaper.reading.forms import LARGE
from plugins.newspaper.reading.roles import Role
from plugins.newspaper.reading.weights import ROLES

_WORD = compile_late(r"[\u4e00-\u9fff]{2,3}|[\u4e00-\u9fff] [\u4e00-\u9fff]")
_NAMED, _ANSWERED = 4.0, 3.0
#: Type that is measured is as large as other type to this part.
_ALIKE = 0.94
_TITLE, _TITLE_END = ROLES.index(Role.TITLE), ROLES.index(Role.TITLE_END)
_HEADING, _BYLINE = ROLES.index(Role.HEADING), ROLES.index(Role.BYLINE)
_START, _KICKER = ROLES.index(Role.START), ROLES.index(Role.KICKER)


def weigh_genres(scores: Scores, features: Sequence[Features]) -> None:
    """Add to the scores of a page's lines what their forms say of their roles."""
    _weigh_answers(scores, features)
    _weigh_signers(scores, features)
    _weigh_pen_names(scores, features)
    _weigh_two_lines(scores, features)
    _weigh_verse(scores, features)


def _weigh_answers(scores: Scores, features: Sequence[Features]) -> None:
    """Add what speaks for lines that say who answers being sub-headlines, who asks kickers.

    Whom a letter speaks to is text; so is in an interview what each says, however short.
    """
    texts = [feature.text for feature in features]
    for i in [*list_spoken(texts), *(i for i, text in enumerate(texts) if is_salutation(text))]:
        _favour(scores, i, [_START])
    for i, (feature, below) in enumerate(pairwise(features)):
        if not feature.is_display or (i and not features[i - 1].closed):
            continue
        if i and answers(feature.text) and not below.is_display:
            _favour(scores, i, [_HEADING], _ANSWERED)
        elif asks(feature.text) and below.is_display:
            _favour(scores, i, [_KICKER])


def _weigh_verse(scores: Scores, features: Sequence[Features]) -> None:
    """Add what speaks for verse being text, and the names of its stanzas sub-headlines."""
    for i, is_name in find_verse(features).items():
        _favour(scores, i, [_HEADING if is_name else _START])


def _weigh_signers(scores: Scores, features: Sequence[Features]) -> None:
    """Add what speaks for a line between text and a day being a signature, which is text."""
    for i in range(1, len(features) - 1):
        above = features[i - 1]
        told = above.closed or above.text.startswith("附件")
        if told and is_signed_day(features[i].text, features[i + 1].text):
            _favour(scores, i, [_START])
            _favour(scores, i + 1, [_START])


def _weigh_pen_names(scores: Scores, features: Sequence[Features]) -> None:
    """Add what speaks for a word between headline and text being who wrote, where others are."""
    words = [
        i for i in range(1, len(features) - 1)
        if features[i - 1].is_display and not features[i - 1].may_be_names
        and not features[i + 1].is_display and features[i + 1].closed
        and (features[i].is_byline or _is_word(features[i]))
    ]  # fmt: skip
    signed = [i for i in words if features[i].is_byline or features[i].may_be_names]
    for i in words if signed else ():
        if not names_place(features[i].text):
            _favour(scores, i, [_BYLINE])


def _is_word(feature: Features) -> bool:
    return feature.is_display and _WORD.fullmatch(feature.text) is not None


def _weigh_two_lines(scores: Scores, features: Sequence[Features]) -> None:
    """Add what speaks for two lines being one headline: of the largest type, or a notice's.

    Who gives notice may have a line of its own above what of.
    """
    largest = max(feature.fragment.size for feature in features)
    for i, (feature, below) in enumerate(pairwise(features)):
        smaller = min(feature.fragment.size, below.fragment.size)
        large = largest >= LARGE and smaller > _ALIKE * largest and not below.fragment.gap
        notice = below.is_notice and below.text.startswith("关于") and names_office(feature.text)
        if notice or (large and feature.is_display and below.is_display):
            scores.own[i, _TITLE] += _NAMED
            scores.own[i + 1, _TITLE_END] += 2 * _NAMED


def _favour(scores: Scores, i: int, roles: Sequence[int], weight: float = _NAMED) -> None:
    """Add what speaks for a line being one of these and none of the others."""
    scores.own[i] -= weight
    scores.own[i, list(roles)] += 2 * weight

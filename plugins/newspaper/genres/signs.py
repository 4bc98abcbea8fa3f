"""What lines are by their form in letters, interviews, notices, comments and verse.

Each sign weighs (nats) little enough for others to overrule it, but for what signs or is a list.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from plugins.chinese.expressions import compile_late
from plugins.newspaper.evidence.bylines import (
    names_someone,
    names_speaker,
    read_byline,
    read_end_credits,
    tells_delivery,
)
from plugins.newspaper.evidence.credits import names_body, read_workers
from plugins.newspaper.evidence.display_lines import LARGE, is_salutation
from plugins.newspaper.evidence.features import Features
from plugins.newspaper.evidence.place_labels import names_place
from plugins.newspaper.evidence.signatures import is_signed_day
from plugins.newspaper.furniture.lines import names_office
from plugins.newspaper.genres.heads import list_head_signs
from plugins.newspaper.genres.name_rows import find_name_rows
from plugins.newspaper.genres.rolls import find_rolls
from plugins.newspaper.genres.sign import Sign
from plugins.newspaper.genres.verse import find_verse
from plugins.newspaper.genres.voices import answers, asks, list_spoken
from plugins.newspaper.layout.caption_lines import names_picture
from plugins.newspaper.roles import Role

_WORD = compile_late(r"[\u4e00-\u9fff]{2,3}|[\u4e00-\u9fff] [\u4e00-\u9fff]")
_ADDED = compile_late(r"附件\d{0,2}\s*[：:]")
_ANSWERED, _LARGE, _SIGNED, _HEADED, _ENROLLED = 6.0, 4.0, 12.0, 2.0, 24.0
#: Type that is measured is as large as other type to this part.
_ALIKE = 0.94


def list_signs(features: Sequence[Features]) -> Iterator[Sign]:
    """What the forms of a page's lines say of their roles."""
    yield from _list_voices(features)
    yield from _list_answers(features)
    yield from _list_signers(features)
    yield from _list_speakers(features)
    yield from _list_pen_names(features)
    rolls = frozenset(find_rolls(features))
    yield from (Sign(i, Role.START, _SIGNED) for i in rolls)
    yield from (sign for sign in _list_workers(features) if sign.line not in rolls)
    yield from _list_two_lines(features)
    yield from list_head_signs(features)
    # Verse is text, and the names of its stanzas sub-headlines.
    for i, is_name in find_verse(features).items():
        yield Sign(i, Role.HEADING if is_name else Role.START)
    for i in find_name_rows(features):
        yield Sign(i, Role.START, _ENROLLED)


def _list_voices(features: Sequence[Features]) -> Iterator[Sign]:
    """Whom a letter speaks to is text; so is in an interview what each says, however short.

    What stands above whom a letter speaks to is rather its headline, and below begins a paragraph.
    """
    texts = [feature.text for feature in features]
    addressed = [i for i, text in enumerate(texts) if is_salutation(text)]
    for i in [*list_spoken(texts), *addressed]:
        yield Sign(i, Role.START)
    for i in addressed:
        if i and features[i - 1].is_display and not features[i - 1].may_be_names:
            yield Sign(i - 1, Role.TITLE, _HEADED)
        if i + 1 < len(features) and not features[i + 1].is_display:
            yield Sign(i + 1, Role.START, _HEADED)


def _list_answers(features: Sequence[Features]) -> Iterator[Sign]:
    """Lines that say who answers a letter are sub-headlines, those that say who asks kickers."""
    for i, (feature, below) in enumerate(pairwise(features)):
        if not feature.is_display or (i and not features[i - 1].closed):
            continue
        if i and answers(feature.text) and not below.is_display:
            yield Sign(i, Role.HEADING, _ANSWERED)
        elif asks(feature.text) and below.is_display:
            yield Sign(i, Role.KICKER)


def _list_signers(features: Sequence[Features]) -> Iterator[Sign]:
    """A line between text and a day is a signature, which is text; so is what names additions."""
    for i in range(1, len(features) - 1):
        above = features[i - 1]
        if _ADDED.match(features[i].text):
            yield Sign(i, Role.START)
        told = above.closed or not above.is_display or above.text.startswith("附件")
        if told and is_signed_day(features[i].text, features[i + 1].text):
            yield from (Sign(i, Role.START, _SIGNED), Sign(i + 1, Role.START, _SIGNED))


def _list_speakers(features: Sequence[Features]) -> Iterator[Sign]:
    """An office and a name beside a speech's day are its byline.

    Where many speak on a page, such lines stand above what each said, in one article.
    """
    for above, below in ((0, 1), (1, 0)):
        for i in range(len(features) - 1):
            day, speaker = features[i + above], features[i + below]
            if tells_delivery(day.text) and names_speaker(speaker.text):
                yield Sign(i + below, Role.BYLINE)


def _list_pen_names(features: Sequence[Features]) -> Iterator[Sign]:
    """A word between headline and text is who wrote, where others are."""
    words = [
        i for i in range(1, len(features) - 1)
        if features[i - 1].is_display and not features[i - 1].may_be_names
        and not features[i + 1].is_display and features[i + 1].closed
        and (features[i].is_byline or _is_word(features[i]))
    ]  # fmt: skip
    signed = [i for i in words if features[i].is_byline or features[i].may_be_names]
    for i in words if signed else ():
        # What is a byline by itself may stand below a feature's sub-headline.
        if not (features[i].is_byline or names_place(features[i].text)):
            yield Sign(i, Role.BYLINE)


def _list_workers(features: Sequence[Features]) -> Iterator[Sign]:
    """Lines of names, with a word before them or without, sign where several stand alike.

    They stand between head and text, or between text and what is below it. One is enough where that
    word is an office, or where it is a byline by its words; what is in brackets between head and
    text is a byline, too, and so is there who is named by his office.
    """
    for role, signed, names in (
        (Role.BYLINE, _stands_below_head, names_someone),
        (Role.END_BYLINE, _stands_below_text, names_body),
    ):
        found = [
            i for i in range(1, len(features)) if signed(features, i) and _may_sign(features, i)
        ]
        for i in found:
            surely = names(features[i].text)
            if len(found) > 1 or not features[i].is_display or surely:
                yield Sign(i, role, _SIGNED) if surely else Sign(i, role)


def _may_sign(features: Sequence[Features], i: int) -> bool:
    feature = features[i]
    if feature.is_signature:
        return bool(read_end_credits(feature.text)) and features[i - 1].is_display
    if feature.is_byline:
        # Reporters who have written down what one of many said stand within an article.
        written = any(author.role == "作者" for author in read_byline(feature.text))
        return written and not (features[i - 1].is_display or names_picture(feature.text))
    named = feature.may_be_names or bool(read_workers(feature.text))
    named = named and not names_place(feature.text)
    return feature.is_display and named and not features[i - 1].may_be_names


def _stands_below_head(features: Sequence[Features], i: int) -> bool:
    below = features[i + 1 : i + 2]
    return features[i - 1].is_display and any(_is_text(f) or f.opens_note for f in below)


def _stands_below_text(features: Sequence[Features], i: int) -> bool:
    # Where the story below opens with who wrote it, a line above its head is no signature.
    signed = any(feature.has_dateline for feature in features[i + 2 : i + 3])
    below = features[i + 1 : i + 2]
    ends = all(feature.is_display and not feature.may_be_names for feature in below)
    return _is_text(features[i - 1]) and ends and not signed


def _is_text(feature: Features) -> bool:
    return feature.closed and not (feature.is_display or feature.is_byline or feature.is_signature)


def _is_word(feature: Features) -> bool:
    return feature.is_display and _WORD.fullmatch(feature.text) is not None


def _list_two_lines(features: Sequence[Features]) -> Iterator[Sign]:
    """Two lines are one headline: of the largest type, or a notice's.

    Who gives notice may have a line of its own above what of.
    """
    largest = max(feature.fragment.size for feature in features)
    for i, (feature, below) in enumerate(pairwise(features)):
        smaller = min(feature.fragment.size, below.fragment.size)
        large = largest >= LARGE and smaller > _ALIKE * largest and not below.fragment.gap
        notice = below.is_notice and below.text.startswith("关于") and names_office(feature.text)
        if notice or (large and feature.is_display and below.is_display):
            yield from (Sign(i, Role.TITLE, _LARGE), Sign(i + 1, Role.TITLE_END))

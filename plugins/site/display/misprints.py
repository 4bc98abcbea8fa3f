"""原文如此: words that were printed so, at their places in the body as it reads now."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from plugins.chinese.punctuation import FULL_WIDTH, widen
from plugins.content.content_error import ContentError, raise_together
from plugins.content.sources import Source, field_error
from plugins.model import Misprint

#: An editor copies words from a page, which shows the printed marks full-width.
_WIDE = str.maketrans(FULL_WIDTH)


@dataclass(frozen=True, slots=True)
class MarkedMisprint:
    """Characters `start` to `end` of a body block, and what its page says of them."""

    block: int
    start: int
    end: int
    note: str


def settle_misprints(source: Source) -> tuple[MarkedMisprint, ...]:
    """Return an article's misprints where their words stand, in reading order.

    Of words with a paragraph, that one is meant or else the nearest that has them. Raises
    ContentError where the body has them no more, or two misprints overlap.
    """
    if not source.front.misprints:
        return ()
    texts = [block.text.translate(_WIDE) for block in source.blocks]
    errors = []
    found: list[tuple[MarkedMisprint, int]] = []
    for number, misprint in enumerate(source.front.misprints):
        marked = [(one, number) for one in _find(misprint, texts)]
        found += marked
        if not marked:
            errors.append(_refuse(source, number, "正文里已没有{}，请照正文改正 printed"))
    found.sort(key=lambda pair: (pair[0].block, pair[0].start, pair[1]))
    for (before, _), (after, number) in pairwise(found):
        if after.block == before.block and after.start < before.end:
            errors.append(_refuse(source, number, "{}和另一条原文如此重叠，请合并成一条"))
    raise_together(errors)
    return tuple(marked for marked, _ in found)


def _find(misprint: Misprint, texts: Sequence[str]) -> Iterator[MarkedMisprint]:
    words = misprint.printed.translate(_WIDE)
    blocks = [block for block, text in enumerate(texts) if words in text]
    if misprint.paragraph is not None and blocks:
        near = misprint.paragraph
        blocks = [min(blocks, key=lambda block: abs(block - near))]
    for block in blocks:
        for match in re.finditer(re.escape(words), texts[block]):
            yield MarkedMisprint(block, *match.span(), _say(misprint))


def _say(misprint: Misprint) -> str:
    meant = f"，应为“{widen(misprint.meant)}”" if misprint.meant else ""
    return f"［原文如此{meant}］"


def _refuse(source: Source, number: int, sentence: str) -> ContentError:
    words = f"“{source.front.misprints[number].printed}”"
    message = f"{sentence.format(words)}，或删去这一条"
    return field_error(source, ("misprints", number), message)

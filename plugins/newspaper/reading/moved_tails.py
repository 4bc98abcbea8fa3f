"""Text that column ends may have moved, and how well a line reads on in the best of it.

A page has about as many such tails as lines. They stand in a tree by their beginnings, down which a
line goes only where its end and a beginning are of one word, phrase or number. What differs among
tails off that way is what their first words are and what follows a word: one of each is weighed.
"""

from collections import defaultdict
from collections.abc import Sequence
from functools import cache
from math import inf
from typing import TypeAlias

from plugins.newspaper.evidence.edges import Evidence, weigh_number
from plugins.newspaper.evidence.features import Features
from plugins.newspaper.evidence.language import REACH

#: No shorter line is looked at.
LEAST = 6
#: The page's own phrases join so many characters of a tail.
_PHRASE = 3
#: Where a word that spans the seam ends in a tail, and what else its seam may depend on.
_Kind: TypeAlias = tuple[object, ...]


def list_tails(features: Sequence[Features]) -> list[int]:
    """The text that may be the rest of a sentence cut off elsewhere on the page.

    What stands below a sentence left open is that one's rest: a long page has much such text, into
    which one headline or another would read on by chance.
    """
    return [
        i for i, f in enumerate(features)
        if not f.is_display and f.size >= LEAST and not (f.has_dateline or f.is_byline)
        and (i == 0 or features[i - 1].closed or features[i - 1].is_display)
    ]  # fmt: skip


class MovedTails:
    """The tails of one page."""

    def __init__(self, evidence: Evidence, tails: Sequence[int]) -> None:
        self._evidence = evidence
        self._below: dict[str, list[int]] = defaultdict(list)
        self._longer: dict[str, set[str]] = defaultdict(set)
        for tail in tails:
            text = evidence.features[tail].text[:REACH]
            for size in range(len(text) + 1):
                self._below[text[:size]].append(tail)
            for size in range(len(text)):
                self._longer[text[:size]].add(text[: size + 1])
        self._choose = cache(self._choose_newly)

    def find_seam(self, i: int) -> float:
        """How well line `i` reads on in the tail where it does best (nats), at least 0."""
        line, best, beginnings = self._evidence.features[i].text, 0.0, [""]
        while beginnings:
            beginning = beginnings.pop()
            seams = (self._evidence.weigh_seam(i, tail) for tail in self._choose(beginning))
            best = max([best, *seams])
            beginnings += [b for b in self._longer[beginning] if self._may_join(line, b)]
        return best

    def _may_join(self, line: str, beginning: str) -> bool:
        """Whether a line's end may be of one piece with this beginning, and with more of it."""
        size = len(beginning)
        if size <= _PHRASE and line[-size:] + beginning in self._evidence.page_runs:
            return True
        if size == 1 and weigh_number(line, beginning) > 0:
            return True
        return self._evidence.language.may_span(line, beginning)

    def _choose_newly(self, beginning: str) -> set[int]:
        """The tails of which one is best for any line whose end is joined with no more of them.

        Of all that open with one part of speech and the same marks, that is the one in which a word
        from the line leaves the likeliest rest, wherever such a word ends; or any, where none does.
        """
        best: dict[_Kind, tuple[float, int]] = {}
        for tail in self._below[beginning]:
            feature = self._evidence.features[tail]
            opening, rests = self._evidence.language.look_at_opening(feature.text)
            for end, rest in enumerate(rests[: len(beginning) + 1]):
                kind = (end, opening, feature.unpaired[0], feature.loose_start)
                best[kind] = max(best.get(kind, (-inf, tail)), (rest - rests[0], tail))
        return {tail for _, tail in best.values()}

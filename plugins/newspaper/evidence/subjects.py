"""What texts share: vectors of their words, the rarer the heavier, compared by their angle."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from statistics import mean

from plugins.newspaper.evidence.edges import Evidence
from plugins.newspaper.evidence.language import Language

#: Characters of running text looked at on each side of a line.
_REACH = 600
#: A word of this information (nats) or less is in every text.
_COMMON = 6.0

Vector = dict[str, float]


@dataclass(frozen=True)
class Subjects:
    """Compares the running text above and below each run of display type."""

    evidence: Evidence
    runs: Sequence[Sequence[int]]

    def compare(self, first: int, last: int) -> tuple[float, float]:
        """How alike (cosine) the texts above line `first` and below line `last` are.

        With it how alike neighbouring texts of this page are in the mean.
        """
        return self._shared[first], self._usual

    @cached_property
    def _shared(self) -> dict[int, float]:
        return {
            run[0]: measure_angle(self._gather(run[0], -1), self._gather(run[-1], 1))
            for run in self.runs
        }

    @cached_property
    def _usual(self) -> float:
        return mean(self._shared.values()) if self._shared else 0.0

    def _gather(self, i: int, step: int) -> Vector:
        """The words of the nearest running text above (step -1) or below (step 1)."""
        features = self.evidence.features
        words: list[str] = []
        seen, j = 0, i + step
        while 0 <= j < len(features) and seen < _REACH:
            if not features[j].is_display:
                words += self.evidence.words[j]
                seen += features[j].size
            j += step
        return weigh_words(self.evidence.language, words)


def weigh_words(language: Language, words: Iterable[str]) -> Vector:
    """The words of a text, the rarer the heavier; those of every text are left out."""
    counts: dict[str, int] = {}
    for word in words:
        counts[word] = counts.get(word, 0) + 1
    told = {w: language.inform(w) - _COMMON for w in counts}
    return {w: told[w] * (1 + math.log(n)) for w, n in counts.items() if told[w] > 0}


def measure_angle(one: Vector, other: Vector) -> float:
    """The cosine of the angle between two vectors; 0 where one is empty."""
    if not one or not other:
        return 0.0
    dot = sum(value * other[word] for word, value in one.items() if word in other)
    return dot / math.hypot(*one.values()) / math.hypot(*other.values())

"""What texts share: vectors of their words, the rarer the heavier, compared by their angle."""

import math
from collections import Counter
from collections.abc import Iterable

from plugins.newspaper.evidence.language import Language

#: A word of this information (nats) or less is in every text.
_COMMON = 6.0

Vector = dict[str, float]


def weigh_words(language: Language, words: Iterable[str]) -> Vector:
    """The words of a text, the rarer the heavier, as a vector of length 1.

    Those of every text are left out; where no word is left, it is empty.
    """
    inform, log = language.inform, math.log
    weights = {
        word: told * (1 + log(count))
        for word, count in Counter(words).items()
        if (told := inform(word) - _COMMON) > 0
    }
    length = math.hypot(*weights.values())
    return {word: weight / length for word, weight in weights.items()}


def measure_angle(one: Vector, other: Vector) -> float:
    """The cosine of the angle between two vectors; 0 where one is empty."""
    short, long = sorted((one, other), key=len)
    return sum(weight * long[word] for word, weight in short.items() if word in long)

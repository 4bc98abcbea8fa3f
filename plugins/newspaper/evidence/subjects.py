"""What texts share: words, the rarer the heavier, compared by their angle, and phrases.

One story names the same people and places above its sub-headlines and below them, mostly in the
same phrases, which few other texts of the page have.
"""

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from plugins.newspaper.evidence.edges import Evidence
from plugins.newspaper.evidence.language import Language

#: A word of this information (nats) or less is in every text.
_COMMON = 6.0
#: Characters of a phrase: long enough not to be one word of general use.
_PHRASE = 4
#: No paragraph's phrases are looked at further than this.
_FAR = 1200
#: Phrases are shared so seldom that this makes their share a number of some size.
_SCALE = 100.0
#: Each text is compared with each; a page of more texts than this is a list, and its are not.
_MOST = 200
#: Products are rounded to so many digits: in the last ones machines differ.
_DIGITS = 9
#: What is measured where there is nothing to measure.
_NONE = -9.0

Vector = dict[str, float]
Matrix = NDArray[np.float64]


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


@dataclass(frozen=True)
class Kinship:
    """Of the text above each run of display type and that below the last: which is like which.

    `phrases[i, j]` counts the phrases that texts `i` and `j` share, each the less the more texts
    have it; `sizes` are how many each text has. `words` are the products of the texts' words, and
    behind them of the runs' own lines, weighed by how rare they are. `lengths` are in characters.
    """

    phrases: Matrix = field(default_factory=lambda: np.zeros((0, 0)))
    sizes: Sequence[int] = ()
    words: Matrix = field(default_factory=lambda: np.zeros((0, 0)))
    lengths: Sequence[int] = ()

    @classmethod
    def look_at(cls, evidence: Evidence, runs: Sequence[Sequence[int]]) -> "Kinship":
        """The kinship of one page's texts, between runs of these lines."""
        features = evidence.features
        texts = _list_texts(runs, len(features))
        lengths = [sum(features[i].size for i in text) for text in texts]
        if len(texts) > _MOST:
            return cls(lengths=lengths)
        told = [[features[i].text for i in text] for text in texts]
        phrases = [{phrase for text in own for phrase in _list_phrases(text)} for own in told]
        words = [_weigh(evidence, part) for part in (*texts, *runs)]
        shared = _multiply(_weigh_phrases(phrases))
        return cls(shared, [len(own) for own in phrases], _multiply(words), lengths)

    def compare_texts(self, above: range, below: range) -> list[float]:
        """What the first text of `below` shares with those above, and with the page's others."""
        first = below[0]
        others = [k for k in range(len(self.sizes)) if k not in above and k not in below]
        far = self._shares[others, first] if others else np.array([_NONE])
        story, most = self.share(above, [first]), float(far.max())
        return [
            self.share(above[-1:], [first]), story, self.share(above, below), most,
            float(far.mean()), story - max(0.0, most), self.measure_angle(above, below),
        ]  # fmt: skip

    def compare_lines(
        self, run: int, head: Sequence[int], above: range, below: range
    ) -> list[float]:
        """Whose words a run's lines have, and whether those of a story's `head` tell of them."""
        behind = len(self.sizes)
        own, told = [behind + run], [behind + other for other in head]
        return [
            self.measure_angle(told, below), self.measure_angle(told, own),
            self.measure_angle(own, below) - self.measure_angle(own, above),
        ]  # fmt: skip

    def share(self, above: Sequence[int], below: Sequence[int]) -> float:
        """The phrases that some texts share with others, against how many they have."""
        if not self.sizes:
            return 0.0
        sizes = [sum(self.sizes[n] for n in texts) for texts in (above, below)]
        both = math.sqrt(math.prod(sizes))
        return _SCALE * float(self.phrases[np.ix_(above, below)].sum()) / both if both else 0.0

    @cached_property
    def _shares(self) -> Matrix:
        """The phrases that each text shares with each, against how many they have."""
        sizes = np.sqrt(np.outer(self.sizes, self.sizes))
        shares = np.divide(self.phrases, sizes, out=np.zeros_like(sizes), where=sizes > 0)
        return np.asarray(_SCALE * shares)

    def measure_angle(self, above: Sequence[int], below: Sequence[int]) -> float:
        """The cosine of the angle between the words of some texts, or lines, and of others."""
        if not (self.sizes and above and below):
            return 0.0
        lengths = (float(self.words[np.ix_(part, part)].sum()) for part in (above, below))
        both = math.prod(lengths)
        return float(self.words[np.ix_(above, below)].sum()) / math.sqrt(both) if both > 0 else 0.0


def _list_texts(runs: Sequence[Sequence[int]], count: int) -> list[range]:
    """The text above each run, and that below the last one."""
    starts = [0, *(lines[-1] + 1 for lines in runs)]
    ends = [*(lines[0] for lines in runs), count]
    return [range(start, end) for start, end in zip(starts, ends, strict=True)]


def _list_phrases(text: str) -> Iterable[str]:
    told = text[:_FAR]
    phrases = (told[i : i + _PHRASE] for i in range(len(told) - _PHRASE + 1))
    return (phrase for phrase in phrases if phrase.isalnum())


def _weigh_phrases(texts: Sequence[set[str]]) -> list[Vector]:
    """The phrases that several texts have, the fewer these are the heavier."""
    counts = Counter(phrase for text in texts for phrase in text)
    weights = {phrase: (n - 1) ** -0.5 for phrase, n in counts.items() if n > 1}
    return [{p: weights[p] for p in sorted(text) if p in weights} for text in texts]


def _weigh(evidence: Evidence, part: Iterable[int]) -> Vector:
    return weigh_words(evidence.language, (word for i in part for word in evidence.words[i]))


def _multiply(vectors: Sequence[Vector]) -> Matrix:
    """The products of each vector with each, as no machine's way of adding up changes them."""
    names = {name: n for n, name in enumerate(dict.fromkeys(n for v in vectors for n in v))}
    table = np.zeros((len(vectors), len(names)))
    for row, vector in zip(table, vectors, strict=True):
        row[[names[name] for name in vector]] = list(vector.values())
    return np.asarray(np.round(table @ table.T, _DIGITS))

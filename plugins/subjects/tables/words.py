"""Words of Chinese text: jieba's dictionary without its guessing of unknown words."""

import math
from collections.abc import Iterable

import jieba

#: An added word is as usual a word as 南阳 is in jieba's dictionary: common enough to win over
#: single characters, too rare to break up everyday words (水平利用).
ADDED_FREQUENCY = 300
#: The tag of this prefecture's places (jieba's own tag for places is ns).
PLACE_TAG = "place"


class Words:
    """A dictionary of words with frequencies and tags, and the likeliest way to cut a text.

    The hidden Markov model is off: it guesses, and its guesses move with the context. The
    dictionary is read straight from the package, so nothing is written to a cache folder.
    """

    def __init__(self, places: Iterable[str] = (), jargon: Iterable[str] = ()) -> None:
        self._cutter = jieba.Tokenizer()
        self._cutter.FREQ, self._cutter.total = self._cutter.gen_pfdict(
            self._cutter.get_dict_file()
        )
        self._cutter.initialized = True
        self._tags = _read_tags(self._cutter)
        for word in sorted(set(jargon)):
            self._add(word, "n")
        for name in sorted(set(places)):
            self._add(name, PLACE_TAG)

    def _add(self, word: str, tag: str) -> None:
        frequency = max(ADDED_FREQUENCY, self._cutter.FREQ.get(word) or 0)
        self._cutter.add_word(word, freq=frequency, tag=tag)
        self._tags[word] = tag

    def cut(self, text: str) -> list[str]:
        """Return the text's words in order; joined, they are the text."""
        return list(self._cutter.cut(text, HMM=False))

    def boundaries(self, text: str) -> frozenset[int]:
        """Return the offsets at which a word of the likeliest cut begins or ends."""
        offsets = [0]
        for word in self.cut(text):
            offsets.append(offsets[-1] + len(word))
        return frozenset(offsets)

    def frequency(self, word: str) -> int:
        """Return how often the word stands in jieba's corpus; 0 for no word."""
        return self._cutter.FREQ.get(word) or 0

    def tag(self, word: str) -> str:
        """Return the part of speech (jieba's tags: n, v, nr …), "" for an unknown word."""
        return self._tags.get(word, "")

    def likelihood(self, text: str) -> float:
        """Return the log probability of the likeliest cut of the text (0 for no text)."""
        total = math.log(self._cutter.total)
        return sum(math.log(self.frequency(word) or 1) - total for word in self.cut(text))


def _read_tags(cutter: jieba.Tokenizer) -> dict[str, str]:
    with cutter.get_dict_file() as lines:
        entries = (line.decode("utf-8").split() for line in lines)
        return {entry[0]: entry[2] for entry in entries if len(entry) == 3}

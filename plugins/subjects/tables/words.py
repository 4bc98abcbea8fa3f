"""Words of Chinese text: jieba's dictionary without its guessing of unknown words."""

from collections.abc import Iterable
from functools import lru_cache

from plugins.chinese.words.cutting import Cutter
from plugins.chinese.words.dictionary import load_dictionary

#: An added word is as usual a word as 南阳 is in jieba's dictionary: common enough to win over
#: single characters, too rare to break up everyday words (水平利用).
ADDED_FREQUENCY = 300
#: An article has so many stretches between marks.
_STRETCHES = 140
#: So many words are remembered with their tags: those of a few dozen articles.
_REMEMBERED = 20_000
#: The tag of this prefecture's places (jieba's own tag for places is ns).
PLACE_TAG = "place"


class Words:
    """A dictionary of words with frequencies and tags, and the likeliest way to cut a text.

    The hidden Markov model is off: it guesses, and its guesses move with the context.
    """

    def __init__(
        self,
        places: Iterable[str] = (),
        jargon: Iterable[str] = (),
        no_words: Iterable[str] = (),
        elsewhere: Iterable[str] = (),
    ) -> None:
        dictionary = load_dictionary()
        self._frequencies, self._total = dictionary.frequencies.copy(), dictionary.total
        self._tags = dictionary.tags.copy()
        for word in sorted(set(jargon)):
            self._add(word, "n")
        for name in sorted(set(places)):
            self._add(name, PLACE_TAG)
        # The dictionary takes places for people: 宁德.
        self._tags.update((name, "ns") for name in elsewhere if name in self._tags)
        for word in sorted(set(no_words)):
            self._set_frequency(word, 0)
            self._tags.pop(word, None)
        self._cutter = Cutter(self._frequencies, self._total)
        #: As find_tag, of the words that texts are cut into: those recur.
        self.tag = lru_cache(_REMEMBERED)(self.find_tag)

    def _add(self, word: str, tag: str) -> None:
        self._set_frequency(word, max(ADDED_FREQUENCY, self.frequency(word)))
        self._tags[word] = tag

    def _set_frequency(self, word: str, frequency: int) -> None:
        """Add a word, or give it another frequency, as jieba's add_word does; 0 takes it out."""
        self._frequencies[word] = frequency
        self._total += frequency
        for end in range(1, len(word)):
            self._frequencies.setdefault(word[:end], 0)

    def cut(self, text: str) -> list[str]:
        """Return the text's words in order; joined, they are the text."""
        return self._cutter.cut(text)

    def expect(self, articles: int) -> None:
        """Be ready for so many articles, before processes share them."""
        self._cutter.expect(articles * _STRETCHES)

    def frequency(self, word: str) -> int:
        """Return how often the word stands in jieba's corpus; 0 for no word."""
        return self._frequencies.get(word, 0)

    def find_tag(self, word: str) -> str:
        """Return the part of speech (jieba's tags: n, v, nr …), "" for an unknown word."""
        return self._tags.get(word, "")

"""What an article and the dictionary tell of a string that may be a name: recurrences, words."""

import math
from collections.abc import Mapping
from dataclasses import dataclass

from plugins.subjects.tables.people_tables import NameTables
from plugins.subjects.tables.words import Words

#: A word tagged as a name that is more frequent is one only with a surname of such log odds.
_FREQUENT = 100
_CLEAR_SURNAME = 3.5
#: Names recur within a story; a text of more characters is many.
READ = 20_000


class NameContext:
    """What names are weighed in: the article's whole text, its words, and the tables."""

    def __init__(self, article: str, words: Words, tables: NameTables) -> None:
        self.words = words
        self.tables = tables
        self._article = article[:READ]
        self._recurrences: dict[str, Recurrence] = {}
        self._measures: dict[str, float | None] = {}

    def find_all(self, name: str) -> "Recurrence":
        """Return how often a string stands in the article, and between what."""
        if name not in self._recurrences:
            self._recurrences[name] = _find_all(name, self._article)
        return self._recurrences[name]

    def measure(self, word: str) -> float | None:
        """Return how usual a word is, as a logarithm; None where it is no word."""
        if word not in self._measures:
            is_word = len(word) > 1 and is_ordinary(word, self.words, self.tables.surnames)
            self._measures[word] = math.log1p(self.words.frequency(word)) if is_word else None
        return self._measures[word]


@dataclass(frozen=True)
class Recurrence:
    """How often a string recurs in an article, and what stands right before and behind it."""

    times: int
    before: str
    behind: str


def _find_all(name: str, article: str) -> Recurrence:
    before, behind = [], []
    at = article.find(name)
    while at >= 0:
        before.append(article[at - 1 : at] or "\n")
        behind.append(article[at + len(name) : at + len(name) + 1] or "\n")
        at = article.find(name, at + len(name))
    return Recurrence(len(before), "".join(before), "".join(behind))


def is_ordinary(word: str, words: Words, surnames: Mapping[str, float]) -> bool:
    """Whether a word is no name: jieba's dictionary calls names, too, what is none (文明, 明白)."""
    if not words.tag(word).startswith("nr"):
        return True
    return words.frequency(word) > _FREQUENT and surnames.get(word[0], 0.0) < _CLEAR_SURNAME

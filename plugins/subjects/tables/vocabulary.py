"""What the dictionary and the tables of people tell of a string, whatever article it stands in.

The same few thousand words stand in all articles: what is told of one is remembered.
"""

import math
import operator
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from plugins.model import PersonRole
from plugins.subjects.tables.name_features import INSIDE, WORD
from plugins.subjects.tables.people_tables import PeopleTables
from plugins.subjects.tables.words import Words

#: A word tagged as a name that is more frequent is one only with a surname of such log odds.
_FREQUENT = 100
_CLEAR_SURNAME = 3.5
#: The longest ending of roles.yaml, and the longest word that an ending may end.
_LONGEST_ENDING = 4
#: The home of whoever is called so, not an expert: 老人|家.
_HOME = "家"
#: Places, bodies and other proper names of jieba's dictionary.
_OTHER_TAGS = frozenset({"ns", "nt", "nz", "place", "i", "l"})
#: None of these numbers is greater: no word is in jieba's corpus as often as e to this.
_MOST_USUAL = 20.0
#: More than what sums of floating point differ by when they are added up in another order.
_SLACK = 1e-6
#: So many strings of each kind are remembered, the last ones asked for.
_REMEMBERED = 20_000


class OwnEvidence(NamedTuple):
    """What a string alone tells of being a name: numbers in the order of name_features.FEATURES.

    `total` is what the characters' weigh together; with what stands in the string that comes to
    `most` or less.
    """

    characters: tuple[float, ...]
    word: tuple[float, float]
    total: float
    most: float


class Vocabulary:
    """The words and the tables that people are found with."""

    def __init__(self, words: Words, tables: PeopleTables) -> None:
        self.words = words
        self.tables = tables
        self.names = tables.names
        self._most_inside = {
            setting: sum(max(0.0, weight) * _MOST_USUAL for weight in weights[INSIDE]) + _SLACK
            for setting, weights in self.names.weights.items()
        }
        #: How usual a word is, as a logarithm; None where it is no word.
        self.measure = lru_cache(_REMEMBERED)(self._measure)
        #: What a string tells that has a surname of so many characters, in one of SETTINGS.
        self.read_name = lru_cache(_REMEMBERED)(self._read_name)
        #: The role of a noun by its ending; None where it gives none.
        self.find_role = lru_cache(_REMEMBERED)(self._find_role)

    def is_ordinary(self, word: str) -> bool:
        """Whether a word is no name: jieba's dictionary calls names, too, what is none (文明)."""
        if not self.words.tag(word).startswith("nr"):
            return True
        surname = self.names.surnames.get(word[0], 0.0)
        return self.words.frequency(word) > _FREQUENT and surname < _CLEAR_SURNAME

    def _measure(self, word: str) -> float | None:
        is_word = len(word) > 1 and self.is_ordinary(word)
        return math.log1p(self.words.frequency(word)) if is_word else None

    def _read_name(self, name: str, size: int, setting: str) -> OwnEvidence:
        surname, given = name[:size], name[size:]
        is_one = float(len(given) == 1)
        log_odds = sum([self.names.given.get(c, 0.0) for c in given])
        of_surname = self.names.surnames.get(surname, 0.0)
        characters = (1.0, of_surname, log_odds * (1 - is_one), log_odds * is_one, is_one)
        tag = self.words.find_tag(name)
        is_name = tag.startswith("nr") and not self.is_ordinary(name)
        word = float(is_name), float(tag in _OTHER_TAGS)
        weights = self.names.weights[setting]
        total = add_up(characters, weights)
        most = add_up(word, weights[WORD], total) + self._most_inside[setting]
        return OwnEvidence(characters, word, total, most)

    def _find_role(self, noun: str) -> PersonRole | None:
        tables = self.tables
        is_noun = self.words.tag(noun).startswith("n")
        if len(noun) == 1 or noun in tables.no_titles or not is_noun:
            return None
        if noun.endswith(_HOME) and tables.role_of.get(noun[:-1]):
            return tables.role_of[noun[:-1]]
        for size in range(min(_LONGEST_ENDING, len(noun)), 0, -1):
            if noun[-size:] in tables.ending_of:
                return tables.ending_of[noun[-size:]]
        return None


def add_up(evidence: Sequence[float], weights: Sequence[float], total: float = 0.0) -> float:
    """Return a total with what the first numbers weigh by these weights, one after the other."""
    return sum(map(operator.mul, evidence, weights), total)

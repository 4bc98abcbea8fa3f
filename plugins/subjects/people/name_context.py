"""What an article tells of a string that may be a name: how it recurs in it, and between what."""

from typing import NamedTuple

from plugins.subjects.tables.vocabulary import Vocabulary

#: Names recur within a story; a text of more characters is many.
READ = 20_000
#: A name of a place goes on so.
_PLACE_ENDS = frozenset("村县镇乡区市寨州街路湖")


class NameContext:
    """What names are weighed in: the article's whole text, and the vocabulary."""

    def __init__(self, article: str, vocabulary: Vocabulary) -> None:
        self.vocabulary = vocabulary
        self.article = article[:READ]
        self._recurrences: dict[str, Recurrence] = {}

    def find_all(self, name: str) -> "Recurrence":
        """Return how often a string stands in the article, and between what."""
        if name not in self._recurrences:
            self._recurrences[name] = _find_all(name, self.article)
        return self._recurrences[name]


class Recurrence(NamedTuple):
    """How often a string recurs in an article, as a place's name too, and between what."""

    times: int
    places: int
    before: frozenset[str]
    behind: frozenset[str]


def _find_all(name: str, article: str) -> Recurrence:
    before, behind = [], []
    at = article.find(name)
    while at >= 0:
        before.append(article[at - 1 : at] or "\n")
        behind.append(article[at + len(name) : at + len(name) + 1] or "\n")
        at = article.find(name, at + len(name))
    places = sum(map(_PLACE_ENDS.__contains__, behind))
    return Recurrence(len(before), places, frozenset(before), frozenset(behind))

"""Which articles belong beside an article: of its issue, of its words, and on like subjects.

The work is bounded: of each group and of each word only some articles are looked at.
"""

import math
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from heapq import nsmallest

from plugins.site.articles.article import Article
from plugins.site.articles.keywords import MOST_KEYWORDS
from plugins.site.groups.groups import Group
from plugins.site.groups.placement import Placement
from plugins.site.groups.repeats import fold_repeats

MOST_RELATED = 5
#: Of a large group only so many neighbours in the archive's order are looked at.
NEAREST = 40
#: What sharing a group of each kind counts, before it is divided by how common the group is.
WEIGHTS = {"village": 6.0, "person": 5.0, "town": 4.0, "topic": 3.0, "county": 2.0}
#: What sharing a word counts, for the most telling one; the last of them counts half.
WORD_WEIGHT = 3.0
#: A word of more articles than this tells them from few others.
MOST_SHARING = 200


@dataclass(frozen=True, eq=False, slots=True)
class Neighbours:
    """The articles before and after one in its issue, and those that are related to it.

    `repeats` are others with the same words.
    """

    before: Article | None
    after: Article | None
    related: tuple[Article, ...]
    repeats: tuple[Article, ...] = ()


def find_neighbours(
    placements: Mapping[Article, Placement], repeats: Mapping[Article, tuple[Article, ...]]
) -> dict[Article, Neighbours]:
    """Return the neighbours of all articles, which are in the archive's order.

    A shared group or word counts its weight divided by the logarithm of how many articles have it
    (the idea of inverse document frequency); ties go to the archive's order.
    """
    scoring = _Scoring(list(placements), list(placements.values()), _index_words(placements))
    before: dict[Article, Article] = {}
    after: dict[Article, Article] = {}
    for issue in dict.fromkeys(placement.issue for placement in placements.values()):
        for one, next_ in zip(issue.articles, issue.articles[1:], strict=False):
            after[one], before[next_] = next_, one
    return {
        article: Neighbours(
            before.get(article),
            after.get(article),
            scoring.find_related(place, repeats),
            tuple(other for other in repeats.get(article, ()) if other is not article),
        )
        for place, article in enumerate(placements)
    }


def _index_words(articles: Iterable[Article]) -> Mapping[str, list[int]]:
    """Return the places of the articles of each keyword, without words that many have."""
    index: defaultdict[str, list[int]] = defaultdict(list)
    for place, article in enumerate(articles):
        for word in article.keywords:
            index[word].append(place)
    return {word: holders for word, holders in index.items() if len(holders) <= MOST_SHARING}


@dataclass(frozen=True)
class _Scoring:
    """What finding related articles takes: all of them, their groups, the places of each word."""

    articles: Sequence[Article]
    placements: Sequence[Placement]
    words: Mapping[str, Sequence[int]]

    def find_related(
        self, place: int, repeats: Mapping[Article, tuple[Article, ...]]
    ) -> tuple[Article, ...]:
        """Return the articles most like the one at a place, each report once and not its own."""
        article = self.articles[place]
        sharing = (*self._list_groups(self.placements[place]), *self._list_words(article))
        scores: defaultdict[int, float] = defaultdict(float)
        for weight, holders in sharing:
            each = weight / math.log2(1 + len(holders))
            for other in _list_nearest(holders, place):
                scores[other] += each
        own = set(repeats.get(article, (article,)))
        best = nsmallest(4 * MOST_RELATED, ((-score, other) for other, score in scores.items()))
        likest = (self.articles[other] for _, other in best)
        others = [other for other in likest if other not in own]
        return tuple(one for one, _ in fold_repeats(others, repeats))[:MOST_RELATED]

    def _list_groups(self, placement: Placement) -> Iterator[tuple[float, Sequence[int]]]:
        for group in _list_shared(placement):
            yield WEIGHTS[group.kind.key], self._groups[group]

    @cached_property
    def _groups(self) -> Mapping[Group, Sequence[int]]:
        """The places of each group's articles, in their order."""
        groups: defaultdict[Group, list[int]] = defaultdict(list)
        for place, placement in enumerate(self.placements):
            for group in dict.fromkeys(_list_shared(placement)):
                groups[group].append(place)
        return groups

    def _list_words(self, article: Article) -> Iterator[tuple[float, Sequence[int]]]:
        for rank, word in enumerate(article.keywords):
            weight = WORD_WEIGHT * (1 - rank / (2 * MOST_KEYWORDS))
            if holders := self.words.get(word):
                yield weight, holders


def _list_nearest(holders: Sequence[int], place: int) -> Sequence[int]:
    """Return the places around one, in their order."""
    middle = bisect_left(holders, place)
    start = max(0, min(middle - NEAREST // 2, len(holders) - NEAREST))
    return holders[start : start + NEAREST]


def _list_shared(placement: Placement) -> Iterator[Group]:
    yield from (*placement.villages, *placement.people, *placement.towns)
    yield from (*placement.topics, *placement.counties)

"""Which articles belong beside an article: of its issue, of its words, and on like subjects.

The work is bounded: of each group and of each word only some articles are looked at.
"""

import math
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

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
    places = {article: place for place, article in enumerate(placements)}
    scoring = _Scoring(places, _index_words(placements))
    before: dict[Article, Article] = {}
    after: dict[Article, Article] = {}
    for issue in dict.fromkeys(placement.issue for placement in placements.values()):
        for one, next_ in zip(issue.articles, issue.articles[1:], strict=False):
            after[one], before[next_] = next_, one
    return {
        article: Neighbours(
            before.get(article),
            after.get(article),
            scoring.find_related(article, placement, repeats),
            tuple(other for other in repeats.get(article, ()) if other is not article),
        )
        for article, placement in placements.items()
    }


def _index_words(articles: Iterable[Article]) -> Mapping[str, list[Article]]:
    """Return the articles of each keyword, without words that many have."""
    index: defaultdict[str, list[Article]] = defaultdict(list)
    for article in articles:
        for word in article.keywords:
            index[word].append(article)
    return {word: holders for word, holders in index.items() if len(holders) <= MOST_SHARING}


@dataclass(frozen=True)
class _Scoring:
    """What finding related articles takes: their places, and which share a word."""

    places: Mapping[Article, int]
    words: Mapping[str, Sequence[Article]]

    def find_related(
        self,
        article: Article,
        placement: Placement,
        repeats: Mapping[Article, tuple[Article, ...]],
    ) -> tuple[Article, ...]:
        """Return the articles most like one, each report once and not the article's own."""
        scores: defaultdict[Article, float] = defaultdict(float)
        for weight, holders in (*self._list_groups(placement), *self._list_words(article)):
            each = weight / math.log2(1 + len(holders))
            for other in self._list_nearest(holders, self.places[article]):
                scores[other] += each
        own = set(repeats.get(article, (article,)))
        ranked = sorted(scores, key=lambda other: (-scores[other], self.places[other]))
        others = [other for other in ranked[: 4 * MOST_RELATED] if other not in own]
        return tuple(one for one, _ in fold_repeats(others, repeats))[:MOST_RELATED]

    def _list_groups(self, placement: Placement) -> Iterator[tuple[float, Sequence[Article]]]:
        for group in _list_shared(placement):
            yield WEIGHTS[group.kind.key], group.articles

    def _list_words(self, article: Article) -> Iterator[tuple[float, Sequence[Article]]]:
        for rank, word in enumerate(article.keywords):
            weight = WORD_WEIGHT * (1 - rank / (2 * MOST_KEYWORDS))
            if holders := self.words.get(word):
                yield weight, holders

    def _list_nearest(self, holders: Sequence[Article], place: int) -> Sequence[Article]:
        """Return the articles around a place of the archive, in its order."""
        middle = bisect_left(holders, place, key=self.places.__getitem__)
        start = max(0, min(middle - NEAREST // 2, len(holders) - NEAREST))
        return holders[start : start + NEAREST]


def _list_shared(placement: Placement) -> Iterator[Group]:
    yield from (*placement.villages, *placement.people, *placement.towns)
    yield from (*placement.topics, *placement.counties)

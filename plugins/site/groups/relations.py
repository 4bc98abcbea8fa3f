"""Which articles belong beside an article: of its issue, of its words, and on like subjects.

The work is bounded: of each group and of each word only some articles are looked at.
"""

import math
from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple, TypeVar

import numpy as np
from numpy.typing import NDArray

from plugins.site.articles.article import Article
from plugins.site.articles.issues import article_order
from plugins.site.articles.keywords import MOST_KEYWORDS
from plugins.site.groups.groups import Group
from plugins.site.groups.placement import Placement
from plugins.site.groups.repeats import fold_repeats
from plugins.system.digests import DIGEST_BYTES, digest
from plugins.system.memo import Memo

#: Numbers of articles in the archive's order.
Places = NDArray[np.int64]
#: What stands for a word of too many articles.
_COMMON = bytes(DIGEST_BYTES)
Shared = TypeVar("Shared", bound=Hashable)
MOST_RELATED = 5
#: Of a large group only so many neighbours in the archive's order are looked at.
NEAREST = 40
#: What sharing a group of each kind counts, before it is divided by how common the group is.
WEIGHTS = {"village": 6.0, "person": 5.0, "town": 4.0, "topic": 3.0, "county": 2.0}
#: What sharing a word counts, for the most telling one; the last of them counts half.
WORD_WEIGHT = 3.0
#: A word of more articles than this counts nothing.
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
    placements: Mapping[Article, Placement],
    repeats: Mapping[Article, tuple[Article, ...]],
    memo: Memo,
) -> dict[Article, Neighbours]:
    """Return the neighbours of all articles, which are in the archive's order.

    A shared group or word counts its weight divided by the logarithm of how many articles have it
    (the idea of inverse document frequency); ties go to the archive's order. `memo` knows related
    articles for as long as those that share anything with one are the same.
    """
    before: dict[Article, Article] = {}
    after: dict[Article, Article] = {}
    for issue in dict.fromkeys(placement.issue for placement in placements.values()):
        for one, next_ in zip(issue.articles, issue.articles[1:], strict=False):
            after[one], before[next_] = next_, one
    scoring = _Scoring(list(placements), list(placements.values()), repeats)
    keys = [scoring.name_related(place) for place in range(len(placements))]
    named = {article.slug: article for article in placements}
    return {
        article: Neighbours(
            before.get(article),
            after.get(article),
            tuple(named[slug] for slug in related.decode().split()),
            tuple(other for other in repeats.get(article, ()) if other is not article),
        )
        for article, related in zip(
            placements, memo.make_all(keys, scoring.write_related), strict=True
        )
    }


@dataclass(frozen=True)
class _Scoring:
    """What finding related articles takes: all of them, their groups, and which are the same."""

    articles: Sequence[Article]
    placements: Sequence[Placement]
    repeats: Mapping[Article, tuple[Article, ...]]

    def name_related(self, place: int) -> bytes:
        """Return what decides the articles related to one: who shares what kind with it."""
        article, own = self.articles[place], _list_shared(self.placements[place])
        groups = b"".join(self._groups[group].name for group in own)
        words = (self._words[word] for word in article.keywords)
        # Names are as long as each other: joined, they are told apart.
        names = b"".join(w.name if len(w.places) <= MOST_SHARING else _COMMON for w in words)
        return digest(article.slug.encode(), self._repeats_name, groups, names)

    def write_related(self, places: Iterable[int]) -> Iterator[bytes]:
        """Yield the slugs of the articles related to each of these."""
        for place in places:
            yield " ".join(article.slug for article in self._find_related(place)).encode()

    def _find_related(self, place: int) -> Sequence[Article]:
        """Return the articles most like the one at a place, each report once and not its own."""
        article = self.articles[place]
        sharing = [*self._list_groups(self.placements[place]), *self._list_words(article)]
        own = set(self.repeats.get(article, (article,)))
        likest = (self.articles[other] for other in _rank_sharing(sharing, place))
        others = [other for other in likest if other not in own]
        return [one for one, _ in fold_repeats(others, self.repeats)][:MOST_RELATED]

    @cached_property
    def _repeats_name(self) -> bytes:
        told = (" ".join(one.slug for one in same).encode() for same in self.repeats.values())
        return digest(*told)

    def _list_groups(self, placement: Placement) -> Iterator[tuple[float, Places]]:
        for group in _list_shared(placement):
            yield WEIGHTS[group.kind.key], self._groups[group].places

    @cached_property
    def _groups(self) -> Mapping[Group, "_Holders"]:
        named = self._index(map(_list_shared, self.placements))
        return {
            group: holders._replace(name=digest(group.kind.key.encode(), holders.name))
            for group, holders in named.items()
        }

    def _list_words(self, article: Article) -> Iterator[tuple[float, Places]]:
        for rank, word in enumerate(article.keywords):
            places = self._words[word].places
            # A word that many have tells them from few others.
            if len(places) <= MOST_SHARING:
                yield WORD_WEIGHT * (1 - rank / (2 * MOST_KEYWORDS)), places

    @cached_property
    def _words(self) -> Mapping[str, "_Holders"]:
        return self._index(article.keywords for article in self.articles)

    def _index(self, lists: Iterable[Iterable[Shared]]) -> Mapping[Shared, "_Holders"]:
        """Return who holds each of what the articles' lists hold."""
        index: defaultdict[Shared, list[int]] = defaultdict(list)
        for place, shared in enumerate(lists):
            for one in dict.fromkeys(shared):
                index[one].append(place)
        return {
            one: _Holders(np.array(places), digest(b"".join(map(self._names.__getitem__, places))))
            for one, places in index.items()
        }

    @cached_property
    def _names(self) -> Sequence[bytes]:
        """What stands for each article, and for where it stands among any others."""
        orders = (repr(article_order(article.source)) for article in self.articles)
        return [digest(order.encode("utf-8", "surrogatepass")) for order in orders]


class _Holders(NamedTuple):
    """The places of articles that share something, and the digest of which they are."""

    places: Places
    name: bytes


def _rank_sharing(sharing: Sequence[tuple[float, Places]], place: int) -> list[int]:
    """Return the places that share most with one, by the weights of what they share."""
    if not sharing:
        return []
    nearest = [_list_nearest(holders, place) for _, holders in sharing]
    weights = [weight / math.log2(1 + len(holders)) for weight, holders in sharing]
    each = np.repeat(weights, list(map(len, nearest)))
    scores = np.bincount(np.concatenate(nearest), each)
    fewest = min(4 * MOST_RELATED, len(scores))
    least = np.partition(scores, -fewest)[-fewest]
    best = np.flatnonzero((scores >= least) & (scores > 0))
    ranked: list[int] = best[np.argsort(-scores[best], kind="stable")][:fewest].tolist()
    return ranked


def _list_nearest(holders: Places, place: int) -> Places:
    """Return the places around one, in their order."""
    middle = int(holders.searchsorted(place))
    start = max(0, min(middle - NEAREST // 2, len(holders) - NEAREST))
    return holders[start : start + NEAREST]


def _list_shared(placement: Placement) -> Iterator[Group]:
    yield from (*placement.villages, *placement.people, *placement.towns)
    yield from (*placement.topics, *placement.counties)

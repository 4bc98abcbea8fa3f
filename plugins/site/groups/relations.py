"""Which articles belong beside an article: those of its issue, and those on like subjects."""

import math
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from plugins.site.articles.article import Article
from plugins.site.groups.groups import Group
from plugins.site.groups.placement import Placement

MOST_RELATED = 5
#: Of a large group only so many neighbours in the archive's order are looked at.
NEAREST = 40
#: What sharing a group of each kind counts, before it is divided by how common the group is.
WEIGHTS = {"village": 6.0, "person": 5.0, "town": 4.0, "topic": 3.0, "county": 2.0}


@dataclass(frozen=True, eq=False, slots=True)
class Neighbours:
    """The articles before and after one in its issue, and those that are related to it."""

    before: Article | None
    after: Article | None
    related: tuple[Article, ...]


def find_neighbours(placements: Mapping[Article, Placement]) -> dict[Article, Neighbours]:
    """Return the neighbours of all articles, which are in the archive's order.

    A shared group counts its weight divided by the logarithm of the group's size (the idea of
    inverse document frequency); ties go to the archive's order.
    """
    places = {article: place for place, article in enumerate(placements)}
    before: dict[Article, Article] = {}
    after: dict[Article, Article] = {}
    for issue in dict.fromkeys(placement.issue for placement in placements.values()):
        for one, next_ in zip(issue.articles, issue.articles[1:], strict=False):
            after[one], before[next_] = next_, one
    return {
        article: Neighbours(
            before.get(article), after.get(article), _find_related(article, placement, places)
        )
        for article, placement in placements.items()
    }


def _find_related(
    article: Article, placement: Placement, places: Mapping[Article, int]
) -> tuple[Article, ...]:
    scores: defaultdict[Article, float] = defaultdict(float)
    for group in _list_shared(placement):
        weight = WEIGHTS[group.kind.key] / math.log2(1 + group.count)
        for other in _list_nearest(group, places[article], places):
            if other is not article:
                scores[other] += weight
    ranked = sorted(scores, key=lambda other: (-scores[other], places[other]))
    return tuple(ranked[:MOST_RELATED])


def _list_shared(placement: Placement) -> Iterator[Group]:
    yield from (*placement.villages, *placement.people, *placement.towns)
    yield from (*placement.topics, *placement.counties)


def _list_nearest(group: Group, place: int, places: Mapping[Article, int]) -> Sequence[Article]:
    """Return the group's articles around a place of the archive, in its order."""
    middle = bisect_left(group.articles, place, key=places.__getitem__)
    start = max(0, min(middle - NEAREST // 2, group.count - NEAREST))
    return group.articles[start : start + NEAREST]

"""Reports that were printed twice: articles of which most sentences are the same."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from plugins.site.articles.article import Article
from plugins.site.articles.keywords import SAID

#: A sentence of more articles than this is a formula, and tells nothing.
MOST_SHARING = 20
#: Two articles are one report when so much of the shorter one stands in the other.
SAME_SHARE = 0.7


def find_repeats(articles: Sequence[Article]) -> Mapping[Article, tuple[Article, ...]]:
    """Return for each article that was printed twice all of its kind, in the articles' order.

    Only articles that share a sentence are compared, by an index of sentences, so that the work
    grows with the archive and not with its square.
    """
    said = [np.frombuffer(article.said, dtype=SAID) for article in articles]
    sizes = [int(sentences["length"].sum()) for sentences in said]
    kin = list(range(len(articles)))
    for (one, other), shared in _count_shared(_list_holders(said)).items():
        if shared >= SAME_SHARE * min(sizes[one], sizes[other]):
            _join(kin, one, other)
    groups: defaultdict[int, list[Article]] = defaultdict(list)
    for place, article in enumerate(articles):
        groups[_find_first(kin, place)].append(article)
    repeated = (group for group in groups.values() if len(group) > 1)
    return {article: tuple(group) for group in repeated for article in group}


def fold_repeats(
    articles: Sequence[Article], repeats: Mapping[Article, tuple[Article, ...]]
) -> Iterator[tuple[Article, list[Article]]]:
    """Yield a list's articles, each report once, with the list's others of the same words."""
    listed = set(articles)
    told: set[Article] = set()
    for article in articles:
        if article not in told:
            same = [other for other in repeats.get(article, ()) if other in listed]
            told.update(same)
            yield article, [other for other in same if other is not article]


def name_printing(article: Article, others: Sequence[Article]) -> str:
    """Return the day of one printing among all of a report; where others share it, what tells it.

    That is its page, or where that is not known its title.
    """
    page = article.source.front.page
    if sum(one.date_label == article.date_label for one in others) == 1:
        return article.date_label
    return f"{article.date_label}第{page}版" if page else f"《{article.title}》"


def _list_holders(said: Sequence[NDArray[np.void]]) -> Iterator[tuple[int, list[int]]]:
    """Yield the length of each sentence that some articles share, and their numbers."""
    if not said:
        return
    sentences = np.concatenate(said)
    holders = np.repeat(np.arange(len(said)), list(map(len, said)))
    order = np.argsort(sentences["sentence"], kind="stable")
    ordered, places = sentences[order], holders[order]
    _, starts, counts = np.unique(ordered["sentence"], return_index=True, return_counts=True)
    told = (counts > 1) & (counts <= MOST_SHARING)
    for start, count in zip(starts[told].tolist(), counts[told].tolist(), strict=True):
        yield int(ordered["length"][start]), places[start : start + count].tolist()


def _count_shared(holders: Iterable[tuple[int, Sequence[int]]]) -> Counter[tuple[int, int]]:
    """Count the characters of the sentences that each two articles share."""
    shared: Counter[tuple[int, int]] = Counter()
    for length, places in holders:
        for at, one in enumerate(places):
            for other in places[at + 1 :]:
                shared[one, other] += length
    return shared


def _find_first(kin: list[int], place: int) -> int:
    while kin[place] != place:
        place = kin[place]
    return place


def _join(kin: list[int], one: int, other: int) -> None:
    first, second = sorted((_find_first(kin, one), _find_first(kin, other)))
    kin[second] = first

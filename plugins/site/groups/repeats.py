"""Reports that were printed twice: articles of which most sentences are the same."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from plugins.chinese.punctuation import widen
from plugins.privacy.excerpts import SENTENCE
from plugins.site.articles.article import Article

#: A shorter sentence may stand in any two articles.
SHORTEST = 12
#: A sentence of more articles than this is a formula, and tells nothing.
MOST_SHARING = 20
#: Two articles are one report when so much of the shorter one stands in the other.
SAME_SHARE = 0.7
#: Articles are compared by what they say and not by marks and blanks.
_UNSAID = re.compile(r"[\W_]+")


def find_repeats(articles: Sequence[Article]) -> Mapping[Article, tuple[Article, ...]]:
    """Return for each article that was printed twice all of its kind, in the articles' order.

    Only articles that share a sentence are compared, by an index of sentences, so that the work
    grows with the archive and not with its square.
    """
    said = [set(_list_sentences(article)) for article in articles]
    holders: defaultdict[str, list[int]] = defaultdict(list)
    for place, sentences in enumerate(said):
        for sentence in sorted(sentences):
            holders[sentence].append(place)
    sizes = [sum(map(len, sentences)) for sentences in said]
    kin = list(range(len(articles)))
    for (one, other), shared in _count_shared(holders).items():
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


def _list_sentences(article: Article) -> Iterator[str]:
    for block in article.source.blocks:
        for sentence in SENTENCE.findall(widen(block.text)):
            said = _UNSAID.sub("", sentence)
            if len(said) >= SHORTEST:
                yield said


def _count_shared(holders: Mapping[str, Sequence[int]]) -> Counter[tuple[int, int]]:
    """Count the characters of the sentences that each two articles share."""
    shared: Counter[tuple[int, int]] = Counter()
    for sentence, places in holders.items():
        if len(places) <= MOST_SHARING:
            for at, one in enumerate(places):
                for other in places[at + 1 :]:
                    shared[one, other] += len(sentence)
    return shared


def _find_first(kin: list[int], place: int) -> int:
    while kin[place] != place:
        place = kin[place]
    return place


def _join(kin: list[int], one: int, other: int) -> None:
    first, second = sorted((_find_first(kin, one), _find_first(kin, other)))
    kin[second] = first

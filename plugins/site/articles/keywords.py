"""The words that an article is about, by which others like it are found."""

import math
from collections import Counter
from collections.abc import Collection, Iterable

from plugins.content.sources import Source
from plugins.subjects.tables.words import Words

#: So many words tell what an article is about.
MOST_KEYWORDS = 16
#: A newspaper article says at its beginning what it is about.
CHARACTERS_READ = 800
#: A word of the title counts like so many of the body.
TITLE_WEIGHT = 4
#: Parts of speech that tell of things and deeds (jieba's tags), and those that tell of anyone.
_TELLING = ("n", "vn", "l", "j", "place")
_UNTELLING = ("nr", "nrt", "nrfg")
#: Words in jieba's corpus, about; a word of frequency f weighs log(_CORPUS / f).
_CORPUS = 60_000_000


def choose_keywords(source: Source, words: Words, hidden: Collection[str]) -> tuple[str, ...]:
    """Return an article's most telling words, the most telling first.

    A word weighs its occurrences times the logarithm of its rarity in general Chinese (tf-idf
    with jieba's dictionary for the corpus), so that an article's keywords are its own affair.
    No name among `hidden` is one.
    """
    counts: Counter[str] = Counter()
    for text, weight in _list_texts(source):
        for word, times in Counter(words.cut(text)).items():
            if len(word) > 1 and word not in hidden and _is_telling(words.tag(word)):
                counts[word] += times * weight
    ranked = sorted(counts, key=lambda word: (-counts[word] * _rarity(word, words), word))
    return tuple(ranked[:MOST_KEYWORDS])


def _list_texts(source: Source) -> Iterable[tuple[str, int]]:
    yield source.front.title, TITLE_WEIGHT
    yield source.front.subtitle or "", TITLE_WEIGHT
    yield "\n".join(block.text for block in source.blocks)[:CHARACTERS_READ], 1


def _is_telling(tag: str) -> bool:
    return tag.startswith(_TELLING) and tag not in _UNTELLING


def _rarity(word: str, words: Words) -> float:
    return math.log(_CORPUS / max(1, words.frequency(word)))

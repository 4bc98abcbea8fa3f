"""What an article is about and says: words by which others like it are found, and sentences."""

import math
from collections import Counter
from collections.abc import Collection, Iterable

import numpy as np

from plugins.chinese.expressions import compile_late
from plugins.chinese.punctuation import widen
from plugins.content.sources import Source
from plugins.model import Block
from plugins.privacy.excerpts import SENTENCE
from plugins.subjects.tables.words import Words
from plugins.system.digests import digest

#: So many words tell what an article is about.
MOST_KEYWORDS = 16
#: A newspaper article says at its beginning what it is about.
CHARACTERS_READ = 800
#: A word of the title counts like so many of the body.
TITLE_WEIGHT = 4
#: Parts of speech that tell of things and deeds (jieba's tags), and those that tell of anyone.
_TELLING = ("n", "vn", "l", "j", "place")
_UNTELLING = ("nr", "nrt", "nrfg")
#: A sentence is known by the beginning of its digest, and how many characters it has.
SAID = np.dtype([("sentence", "<u8"), ("length", "<u4")])
_SENTENCE_BYTES = 8
#: A shorter sentence may stand in any two articles.
SHORTEST = 12
#: Articles are compared by what they say and not by marks and blanks.
_UNSAID = compile_late(r"[\W_]+")
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


def list_said(blocks: Iterable[Block]) -> bytes:
    """Return the article's sentences of some length, each once, as SAID describes them."""
    said = {
        words
        for block in blocks
        for sentence in SENTENCE.findall(widen(block.text))
        if len(words := _UNSAID.sub("", sentence)) >= SHORTEST
    }
    pairs = sorted((_name_sentence(words), len(words)) for words in said)
    return np.array(pairs, dtype=SAID).tobytes()


def _name_sentence(words: str) -> int:
    name = digest(words.encode("utf-8", "surrogatepass"))
    return int.from_bytes(name[:_SENTENCE_BYTES], "big")


def _list_texts(source: Source) -> Iterable[tuple[str, int]]:
    yield source.front.title, TITLE_WEIGHT
    yield source.front.subtitle or "", TITLE_WEIGHT
    yield "\n".join(block.text for block in source.blocks)[:CHARACTERS_READ], 1


def _is_telling(tag: str) -> bool:
    return tag.startswith(_TELLING) and tag not in _UNTELLING


def _rarity(word: str, words: Words) -> float:
    return math.log(_CORPUS / max(1, words.frequency(word)))

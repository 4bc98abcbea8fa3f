"""Sounds: the archive's names and words by how they are read, in shards by syllable.

Here a reader's browser looks up what sounds like what was typed, or is but one character off
(shard_format.py). Of words only those of general Chinese are listed that are nobody's name.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from plugins.chinese.expressions import compile_late
from plugins.chinese.name_readings import read_text
from plugins.chinese.words.dictionary import load_dictionary
from plugins.search.codes.shard_format import NAME_SHARD_BYTES
from plugins.search.codes.unordered import encode_json, pack_json
from plugins.search.corpus.folding import fold_all
from plugins.search.names.known_readings import read_all, recall_lines
from plugins.system.digests import digest
from plugins.system.memo import Memo

#: What has a name; a shard gives each as its number, 0 being a word.
KINDS = ("county", "topic", "town", "person", "village", "author", "date")
_HAN = range(0x3400, 0xA000)
_SPOKEN = compile_late("[\u3400-\u9fff]{2,8}")
#: jieba's parts of speech that are people's names.
_NAME_TAGS = ("nr", "nrt", "nrfg")


def pack_sounds(
    names: Mapping[str, Sequence[str]],
    vocabulary: Mapping[str, int],
    usual: Mapping[str, str],
    memo: Memo,
) -> list[bytes]:
    """Return the content, without checksum, of each shard of sounds: one at least.

    `names` are by kind, the commonest first; `vocabulary` are words with their counts; `usual` is
    how characters are read by themselves; `memo` knows what is told of words.
    """
    sounding: dict[str, list[list[str]]] = defaultdict(lambda: [[], []])
    for text, written, reading in _list_entries(names, vocabulary, usual, memo):
        # A surname is also looked for by how its character is mostly read.
        for syllable in dict.fromkeys((reading[0], usual.get(text[0], reading[0]))):
            sounding[syllable][0].append(written)
        if len(text) > 2:
            # A wrong first character: the word is found by its second.
            sounding[reading[1]][1].append(written)
    return pack_json(sounding, NAME_SHARD_BYTES)


def _list_entries(
    names: Mapping[str, Sequence[str]],
    vocabulary: Mapping[str, int],
    usual: Mapping[str, str],
    memo: Memo,
) -> Iterator[tuple[str, str, list[str]]]:
    """Yield each text once, folded, as it is written in a shard, and its reading."""
    kinds: dict[str, str] = {}
    listed = list(_list_texts(names, vocabulary, memo))
    for (kind, _), folded in zip(listed, fold_all([text for _, text in listed]), strict=True):
        if _SPOKEN.fullmatch(folded):
            kinds.setdefault(folded, kind)
    named = [(kind, folded) for folded, kind in kinds.items()]
    for (kind, folded), reading in zip(named, read_all(named, memo), strict=True):
        if len(reading) == len(folded):
            number = KINDS.index(kind) + 1 if kind else 0
            told = "" if reading == [usual.get(c) for c in folded] else " " + " ".join(reading)
            yield folded, f"{number}{folded}{told}", reading


def _list_texts(
    names: Mapping[str, Sequence[str]], vocabulary: Mapping[str, int], memo: Memo
) -> Iterator[tuple[str, str]]:
    for kind in KINDS:
        yield from ((kind, name) for name in names.get(kind, ()))
    tags = recall_lines(b"tags", vocabulary, _tell_tag, memo)
    words = (word for word in vocabulary if tags[word] not in _NAME_TAGS)
    yield from (("", word) for word in sorted(words, key=lambda w: (-vocabulary[w], w)))


def _tell_tag(word: str) -> str:
    return load_dictionary().tags.get(word, _NAME_TAGS[0])


def recall_characters(characters: Sequence[str], memo: Memo) -> dict[str, str]:
    """Do as read_characters does, of an alphabet that seldom changes."""
    key = digest(b"characters", "".join(characters).encode("utf-8", "surrogatepass"))
    content = memo.make_all([key], lambda _: [encode_json(read_characters(characters))])[0]
    known: dict[str, str] = json.loads(content)
    return known


def read_characters(characters: Iterable[str]) -> dict[str, str]:
    """Return how Chinese characters are read by themselves."""
    return {c: read_text(c)[0] for c in characters if ord(c) in _HAN}

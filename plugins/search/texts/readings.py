"""Readings: how else the archive's words may be typed, in pinyin or in traditional characters.

Pinyin comes from pypinyin (MIT), simplified forms from OpenCC's tables (Apache-2.0); only what
concerns characters of the archive is written.
"""

import json
from collections.abc import Iterable, Sequence

from pypinyin import lazy_pinyin

from plugins.chinese.simplified import list_simplified
from plugins.search.corpus.documents import SearchDocument
from plugins.search.texts.lexicon import Lexicon
from plugins.system.kept_files import digest
from plugins.system.memo import Memo

_HAN = range(0x3400, 0xA000)
#: What is suggested, and the documents' members that it comes from.
SUGGESTED_KINDS = ("county", "topic", "town", "person")
#: Names of a kind beyond the commonest are too many to send; they are found as text.
MOST_NAMES = 400


def collect_names(documents: Sequence[SearchDocument]) -> dict[str, list[str]]:
    """Return the names to suggest by kind, the commonest first, then by name, MOST_NAMES each.

    People are the public ones: nobody else is in SearchDocument.people.
    """
    names: dict[str, dict[str, int]] = {kind: {} for kind in SUGGESTED_KINDS}
    for document in documents:
        values = (document.counties, document.topics, document.towns, document.people)
        for kind, found in zip(SUGGESTED_KINDS, values, strict=True):
            for name in found:
                names[kind][name] = names[kind].get(name, 0) + 1
    return {
        kind: sorted(counts, key=lambda name: (-counts[name], name))[:MOST_NAMES]
        for kind, counts in names.items()
    }


def make_pinyin(lexicon: Lexicon, names: dict[str, list[str]], memo: Memo) -> bytes:
    """Return the pinyin file's bytes."""
    key = digest(repr((lexicon.alphabet, lexicon.words, names)).encode("utf-8", "surrogatepass"))

    def make(_: list[int]) -> list[bytes]:
        return [dump_readings(describe_pinyin(lexicon.alphabet, lexicon.words, names))]

    return memo.make_all([key], make)[0]


def describe_pinyin(
    alphabet: str, words: Iterable[str], names: dict[str, list[str]]
) -> dict[str, object]:
    """Return the syllables' characters, the words that read otherwise, and the names."""
    syllables: dict[str, list[str]] = {}
    usual = {}
    for character in alphabet:
        if ord(character) in _HAN:
            usual[character] = lazy_pinyin(character)[0]
            syllables.setdefault(usual[character], []).append(character)
    spoken = {*words, *(name for values in names.values() for name in values)}
    special = {}
    for word in sorted(spoken):
        reading = lazy_pinyin(word)
        if len(reading) == len(word) and reading != [usual.get(c, c) for c in word]:
            special[word] = " ".join(reading)
    characters = {syllable: "".join(syllables[syllable]) for syllable in sorted(syllables)}
    return {"characters": characters, "words": special, "names": names}


def simplify_characters(alphabet: str) -> tuple[str, str]:
    """Return pairs of a traditional character and its simplified form in the alphabet.

    The second value is the traditional characters that the archive itself prints, sorted.
    """
    present = set(alphabet)
    useful = [(old, new) for old, new in list_simplified() if new in present]
    printed = "".join(sorted(old for old, _ in useful if old in present))
    return "".join(old + new for old, new in useful), printed


def dump_readings(members: object) -> bytes:
    """Return a readings file's bytes."""
    return json.dumps(members, ensure_ascii=False, separators=(",", ":")).encode()

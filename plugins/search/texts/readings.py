"""Readings: how else the archive's words may be typed, in pinyin or in traditional characters.

Pinyin comes from pypinyin (MIT), simplified forms from OpenCC's tables (Apache-2.0).
"""

from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from plugins.chinese.simplified import list_simplified
from plugins.chinese.words.dictionary import load_dictionary
from plugins.search.codes.unordered import encode_json
from plugins.search.corpus.documents import SearchDocument
from plugins.search.corpus.folding import fold_all, fold_text
from plugins.search.names.known_readings import read_named
from plugins.search.names.sounds import KINDS, read_characters
from plugins.search.texts.lexicon import Lexicon
from plugins.system.digests import digest
from plugins.system.memo import Memo

#: Names of a kind beyond the commonest are too many to send; they are found as text.
MOST_NAMES = 400
#: Characters that a query may have besides the archive's own: those of Unicode's first block that
#: jieba's dictionary counts.
_COMMON = range(0x4E00, 0x9FA6)


def collect_names(documents: Sequence[SearchDocument]) -> dict[str, list[str]]:
    """Return all names by kind, the commonest first, then by name; months the newest first.

    People are the public ones: nobody else is in SearchDocument.people.
    """
    names: dict[str, dict[str, int]] = {kind: {} for kind in KINDS}
    for document in documents:
        month = (f"{document.date.year}年{document.date.month}月",) if document.date else ()
        values = (
            *(document.counties, document.topics, document.towns, document.people),
            *(document.villages, document.authors, month),
        )
        for kind, found in zip(KINDS, values, strict=True):
            for name in found:
                names[kind][name] = names[kind].get(name, 0) + 1
    months = list(names.pop("date"))
    ranked = {
        kind: sorted(counts, key=lambda name: (-counts[name], name))
        for kind, counts in names.items()
    }
    return ranked | {"date": months}


def make_pinyin(
    lexicon: Lexicon, names: Mapping[str, Sequence[str]], usual: Mapping[str, str], memo: Memo
) -> bytes:
    """Return the pinyin file's bytes; `usual` is how characters are read by themselves."""
    few = {kind: list(values[:MOST_NAMES]) for kind, values in names.items()}
    key = digest(repr((lexicon.alphabet, lexicon.words, few)).encode("utf-8", "surrogatepass"))

    def make(_: list[int]) -> list[bytes]:
        return [encode_json(describe_pinyin(lexicon.words, few, usual))]

    return memo.make_all([key], make)[0]


def describe_pinyin(
    words: Iterable[str], names: Mapping[str, Sequence[str]], usual: Mapping[str, str]
) -> dict[str, object]:
    """Return the syllables' characters, what is read otherwise, and the names."""
    spoken = [(kind, name) for kind, values in names.items() for name in values]
    special = {}
    for kind, text in [*(("", word) for word in sorted(set(words))), *spoken]:
        folded = fold_text(text)
        reading = read_named(kind, folded)
        if len(reading) == len(folded) and reading != [usual.get(c, c) for c in folded]:
            special[text] = " ".join(reading)
    return {"characters": group_characters(usual), "words": special, "names": names}


def group_characters(usual: Mapping[str, str]) -> dict[str, str]:
    """Return the characters of each syllable."""
    syllables: dict[str, list[str]] = {}
    for character in sorted(usual):
        syllables.setdefault(usual[character], []).append(character)
    return {syllable: "".join(syllables[syllable]) for syllable in sorted(syllables)}


def make_rare(alphabet: str, memo: Memo) -> bytes:
    """Return the bytes of the file of characters that the archive lacks but a query may have."""
    key = digest(b"rare", alphabet.encode("utf-8", "surrogatepass"))
    return memo.make_all([key], lambda _: [encode_json(_describe_rare(alphabet))])[0]


def _describe_rare(alphabet: str) -> dict[str, str]:
    present = set(fold_text(alphabet))
    return group_characters({c: read for c, read in _read_common().items() if c not in present})


@cache
def _read_common() -> Mapping[str, str]:
    """Read the simplified characters that any query may have, whatever the archive."""
    traditional = {old for old, _ in list_simplified()}
    known = load_dictionary().frequencies
    common = {chr(code) for code in _COMMON if known.get(chr(code))}
    return read_characters(common - traditional)


def simplify_characters(alphabet: str) -> tuple[str, str]:
    """Return pairs of a traditional character and its simplified form.

    The first are those that the archive itself prints, the second those that a query may have.
    """
    present, pairs = set(alphabet), _pair_characters()
    printed = "".join(old + new for old, new in pairs if old in present)
    return printed, "".join(old + new for old, new in pairs if old not in present)


@cache
def _pair_characters() -> tuple[tuple[str, str], ...]:
    """All pairs, which are the same for every archive and take a third of a small one's build."""
    traditional = [old for old, _ in list_simplified()]
    pairs = zip(traditional, fold_all(traditional), strict=True)
    return tuple((old, new) for old, new in pairs if len(new) == 1)

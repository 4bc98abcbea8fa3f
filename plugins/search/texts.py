"""Text shards: the articles' own text, a few a file; name shards: their addresses and titles."""

from collections.abc import Iterator, Sequence

import numpy as np

from plugins.search.bits import Codes, pack_codes
from plugins.search.documents import SearchDocument
from plugins.search.huffman import assign_codes
from plugins.search.lexicon import SymbolText
from plugins.search.shard_format import (
    FIELD_END,
    NAME_SHARD_DOCUMENTS,
    TEXT_SHARD_CHARACTERS,
)


def common_affixes(urls: Sequence[str]) -> tuple[str, str]:
    """Return what all addresses begin and end with, which the shards leave out.

    The beginning ends with a slash, the end begins with a dot, and they do not overlap.
    """
    first, last = min(urls, default=""), max(urls, default="")
    shared = 0
    while shared < min(len(first), len(last)) and first[shared] == last[shared]:
        shared += 1
    prefix = first[: first.rfind("/", 0, shared) + 1]
    dot = first.rfind(".")
    suffix = first[dot:] if dot >= len(prefix) else ""
    return prefix, suffix if all(url.endswith(suffix) for url in urls) else ""


def write_head(document: SearchDocument, affixes: tuple[str, str]) -> str:
    """Return the fields of a document that stand before its text: address and date."""
    prefix, suffix = affixes
    address = document.url[len(prefix) : len(document.url) - len(suffix)]
    date = document.date.strftime("%Y%m%d") if document.date else document.date_label
    return f"{address}{FIELD_END}{date}{FIELD_END}"


def group_documents(characters: Sequence[int], target: int = TEXT_SHARD_CHARACTERS) -> list[int]:
    """Part documents of so many characters, in order, into shards; return documents a shard."""
    groups: list[int] = []
    room = 0
    for size in characters:
        if room < size:
            groups.append(0)
            room = target
        groups[-1] += 1
        room -= size
    return groups


def pack_texts(text: SymbolText, heads: Sequence[str], groups: Sequence[int]) -> Iterator[bytes]:
    """Yield the content, without checksum, of each text shard."""
    return _pack_documents(text, heads, groups, 3)


def pack_names(text: SymbolText, heads: Sequence[str]) -> Iterator[bytes]:
    """Yield the content, without checksum, of each name shard."""
    full, rest = divmod(len(heads), NAME_SHARD_DOCUMENTS)
    groups = [NAME_SHARD_DOCUMENTS] * full + [rest] * (rest > 0)
    return _pack_documents(text, heads, groups, 1)


def _pack_documents(
    text: SymbolText, heads: Sequence[str], groups: Sequence[int], fields: int
) -> Iterator[bytes]:
    codes = assign_codes(text.lexicon.lengths)
    numbers = {character: number for number, character in enumerate(text.lexicon.alphabet)}
    ends = text.ends.tolist()
    document = 0
    for group in groups:
        parts = []
        for number in range(document, document + group):
            start = ends[3 * number - 1] if number else 0
            parts.append(np.array([numbers[character] for character in heads[number]]))
            parts.append(text.symbols[start : ends[3 * number + fields - 1]])
        symbols = np.concatenate(parts)
        yield pack_codes(Codes(codes.values[symbols], codes.lengths[symbols]))
        document += group

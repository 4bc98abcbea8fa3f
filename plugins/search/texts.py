"""Text shards: the articles' own text, a few a file; name shards: their addresses and titles."""

from collections.abc import Iterator, Sequence
from itertools import islice

import numpy as np

from plugins.search.bits import Codes, chain_codes, pack_codes
from plugins.search.documents import SearchDocument
from plugins.search.huffman import assign_codes
from plugins.search.lexicon import SymbolText
from plugins.search.shard_format import FIELD_END, NAME_SHARD_DOCUMENTS, TEXT_SHARD_TERMS


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


def group_documents(terms: Sequence[int], target: int = TEXT_SHARD_TERMS) -> list[int]:
    """Part documents of so many terms in their bodies, in order; return documents a shard.

    The browser does the same (document_table.js): it knows every body's terms.
    """
    groups: list[int] = []
    room = 0
    for count in terms:
        weight = count + 1
        if room < weight:
            groups.append(0)
            room = target
        groups[-1] += 1
        room -= weight
    return groups


def pack_texts(text: SymbolText, heads: Sequence[str], groups: Sequence[int]) -> Iterator[bytes]:
    """Yield the content, without checksum, of each text shard."""
    documents = _write_documents(text, heads, 3)
    for group in groups:
        yield pack_codes(chain_codes(*islice(documents, group)))


def pack_names(text: SymbolText, heads: Sequence[str]) -> Iterator[bytes]:
    """Yield the content, without checksum, of each name shard."""
    documents = _write_documents(text, heads, 1)
    while group := list(islice(documents, NAME_SHARD_DOCUMENTS)):
        yield pack_codes(chain_codes(*group))


def _write_documents(text: SymbolText, heads: Sequence[str], fields: int) -> Iterator[Codes]:
    codes = assign_codes(text.lexicon.lengths)
    numbers = {character: number for number, character in enumerate(text.lexicon.alphabet)}
    ends = text.ends.reshape(-1, 3)
    start = 0
    for head, row in zip(heads, ends.tolist(), strict=True):
        before = np.array([numbers[character] for character in head])
        symbols = np.concatenate([before, text.symbols[start : row[fields - 1]]])
        yield Codes(codes.values[symbols], codes.lengths[symbols])
        start = row[-1]

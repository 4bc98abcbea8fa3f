"""Text shards: the articles' own text, a few a file; name shards: their addresses and titles."""

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import islice

import numpy as np
from numpy.typing import NDArray

from plugins.search.codes.bits import Codes, pack_parts
from plugins.search.codes.huffman import assign_codes
from plugins.search.codes.shard_format import FIELD_END, NAME_SHARD_DOCUMENTS, TEXT_SHARD_TERMS
from plugins.search.corpus.cutting import text_codes
from plugins.search.corpus.documents import SearchDocument
from plugins.search.texts.lexicon import SymbolText
from plugins.system.digests import digest
from plugins.system.memo import Memo

#: Shards packed in one go: a pass over much text, in little memory.
_BATCH = 100


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


def pack_texts(
    text: SymbolText, heads: Sequence[str], groups: Sequence[int], memo: Memo
) -> Iterator[bytes]:
    """Yield the content, without checksum, of each text shard."""
    return _pack_shards(text, heads, 3, groups, memo)


def pack_names(text: SymbolText, heads: Sequence[str], memo: Memo) -> Iterator[bytes]:
    """Yield the content, without checksum, of each name shard."""
    whole, rest = divmod(len(heads), NAME_SHARD_DOCUMENTS)
    return _pack_shards(text, heads, 1, [NAME_SHARD_DOCUMENTS] * whole + [rest] * (rest > 0), memo)


def _pack_shards(
    text: SymbolText, heads: Sequence[str], fields: int, groups: Sequence[int], memo: Memo
) -> Iterator[bytes]:
    """Yield shards of so many documents each, with so many of their fields."""
    codes = assign_codes(text.lexicon.lengths)
    code = digest(text.lexicon.lengths.tobytes())
    documents = _list_symbols(text, heads, fields)
    for start in range(0, len(groups), _BATCH):
        batch = groups[start : start + _BATCH]
        shards = [np.concatenate(list(islice(documents, group))) for group in batch]
        keys = [digest(code, symbols.data) for symbols in shards]
        yield from memo.make_all(keys, partial(_pack_symbols, shards, codes))


def _pack_symbols(
    shards: Sequence[NDArray[np.int32]], codes: Codes, numbers: Sequence[int]
) -> list[bytes]:
    symbols = np.concatenate([shards[number] for number in numbers])
    starts = np.cumsum([0, *(len(shards[number]) for number in numbers[:-1])])
    return pack_parts(Codes(codes.values[symbols], codes.lengths[symbols]), starts)


def _list_symbols(
    text: SymbolText, heads: Sequence[str], fields: int
) -> Iterator[NDArray[np.int32]]:
    """Yield each document's symbols: its head, and so many of its fields."""
    alphabet, characters = text_codes([text.lexicon.alphabet])[:-1], text_codes(heads)
    numbers = np.searchsorted(alphabet, characters).astype(np.int32)
    head_ends = np.cumsum([len(head) + 1 for head in heads])
    starts = np.append(0, text.ends[2:-1:3])
    ends = text.ends[fields - 1 :: 3]
    spans = zip(heads, head_ends.tolist(), starts.tolist(), ends.tolist(), strict=True)
    for head, head_end, start, end in spans:
        # What text_codes puts behind a head is none of its characters.
        before = numbers[head_end - len(head) - 1 : head_end - 1]
        yield np.concatenate([before, text.symbols[start:end]])

"""Text shards: the articles' own text, a few a file; name shards: their addresses and titles."""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from itertools import chain, islice, pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from plugins.search.codes.bits import Codes, pack_parts
from plugins.search.codes.huffman import assign_codes
from plugins.search.codes.shard_format import FIELD_END, NAME_SHARD_DOCUMENTS, TEXT_SHARD_TERMS
from plugins.search.codes.spans import Span, take_rows
from plugins.search.corpus.cutting import text_codes
from plugins.search.corpus.documents import SearchDocument
from plugins.search.texts.lexicon import Lexicon, SymbolText
from plugins.search.texts.pieces import Piece
from plugins.system.digests import digest
from plugins.system.memo import Memo

Symbols = NDArray[np.integer]


class Spelled(NamedTuple):
    """All symbols of the texts and, behind them, each document's head and each piece's start."""

    symbols: Symbols
    heads: Sequence[Span]
    starts: Sequence[Span]


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


def group_documents(terms: Sequence[int], pieces: Mapping[int, Sequence[Piece]]) -> list[int]:
    """Part documents of so many terms in their bodies, in order; return documents a shard.

    The browser does the same (document_table.js): it knows every body's terms. Each of a
    document's `pieces` counts as a document, in a shard of its own.
    """
    groups: list[int] = []
    room = 0
    for document, count in enumerate(terms):
        weight = count + 1
        if room < weight:
            groups += [1] * len(pieces.get(document, [0]))
            room = TEXT_SHARD_TERMS
        else:
            groups[-1] += 1
        room -= weight
    return groups


def spell_heads(
    text: SymbolText, heads: Sequence[str], pieces: Mapping[int, Sequence[Piece]]
) -> Spelled:
    """Put behind the symbols what shards hold besides: it is of the same alphabet."""
    parts = _list_parts(len(heads), pieces)
    starts = [f"{piece.start or ''}{FIELD_END}" for part in parts for piece in part]
    others = [*heads, *starts]
    alphabet = text_codes([text.lexicon.alphabet])[:-1]
    joined = np.frombuffer("".join(others).encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    spelled = np.searchsorted(alphabet, joined).astype(text.symbols.dtype)
    spans = list(pairwise(np.cumsum([len(text.symbols), *map(len, others)]).tolist()))
    symbols = np.concatenate([text.symbols, spelled])
    return Spelled(symbols, spans[: len(heads)], spans[len(heads) :])


def pack_texts(
    text: SymbolText,
    spelled: Spelled,
    terms: Sequence[int],
    pieces: Mapping[int, Sequence[Piece]],
    memo: Memo,
) -> Iterator[bytes]:
    """Yield the content, without checksum, of each text shard."""
    parts = _list_parts(len(spelled.heads), pieces)
    documents = _list_texts(text, parts, spelled.heads, iter(spelled.starts))
    groups = group_documents(terms, pieces)
    return _pack_shards(text.lexicon, spelled.symbols, documents, groups, memo)


def pack_names(text: SymbolText, spelled: Spelled, memo: Memo) -> Iterator[bytes]:
    """Yield the content, without checksum, of each name shard."""
    whole, rest = divmod(len(spelled.heads), NAME_SHARD_DOCUMENTS)
    groups = [NAME_SHARD_DOCUMENTS] * whole + [rest] * (rest > 0)
    fields = zip(spelled.heads, _list_fields(text), strict=True)
    documents = ((head, (start, title)) for head, (start, title, _, _) in fields)
    return _pack_shards(text.lexicon, spelled.symbols, documents, groups, memo)


def _list_parts(documents: int, pieces: Mapping[int, Sequence[Piece]]) -> list[Sequence[Piece]]:
    """Return the pieces of each document: one, the whole, of most."""
    whole = [Piece(0, 0, 0)]
    return [pieces.get(document, whole) for document in range(documents)]


def _pack_shards(
    lexicon: Lexicon,
    symbols: Symbols,
    documents: Iterator[Sequence[Span]],
    groups: Sequence[int],
    memo: Memo,
) -> Iterator[bytes]:
    """Yield shards of so many documents each, which are spans of symbols."""
    codes = assign_codes(lexicon.lengths)
    code = digest(lexicon.lengths.tobytes())
    for start in range(0, len(groups), _BATCH):
        batch = groups[start : start + _BATCH]
        chosen = (chain.from_iterable(islice(documents, group)) for group in batch)
        shards = [take_rows(symbols, list(spans)) for spans in chosen]
        keys = [digest(code, shard.data) for shard in shards]
        yield from memo.make_all(keys, partial(_pack_symbols, shards, codes))


def _pack_symbols(shards: Sequence[Symbols], codes: Codes, numbers: Sequence[int]) -> list[bytes]:
    symbols = np.concatenate([shards[number] for number in numbers])
    starts = np.cumsum([0, *(len(shards[number]) for number in numbers[:-1])])
    return pack_parts(Codes(codes.values[symbols], codes.lengths[symbols]), starts)


def _list_texts(
    text: SymbolText,
    parts: Sequence[Sequence[Piece]],
    heads: Sequence[Span],
    starts: Iterator[Span],
) -> Iterator[Sequence[Span]]:
    """Yield the spans of each document, or of each of its pieces, with its head and fields."""
    for part, head, fields in zip(parts, heads, _list_fields(text), strict=True):
        title, _, body, end = fields
        for first, stop, _ in part:
            # The last symbol ends the field.
            stretch = body + first, body + stop if stop else end - 1
            yield head, (title, body), next(starts), stretch, (end - 1, end)


def _list_fields(text: SymbolText) -> Iterator[list[int]]:
    """Yield where each document's title, byline and body begin, and the body ends."""
    ends = [0, *text.ends.tolist()]
    for document in range(0, len(text.ends), 3):
        yield ends[document : document + 4]

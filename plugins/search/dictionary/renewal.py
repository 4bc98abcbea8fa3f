"""Renewing the dictionary after an edit: only what something changed begins is encoded again."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from plugins.search.codes.bits import Numbers
from plugins.search.corpus.corpus import Corpus
from plugins.search.corpus.cutting import LONGEST
from plugins.search.dictionary.alignment import Alignment
from plugins.search.dictionary.changes import Groups, IndexedText, find_groups
from plugins.search.dictionary.entries import Entries, arrange_entries
from plugins.search.dictionary.grams import encode_grams
from plugins.search.dictionary.moved_documents import move_documents
from plugins.search.dictionary.occurrences import split_symbols
from plugins.search.dictionary.postings import Scale

#: Beyond this share of the archive in changed fields, a build anew is as fast.
MOST_CHANGED = 0.05
#: Characters looked through in one go: bounds the memory.
_PIECE = 1 << 20


class Renewed(NamedTuple):
    """Entries, and for each its number among those that were kept, or -1 where it is another.

    Where documents have moved, the lists of them are others in all.
    """

    entries: Entries
    origin: Numbers
    has_moved: bool


def renew_entries(
    kept: Entries,
    before: IndexedText,
    corpus: Corpus,
    aligned: Alignment,
    stored: NDArray[np.uint8],
    scale: Scale,
    most: float = MOST_CHANGED,
) -> Renewed | None:
    """Renew entries for `corpus`; None if more than this share of its text has changed.

    `kept` are those of the text `before`, with the same alphabet, frequent grams and scale but for
    how many documents there are; `aligned` says which documents stand for each other. `stored` is
    FrequentGrams.stored_lengths().
    """
    size, after = len(corpus.folded_alphabet), IndexedText.of(corpus)
    bound = most * len(corpus.folded)
    groups = find_groups(before, after, aligned.changed, size, int(stored.max()), bound)
    if groups is None:
        return None
    if moves := aligned.moves(corpus.documents):
        kept = move_documents(kept, aligned.numbers, corpus.documents)
    parts = [kept, *_encode_groups(corpus, stored, scale, groups)]
    order = _order_entries(parts, groups, size)
    return Renewed(arrange_entries(parts, order), np.where(order < len(kept), order, -1), moves)


def _order_entries(parts: Sequence[Entries], groups: Groups, size: int) -> Numbers:
    """Return the numbers of all entries in order, without the first part's of the groups."""
    starts = [part.first_symbols() for part in parts]
    firsts, seconds = (np.concatenate(column) for column in zip(*starts, strict=True))
    replaced = groups.contain(firsts, seconds)
    replaced[len(parts[0]) :] = False
    order = np.flatnonzero(~replaced)
    rank = firsts[order] * (size + 1) + seconds[order]
    ordered: Numbers = order[np.argsort(rank, kind="stable")]
    return ordered


def _encode_groups(
    corpus: Corpus, stored: NDArray[np.uint8], scale: Scale, groups: Groups
) -> Iterator[Entries]:
    """Encode the groups anew, a range of symbols at a time, which bounds the memory."""
    for at, sizes in _find_starts(corpus, groups):
        symbols = corpus.folded[at]
        for start, end in split_symbols(symbols, len(corpus.folded_alphabet)):
            inside = (symbols >= start) & (symbols < end)
            part = encode_grams(corpus, stored, scale, at[inside], sizes)
            if part is not None:
                yield part


def _find_starts(corpus: Corpus, groups: Groups) -> Iterator[tuple[Numbers, tuple[int, int]]]:
    """Yield where single symbols and where longer grams of the groups begin, and their sizes."""
    yield np.flatnonzero(groups.single[corpus.folded] & (corpus.run > 0)), (1, 1)
    at: list[Numbers] = []
    for start in range(0, len(corpus.folded), _PIECE):
        piece = slice(start, start + _PIECE)
        likely = groups.firsts[corpus.folded[piece]] & (corpus.run[piece] > 1)
        begins = start + np.flatnonzero(likely)
        seconds = corpus.folded[begins + 1] + np.int64(1)
        at.append(begins[groups.contain(corpus.folded[begins], seconds)])
    yield np.concatenate(at), (2, LONGEST)

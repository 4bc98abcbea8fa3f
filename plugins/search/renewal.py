"""Renewing the dictionary after an edit: only what something changed begins is encoded again.

Entries are renewed in groups: one of a single symbol is alone, longer ones go together by their
first two symbols. A group's lists depend on the places of its grams alone, so groups of which
nothing stands in a changed document, as it was or as it is, are taken over as they were. Those of
single symbols have counts in the place of places, and change with those only.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from plugins.search.corpus import Corpus
from plugins.search.cutting import LONGEST
from plugins.search.entries import Entries, arrange_entries
from plugins.search.grams import encode_grams
from plugins.search.occurrences import split_symbols
from plugins.search.postings import Scale

#: Beyond this share of the archive in changed documents, a build anew is as fast.
MOST_CHANGED = 0.05
#: A table in which few groups share a place.
_TABLE = 1 << 22
#: Characters looked through in one go: bounds the memory.
_PIECE = 1 << 20

Numbers = NDArray[np.int64]


@dataclass(frozen=True)
class IndexedText:
    """What decides the entries of a dictionary, as in corpus.Corpus."""

    folded: NDArray[np.uint16]
    term: NDArray[np.uint8]
    lengths: Numbers
    term_counts: Numbers

    @classmethod
    def of(cls, corpus: Corpus) -> "IndexedText":
        """Take it from the corpus."""
        return cls(corpus.folded, corpus.term, corpus.lengths, corpus.term_counts)

    def find_changed(self, other: "IndexedText") -> NDArray[np.bool_]:
        """Tell which documents are not the same in another text of as many."""
        changed: NDArray[np.bool_] = (self.lengths != other.lengths).any(axis=1)
        sizes, others = self.lengths.sum(axis=1), other.lengths.sum(axis=1)
        starts, there = np.cumsum(sizes) - sizes, np.cumsum(others) - others
        spans = zip(starts.tolist(), there.tolist(), sizes.tolist(), strict=True)
        for number, (start, at, size) in enumerate(spans):
            if not changed[number]:
                mine, theirs = slice(start, start + size), slice(at, at + size)
                changed[number] = (
                    self.folded[mine].tobytes() != other.folded[theirs].tobytes()
                    or self.term[mine].tobytes() != other.term[theirs].tobytes()
                )
        return changed


def renew_entries(
    kept: Entries,
    before: IndexedText,
    corpus: Corpus,
    stored: NDArray[np.uint8],
    scale: Scale,
    most: float = MOST_CHANGED,
) -> Entries | None:
    """Return the entries of `corpus`; None if more than this share of its text has changed.

    `kept` are those of the text `before`, of as many documents, with the same alphabet, frequent
    grams and scale. `stored` is FrequentGrams.stored_lengths().
    """
    after = IndexedText.of(corpus)
    changed = before.find_changed(after)
    if not changed.any():
        return kept
    if after.lengths[changed].sum() > most * len(after.folded):
        return None
    groups = _find_groups(before, after, changed, len(corpus.folded_alphabet))
    parts = [kept, *_encode_groups(corpus, stored, scale, groups)]
    starts = [part.first_symbols() for part in parts]
    firsts, seconds = (np.concatenate(column) for column in zip(*starts, strict=True))
    replaced = groups.contain(firsts, seconds)
    replaced[len(kept) :] = False
    order = np.flatnonzero(~replaced)
    rank = firsts[order] * (len(corpus.folded_alphabet) + 1) + seconds[order]
    return arrange_entries(parts, order[np.argsort(rank, kind="stable")])


@dataclass(frozen=True)
class _Groups:
    """Groups to be renewed: those of single symbols, a table, and those of two.

    Pairs share the places of their table: whatever shares one is renewed together.
    """

    single: NDArray[np.bool_]
    pairs: NDArray[np.bool_]

    def contain(self, first: NDArray[Any], second: Numbers) -> NDArray[np.bool_]:
        """Tell which groups are among them, of first symbols and second ones plus 1, or 0."""
        pair = first * np.int64(len(self.single) + 1) + second
        found: NDArray[np.bool_] = self.pairs[pair & (_TABLE - 1)]
        return np.where(second > 0, found, self.single[first])


def _find_groups(
    before: IndexedText, after: IndexedText, changed: NDArray[np.bool_], size: int
) -> _Groups:
    single, pairs = np.zeros(size, dtype=np.bool_), np.zeros(_TABLE, dtype=np.bool_)
    single[_find_singles(before, after, changed)] = True
    for text in (before, after):
        symbols = text.folded[np.repeat(changed, text.lengths.sum(axis=1))].astype(np.int64)
        # Where one document ends and another begins stands no pair; one too many does no harm.
        pairs[symbols[:-1] * (size + 1) + symbols[1:] + 1 & (_TABLE - 1)] = True
    return _Groups(single, pairs)


def _find_singles(before: IndexedText, after: IndexedText, changed: NDArray[np.bool_]) -> Numbers:
    """Return the symbols that do not stand as often in all fields, or as often as terms."""
    rows, counts = [], []
    for text, sign in ((before, 1), (after, -1)):
        inside = np.repeat(changed, text.lengths.sum(axis=1))
        fields = np.flatnonzero(np.repeat(changed, 3))
        field = np.repeat(fields, text.lengths.ravel()[fields])
        # A title's and a byline's length in terms stands beside what is found there.
        told = np.where(field % 3 < 2, text.term_counts.ravel()[field], 0)
        rows.append(np.stack([text.folded[inside], field, text.term[inside] == 1, told], axis=1))
        counts.append(np.full(len(field), sign))
    distinct, which = np.unique(np.concatenate(rows), axis=0, return_inverse=True)
    balance = np.bincount(which.ravel(), weights=np.concatenate(counts))
    return np.unique(distinct[balance != 0, 0]).astype(np.int64)


def _encode_groups(
    corpus: Corpus, stored: NDArray[np.uint8], scale: Scale, groups: _Groups
) -> Iterator[Entries]:
    """Encode the groups anew, a range of symbols at a time, which bounds the memory."""
    for at, sizes in _find_starts(corpus, groups):
        symbols = corpus.folded[at]
        for start, end in split_symbols(symbols, len(corpus.folded_alphabet)):
            inside = (symbols >= start) & (symbols < end)
            part = encode_grams(corpus, stored, scale, at[inside], sizes)
            if part is not None:
                yield part


def _find_starts(corpus: Corpus, groups: _Groups) -> Iterator[tuple[Numbers, tuple[int, int]]]:
    """Yield where single symbols and where longer grams of the groups begin, and their sizes."""
    yield np.flatnonzero(groups.single[corpus.folded] & (corpus.run > 0)), (1, 1)
    at: list[Numbers] = []
    for start in range(0, len(corpus.folded), _PIECE):
        symbols = corpus.folded[start : start + _PIECE + 1]
        begins = corpus.run[start : start + len(symbols) - 1] > 1
        begins &= groups.contain(symbols[:-1], symbols[1:] + np.int64(1))
        at.append(start + np.flatnonzero(begins))
    yield np.concatenate(at), (2, LONGEST)

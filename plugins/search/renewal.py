"""Renewing the dictionary after an edit: only what something changed begins is encoded again.

Entries are renewed in groups: one of a single symbol is alone, longer ones go together by their
first two symbols. A group's lists depend on the places of its grams alone, so groups of which
nothing stands in a changed document, as it was or as it is, are taken over as they were. Those of
single symbols have counts in the place of places, and change with those only.
"""

from collections.abc import Iterator
from dataclasses import dataclass

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
    size = len(corpus.folded_alphabet)
    single = _find_singles(before, after, changed) * (size + 1)
    groups = np.union1d(*(_find_pairs(text, changed, size) for text in (before, after)))
    singles, pairs = _find_starts(corpus, single, groups, size)
    fresh = [
        encode_grams(corpus, stored, scale, part, sizes)
        for at, sizes in ((singles, (1, 1)), (pairs, (2, LONGEST)))
        for part in _split_starts(corpus, at)
    ]
    parts = [kept, *(part for part in fresh if part is not None)]
    group = np.concatenate([_group_entries(part, size) for part in parts])
    replaced = _contains(np.union1d(single, groups), group)
    replaced[len(kept) :] = False
    order = np.flatnonzero(~replaced)
    return arrange_entries(parts, order[np.argsort(group[order], kind="stable")])


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


def _find_pairs(text: IndexedText, changed: NDArray[np.bool_], size: int) -> Numbers:
    """Return the groups of what may begin with two symbols in the changed documents."""
    symbols = text.folded[np.repeat(changed, text.lengths.sum(axis=1))].astype(np.int64)
    # Where one document ends and another begins stands no pair; one too many does no harm.
    return symbols[:-1] * (size + 1) + symbols[1:] + 1


def _group_entries(entries: Entries, size: int) -> Numbers:
    first, second = entries.first_symbols()
    return first * (size + 1) + second


def _find_starts(
    corpus: Corpus, singles: Numbers, pairs: Numbers, size: int
) -> tuple[Numbers, Numbers]:
    """Return where single symbols and where pairs of these groups begin."""
    table = np.zeros((2, size), dtype=np.bool_)
    for row, groups in zip(table, (singles, pairs), strict=True):
        row[groups // (size + 1)] = True
    at: list[Numbers] = []
    for start in range(0, len(corpus.folded), _PIECE):
        piece = slice(start, start + _PIECE)
        inside = table[1][corpus.folded[piece]] & (corpus.run[piece] > 1)
        here = start + np.flatnonzero(inside)
        group = corpus.folded[here] * np.int64(size + 1) + corpus.folded[here + 1] + 1
        at.append(here[_contains(pairs, group)])
    single = np.flatnonzero(table[0][corpus.folded] & (corpus.run > 0))
    return single, np.concatenate(at)


def _split_starts(corpus: Corpus, at: Numbers) -> Iterator[Numbers]:
    """Part places by the range of symbols they begin with, which bounds the memory."""
    limits = [start for start, _ in split_symbols(corpus)]
    owner = np.searchsorted(limits, corpus.folded[at], side="right")
    for number in np.unique(owner):
        yield at[owner == number]


def _contains(groups: Numbers, group: Numbers) -> NDArray[np.bool_]:
    """Tell which of many groups are among a few, sorted."""
    # Most are not, as their low bits show.
    table = np.zeros(_TABLE, dtype=np.bool_)
    table[groups % _TABLE] = True
    found = table[group % _TABLE]
    there = group[found]
    at = np.minimum(np.searchsorted(groups, there), len(groups) - 1)
    found[found] = groups[at] == there
    return found

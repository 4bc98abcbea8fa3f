"""What an edit has changed: the groups of entries that are not the same in two texts.

Entries are renewed in groups: one of a single symbol is alone, longer ones go together by their
first two symbols. A single symbol's list depends on how often it stands where, the lists of a
group of longer grams on the places where one of them may stand.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from plugins.search.codes.bits import Numbers
from plugins.search.codes.spans import list_spans, take_items
from plugins.search.corpus.corpus import Corpus
from plugins.search.corpus.tokens import LONGEST_TERM
from plugins.search.dictionary.alignment import Pair
from plugins.system.kept_arrays import pack_digests, unpack_digests

#: A table in which few groups share a place.
_TABLE = 1 << 22


class _Field(NamedTuple):
    """A field's symbols, its terms, and how many terms its lists speak of: not those of a body."""

    folded: NDArray[np.uint16]
    term: NDArray[np.uint8]
    told: int


@dataclass(frozen=True)
class IndexedText:
    """What decides the entries of a dictionary, as in corpus.Corpus."""

    folded: NDArray[np.uint16]
    term: NDArray[np.uint8]
    lengths: Numbers
    term_counts: Numbers
    run: NDArray[np.uint8]
    names: NDArray[np.uint8]

    @classmethod
    def of(cls, corpus: Corpus) -> "IndexedText":
        """Take it from the corpus."""
        arrays = corpus.folded, corpus.term, corpus.lengths, corpus.term_counts, corpus.run
        return cls(*arrays, pack_digests(corpus.names))

    @property
    def sizes(self) -> Numbers:
        """How many characters each document has."""
        sizes: Numbers = self.lengths.sum(axis=1)
        return sizes

    def take_documents(
        self, documents: Sequence[int]
    ) -> tuple[NDArray[np.uint16], NDArray[np.uint8]]:
        """Return the symbols and the runs of these documents, one behind the other."""
        if not documents:
            return self.folded[:0], self.run[:0]
        ends, spans = self._ends[3::3], list_spans(np.array(documents))
        return take_items(self.folded, ends, spans), take_items(self.run, ends, spans)

    def name_documents(self) -> list[bytes]:
        """Return what stands for all that decides lists of each document, besides its number."""
        return unpack_digests(self.names)

    def list_fields(self, document: int | None) -> list[_Field]:
        """Return the three fields of a document; those of None have nothing in them."""
        if document is None:
            return [_Field(self.folded[:0], self.term[:0], 0)] * 3
        told = [*self.term_counts[document, :2].tolist(), 0]
        ends = self._ends[3 * document : 3 * document + 4].tolist()
        return [
            _Field(self.folded[start:end], self.term[start:end], count)
            for (start, end), count in zip(pairwise(ends), told, strict=True)
        ]

    @cached_property
    def _ends(self) -> Numbers:
        return np.append(0, np.cumsum(self.lengths.ravel()))


@dataclass(frozen=True)
class Groups:
    """Groups to be renewed: those of single symbols, a table, and those of two.

    Pairs, whose first symbols are `firsts`, share the places of their table: whatever shares one
    is renewed together.
    """

    single: NDArray[np.bool_]
    firsts: NDArray[np.bool_]
    pairs: NDArray[np.bool_]

    def contain(self, first: NDArray[Any], second: Numbers) -> NDArray[np.bool_]:
        """Tell which groups are among them, of first symbols and second ones plus 1, or 0."""
        found: NDArray[np.bool_] = (
            self.firsts[first] & self.pairs[_find_place(first, second, len(self.single))]
        )
        return np.where(second > 0, found, self.single[first])


def _find_place(first: NDArray[Any], second: Numbers, size: int) -> Numbers:
    return first * np.int64(size + 1) + second & (_TABLE - 1)


def find_groups(
    before: IndexedText,
    after: IndexedText,
    changed: Iterable[Pair],
    size: int,
    longest: int,
    most: float,
) -> Groups | None:
    """Compare pairs of documents that have changed, with symbols below `size`.

    None as soon as the changed fields, those that are gone among them, have more than `most`
    characters. `longest` is how many symbols decide besides the terms whether a gram is held: the
    most that FrequentGrams.stored_lengths() says.
    """
    single, firsts = np.zeros(size, dtype=np.bool_), np.zeros(size, dtype=np.bool_)
    pairs = np.zeros(_TABLE, dtype=np.bool_)
    left = most
    for old, new in _pair_fields(before, after, changed):
        left -= max(len(old.folded), len(new.folded))
        if left < 0:
            return None
        single |= _count_symbols(old, size) != _count_symbols(new, size)
        if old.told != new.told:
            single[old.folded] = single[new.folded] = True
        for one, other in ((old, new), (new, old)):
            at = _mark_places(one, other, 1 + max(longest, LONGEST_TERM))
            at = at[at < len(one.folded) - 1]
            firsts[one.folded[at]] = True
            pairs[_find_place(one.folded[at], one.folded[at + 1] + np.int64(1), size)] = True
    return Groups(single, firsts, pairs)


def _pair_fields(
    before: IndexedText, after: IndexedText, pairs: Iterable[Pair]
) -> Iterator[tuple[_Field, _Field]]:
    """Yield the fields of each pair that are not the same."""
    for one, other in pairs:
        for old, new in zip(before.list_fields(one), after.list_fields(other), strict=True):
            if not _is_same(old, new):
                yield old, new


def _is_same(old: _Field, new: _Field) -> bool:
    return old.folded.tobytes() == new.folded.tobytes() and old.term.tobytes() == new.term.tobytes()


def _count_symbols(field: _Field, size: int) -> Numbers:
    """Count each symbol, and each as a term."""
    terms = np.bincount(field.folded[field.term == 1], minlength=size)
    return np.bincount(field.folded, minlength=size) * np.int64(1 << 32) + terms


def _mark_places(field: _Field, other: _Field, reach: int) -> Numbers:
    """Return the places from which on, within `reach` characters, another field is not the same."""
    if field.told != other.told:
        return np.arange(len(field.folded))
    common = min(len(field.folded), len(other.folded))
    differs = np.ones(len(field.folded), dtype=np.bool_)
    differs[:common] = field.folded[:common] != other.folded[:common]
    differs[:common] |= field.term[:common] != other.term[:common]
    return np.unique(np.maximum(np.flatnonzero(differs)[:, None] - np.arange(reach), 0))

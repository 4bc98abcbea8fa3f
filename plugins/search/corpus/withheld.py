"""The names of people who are kept from public: found as text, never suggested."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from plugins.search.corpus.documents import SearchDocument


@dataclass(frozen=True)
class Withheld:
    """All withheld names, and which characters of the corpus stand in one of their own articles.

    A part of a name (the 付东 of 李付东) is a word only where it stands elsewhere, too.
    """

    names: frozenset[str]
    marked: NDArray[np.bool_]

    def names_someone(self, word: str) -> bool:
        """Tell whether a word is or holds a withheld name."""
        # Most words have no character with which a name begins.
        if self._firsts.isdisjoint(word):
            return False
        for length in self._lengths:
            for start in range(len(word) - length + 1):
                if word[start : start + length] in self.names:
                    return True
        return False

    @cached_property
    def _firsts(self) -> frozenset[str]:
        return frozenset(name[0] for name in self.names if name)

    @cached_property
    def _lengths(self) -> Sequence[int]:
        return sorted({len(name) for name in self.names if name})


def find_withheld(documents: Sequence[SearchDocument], lengths: NDArray[np.int64]) -> Withheld:
    """Find the documents' withheld names in the corpus.

    `lengths` has a row a document: how long title, byline and body are, with a line end each.
    """
    marked = np.zeros(int(lengths.sum()), dtype=np.bool_)
    starts = np.cumsum(lengths.sum(axis=1)) - lengths.sum(axis=1)
    for document, start in zip(documents, starts.tolist(), strict=True):
        names = [name for name in document.withheld if name]
        # Most articles have none.
        text = "\n".join((document.title, document.byline, document.body)) if names else ""
        for name in names:
            at = text.find(name)
            while at >= 0:
                marked[start + at : start + at + len(name)] = True
                # From the next character on: names that overlap are all found.
                at = text.find(name, at + 1)
    return Withheld(frozenset(name for d in documents for name in d.withheld), marked)

"""Lists of documents written anew where documents have other numbers: all else of them stays."""

from dataclasses import replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from plugins.search.codes.bits import Numbers, pack_codes, rice_codes
from plugins.search.dictionary.entries import LISTS, Entries
from plugins.search.dictionary.postings import find_gap_parameters

#: Codes written in one go: what is reckoned with stays in the processor's reach.
_PIECE = 1 << 15
_COLUMN = LISTS.index("documents")


def move_documents(entries: Entries, numbers: Numbers, documents: int) -> Entries:
    """Return entries with each document under its new number, of so many afterwards.

    The new numbers rise, as the old ones did. Of a document whose number is -1 there is none: a
    list that has it is of no use afterwards.
    """
    numbers = np.maximum.accumulate(numbers)
    counts = entries.df
    ends, parameters = np.cumsum(counts), find_gap_parameters(counts, documents)
    lengths, positions = entries.lengths.copy(), entries.positions.copy()
    gaps = np.empty(len(entries.gaps), dtype=np.min_scalar_type(documents))
    packed: list[bytes] = []
    size = 0
    cuts = np.unique(np.append(np.searchsorted(ends, np.arange(0, len(gaps), _PIECE)), len(ends)))
    for first, last in zip(cuts[:-1].tolist(), cuts[1:].tolist(), strict=True):
        own, piece = counts[first:last], slice(ends[first] - counts[first], ends[last - 1])
        moved = _move_gaps(entries.gaps[piece], own, numbers)
        codes = rice_codes(moved, np.repeat(parameters[first:last], own))
        bits = np.add.reduceat(codes.lengths, np.cumsum(own) - own)
        gaps[piece], lengths[first:last, _COLUMN] = moved, bits
        positions[first:last, _COLUMN] = 8 * size + np.cumsum(bits) - bits
        packed.append(pack_codes(codes))
        size += len(packed[-1])
    written = np.frombuffer(b"".join(packed), dtype=np.uint8)
    return replace(entries, lengths=lengths, gaps=gaps, positions=positions, documents=written)


def _move_gaps(gaps: NDArray[Any], counts: Numbers, numbers: Numbers) -> Numbers:
    """Return the gaps of lists of so many documents each, with these under their new numbers."""
    starts = np.cumsum(counts) - counts
    passed = np.cumsum(gaps + np.int64(1))
    base = np.append(0, passed)[starts]
    found = numbers[passed - np.repeat(base, counts) - 1]
    moved: Numbers = np.diff(found, prepend=-1) - 1
    moved[starts] = found[starts]
    return moved.clip(0)

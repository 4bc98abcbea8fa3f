"""Bit streams: codes of varying length packed most significant bit first, by arrays.

A code is a value and its length in bits (0 to 56; length 0 writes nothing). Elias gamma codes
are from Elias, "Universal codeword sets" (1975); Rice codes from Rice, "Some practical
universal noiseless coding techniques" (1979), here with an escape that bounds their length.
"""

from itertools import pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

#: A Rice quotient of this many ones is followed by the value itself in ESCAPE_BITS bits.
ESCAPE = 20
ESCAPE_BITS = 32

Numbers = NDArray[np.int64]


class Codes(NamedTuple):
    """Parallel arrays of code words: their bits as a number, and how many bits."""

    values: Numbers
    lengths: Numbers

    def take(self, index: slice) -> "Codes":
        """Return the codes of a range."""
        return Codes(self.values[index], self.lengths[index])


def raw_codes(values: Numbers, width: int | Numbers) -> Codes:
    """Write each value in `width` bits."""
    return Codes(values, np.broadcast_to(np.asarray(width, dtype=np.int64), values.shape))


def gamma_codes(values: Numbers) -> Codes:
    """Elias gamma: for v >= 1, floor(log2 v) zeros, then v in binary."""
    lengths = 2 * bit_lengths(values) - 1
    return Codes(values, lengths)


def rice_codes(values: Numbers, parameter: int | Numbers) -> Codes:
    """Rice: v >> k ones, a zero, the low k bits; from ESCAPE ones on, 32 bits of v instead."""
    k = np.asarray(parameter, dtype=np.int64)
    quotients = values >> k
    short = quotients < ESCAPE
    q = np.minimum(quotients, ESCAPE)
    ones = (np.int64(1) << q) - 1
    small = ((ones << 1) << k) | (values & ((np.int64(1) << k) - 1))
    large = (ones << ESCAPE_BITS) | values
    return Codes(np.where(short, small, large), np.where(short, q + 1 + k, ESCAPE + ESCAPE_BITS))


def join_codes(*parts: Codes) -> Codes:
    """Concatenate codes element by element into one code each (56 bits at most in all)."""
    values, lengths = parts[0]
    for part in parts[1:]:
        values = (values << part.lengths) | part.values
        lengths = lengths + part.lengths
    return Codes(values, lengths)


def chain_codes(*parts: Codes) -> Codes:
    """Lay sequences of codes one behind the other."""
    return Codes(
        np.concatenate([part.values for part in parts]),
        np.concatenate([part.lengths for part in parts]),
    )


def interleave_codes(*columns: Codes) -> Codes:
    """Lay columns of codes row by row, as one sequence."""
    values = np.stack([column.values for column in columns], axis=1).ravel()
    lengths = np.stack([column.lengths for column in columns], axis=1).ravel()
    return Codes(values, lengths)


def insert_codes(codes: Codes, before: Numbers, others: Codes) -> Codes:
    """Put other codes in front of those at the indices `before`."""
    pairs = zip(codes, others, strict=True)
    return Codes(*(np.insert(ours, before, theirs) for ours, theirs in pairs))


def mask_codes(codes: Codes, present: NDArray[np.bool_]) -> Codes:
    """Give the absent codes no bits."""
    return Codes(np.where(present, codes.values, 0), np.where(present, codes.lengths, 0))


def bit_lengths(values: Numbers) -> Numbers:
    """Return how many bits each value has (1 for 1), exactly for values below 2**52."""
    return np.frexp(values.astype(np.float64))[1].astype(np.int64)


def pack_codes(codes: Codes) -> bytes:
    """Concatenate code words, most significant bit first, and fill the last byte with zeros."""
    if not (codes.lengths > 0).all():
        written = codes.lengths > 0
        codes = Codes(codes.values[written], codes.lengths[written])
    if not len(codes.values):
        return b""
    ends = np.cumsum(codes.lengths)
    total = int(ends[-1])
    starts = ends - codes.lengths
    words = np.zeros(total // 64 + 2, dtype=np.uint64)
    word = starts >> 6
    room = 64 - (starts & 63) - codes.lengths
    values = codes.values.astype(np.uint64)
    fits = room >= 0
    head = np.where(
        fits,
        values << np.maximum(room, 0).astype(np.uint64),
        values >> np.maximum(-room, 0).astype(np.uint64),
    )
    first = np.flatnonzero(np.diff(word, prepend=-1))
    # Codes never overlap, so adding them is joining them.
    words[word[first]] = np.add.reduceat(head, first)
    spill = np.flatnonzero(~fits)
    words[word[spill] + 1] += values[spill] << (64 + room[spill]).astype(np.uint64)
    return words.astype(">u8").tobytes()[: (total + 7) // 8]


def pack_parts(codes: Codes, starts: Numbers) -> list[bytes]:
    """Pack codes part by part, from each of `starts` (the first is 0) to the next."""
    totals = np.concatenate([[0], np.cumsum(codes.lengths)])
    ends = np.append(starts[1:], len(codes.values))
    bits = totals[ends] - totals[starts]
    filled = insert_codes(codes, ends, raw_codes(np.zeros(len(ends), dtype=np.int64), -bits % 8))
    packed = pack_codes(filled)
    stops = np.cumsum((bits + 7) // 8).tolist()
    return [packed[start:stop] for start, stop in pairwise([0, *stops])]

"""Columns: a number of every document, each column in a code of its own."""

import numpy as np

from plugins.search.codes.bits import (
    Codes,
    Numbers,
    chain_codes,
    gamma_codes,
    join_codes,
    raw_codes,
)
from plugins.search.codes.huffman import assign_codes, assign_lengths


def column_codes(values: Numbers) -> Codes:
    """Write a column of numbers: high bits in a Huffman code of their own, low bits as they are.

    How many bits are low is chosen so that the column is shortest.
    """
    most = int(values.max(initial=0)).bit_length()
    columns = [_split_column(values, low) for low in range(most + 1)]
    return min(columns, key=lambda codes: int(codes.lengths.sum()))


def _split_column(values: Numbers, low: int) -> Codes:
    highs, which, counts = np.unique(values >> low, return_inverse=True, return_counts=True)
    lengths = assign_lengths(counts)
    codes = assign_codes(lengths)
    head = np.array([low, len(highs), len(values)])
    return chain_codes(
        gamma_codes(head + 1),
        join_codes(gamma_codes(np.diff(highs, prepend=-1)), raw_codes(lengths, 5)),
        join_codes(
            Codes(codes.values[which], codes.lengths[which]),
            raw_codes(values & ((1 << low) - 1), low),
        ),
    )

"""Canonical Huffman codes.

Lengths by Huffman, "A method for the construction of minimum-redundancy codes" (1952); codes of
the same length are numbered in the order of the symbols (RFC 1951, 3.2.2).
"""

import heapq
from itertools import count

import numpy as np

from plugins.search.codes.bits import Codes, Numbers

#: Longest code word. Rare symbols share it, so that the list of lengths is itself short.
LONGEST_CODE = 16


def assign_lengths(counts: Numbers) -> Numbers:
    """Return each symbol's code length in bits for counts of 1 or more.

    Counts too small for LONGEST_CODE are raised until the lengths fit (longer where there are
    too many symbols for that).
    """
    longest = max(LONGEST_CODE, len(counts).bit_length() + 1)
    floor = int(counts.sum()) >> longest
    lengths = _build_lengths(np.maximum(counts, floor))
    while lengths.max(initial=0) > longest:
        floor = floor + (floor >> 2) + 1
        lengths = _build_lengths(np.maximum(counts, floor))
    return lengths


def _build_lengths(counts: Numbers) -> Numbers:
    size = len(counts)
    order = count(size)
    heap = [(int(number), symbol) for symbol, number in enumerate(counts)]
    heapq.heapify(heap)
    parent = np.zeros(2 * size, dtype=np.int64)
    while len(heap) > 1:
        (left, a), (right, b) = heapq.heappop(heap), heapq.heappop(heap)
        node = next(order)
        parent[a] = parent[b] = node
        heapq.heappush(heap, (left + right, node))
    depth = np.zeros(2 * size, dtype=np.int64)
    for node in range(2 * size - 3, -1, -1):
        depth[node] = depth[parent[node]] + 1
    return np.maximum(depth[:size], 1)


def assign_codes(lengths: Numbers) -> Codes:
    """Return each symbol's code word."""
    values = np.zeros(len(lengths), dtype=np.int64)
    code = 0
    for length in range(1, int(lengths.max(initial=0)) + 1):
        chosen = np.flatnonzero(lengths == length)
        values[chosen] = code + np.arange(len(chosen))
        code = (code + len(chosen)) << 1
    return Codes(values, lengths)

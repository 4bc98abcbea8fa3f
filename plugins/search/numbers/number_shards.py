"""Number shards: which articles have a number or Latin word as a whole (shard_format.py)."""

from collections.abc import Sequence
from itertools import pairwise

import numpy as np

from plugins.search.codes.bits import (
    Codes,
    Numbers,
    gamma_codes,
    insert_codes,
    interleave_codes,
    pack_parts,
    raw_codes,
    rice_codes,
)
from plugins.search.codes.shard_format import NUMBER_SHARD_BYTES
from plugins.search.codes.spans import take_rows
from plugins.search.codes.unordered import find_shard
from plugins.search.dictionary.postings import find_gap_parameters
from plugins.search.dictionary.shards import encode_varint
from plugins.search.numbers.number_lists import NumberLists


def pack_numbers(lists: NumberLists) -> list[bytes]:
    """Return the content, without checksum, of each number shard: one at least."""
    if not lists.lines:
        return [encode_varint(0)]
    order = sorted(range(len(lists.lines)), key=lambda n: _split_line(lists.lines[n]))
    pairs = [_split_line(lists.lines[number]) for number in order]
    codes, begins = _code_values(pairs, *_list_documents(lists, order), len(lists.sizes))
    values = list(dict.fromkeys(value for value, _ in pairs))
    bits = np.diff(np.append(0, np.cumsum(codes.lengths))[np.append(begins, len(codes.values))])
    sizes = np.array([len(value) for value in values], dtype=np.int64) + bits // 8
    shards = 1 + int(sizes.sum()) // NUMBER_SHARD_BYTES
    return _pack_shards(values, codes, begins, shards)


def _split_line(line: str) -> tuple[str, str]:
    """Return a line's value and what follows it."""
    return line[1:], line[0].strip("\t")


def _list_documents(lists: NumberLists, order: Sequence[int]) -> tuple[Numbers, Numbers]:
    """Return the documents of each line, in this order of lines, and how many each has."""
    rank = np.empty(len(order), dtype=np.int64)
    rank[order] = np.arange(len(order))
    documents = len(lists.sizes)
    owners = np.repeat(np.arange(documents), lists.sizes)
    joined = np.sort(rank[lists.numbers] * documents + owners)
    return joined % documents, np.bincount(joined // documents, minlength=len(order))


def _code_values(
    pairs: Sequence[tuple[str, str]], found: Numbers, sizes: Numbers, documents: int
) -> tuple[Codes, Numbers]:
    """Return all values' codes, and where each one's begin.

    These are how many lists it has; of each what follows, its length, gaps. All at once: most
    values stand in one article, and have a handful of codes.
    """
    starts = np.cumsum(sizes) - sizes
    follows = np.array([ord(follow) if follow else 0 for _, follow in pairs], dtype=np.int64)
    heads = interleave_codes(raw_codes(follows, 21), gamma_codes(sizes))
    codes = insert_codes(_code_gaps(found, sizes, documents), np.repeat(starts, 2), heads)
    new = [not n or pairs[n - 1][0] != value for n, (value, _) in enumerate(pairs)]
    first = np.flatnonzero(new)
    begins = starts[first] + 2 * first
    held = np.diff(np.append(first, len(pairs)))
    return insert_codes(codes, begins, gamma_codes(held)), begins + np.arange(len(begins))


def _code_gaps(found: Numbers, sizes: Numbers, documents: int) -> Codes:
    """Return the codes of lists of documents, one behind the other, which have these sizes."""
    starts = np.cumsum(sizes) - sizes
    gaps = found.copy()
    gaps[1:] -= found[:-1] + 1
    gaps[starts] = found[starts]
    return rice_codes(gaps, np.repeat(find_gap_parameters(sizes, documents), sizes))


def _pack_shards(values: Sequence[str], codes: Codes, begins: Numbers, shards: int) -> list[bytes]:
    """Part sorted values, whose codes begin there, into so many shards."""
    owners = np.array([find_shard(value, shards) for value in values])
    order = np.argsort(owners, kind="stable")
    ends = np.append(begins[1:], len(codes.values))
    spans = list(zip(begins[order].tolist(), ends[order].tolist(), strict=True))
    own = Codes(take_rows(codes.values, spans), take_rows(codes.lengths, spans))
    counts = np.bincount(owners, minlength=shards)
    stops = np.cumsum(counts)
    behind = np.append(0, np.cumsum(ends[order] - begins[order]))
    packed = pack_parts(own, behind[stops - counts])
    return [
        _join_shard([values[number] for number in order[first:last].tolist()], lists)
        for (first, last), lists in zip(pairwise([0, *stops.tolist()]), packed, strict=True)
    ]


def _join_shard(values: Sequence[str], lists: bytes) -> bytes:
    keys = "\n".join(values).encode("utf-8", "surrogatepass")
    return encode_varint(len(keys)) + keys + lists

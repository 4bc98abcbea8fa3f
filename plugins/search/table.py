"""The documents table: how many terms each document has, its shard, and its facets' values."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from plugins.search.bits import Codes, gamma_codes, join_codes, pack_codes, raw_codes
from plugins.search.documents import SearchDocument
from plugins.search.huffman import assign_codes, assign_lengths

Numbers = NDArray[np.int64]
#: The facets with a column in the table; years follow from the documents' order.
LISTED_FACETS = ("county", "topic", "column", "kind")


@dataclass(frozen=True)
class Facet:
    """A facet: its values, the commonest first, and each document's set of them.

    `sets` are the different sets, as indices into `names`; `choice` is each document's set.
    """

    names: tuple[str, ...]
    sets: tuple[tuple[int, ...], ...]
    choice: Numbers


def collect_facet(documents: Sequence[SearchDocument], key: str) -> Facet:
    """Return the values of one of LISTED_FACETS; equally common ones sort by name."""
    values = [tuple(sorted(set(_facet_values(document, key)))) for document in documents]
    counts = Counter(name for names in values for name in names)
    names = sorted(counts, key=lambda name: (-counts[name], name))
    numbers = {name: number for number, name in enumerate(names)}
    rows = [tuple(sorted(numbers[name] for name in row)) for row in values]
    sets = sorted(set(rows))
    places = {row: number for number, row in enumerate(sets)}
    return Facet(tuple(names), tuple(sets), np.array([places[row] for row in rows]))


def _facet_values(document: SearchDocument, key: str) -> Sequence[str]:
    single = {"column": document.column, "kind": document.kind}
    if key in single:
        value = single[key]
        return (value,) if value else ()
    return document.counties if key == "county" else document.topics


def count_years(documents: Sequence[SearchDocument]) -> list[tuple[str, int]]:
    """Return years and how many documents each has, in the documents' order; "" is undated."""
    years: list[tuple[str, int]] = []
    for document in documents:
        label = f"{document.year:04}" if document.year else ""
        if years and years[-1][0] == label:
            years[-1] = (label, years[-1][1] + 1)
        else:
            years.append((label, 1))
    return years


def pack_table(groups: Sequence[int], term_counts: Numbers, facets: Sequence[Facet]) -> bytes:
    """Write the documents table, without checksum (shard_format.py)."""
    parts = column_codes(np.array(groups, dtype=np.int64))
    for field in term_counts.T:
        parts += column_codes(field)
    for facet in facets:
        shape = [len(facet.sets), *(n for row in facet.sets for n in (len(row), *row))]
        parts.append(gamma_codes(np.array(shape) + 1))
        parts += column_codes(facet.choice)
    return pack_codes(
        Codes(
            np.concatenate([part.values for part in parts]),
            np.concatenate([part.lengths for part in parts]),
        )
    )


def column_codes(values: Numbers) -> list[Codes]:
    """Write a column of numbers: high bits in a Huffman code of their own, low bits as they are.

    How many bits are low is chosen so that the column is shortest.
    """
    most = int(values.max(initial=0)).bit_length()
    columns = [_split_column(values, low) for low in range(most + 1)]
    return min(columns, key=lambda parts: sum(int(part.lengths.sum()) for part in parts))


def _split_column(values: Numbers, low: int) -> list[Codes]:
    highs, which, counts = np.unique(values >> low, return_inverse=True, return_counts=True)
    lengths = assign_lengths(counts)
    codes = assign_codes(lengths)
    head = np.array([low, len(highs), len(values)])
    return [
        gamma_codes(head + 1),
        join_codes(gamma_codes(np.diff(highs, prepend=-1)), raw_codes(lengths, 5)),
        join_codes(
            Codes(codes.values[which], codes.lengths[which]),
            raw_codes(values & ((1 << low) - 1), low),
        ),
    ]

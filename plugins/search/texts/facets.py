"""Facets: the counties, topics, columns and kinds by which readers narrow what they found."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from plugins.search.codes.bits import Codes, Numbers, chain_codes, gamma_codes, pack_codes
from plugins.search.codes.columns import column_codes
from plugins.search.corpus.documents import SearchDocument

#: The facets that are written down; years follow from the documents' order.
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


def pack_documents(lengths: Numbers, facets: Sequence[Facet], pieces: Numbers) -> bytes:
    """Write the documents file, without checksum (shard_format.py).

    It has the bodies' lengths, the facets, and of those that lie in pieces how many.
    """
    parts = [column_codes(lengths)]
    for facet in facets:
        parts.append(gamma_codes(np.array([len(facet.sets) + 1])))
        parts += [_set_codes(row) for row in facet.sets]
        parts.append(column_codes(facet.choice))
    parts.append(gamma_codes(pieces))
    return pack_codes(chain_codes(*parts))


def _set_codes(row: tuple[int, ...]) -> Codes:
    return gamma_codes(np.array([len(row), *row]) + 1)

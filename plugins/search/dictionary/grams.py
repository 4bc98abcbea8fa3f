"""The dictionary of runs and words, built range by range on several processes."""

from collections.abc import Iterator
from concurrent.futures import Executor
from functools import partial
from itertools import chain
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from plugins.search.corpus.corpus import Corpus, open_corpus, strip_corpus
from plugins.search.corpus.cutting import LONGEST
from plugins.search.dictionary.entries import Entries
from plugins.search.dictionary.frequent import FrequentGrams
from plugins.search.dictionary.occurrences import collect_occurrences, find_starts, split_symbols
from plugins.search.dictionary.postings import Scale, encode_postings
from plugins.search.dictionary.shards import GramShard, cut_shards, measure_keys

_STORED = "stored"


class Grams(NamedTuple):
    """A range of the dictionary as shards, and its entries without their lists."""

    shards: list[GramShard]
    entries: Entries


def build_grams(
    corpus: Corpus, frequent: FrequentGrams, scale: Scale, executor: Executor, folder: Path
) -> Iterator[Grams]:
    """Begin to build the dictionary; return its ranges in order, as they are ready.

    The ranges depend on the text alone, so the bytes do not depend on how many processes work.
    Processes read the corpus from the files in `folder`, where map_corpus has put it.
    """
    np.save(folder / f"{_STORED}.npy", frequent.stored_lengths())
    work = partial(_build_range, folder, strip_corpus(corpus), scale)
    ranges = split_symbols(corpus.folded, len(corpus.folded_alphabet))
    return chain.from_iterable(executor.map(work, ranges))


def _build_range(
    folder: Path, light: Corpus, scale: Scale, symbols: tuple[int, int]
) -> list[Grams]:
    stored = np.load(folder / f"{_STORED}.npy", mmap_mode="r")
    corpus = open_corpus(light, folder)
    entries = encode_grams(corpus, stored, scale, find_starts(corpus, symbols))
    if entries is None:
        return []
    entries = measure_keys(entries, scale)
    shards = cut_shards(entries, np.array([0, len(entries)]), scale)
    return [Grams(shards, entries.strip())]


def encode_grams(
    corpus: Corpus,
    stored: NDArray[np.uint8],
    scale: Scale,
    at: NDArray[np.int64],
    sizes: tuple[int, int] = (1, LONGEST),
) -> Entries | None:
    """Encode the grams that begin at these places (occurrences.py); None if none is held."""
    if not len(at):
        return None
    occurrences = collect_occurrences(corpus, stored, at, sizes)
    if not len(occurrences.sizes):
        return None
    return encode_postings(occurrences, scale, corpus.term_counts)

"""The dictionary of runs and words, built range by range on several processes."""

from collections.abc import Iterator
from concurrent.futures import Executor
from functools import partial
from itertools import chain
from pathlib import Path

import numpy as np

from plugins.search.corpus import Corpus, open_corpus, strip_corpus
from plugins.search.frequent import FrequentGrams
from plugins.search.occurrences import collect_occurrences, split_symbols
from plugins.search.postings import Scale, encode_postings
from plugins.search.shards import GramShard, cut_shards

_STORED = "stored"


def build_grams(
    corpus: Corpus, frequent: FrequentGrams, scale: Scale, executor: Executor, folder: Path
) -> Iterator[GramShard]:
    """Begin to build the dictionary's shards; return them in order, as they are ready.

    The ranges depend on the text alone, so the bytes do not depend on how many processes work.
    Processes read the corpus from the files in `folder`, where map_corpus has put it.
    """
    np.save(folder / f"{_STORED}.npy", frequent.stored_lengths())
    work = partial(_build_range, folder, strip_corpus(corpus), scale)
    return chain.from_iterable(executor.map(work, split_symbols(corpus)))


def _build_range(
    folder: Path, light: Corpus, scale: Scale, symbols: tuple[int, int]
) -> list[GramShard]:
    stored = np.load(folder / f"{_STORED}.npy", mmap_mode="r")
    corpus = open_corpus(light, folder)
    occurrences = collect_occurrences(corpus, stored, symbols)
    if not len(occurrences.sizes):
        return []
    return cut_shards(encode_postings(occurrences, scale, corpus.term_counts), scale)

"""The dictionary of runs and words, built range by range on several processes."""

import tempfile
from collections.abc import Iterator
from concurrent.futures import Executor
from dataclasses import fields, replace
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np

from plugins.search.corpus import Corpus
from plugins.search.frequent import FrequentGrams
from plugins.search.occurrences import collect_occurrences, split_symbols
from plugins.search.postings import Scale, encode_postings
from plugins.search.shards import GramShard, cut_shards

_STORED = "stored"


def build_grams(
    corpus: Corpus, frequent: FrequentGrams, scale: Scale, executor: Executor
) -> Iterator[GramShard]:
    """Yield the dictionary's shards in order.

    The ranges depend on the text alone, so the bytes do not depend on how many processes work.
    Processes read the corpus from files mapped into memory: it is there once, not once each.
    """
    with tempfile.TemporaryDirectory() as folder:
        _save_arrays(corpus, frequent, Path(folder))
        empty: dict[str, Any] = {name: np.zeros(0) for name in _array_names(corpus)}
        work = partial(_build_range, Path(folder), replace(corpus, **empty), scale)
        ranges = split_symbols(corpus)
        for shards in executor.map(work, ranges):
            yield from shards


def _array_names(corpus: Corpus) -> list[str]:
    long = len(corpus.folded)
    names = [field.name for field in fields(corpus) if field.name not in ("spans",)]
    return [name for name in names if len(getattr(corpus, name)) == long]


def _save_arrays(corpus: Corpus, frequent: FrequentGrams, folder: Path) -> None:
    for name in _array_names(corpus):
        np.save(folder / f"{name}.npy", getattr(corpus, name))
    np.save(folder / f"{_STORED}.npy", frequent.stored_lengths())


def _build_range(
    folder: Path, light: Corpus, scale: Scale, symbols: tuple[int, int]
) -> list[GramShard]:
    arrays: dict[str, Any] = {
        path.stem: np.load(path, mmap_mode="r") for path in folder.glob("*.npy")
    }
    stored = arrays.pop(_STORED)
    occurrences = collect_occurrences(replace(light, **arrays), stored, symbols)
    if not len(occurrences.sizes):
        return []
    return cut_shards(encode_postings(occurrences, scale), scale.symbol_width)

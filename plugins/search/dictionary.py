"""The dictionary of runs and words: renewed where an earlier build is kept, or built anew."""

from concurrent.futures import Executor
from pathlib import Path

import numpy as np

from plugins.search.corpus import Corpus, map_corpus
from plugins.search.frequent import FrequentGrams
from plugins.search.grams import build_grams
from plugins.search.kept_entries import keep_entries, load_entries, locate_entries
from plugins.search.occurrences import split_symbols
from plugins.search.postings import Scale
from plugins.search.renewal import IndexedText, renew_entries
from plugins.search.shards import GramShard, cut_shards


def build_dictionary(
    corpus: Corpus,
    frequent: FrequentGrams,
    scale: Scale,
    executor: Executor,
    folder: Path,
    cache: Path | None = None,
) -> list[GramShard]:
    """Return the dictionary's shards, built on `executor` as far as none in `cache` is renewed.

    `folder` is where the processes find the corpus. The shards do not depend on the cache.
    """
    kept = cache and locate_entries(cache, corpus, frequent, scale)
    shards = kept and _renew_shards(kept, corpus, frequent, scale)
    if shards:
        return shards
    ranges = list(build_grams(map_corpus(corpus, folder), frequent, scale, executor, folder))
    shards = [shard for part in ranges for shard in part.shards]
    if kept:
        keep_entries(kept, [part.entries for part in ranges], shards, IndexedText.of(corpus))
    return shards


def _renew_shards(
    kept: Path, corpus: Corpus, frequent: FrequentGrams, scale: Scale
) -> list[GramShard] | None:
    known = load_entries(kept)
    if not known:
        return None
    entries = renew_entries(*known, corpus, frequent.stored_lengths(), scale)
    if not entries:
        return None
    first, _ = entries.first_symbols()
    ranges = split_symbols(corpus.folded, len(corpus.folded_alphabet))
    limits = [start for start, _ in ranges]
    bounds = np.unique(np.append(np.searchsorted(first, limits), len(first)))
    shards = cut_shards(entries, bounds, scale)
    keep_entries(kept, [entries], shards, IndexedText.of(corpus))
    return shards

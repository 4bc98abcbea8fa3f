"""The dictionary of runs and words: renewed where an earlier build is kept, or built anew."""

from concurrent.futures import Executor
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from plugins.search.changes import IndexedText
from plugins.search.corpus import Corpus, map_corpus
from plugins.search.entries import Entries
from plugins.search.frequent import FrequentGrams, find_frequent
from plugins.search.grams import build_grams
from plugins.search.kept_entries import keep_entries, load_entries, locate_entries
from plugins.search.occurrences import split_symbols
from plugins.search.postings import Scale
from plugins.search.renewal import renew_entries
from plugins.search.shards import GramShard, cut_shards


@dataclass(frozen=True)
class Dictionary:
    """The dictionary's shards, what parts its runs, and its entries for the next build."""

    frequent: FrequentGrams
    shards: list[GramShard]
    entries: list[Entries]

    def keep(self, cache: Path | None, corpus: Corpus, scale: Scale) -> None:
        """Keep it in a folder, if there is one, for the next build to renew."""
        if cache:
            file = locate_entries(cache, corpus, self.frequent, scale)
            keep_entries(file, self.entries, self.shards, IndexedText.of(corpus))


def build_dictionary(
    corpus: Corpus, scale: Scale, executor: Executor, folder: Path, cache: Path | None = None
) -> Dictionary:
    """Build the dictionary on `executor`, as far as none in `cache` can be renewed.

    `folder` is where the processes find the corpus. The shards do not depend on the cache.
    """
    frequent = find_frequent(corpus, scale.frequent)
    renewed = cache and _renew_dictionary(cache, corpus, frequent, scale)
    if renewed:
        return renewed
    ranges = list(build_grams(map_corpus(corpus, folder), frequent, scale, executor, folder))
    shards = [shard for part in ranges for shard in part.shards]
    return Dictionary(frequent, shards, [part.entries for part in ranges])


def _renew_dictionary(
    cache: Path, corpus: Corpus, frequent: FrequentGrams, scale: Scale
) -> Dictionary | None:
    known = load_entries(locate_entries(cache, corpus, frequent, scale))
    if not known:
        return None
    entries = renew_entries(*known, corpus, frequent.stored_lengths(), scale)
    if not entries:
        return None
    first, _ = entries.first_symbols()
    ranges = split_symbols(corpus.folded, len(corpus.folded_alphabet))
    limits = [start for start, _ in ranges]
    bounds = np.unique(np.append(np.searchsorted(first, limits), len(first)))
    return Dictionary(frequent, cut_shards(entries, bounds, scale), [entries])

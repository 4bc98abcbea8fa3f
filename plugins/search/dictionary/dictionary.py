"""The dictionary of runs and words: renewed where an earlier build is kept, or built anew."""

from concurrent.futures import Executor
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from plugins.search.corpus.corpus import Corpus, map_corpus
from plugins.search.dictionary.alignment import align_documents
from plugins.search.dictionary.changes import IndexedText
from plugins.search.dictionary.entries import Entries
from plugins.search.dictionary.frequent import FrequentGrams, find_frequent, renew_frequent
from plugins.search.dictionary.grams import build_grams
from plugins.search.dictionary.kept_entries import (
    KeptEntries,
    exchange_documents,
    keep_entries,
    load_entries,
    name_settings,
)
from plugins.search.dictionary.occurrences import split_symbols
from plugins.search.dictionary.postings import Scale
from plugins.search.dictionary.renewal import renew_entries
from plugins.search.dictionary.shards import GramShard, cut_shards, measure_keys


@dataclass(frozen=True)
class Dictionary:
    """The dictionary's shards, what parts its runs, and its entries for the next build."""

    frequent: FrequentGrams
    shards: list[GramShard]
    entries: list[Entries]

    def keep(self, cache: Path | None, corpus: Corpus, scale: Scale) -> None:
        """Keep it in a folder, if there is one, for the next build to renew."""
        # Of nothing but marks there is no entry to keep.
        if cache and self.shards:
            settings, text = name_settings(corpus, scale), IndexedText.of(corpus)
            keep_entries(cache, settings, self.entries, self.shards, text, self.frequent)


def build_dictionary(
    corpus: Corpus, scale: Scale, executor: Executor, folder: Path, cache: Path | None = None
) -> Dictionary:
    """Build the dictionary on `executor`, or renew the one kept in `cache`, where that is possible.

    `folder` is where the processes find the corpus. The shards do not depend on what was kept.
    """
    kept = load_entries(cache)
    if kept and kept.settings == name_settings(corpus, scale):
        renewed = _renew_dictionary(kept, corpus, scale)
        if renewed:
            return renewed
    frequent = find_frequent(corpus, scale.frequent)
    ranges = list(build_grams(map_corpus(corpus, folder), frequent, scale, executor, folder))
    shards = [shard for part in ranges for shard in part.shards]
    return Dictionary(frequent, shards, [part.entries for part in ranges])


def _renew_dictionary(kept: KeptEntries, corpus: Corpus, scale: Scale) -> Dictionary | None:
    before, after = kept.text, IndexedText.of(corpus)
    aligned = align_documents(before.name_documents(), after.name_documents())
    frequent = renew_frequent(kept.frequent, before, after, aligned, scale.frequent)
    renewed = frequent and renew_entries(
        kept.entries, before, corpus, aligned, frequent.stored_lengths(), scale
    )
    if not frequent or not renewed:
        return None
    entries, origin, has_moved = renewed
    entries = measure_keys(entries, scale)
    known = kept.move_shards(origin)
    if has_moved:
        known = exchange_documents(known, entries)
    first, _ = entries.first_symbols()
    ranges = split_symbols(corpus.folded, len(corpus.folded_alphabet))
    limits = [start for start, _ in ranges]
    bounds = np.unique(np.append(np.searchsorted(first, limits), len(first)))
    shards = cut_shards(entries, bounds, scale, known=known)
    return Dictionary(frequent, shards, [entries])

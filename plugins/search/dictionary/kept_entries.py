"""The last build's dictionary and the text it stands for, kept for the next build to renew."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path

import numpy as np

from plugins.search.codes.bits import Numbers
from plugins.search.codes.spans import Span
from plugins.search.corpus.corpus import Corpus
from plugins.search.dictionary.changes import IndexedText
from plugins.search.dictionary.entries import KEYS, LISTS, MEASURES, Entries, place_lists
from plugins.search.dictionary.frequent import FrequentGrams
from plugins.search.dictionary.postings import Scale
from plugins.search.dictionary.shards import GramShard, Streams
from plugins.search.kept_code import name_kept
from plugins.system.digests import digest
from plugins.system.kept_arrays import Kept, keep_arrays, read_arrays

_TEXT, _STREAM = "text_", "stream_"
#: A shard's streams; its lists are the last ones.
_STREAMS = ("keys", "symbols", *LISTS)


@dataclass(frozen=True)
class KeptEntries:
    """Entries, the spans of them that were shards, with their streams, and the text.

    `settings` is what name_settings gives.
    """

    settings: bytes
    entries: Entries
    shards: dict[Span, Streams]
    text: IndexedText
    frequent: FrequentGrams

    def move_shards(self, origin: Numbers) -> dict[Span, Streams]:
        """Return the shards that are whole among other entries, which had these numbers here."""
        place = np.full(len(self.entries), -1)
        place[origin[origin >= 0]] = np.flatnonzero(origin >= 0)
        missing = np.concatenate([[0], np.cumsum(place < 0)])
        moved = {}
        for (start, end), streams in self.shards.items():
            first, last = int(place[start]), int(place[end - 1])
            # Kept entries keep their order: nothing stands between if they are as many.
            if missing[start] == missing[end] and last - first == end - 1 - start:
                moved[first, last + 1] = streams
        return moved


def exchange_documents(shards: Mapping[Span, Streams], entries: Entries) -> dict[Span, Streams]:
    """Return shards of these entries with their own lists of documents, all else as it is."""
    place = _STREAMS.index(LISTS[0])
    lists = entries.slice_lists(LISTS[0], list(shards))
    return {
        span: (*streams[:place], documents, *streams[place + 1 :])
        for (span, streams), documents in zip(shards.items(), lists, strict=True)
    }


def name_settings(corpus: Corpus, scale: Scale) -> bytes:
    """Return a name for all that decides entries besides the text and the code."""
    # How many documents there are, the text says.
    settings = repr(replace(scale, documents=0))
    return digest(corpus.folded_alphabet.tobytes(), settings.encode())


def load_entries(folder: Path | None) -> KeptEntries | None:
    """Return what was kept in a folder; None where nothing is, or not as it was written."""
    arrays = read_arrays(folder / name_kept()) if folder else None
    if arrays is None:
        return None
    text = {key: arrays.pop(f"{_TEXT}{key}") for key in IndexedText.__dataclass_fields__}
    packed = {name: arrays.pop(f"{_STREAM}{name}") for name in _STREAMS}
    longest, counts = arrays.pop("longest"), arrays.pop("counts")
    levels = np.split(counts, arrays.pop("count_ends"))
    starts, sizes = arrays.pop("starts"), arrays.pop("stream_sizes")
    settings = arrays.pop("settings").tobytes()
    ends = np.cumsum(sizes, axis=0)
    begins = ends - sizes
    positions = place_lists(arrays["lengths"], starts, 8 * begins[:, -len(LISTS) :])
    lists = {name: packed[name] for name in LISTS}
    columns = [
        [packed[name].data[start:end] for start, end in zip(*column, strict=True)]
        for name, *column in zip(_STREAMS, begins.T.tolist(), ends.T.tolist(), strict=True)
    ]
    spans = pairwise([*starts.tolist(), len(positions)])
    shards = dict(zip(spans, zip(*columns, strict=True), strict=True))
    entries = Entries(positions=positions, **arrays, **lists)
    frequent = FrequentGrams(longest, levels[:-1])
    return KeptEntries(settings, entries, shards, IndexedText(**text), frequent)


def keep_entries(
    folder: Path,
    settings: bytes,
    parts: Sequence[Entries],
    shards: Sequence[GramShard],
    text: IndexedText,
    frequent: FrequentGrams,
) -> None:
    """Keep entries, with their lists as they stand in the shards, and the text they stand for."""
    names = (*KEYS, *MEASURES)
    columns = {name: np.concatenate([getattr(part, name) for part in parts]) for name in names}
    # Nobody has measured the first key of a range beside the one before it.
    firsts = np.cumsum([0, *(len(part) for part in parts[:-1])])
    columns["key_bits"][firsts] = 0
    arrays: dict[str, Kept] = {**columns}
    for number, name in enumerate(_STREAMS):
        arrays[f"{_STREAM}{name}"] = [shard.streams[number] for shard in shards]
    sizes = [[len(stream) for stream in shard.streams] for shard in shards]
    arrays["stream_sizes"] = np.array(sizes)
    entries = np.array([shard.entries for shard in shards])
    arrays["starts"] = np.cumsum(entries) - entries
    arrays |= {"longest": frequent.longest, "counts": np.concatenate(frequent.counts)}
    arrays["count_ends"] = np.cumsum([len(counts) for counts in frequent.counts])
    arrays["settings"] = np.frombuffer(settings, dtype=np.uint8)
    keep_arrays(
        folder / name_kept(),
        arrays | {f"{_TEXT}{name}": array for name, array in vars(text).items()},
    )

"""The last build's entries and the text they stand for, kept for the next build to renew."""

import importlib.metadata
import platform
from collections.abc import Sequence
from itertools import accumulate
from pathlib import Path

import numpy as np

from plugins.archive.kept_files import digest
from plugins.search.changes import IndexedText
from plugins.search.corpus import Corpus
from plugins.search.entries import KEYS, LISTS, Entries, place_lists
from plugins.search.frequent import FrequentGrams
from plugins.search.kept_arrays import keep_arrays, read_arrays
from plugins.search.postings import Scale
from plugins.search.shards import GramShard
from plugins.search.tokens import engine_name

_TEXT = "text_"


def locate_entries(folder: Path, corpus: Corpus, frequent: FrequentGrams, scale: Scale) -> Path:
    """Return the file for all that decides entries besides the text: code, packages, figures."""
    code = [path.read_bytes() for path in sorted(Path(__file__).parent.glob("*.py"))]
    versions = [importlib.metadata.version(name) for name in (engine_name(), "numpy")]
    settings = (scale, frequent.grams, engine_name(), versions, platform.python_version())
    name = digest(*code, corpus.folded_alphabet.tobytes(), repr(settings).encode())
    return folder / "entries" / f"{name.hex()}.arrays"


def load_entries(file: Path) -> tuple[Entries, IndexedText] | None:
    """Return what was kept there; None where nothing is, or where it is not as it was written."""
    arrays = read_arrays(file)
    if arrays is None:
        return None
    text = {key: arrays.pop(f"{_TEXT}{key}") for key in IndexedText.__dataclass_fields__}
    positions = place_lists(arrays["lengths"], arrays.pop("starts"))
    return Entries(positions=positions, **arrays), IndexedText(**text)


def keep_entries(
    file: Path, parts: Sequence[Entries], shards: Sequence[GramShard], text: IndexedText
) -> None:
    """Keep entries, with their lists as they stand in the shards, and the text they stand for."""
    arrays = {name: np.concatenate([getattr(part, name) for part in parts]) for name in KEYS}
    for number, name in enumerate(LISTS, start=-len(LISTS)):
        packed = b"".join(shard.streams[number] for shard in shards)
        arrays[name] = np.frombuffer(packed, dtype=np.uint8)
    starts = list(accumulate((shard.entries for shard in shards[:-1]), initial=0))
    texts = {f"{_TEXT}{name}": array for name, array in vars(text).items()}
    keep_arrays(file, {**arrays, "starts": np.array(starts), **texts})

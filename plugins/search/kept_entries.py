"""The last build's entries and the text they stand for, kept for the next build to renew."""

import importlib.metadata
import io
import platform
from pathlib import Path

import numpy as np

from plugins.archive.kept_files import digest, keep_alone, read_content
from plugins.search.corpus import Corpus
from plugins.search.entries import Entries
from plugins.search.frequent import FrequentGrams
from plugins.search.postings import Scale
from plugins.search.renewal import IndexedText
from plugins.search.tokens import engine_name

_TEXT = "text_"


def locate_entries(folder: Path, corpus: Corpus, frequent: FrequentGrams, scale: Scale) -> Path:
    """Return the file for all that decides entries besides the text: code, packages, figures."""
    code = [path.read_bytes() for path in sorted(Path(__file__).parent.glob("*.py"))]
    versions = [importlib.metadata.version(name) for name in (engine_name(), "numpy")]
    settings = (scale, frequent.grams, engine_name(), versions, platform.python_version())
    name = digest(*code, corpus.folded_alphabet.tobytes(), repr(settings).encode())
    return folder / "entries" / f"{name.hex()}.npz"


def load_entries(file: Path) -> tuple[Entries, IndexedText] | None:
    """Return what was kept there; None where nothing is, or where it is not as it was written."""
    content = read_content(file)
    if content is None:
        return None
    with np.load(io.BytesIO(content), allow_pickle=False) as kept:
        arrays = {key: kept[key] for key in kept.files}
    text = {key.removeprefix(_TEXT): arrays.pop(key) for key in kept.files if key[:5] == _TEXT}
    return Entries(**arrays), IndexedText(**text)


def keep_entries(file: Path, entries: Entries, text: IndexedText) -> None:
    """Keep entries, and the text they stand for, in the place of those kept before."""
    content = io.BytesIO()
    arrays = {f"{_TEXT}{name}": array for name, array in vars(text).items()}
    np.savez(content, allow_pickle=False, **vars(entries), **arrays)
    keep_alone(file, content.getvalue())

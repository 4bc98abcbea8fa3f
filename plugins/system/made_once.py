"""Files that are made once and kept: what takes long and seldom changes."""

from collections.abc import Callable, Mapping
from pathlib import Path

import numpy as np

from plugins.system.kept_arrays import keep_arrays, read_arrays


def make_once(
    folder: Path | None, key: bytes, make: Callable[[], Mapping[str, bytes]]
) -> Mapping[str, bytes]:
    """Return the files that `make` gives, by their paths; `key` stands for all that decides them.

    They are kept in a folder of their own, or, without one, nowhere. Raises what `make` raises.
    """
    file = folder and folder / f"{key.hex()}.kept"
    kept = read_arrays(file) if file else None
    if kept is not None:
        return {path: content.tobytes() for path, content in kept.items()}
    files = make()
    if file:
        arrays = {path: np.frombuffer(content, np.uint8) for path, content in files.items()}
        keep_arrays(file, arrays)
    return files

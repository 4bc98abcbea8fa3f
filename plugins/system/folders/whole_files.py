"""Several files written whole: all of them, or none."""

import os
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path
from tempfile import NamedTemporaryFile

from plugins.system.folders.holding import UNFINISHED, hold_for_writing


def write_files(files: Sequence[tuple[Path, str]]) -> None:
    """Write all files beside their places first, then move each into its place.

    Raises OSError, with nothing written, where the disk refuses.
    """
    prefix, suffix = UNFINISHED
    ready: list[tuple[Path, Path]] = []
    with ExitStack() as held:
        for folder in sorted({path.parent for path, _ in files}):
            held.enter_context(hold_for_writing(folder))
        held.callback(_remove_unfinished, ready)
        for path, text in files:
            with NamedTemporaryFile(
                "w",
                encoding="utf-8",
                newline="",
                dir=path.parent,
                prefix=prefix,
                suffix=suffix,
                delete=False,
            ) as file:
                ready.append((Path(file.name), path))
                file.write(text)
                file.flush()
                os.fsync(file.fileno())
        for temporary, path in ready:
            temporary.chmod(0o644)
            temporary.replace(path)


def _remove_unfinished(ready: Sequence[tuple[Path, Path]]) -> None:
    for temporary, _ in ready:
        temporary.unlink(missing_ok=True)

"""Files that a build keeps for the next one: one a folder, whole or absent, never needed."""

import hashlib
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import IO

DIGEST_BYTES = 16


def digest(*contents: bytes) -> bytes:
    """Return a short name for these contents that no others have."""
    whole = hashlib.blake2b(digest_size=DIGEST_BYTES)
    for content in contents:
        whole.update(len(content).to_bytes(8, "big"))
        whole.update(content)
    return whole.digest()


def keep_file(target: Path, write: Callable[[IO[bytes]], None]) -> None:
    """Write a file and remove all others of its folder: older ones, and those of killed builds.

    A folder that cannot be written is left as it is.
    """
    with suppress(OSError):
        target.parent.mkdir(parents=True, exist_ok=True)
        with NamedTemporaryFile(dir=target.parent, suffix=".tmp", delete=False) as file:
            write(file)
        Path(file.name).replace(target)
        for old in target.parent.iterdir():
            if old != target:
                old.unlink()

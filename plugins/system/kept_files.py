"""Files that a build keeps for the next one: each as it was written, or as if it were not there.

A file begins with the digest of its name and of what follows, so that one which a fault has altered
or exchanged is noticed; who can write files here could alter the code as well. The formats inside
have checksums too, but their readers trust some bytes before those.
"""

import hashlib
import os
from collections.abc import Collection, Iterable, Iterator
from contextlib import suppress
from hmac import compare_digest
from pathlib import Path
from tempfile import mkstemp
from typing import BinaryIO

from plugins.system.digests import DIGEST_BYTES, Bytes

#: Bytes of a file that are read in one go.
_PIECE = 1 << 20


def keep_content(target: Path, *contents: Bytes) -> None:
    """Write a file whole or not at all, whoever else is doing the same. Raises OSError."""
    target.parent.mkdir(parents=True, exist_ok=True)
    descriptor, fresh = mkstemp(dir=target.parent, suffix=".tmp")
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(_seal(target, contents))
            for content in contents:
                file.write(content)
        Path(fresh).replace(target)
    except OSError:
        # On a full disk, what was begun would take the room that is left.
        Path(fresh).unlink(missing_ok=True)
        raise


def keep_alone(target: Path, *contents: Bytes, others: Collection[Path] = ()) -> None:
    """Write a file and remove all of its folder but `others`; where that fails, all stays."""
    with suppress(OSError):
        keep_content(target, *contents)
        remove_others(target.parent, {target, *others})


def remove_others(folder: Path, files: Collection[Path]) -> None:
    """Remove all of a folder but these: older files, killed builds' ones. Raises OSError."""
    for old in folder.iterdir():
        if old not in files:
            # Another build may have removed it, too.
            old.unlink(missing_ok=True)


def read_content(target: Path) -> bytes | None:
    """Return what was kept; None where nothing was, or where the file is not as it was written."""
    try:
        kept = target.read_bytes()
    except OSError:
        return None
    return kept[DIGEST_BYTES:] if is_whole(target, memoryview(kept)) else None


def is_whole(target: Path, kept: memoryview) -> bool:
    """Tell whether a file's bytes are as they were written."""
    # Compared so that no fuzzer learns from how far they agree; a forger needs not, without a key.
    return compare_digest(kept[:DIGEST_BYTES], _seal(target, [kept[DIGEST_BYTES:]]))


def is_file_whole(target: Path, file: BinaryIO) -> bool:
    """Tell the same of an open file, piece by piece, so that it need not be in memory."""
    sealed = file.read(DIGEST_BYTES)
    return compare_digest(sealed, _seal(target, _read_pieces(file)))


def _read_pieces(file: BinaryIO) -> Iterator[bytes]:
    while piece := file.read(_PIECE):
        yield piece


def _seal(target: Path, contents: Iterable[Bytes]) -> bytes:
    """Return the digest of a file's name and of what it holds, in however many pieces."""
    whole = hashlib.sha256(target.name.encode() + b"\0")
    for content in contents:
        whole.update(content)
    return whole.digest()[:DIGEST_BYTES]

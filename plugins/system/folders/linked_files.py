"""The files of the last index, linked into the next one where they are the same.

A file that is written anew takes a new inode, and a file system that has just deleted thousands
may look at each of them before it takes one (ext4 passes over inodes for minutes after their
deletion): then writing an index takes longer than building it. A link takes none.
"""

import os
from contextlib import suppress
from pathlib import Path


class LinkedFiles:
    """Files by name in a folder of their own, or, without one, for nobody. Changes no byte."""

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder
        self._used: set[str] = set()

    def write(self, file: str, name: str, content: bytes) -> None:
        """Write a new file, or link the one of this name that has the same content.

        Raises OSError where the file cannot be written.
        """
        if not self._folder:
            _write_new(file, content)
            return
        self._used.add(name)
        kept = f"{self._folder}/{name}"
        if _link_same(kept, file, content):
            return
        _write_new(file, content)
        # A disk that knows no links, or is full, only makes the next build slower.
        with suppress(OSError):
            _keep_link(file, kept)

    def forget_others(self) -> None:
        """Remove the files that this build has not written."""
        if not self._folder:
            return
        for folder, _, names in os.walk(self._folder):
            place = (
                "" if folder == str(self._folder) else f"{os.path.relpath(folder, self._folder)}/"
            )
            for name in names:
                if f"{place}{name}" not in self._used:
                    with suppress(OSError):
                        Path(folder, name).unlink()


def _link_same(kept: str, file: str, content: bytes) -> bool:
    """Link a kept file if it has this content, and say whether it has."""
    try:
        os.link(kept, file)
    except OSError:
        return False
    # The link is read: a build beside this one may have put another file in the kept one's place.
    if _read(file, len(content) + 1) == content:
        return True
    # Never written into, for others hold the same file.
    Path(file).unlink()
    return False


def _write_new(file: str, content: bytes) -> None:
    # Thousands of files: a path and a buffer for each would take longer than writing them.
    descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666)
    try:
        left = memoryview(content)
        while left:
            left = left[os.write(descriptor, left) :]
    finally:
        os.close(descriptor)


def _keep_link(file: str, kept: str) -> None:
    """Keep a file in the place of one of before. Raises OSError."""
    Path(kept).unlink(missing_ok=True)
    try:
        os.link(file, kept)
    except FileNotFoundError:
        Path(kept).parent.mkdir(parents=True, exist_ok=True)
        os.link(file, kept)


def _read(file: str, most: int) -> bytes:
    """Return so many bytes of a file at most. Raises OSError."""
    descriptor = os.open(file, os.O_RDONLY)
    try:
        return os.read(descriptor, most)
    finally:
        os.close(descriptor)

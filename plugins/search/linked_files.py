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
        self._used: set[Path] = set()

    def write(self, file: Path, name: str, content: bytes) -> None:
        """Write a new file, or link the one of this name that has the same content.

        Raises OSError where the file cannot be written.
        """
        kept = self._folder and self._folder / name
        if not kept:
            file.write_bytes(content)
            return
        self._used.add(kept)
        with suppress(OSError):
            if kept.read_bytes() == content:
                os.link(kept, file)
                return
        file.write_bytes(content)
        # A disk that knows no links, or is full, only makes the next build slower.
        with suppress(OSError):
            kept.parent.mkdir(parents=True, exist_ok=True)
            kept.unlink(missing_ok=True)
            os.link(file, kept)

    def forget_others(self) -> None:
        """Remove the files that this build has not written."""
        if not self._folder:
            return
        for file in self._folder.rglob("*"):
            if file not in self._used and file.is_file():
                with suppress(OSError):
                    file.unlink()

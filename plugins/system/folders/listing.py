"""All that a folder holds, with what the system tells of each entry, and what is in the files.

Of tens of thousands of files, a path and a question for each would take longer than to read them.
"""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

_PIECE = 1 << 24


def list_below(
    folder: str | Path, is_aside: Callable[[str], bool] = lambda _: False
) -> Iterator[os.DirEntry[str]]:
    """Yield what a folder holds by name, each folder before what is in it; no link is followed.

    Names that are aside are left out, with all below them. Of what is no folder nothing is
    yielded. Raises OSError where one cannot be read.
    """
    try:
        with os.scandir(folder) as found:
            entries = sorted(found, key=lambda entry: entry.name)
    except (FileNotFoundError, NotADirectoryError):
        return
    for entry in entries:
        if not is_aside(entry.name):
            yield entry
            if entry.is_dir(follow_symlinks=False):
                yield from list_below(entry.path, is_aside)


def read_file(path: str | Path) -> bytes:
    """Return what a file holds. Raises OSError."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        content = os.read(descriptor, os.fstat(descriptor).st_size)
        # A great one comes in pieces.
        while more := os.read(descriptor, _PIECE):
            content += more
        return content
    finally:
        os.close(descriptor)

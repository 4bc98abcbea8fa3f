"""A folder held by one command at a time, cleared of what killed commands left in it."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

#: How the names of files begin and end that are being written: hidden, so that none is an article.
UNFINISHED = (".desk-", ".tmp")


@contextmanager
def hold_folder(folder: Path, *, wait: bool = True) -> Iterator[None]:
    """Keep other commands' holds out of a folder; a killed command's ends with it.

    Raises BlockingIOError where another command holds the folder and this one is not to `wait`.
    """
    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
        yield
    finally:
        os.close(handle)


@contextmanager
def hold_for_writing(folder: Path) -> Iterator[None]:
    """Make a folder where it is missing, hold it, and remove unfinished files from it."""
    folder.mkdir(parents=True, exist_ok=True)
    with hold_folder(folder):
        for left in folder.glob("*".join(UNFINISHED)):
            left.unlink()
        yield

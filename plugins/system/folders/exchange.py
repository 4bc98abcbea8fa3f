"""A folder put in another one's place, so that who looks there finds one of them, whole."""

import ctypes
import os
from pathlib import Path

#: Paths that do not depend on an open folder (fcntl.h of Linux).
_AT_FDCWD = -100
#: Flags that make a rename an exchange: RENAME_EXCHANGE (Linux), RENAME_SWAP (macOS).
_EXCHANGE = 2


def replace_folder(fresh: Path, place: Path, old: Path) -> None:
    """Put the folder `fresh` in the `place` of another, in one step where the system has one.

    Elsewhere there are two renames, by way of `old`, with nothing there for microseconds.
    """
    if not place.exists():
        fresh.rename(place)
    elif not _exchange(fresh, place):
        place.rename(old)
        fresh.rename(place)


def restore_folder(place: Path, old: Path) -> None:
    """Bring back the folder where a kill struck between the two renames of replace_folder."""
    if old.exists() and not place.exists():
        old.rename(place)


def _exchange(one: Path, other: Path) -> bool:
    """Let two folders change places at once; False where the system or the disk cannot."""
    system = ctypes.CDLL(None)
    names = os.fsencode(one), os.fsencode(other)
    if hasattr(system, "renameat2"):
        return bool(system.renameat2(_AT_FDCWD, names[0], _AT_FDCWD, names[1], _EXCHANGE) == 0)
    if hasattr(system, "renamex_np"):
        return bool(system.renamex_np(*names, _EXCHANGE) == 0)
    return False

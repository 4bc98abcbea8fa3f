"""What lies beside a site while it is built, so that none of it is published."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path


def name_work_folder(site: Path) -> Path:
    """Return the folder for what is written while this one is, and cleared with it."""
    return _name_beside(site, "work")


def name_left(site: Path) -> tuple[Path, Path, Path]:
    """Return the folders that a killed build may leave: the new site, the last one, its work."""
    fresh = _name_beside(site, "new")
    return fresh, _name_beside(site, "old"), name_work_folder(fresh)


def clear(*folders: Path) -> None:
    """Remove what builds leave behind."""
    for folder in folders:
        shutil.rmtree(folder, ignore_errors=True)


def clear_within(own: Path) -> None:
    """Remove a folder, and the one that it lies in where no other work lies there."""
    clear(own)
    with suppress(OSError):
        own.parent.rmdir()


@contextmanager
def temporary_files_below(folder: Path) -> Iterator[None]:
    """Let temporary files lie below a folder that the next build clears, for a kill leaves them.

    Raises OSError where it cannot be made.
    """
    own = folder.absolute() / "temporary"
    own.mkdir(parents=True, exist_ok=True)
    before, tempfile.tempdir = tempfile.tempdir, str(own)
    try:
        yield
    finally:
        tempfile.tempdir = before
        clear_within(own)


def _name_beside(site: Path, ending: str) -> Path:
    return site.with_name(f"{site.name}.{ending}")

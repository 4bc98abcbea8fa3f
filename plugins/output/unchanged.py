"""A site of which nothing has changed since it was built: known by all that it was made of.

Each edition's record says which bytes went in, and which files came out. Where both are as they
were, there is nothing to do. It needs neither Pelican nor a dictionary, so that this is said at
once. It refuses nothing: what it cannot read, or would be led elsewhere by, the build looks at.
"""

import os
import stat
import sys
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path

from plugins.system.code_version import ROOT, name_code
from plugins.system.digests import digest
from plugins.system.folders.listing import list_below, read_file
from plugins.system.kept_files import keep_alone, read_content
from plugins.system.refusal import RefusalError

#: What decides a site, below the folder that it is built in; the code lies elsewhere.
SOURCES = ("content", "theme", "pelicanconf.py", "publishconf.py")
CODE = ("plugins", "package-lock.json", "requirements.txt", "requirements-node.txt")
#: What of the environment the settings read.
VARIABLES = ("SITEURL", "GITHUB_REPOSITORY", "GITHUB_REF_NAME", "GITHUB_HEAD_REF")
RECORDS = Path(".cache/site")
#: Larger files, which are pictures and papers, are told by the system's words for them.
MOST_READ = 1_000_000


def name_states() -> bytes:
    """Return the digest of how the files stand that decide this folder's site; b"" where unknown.

    Where it stays, none has been written: to read them all again would take ten times as long.
    """
    try:
        states = [(file, os.lstat(file)) for file in _list_sources()]
    except OSError:
        return b""
    told = [(file, s.st_size, s.st_ino, s.st_mtime_ns, s.st_ctime_ns) for file, s in states]
    return digest(repr(told).encode())


def name_sources(edition: str, environment: Mapping[str, str] = os.environ) -> bytes:
    """Return the digest of all that decides an edition of this folder's site, b"" where unknown."""
    # Processes that begin beside a build load this module, too, and need no model.
    from plugins.model import find_publish_day, read_epoch

    try:
        # Without a day given, a site is of today.
        told = [edition, str(find_publish_day(environment)), str(read_epoch(environment))]
        told += [f"{name}={environment.get(name)}" for name in VARIABLES]
        parts = [" ".join((*told, *_list_packages(), name_code(()))).encode()]
        for file in _list_sources():
            parts += [file.encode(), _name_content(file)]
    except (RefusalError, ValueError, OSError):
        return b""
    return digest(*parts)


def _list_sources() -> Iterator[str]:
    for folder, names in ((Path(), SOURCES), (ROOT, CODE)):
        for name in names:
            yield from _list_files(folder / name)


def _list_packages() -> list[str]:
    """Return what is installed, each package by the folder that says so: name and version."""
    folders = (Path(folder) for folder in sys.path if Path(folder).is_dir())
    return sorted(path.name for folder in folders for path in folder.glob("*.dist-info"))


def is_unchanged(output: Path, edition: str, sources: bytes) -> bool:
    """Say whether `output` is still as the edition's last build, of these sources, has left it."""
    recorded = read_content(_record_of(edition))
    # Where the sources are others, nobody need look at the thousands of files.
    if not (sources and recorded and recorded.startswith(sources)):
        return False
    with suppress(OSError):
        return recorded == sources + _name_output(output)
    return False


def record_site(output: Path, edition: str, sources: bytes) -> None:
    """Put on record of what the edition in `output` was made, and its files."""
    if sources:
        with suppress(OSError):
            keep_alone(_record_of(edition), sources, _name_output(output))


def _record_of(edition: str) -> Path:
    return RECORDS / edition / "record"


def _name_content(file: str) -> bytes:
    """Return the digest of what a file holds. Raises OSError; ValueError for what is no file."""
    state = os.lstat(file)
    if not stat.S_ISREG(state.st_mode):
        raise ValueError
    if state.st_size > MOST_READ:
        times = (state.st_mtime_ns, state.st_ctime_ns)
        return digest(repr((state.st_size, state.st_ino, times)).encode())
    return digest(read_file(file))


def _name_output(output: Path) -> bytes:
    """Return the digest of the names, sizes, rights and times of all files. Raises OSError.

    The time of a file's last change, which the system keeps besides, says nothing here: it moves
    with every other site that shares the file, when that is made and when it goes.
    """
    files = [(file, os.lstat(file)) for file in _list_files(output)]
    told = [(name, s.st_size, s.st_ino, s.st_mode, s.st_mtime_ns) for name, s in files]
    return digest(repr(told).encode())


def _list_files(place: Path) -> Iterator[str]:
    """Yield a file, or all that a folder holds but folders, in their order.

    It may itself be a link; one in it is yielded, and not followed. Hidden is what other programs
    keep there.
    """
    if place.is_file():
        yield str(place.resolve())
    for entry in list_below(place, _is_aside):
        if not entry.is_dir(follow_symlinks=False):
            yield entry.path


def _is_aside(name: str) -> bool:
    return name.startswith(".") or name == "__pycache__"

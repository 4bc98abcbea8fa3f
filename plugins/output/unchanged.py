"""A site of which nothing has changed since it was built: known by all that it was made of.

Its record says which bytes went in, and which files came out. Where both are as they were, there
is nothing to do. It needs neither Pelican nor a dictionary, so that this is said at once.
"""

import os
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

from plugins.model import find_publish_day, read_epoch
from plugins.system.code_version import ROOT, name_code
from plugins.system.digests import digest
from plugins.system.kept_files import keep_alone, read_content

#: What decides a site, below the folder that it is built in; the code lies elsewhere.
SOURCES = ("content", "theme", "pelicanconf.py", "publishconf.py")
CODE = ("plugins", "package-lock.json", "requirements.txt", "requirements-node.txt")
#: What of the environment the settings read.
VARIABLES = ("SITEURL", "GITHUB_REPOSITORY", "GITHUB_REF_NAME", "GITHUB_HEAD_REF")
RECORD = Path(".cache/site/record")


def name_sources(edition: str, environment: Mapping[str, str] = os.environ) -> bytes:
    """Return the digest of all that decides an edition of this folder's site, b"" where unknown.

    Raises OSError.
    """
    try:
        # Without a day given, a site is of today.
        told = [edition, str(find_publish_day(environment)), str(read_epoch(environment))]
    except ValueError:
        return b""
    told += [f"{name}={environment.get(name)}" for name in VARIABLES]
    parts = [" ".join((*told, *_list_packages(), name_code(()))).encode()]
    for folder, names in ((Path(), SOURCES), (ROOT, CODE)):
        for file in (file for name in names for file in _list_files(folder / name)):
            parts += [str(file).encode(), file.read_bytes()]
    return digest(*parts)


def _list_packages() -> list[str]:
    """Return what is installed, each package by the folder that says so: name and version."""
    folders = (Path(folder) for folder in sys.path if Path(folder).is_dir())
    return sorted(path.name for folder in folders for path in folder.glob("*.dist-info"))


def is_unchanged(output: Path, sources: bytes) -> bool:
    """Say whether `output` is still as a build of these sources has left it. Raises OSError."""
    return bool(sources) and read_content(RECORD) == sources + _name_output(output)


def record_site(output: Path, sources: bytes) -> None:
    """Put on record of what the site in `output` was made, and its files."""
    if sources:
        keep_alone(RECORD, sources, _name_output(output))


def _name_output(output: Path) -> bytes:
    """Return the digest of the names, sizes and times of all files.

    The time of a file's last change is the system's own: whoever writes into it moves that.
    """
    files = [(str(file), file.stat()) for file in _list_files(output)]
    told = [(name, s.st_size, s.st_ino, s.st_mtime_ns, s.st_ctime_ns) for name, s in files]
    return digest(repr(told).encode())


def _list_files(place: Path) -> Iterator[Path]:
    """Yield a file, or all files of a folder, in their order."""
    if place.is_file():
        yield place
    for folder, folders, names in os.walk(place, followlinks=True):
        folders[:] = sorted(name for name in folders if name != "__pycache__")
        yield from (Path(folder, name) for name in sorted(names))

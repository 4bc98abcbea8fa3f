"""Versions of code: what was kept by other code, or by other packages, is not taken."""

import importlib.metadata
import platform
from collections.abc import Sequence
from pathlib import Path

from plugins.system.digests import digest

ROOT = Path(__file__).parents[2]


def name_code(packages: Sequence[str], *places: str) -> str:
    """Return a name that stands for these installed packages and this code.

    A place is a folder of code, with all below it, tables and lists of any kind, too, or a module:
    `plugins/search`, `plugins/system/kept_arrays.py`.
    """
    code = [path.read_bytes() for place in places for path in _list_files(ROOT / place)]
    versions = (f"{name}=={importlib.metadata.version(name)}" for name in packages)
    return digest(*code, " ".join((*versions, platform.python_version())).encode()).hex()


def _list_files(place: Path) -> list[Path]:
    if place.is_file():
        return [place]
    return sorted(path for path in place.rglob("*") if path.is_file() and _is_own(path))


def _is_own(path: Path) -> bool:
    """Whether somebody wrote the file: not Python, nor an editor's program for itself."""
    # What it compiles has a name of its own until it is whole.
    compiled = "__pycache__" in path.parts
    return not compiled and not path.name.startswith(".") and path.name[-1] != "~"

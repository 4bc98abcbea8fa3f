"""What runs on a cluster's worker: blocks of pure work, by the same code and the same packages.

A worker has the project's code and none of its content: what the work reads besides the items
travels to each worker once, as the errand's ground.
"""

import platform
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from importlib.metadata import PackageNotFoundError, version
from threading import Lock
from typing import Any, TypeAlias

from plugins.system.code_version import ROOT, name_code
from plugins.system.refusal import RefusalError

#: Python, each locked package, and all code, by name: which version, "" where there is none.
Versions: TypeAlias = Mapping[str, str]
CODE = "代码"
#: They list all packages that work needs, and Dask's own.
_LOCKS = ("requirements.txt", "requirements-cluster.txt")
#: A worker that was started with several threads does one block at a time all the same: limits of
#: time are of a whole process.
_ALONE = Lock()


@dataclass(frozen=True)
class Errand:
    """Work on many items that is the same wherever it is done.

    On a worker `prepare`, a module's own function, makes it of the `ground` once; `key` is the
    digest of that.
    """

    prepare: Callable[[Any], Callable[[Any], Any]]
    key: bytes
    ground: Any = field(compare=False)


class OtherVersionError(RefusalError):
    """A worker has other code or packages, or cannot begin: which."""


@cache
def read_versions() -> Versions:
    """Return what decides here what work makes. Once a process: it runs what it began with."""
    text = "\n".join((ROOT / lock).read_text("utf-8") for lock in _LOCKS)
    names = sorted(set(re.findall(r"^([a-z0-9-]+)==", text, re.MULTILINE)))
    found = {name: _read_version(name) for name in names}
    return {CODE: name_code((), "plugins")[:12], "Python": platform.python_version(), **found}


def _read_version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return ""


def compare_versions(asked: Versions) -> str:
    """Say in Chinese what is other here than where the errand comes from; "" where nothing is."""
    here = read_versions()
    names = [name for name in {**asked, **here} if asked.get(name) != here.get(name)]
    return "，".join(
        f"{name} 是 {here.get(name) or '（没有）'}，这里是 {asked.get(name) or '（没有）'}"
        for name in names
    )


def do_block(asked: Versions, errand: Errand, items: Sequence[object]) -> list[object]:
    """Return the results of a block, in order. Raises OtherVersionError before any of it.

    What fails has None as its result: home does it again, and tells what is wrong.
    """
    if others := compare_versions(asked):
        raise OtherVersionError(others)
    with _ALONE:
        try:
            work = _prepare(errand)
        except Exception as error:
            # Otherwise home would do all of its work, and nobody would know why.
            raise OtherVersionError(f"不能开始做（{error!r}）") from None
        return [_attempt(work, item) for item in items]


def _attempt(work: Callable[[Any], Any], item: object) -> object:
    try:
        return work(item)
    except Exception:
        return None


@lru_cache(maxsize=1)
def _prepare(errand: Errand) -> Callable[[Any], Any]:
    """Tables take a second to read, and are the same for all blocks of an errand."""
    return errand.prepare(errand.ground)

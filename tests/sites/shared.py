"""What is built once for all the processes that share the tests."""

import fcntl
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

#: Makes a folder, with whatever it is to hold, at a path where nothing is yet.
Build = Callable[[Path], object]


def build_once(
    factory: pytest.TempPathFactory, request: pytest.FixtureRequest, name: str, build: Build
) -> Path:
    """Give a folder that the first process to ask builds, and that no test may change.

    A build that fails leaves nothing, so that whoever asks next sees the error too.
    """
    base = factory.getbasetemp()
    shared = base.parent if hasattr(request.config, "workerinput") else base
    folder, begun = shared / name, shared / f"{name}.new"
    with (shared / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not folder.exists():
            shutil.rmtree(begun, ignore_errors=True)
            build(begun)
            begun.rename(folder)
    return folder

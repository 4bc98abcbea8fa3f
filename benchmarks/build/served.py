"""`make serve` measured: from a save until its page shows it, and until all the rest does."""

import json
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path

from benchmarks.build.edits import PLAIN, edit_article, pick_article
from benchmarks.build.runs import Run, Usage, measure_files, running

#: Seconds until the preview surely watches what is saved, and has at hand what a save takes.
_START = 5.0
_PAUSE = 0.05
_SITE = ".cache/preview/site"


def measure_serving(folder: Path) -> list[Run]:
    """Serve the archive, edit an article, and wait. Of the processors, nobody knows that part.

    The memory is that of the largest process: the one whose site is shown is as large as one that
    builds the next.
    """
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    serve = (sys.executable, "-m", "plugins.desk", "serve", "--port", str(port))
    read = partial(_read, port)
    with running(serve, folder) as (process, usage):
        page = f"/articles/{pick_article(folder).stem}.html"
        _wait(process, lambda: bool(read(page)))
        time.sleep(_START)
        before = read(page).count(PLAIN)
        start = time.perf_counter()
        edit_article(folder)
        _wait(process, lambda: read(page).count(PLAIN) > before)
        shown = time.perf_counter() - start
        _wait(process, lambda: _is_renewed(read("/_preview/state?page=/")))
        renewed = time.perf_counter() - start
        process.terminate()
    return [
        _tell("a save, shown", shown, usage, folder),
        _tell("a save, all renewed", renewed, usage, folder),
    ]


def _tell(name: str, seconds: float, usage: Usage, folder: Path) -> Run:
    return Run(name, seconds, None, usage.megabytes, *measure_files(folder / _SITE))


def _wait(process: subprocess.Popen[bytes], is_so: Callable[[], bool]) -> None:
    while process.poll() is None and not is_so():
        time.sleep(_PAUSE)


def _is_renewed(state: str) -> bool:
    return bool(state) and not json.loads(state)["renewing"]


def _read(port: int, path: str) -> str:
    # Until the first build is done nobody answers.
    with suppress(OSError), urllib.request.urlopen(f"http://127.0.0.1:{port}{path}") as answer:
        return str(answer.read().decode())
    return ""

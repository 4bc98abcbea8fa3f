"""`make serve` measured: from a save until the page that is open would load again."""

import socket
import subprocess
import sys
import time
import urllib.request
from contextlib import suppress
from pathlib import Path

from benchmarks.build.edits import edit_article
from benchmarks.build.runs import Run, measure_files, running

#: Seconds until the preview surely watches what is saved.
_START = 2.0
_PAUSE = 0.02
_SITE = ".cache/preview/site"


def measure_serving(folder: Path) -> Run:
    """Serve the archive, edit an article, and wait. Of the processors, nobody knows that part."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    serve = (sys.executable, "-m", "plugins.desk", "serve", "--port", str(port))
    with running(serve, folder) as (process, usage):
        _wait_for_build(1, port, process)
        _wait_for_rest(folder, process)
        time.sleep(_START)
        start = time.perf_counter()
        edit_article(folder)
        _wait_for_build(2, port, process)
        seconds = time.perf_counter() - start
        process.terminate()
    files = measure_files(folder / _SITE)
    return Run("a save, served", seconds, None, usage.megabytes, *files)


def _wait_for_rest(folder: Path, process: subprocess.Popen[bytes]) -> None:
    """Wait for what the preview makes last: who has just begun it does not save at once."""
    while process.poll() is None and not (folder / _SITE / "offline/summary.json").is_file():
        time.sleep(_PAUSE)


def _wait_for_build(version: int, port: int, process: subprocess.Popen[bytes]) -> None:
    address = f"http://127.0.0.1:{port}/_preview/version"
    while process.poll() is None:
        # Until the first build is done nobody answers.
        with suppress(OSError), urllib.request.urlopen(address) as answer:
            if int(answer.read()) >= version:
                return
        time.sleep(_PAUSE)

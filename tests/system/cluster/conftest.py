"""One cluster for all tests of it, mended before each."""

import asyncio
import os
import subprocess
import sys
import time
from collections.abc import Callable, Coroutine, Iterator
from multiprocessing import get_context
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any

import pytest

#: Processes begin as copies of one that has imported these: importing takes longer than all else.
FORKS = get_context("forkserver")
FORKS.set_forkserver_preload(
    ["distributed", "plugins.desk.conversion.page_errand", "plugins.site.kept.article_errand"]
)


class Cluster:
    """A scheduler and two workers, each a process of its own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.running: dict[str, BaseProcess] = {}
        self.address = ""

    def mend(self) -> None:
        """Start what is not running."""
        if not self._is_running("scheduler"):
            self.end()
            file = self.folder / "address"
            file.unlink(missing_ok=True)
            self._start("scheduler", run_scheduler, file)
            while not file.exists():
                assert self._is_running("scheduler")
                time.sleep(0.02)
            self.address = file.read_text("utf-8")
        for name in ("first", "second"):
            if not self._is_running(name):
                self._start(name, run_worker, self.address, str(self.folder))

    def _is_running(self, name: str) -> bool:
        return name in self.running and self.running[name].is_alive()

    def _start(self, name: str, *work: object) -> None:
        self.running[name] = FORKS.Process(target=run_quietly, args=work, daemon=True)
        self.running[name].start()

    def kill(self, name: str) -> None:
        """End a process at once."""
        self.running[name].kill()
        self.running.pop(name).join()

    def end(self) -> None:
        """End all that runs."""
        for name in list(self.running):
            self.kill(name)

    def start_other(self, code: Path) -> "subprocess.Popen[bytes]":
        """Start a worker that has its code from a folder."""
        scratch = ("--local-directory", str(self.folder), "--no-dashboard", "--no-nanny")
        return subprocess.Popen(
            [sys.executable, "-m", "distributed.cli.dask_worker", self.address, *scratch],
            cwd=code,
            env={**os.environ, "PYTHONPATH": str(code)},
            stderr=subprocess.DEVNULL,
        )


def run_quietly(work: Callable[..., Coroutine[Any, Any, None]], *arguments: object) -> None:
    """Run a part of a cluster; what it says of a lost one is of no interest."""
    # Other tests need no Dask, which takes a second to import.
    import dask

    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stderr.fileno())
    dask.config.set({"distributed.worker.profile.enabled": False})
    asyncio.run(work(*arguments))


async def run_scheduler(file: Path) -> None:
    """Run a scheduler, which writes its address to a file."""
    from distributed import Scheduler

    async with Scheduler(host="127.0.0.1", port=0, dashboard=False) as scheduler:
        fresh = file.with_suffix(".new")
        fresh.write_text(scheduler.address, "utf-8")
        fresh.rename(file)
        await scheduler.finished()


async def run_worker(scheduler: str, folder: str) -> None:
    """Run a worker as `make worker` starts it."""
    from distributed import Worker

    async with Worker(scheduler, nthreads=1, local_directory=folder, dashboard=False) as worker:
        await worker.finished()


@pytest.fixture(scope="package")
def started(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    """Give the cluster as the last test has left it; idle, too, it takes much of a processor."""
    cluster = Cluster(tmp_path_factory.mktemp("cluster"))
    yield cluster
    cluster.end()


@pytest.fixture
def cluster(started: Cluster, monkeypatch: pytest.MonkeyPatch) -> Cluster:
    """Give the whole cluster, to which this process sends its work."""
    started.mend()
    monkeypatch.setenv("SCHEDULER", started.address)
    return started

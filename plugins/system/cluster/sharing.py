"""Blocks of work sent to the workers of a Dask cluster, and what becomes of those that fail.

`SCHEDULER=tcp://host:8786` names a cluster that stands, `WORKERS=4` starts as many workers on this
machine. The results are those of this process: a worker of another version is refused, the block
of one that is lost is done again by another.
"""

import logging
import os
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import CancelledError
from contextlib import ExitStack, contextmanager
from functools import partial
from importlib import import_module
from typing import Any, TypeAlias

import click

from plugins.system.cluster.worker import (
    Errand,
    OtherVersionError,
    compare_versions,
    do_block,
    read_versions,
)
from plugins.system.processes import yield_apart
from plugins.system.refusal import RefusalError

#: Dask's own classes: it is there only where a cluster was asked for, and typed in part.
Dask: TypeAlias = Any
#: Seconds until a scheduler has answered, and a worker is there.
PATIENCE = 30.0
#: Seconds between two looks at whether any worker is left.
_LOOK = 2.0
#: Blocks a worker that wait at it: it is never idle, and what waits takes no memory to speak of.
_AHEAD = 3
#: The part of the items that may come back without a word: of more, a cluster is of little help.
_FEW = 0.2
_KEPT = "已经做好的都留着，再运行一次会接着做"
_OTHER = "有工作进程和这里不一样，不能用"
_RESTART = "请在那里换成同一份代码，用 make worker 重新启动"


class ClusterError(RefusalError):
    """A cluster cannot be used, or no longer; says why and what to do."""


def has_cluster() -> bool:
    """Say whether a cluster was asked for."""
    return bool(os.environ.get("SCHEDULER") or os.environ.get("WORKERS"))


def share_far(
    errand: Errand, here: Callable[[Any], Any], items: Sequence[Any], block: int
) -> Iterator[tuple[int, Any]]:
    """Yield the place and the result of each item, as they come; `here` does what no worker can.

    Raises ClusterError, and then what was yielded is all that was done.
    """
    # Dask's threads would remain here, and then no copies of this process could write pages.
    returned = 0
    for place, result in yield_apart(partial(_share, errand, items, block)):
        returned += result is None
        yield place, here(items[place]) if result is None else result
    if returned > len(items) * _FEW:
        click.echo(f"{len(items)} 项里有 {returned} 项集群做不了，是在本机做完的。", err=True)


def _share(errand: Errand, items: Sequence[Any], block: int) -> Iterator[tuple[int, Any]]:
    """Do so; None is the result of what no worker can do."""
    with _open_client() as client:
        try:
            _refuse_others(client)
            known = set(client.nthreads())
            yield from _Run(client, errand, items, block).collect(known)
            lost = known - set(client.nthreads())
        except _name_losses():
            raise ClusterError(f"和集群的调度器断开了，{_KEPT}") from None
    if lost:
        names = "、".join(sorted(lost))
        click.echo(
            f"有 {len(lost)} 个工作进程中途没有了（{names}），没做完的已由别的做完。", err=True
        )


def _name_losses() -> tuple[type[Exception], ...]:
    """What is raised where the scheduler is gone."""
    return OSError, CancelledError, import_module("distributed.client").ClosedClientError


class _Run:
    """One errand at one cluster."""

    def __init__(self, client: Dask, errand: Errand, items: Sequence[Any], block: int) -> None:
        self._client, self._items, self._block = client, items, block
        self._dask = import_module("distributed")
        # As a task of its own it comes to each worker once, and again where one is lost.
        self._errand = client.submit(_bring, errand, pure=False)
        self._places: dict[Dask, int] = {}

    def collect(self, known: set[str]) -> Iterator[tuple[int, Any]]:
        """Yield places and results; add to `known` the workers that have come."""
        starts = iter(range(0, len(self._items), self._block))
        while True:
            wanted = _AHEAD * max(1, len(known)) - len(self._places)
            self._submit([start for start, _ in zip(starts, range(wanted), strict=False)])
            if not self._places:
                return
            for future in self._wait(known):
                start = self._places.pop(future)
                yield from enumerate(self._receive(future, start), start)

    def _submit(self, starts: Sequence[int]) -> None:
        for start in starts:
            items = self._items[start : start + self._block]
            send = self._client.submit
            future = send(do_block, read_versions(), self._errand, items, pure=False)
            self._places[future] = start

    def _wait(self, known: set[str]) -> Sequence[Any]:
        """Wait for the next blocks. Raises ClusterError where nobody is left to do them."""
        last = time.monotonic()
        while time.monotonic() < last + PATIENCE:
            try:
                waited = self._dask.wait(
                    list(self._places), timeout=_LOOK, return_when="FIRST_COMPLETED"
                )
                return list(waited.done)
            except TimeoutError:
                if workers := self._client.nthreads():
                    known |= set(workers)
                    last = time.monotonic()
        raise ClusterError(f"集群里没有工作进程了，{_KEPT}")

    def _receive(self, future: Dask, start: int) -> Sequence[Any]:
        try:
            results: Sequence[Any] = future.result()
        except OtherVersionError as error:
            raise ClusterError(f"{_OTHER}：{error}，{_RESTART}") from None
        except self._dask.KilledWorker:
            # What ends every worker that tries it is for home, where its end is seen.
            return [None] * len(self._items[start : start + self._block])
        except _name_losses():
            raise
        except Exception as error:
            # One that came later may be without this code, and cannot even read what it is to do.
            raise ClusterError(f"{_OTHER}：它做不了（{error!r}），{_RESTART}") from None
        return results


def _bring(errand: Errand) -> Errand:
    return errand


@contextmanager
def _open_client() -> Iterator[Dask]:
    try:
        dask = import_module("distributed")
    except ImportError:
        raise ClusterError("还没有安装 Dask：请用 make 运行，如 make site WORKERS=4") from None
    # Its words are English, and for developers.
    logging.getLogger("distributed").setLevel(logging.CRITICAL + 1)
    with ExitStack() as opened:
        try:
            place = os.environ.get("SCHEDULER") or opened.enter_context(_start_local(dask))
            client = opened.enter_context(dask.Client(place, timeout=PATIENCE))
            client.wait_for_workers(1, timeout=PATIENCE)
        except (OSError, ValueError, TimeoutError):
            place = os.environ.get("SCHEDULER") or f"WORKERS={os.environ['WORKERS']}"
            hint = "请看地址（如 tcp://10.0.0.5:8786）对不对，调度器和工作进程有没有启动"
            raise ClusterError(f"连不上集群 {place}，或者里面没有工作进程：{hint}") from None
        yield client


def _start_local(dask: Dask) -> Dask:
    count = os.environ["WORKERS"]
    if not count.isdecimal() or not int(count):
        raise ClusterError(f"WORKERS 要写成工作进程的个数，如 WORKERS=4，不能是“{count}”")
    return dask.LocalCluster(n_workers=int(count), threads_per_worker=1, dashboard_address=None)


def _refuse_others(client: Dask) -> None:
    """Raise ClusterError that names every worker of another version."""
    told = client.run(compare_versions, read_versions(), on_error="return")
    wrong = [
        # One without this code cannot say so.
        f"{worker}（{'没有这份代码' if isinstance(other, Exception) else other}）"
        for worker, other in sorted(told.items())
        if other
    ]
    if wrong:
        raise ClusterError(f"{_OTHER}：{'；'.join(wrong)}，{_RESTART}")

"""Work done by other processes: the same for many items, apart, or beside what is done here.

Most begin as copies of this one: a copy has all that was read so far, so that only results travel.
A failure is raised here as it was raised there.
"""

import gc
import os
import pickle
import signal
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from functools import partial
from multiprocessing import get_context, parent_process
from multiprocessing.connection import Connection
from multiprocessing.context import BaseContext
from multiprocessing.process import BaseProcess
from pathlib import Path
from tempfile import mkdtemp
from typing import Any, Generic, TypeVar, cast

from plugins.system.folders.work_folder import clear_within
from plugins.system.parents import end_with_parent
from plugins.system.refusal import RefusalError

Item = TypeVar("Item")
Result = TypeVar("Result")
Work = Callable[[Item], Result]
#: Waits for what another process gives.
Asking = Callable[[], Any]

#: More of them only cost memory.
MOST_PROCESSES = 4
#: Fewer items are done before a process has begun.
FEWEST_ITEMS = 250
#: Files by which values come to work that is done beside.
_WORK, _GIVEN = "work", "given"


def count_processes(items: int) -> int:
    """Return how many processes are to share so many items."""
    most = min(os.cpu_count() or 1, MOST_PROCESSES) if _may_copy() else 1
    return max(1, min(most, items // FEWEST_ITEMS))


def _may_copy() -> bool:
    """Tell whether copies of this process may work.

    A copy of a process with threads may wait for ever for what they held, and macOS's own libraries
    begin threads: there one process does all.
    """
    return sys.platform == "linux" and threading.active_count() == 1


def share_work(work: Work[Item, Result], items: Sequence[Item], processes: int) -> list[Result]:
    """Return work(item) for every item, in order; results travel pickled.

    Raises what `work` raises, and RefusalError where a process ends before its work.
    """
    if processes == 1:
        return list(map(work, items))
    # Neighbours are alike: each process gets as many of the long ones.
    shares = [items[first::processes] for first in range(processes)]
    helpers: list[_Helper[Result]] = []
    # What is here already stays: a copy that looked through it for garbage would have to copy it.
    gc.freeze()
    try:
        helpers += (_Helper(partial(_send_share, work, share)) for share in shares[1:])
        parts = [list(map(work, shares[0])), *(helper.receive() for helper in helpers)]
    finally:
        for helper in helpers:
            helper.end()
        gc.unfreeze()
    return [parts[place % processes][place // processes] for place in range(len(items))]


def yield_apart(work: Callable[[], Iterator[Result]]) -> Iterator[Result]:
    """Yield what `work` yields in a process of its own, with which all that it has begun ends.

    Where no copy may work, it is done here. Raises as share_work does.
    """
    if not _may_copy():
        yield from work()
        return
    helper: _Helper[Result] = _Helper(partial(_send_each, work))
    try:
        while results := helper.receive():
            yield from results
    finally:
        helper.end()


class Beside(Generic[Result]):
    """Work begun in a fresh process, which has nothing of this one but what the work holds.

    The work is called with what waits for, and returns, the one value that `give` gives it later.
    Its files lie below `folder` while it lasts. Raises OSError where the disk refuses them.
    """

    def __init__(self, work: Callable[[Asking], Result], folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._folder = Path(mkdtemp(dir=folder))
        asked, self._giver = get_context("spawn").Pipe(duplex=False)
        try:
            _write_value(self._folder / _WORK, work)
            send = partial(_send_made, self._folder, asked)
            self._helper: _Helper[Result] = _Helper(send, "spawn")
        except BaseException:
            self._giver.close()
            clear_within(self._folder)
            raise
        finally:
            asked.close()

    def give(self, value: object) -> None:
        """Give the work what it asks for. Raises OSError where the disk refuses it."""
        _write_value(self._folder / _GIVEN, value)
        # Where it has ended, who receives what it made is told so.
        with suppress(OSError):
            self._giver.send(None)

    def receive(self) -> Result:
        """Wait for what the work returns. Raises as share_work does."""
        try:
            return self._helper.receive()[0]
        finally:
            self.end()

    def end(self) -> None:
        """Let nothing of it remain, done or not."""
        self._helper.end()
        self._giver.close()
        clear_within(self._folder)


class _Helper(Generic[Result]):
    """A process that sends results, while this one does its own share."""

    def __init__(self, send: Callable[[Connection], None], method: str = "fork") -> None:
        context: BaseContext = get_context(method)
        self._receiver, sender = context.Pipe(duplex=False)
        arguments = (send, sender, self._receiver)
        self._process: BaseProcess = context.Process(target=_run, args=arguments)  # type: ignore[attr-defined] # of every context but the base
        try:
            self._process.start()
        except BaseException:
            self._receiver.close()
            raise
        finally:
            sender.close()

    def receive(self) -> list[Result]:
        """Wait for the next results. Raises what the work raised."""
        error: Exception | None
        results: list[Result]
        try:
            error, results = self._receiver.recv()
        # OSError: it was killed while it sent.
        except (EOFError, OSError):
            raise RefusalError("分出去的进程中断了，多半是内存不够，请再运行一次") from None
        if error is not None:
            raise error
        return results

    def end(self) -> None:
        """Let nothing of it remain."""
        self._process.terminate()
        self._process.join()
        self._receiver.close()


def _run(send: Callable[[Connection], None], sender: Connection, receiver: Connection) -> None:
    # Ctrl-C is for the process that waits, which then ends this one.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # While it is open here, nobody would notice that the process which reads from it has ended.
    receiver.close()
    try:
        send(sender)
    except Exception as error:
        sender.send((error, []))


def _send_share(work: Work[Item, Result], share: Sequence[Item], sender: Connection) -> None:
    sender.send((None, [work(item) for item in _while_awaited(share)]))


def _send_each(work: Callable[[], Iterator[Result]], sender: Connection) -> None:
    for result in work():
        sender.send((None, [result]))
    sender.send((None, []))


def _send_made(folder: Path, asked: Connection, sender: Connection) -> None:
    end_with_parent(folder)
    # What it leaves behind when it is ended lies there, too.
    tempfile.tempdir = str(folder)
    work = cast(Callable[[Asking], object], _take_value(folder / _WORK))
    sender.send((None, [work(partial(_await_given, folder, asked))]))


def _await_given(folder: Path, asked: Connection) -> object:
    asked.recv()
    return _take_value(folder / _GIVEN)


def _write_value(file: Path, value: object) -> None:
    """Write a value for the other process; a pipe would keep this one waiting until it is read."""
    file.write_bytes(pickle.dumps(value, pickle.HIGHEST_PROTOCOL))


def _take_value(file: Path) -> object:
    """Return a value that the other process has written, and let it lie nowhere any more."""
    value: object = pickle.loads(file.read_bytes())  # noqa: S301 - written by the process that waits
    file.unlink()
    return value


def _while_awaited(share: Sequence[Item]) -> Iterator[Item]:
    """Yield the items until the process that waits for them is killed."""
    parent = parent_process()
    for item in share:
        if parent is None or not parent.is_alive():
            return
        yield item

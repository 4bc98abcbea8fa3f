"""The same work for many items, shared among processes that begin as copies of this one.

A copy has all that was read so far, so that only results travel. They keep the order of the items,
and a failure is raised here as it was raised there.
"""

import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from multiprocessing import get_context, parent_process
from multiprocessing.connection import Connection
from multiprocessing.context import ForkProcess
from typing import Generic, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")
Work = Callable[[Item], Result]

#: More of them only cost memory.
MOST_PROCESSES = 4
#: Fewer items are done before a process has begun.
FEWEST_ITEMS = 250


def count_processes(items: int) -> int:
    """Return how many processes are to share so many items.

    A copy of a process with threads may wait for ever for what they held, and macOS's own libraries
    begin threads: there, and beside the preview's server, one process does all.
    """
    if sys.platform != "linux" or threading.active_count() > 1:
        return 1
    return max(1, min(os.cpu_count() or 1, MOST_PROCESSES, items // FEWEST_ITEMS))


def share_work(work: Work[Item, Result], items: Sequence[Item], processes: int) -> list[Result]:
    """Return work(item) for every item, in order; results travel pickled.

    Raises what `work` raises, and RuntimeError where a process ends before its work.
    """
    # Neighbours are alike: each process gets as many of the long ones.
    shares = [items[first::processes] for first in range(processes)]
    helpers: list[_Helper[Item, Result]] = []
    try:
        helpers += (_Helper(work, share) for share in shares[1:])
        parts = [list(map(work, shares[0])), *(helper.receive() for helper in helpers)]
    finally:
        for helper in helpers:
            helper.end()
    return [parts[place % processes][place // processes] for place in range(len(items))]


class _Helper(Generic[Item, Result]):
    """A process that does its share while this one does its own."""

    def __init__(self, work: Work[Item, Result], share: Sequence[Item]) -> None:
        context = get_context("fork")
        self._receiver, sender = context.Pipe(duplex=False)
        arguments = (work, share, sender, self._receiver)
        self._process: ForkProcess = context.Process(target=_send, args=arguments, daemon=True)
        self._process.start()
        sender.close()

    def receive(self) -> list[Result]:
        """Wait for the results. Raises what the work raised."""
        error: Exception | None
        results: list[Result]
        try:
            error, results = self._receiver.recv()
        # OSError: it was killed while it sent.
        except (EOFError, OSError):
            raise RuntimeError("a process that shared the work has ended") from None
        if error is not None:
            raise error
        return results

    def end(self) -> None:
        """Let nothing of it remain."""
        self._process.terminate()
        self._process.join()
        self._receiver.close()


def _send(
    work: Work[Item, Result], share: Sequence[Item], sender: Connection, receiver: Connection
) -> None:
    # Ctrl-C is for the process that waits, which then ends this one.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # While it is open here, nobody would notice that the process which reads from it has ended.
    receiver.close()
    try:
        sender.send((None, [work(item) for item in _while_awaited(share)]))
    except Exception as error:
        sender.send((error, []))


def _while_awaited(share: Sequence[Item]) -> Iterator[Item]:
    """Yield the items until the process that waits for them is killed."""
    parent = parent_process()
    for item in share:
        if parent is None or not parent.is_alive():
            return
        yield item

"""Work that is called off when it has used too much of the processor's time.

What reads text may have a flaw that makes it go on for ever, or for hours, and whoever waits for a
build does not learn at which article. The time is the processor's, so that a busy machine calls
off no more than an idle one.
"""

import ctypes
import signal
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from plugins.system.refusal import RefusalError

#: Seconds between two looks at work that no signal can reach.
_LOOK = 0.05


class TookTooLongError(RefusalError):
    """The work was called off."""

    def __str__(self) -> str:
        return "用时太长，没有做完"


@contextmanager
def limit_time(seconds: float) -> Iterator[None]:
    """Raise TookTooLongError in the block once this process has worked so long since it began.

    Limits do not nest. A signal also ends a regular expression that goes on for ever; only the
    first thread of a process gets signals, and in another one a loop of Python alone is ended.
    """
    is_first = threading.current_thread() is threading.main_thread()
    with _limit_by_signal(seconds) if is_first else _limit_by_watch(seconds):
        yield


@contextmanager
def _limit_by_signal(seconds: float) -> Iterator[None]:
    before = signal.signal(signal.SIGPROF, _call_off)
    try:
        # Again after as long, where something has caught the first one.
        signal.setitimer(signal.ITIMER_PROF, seconds, seconds)
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def _call_off(_signal: int, _frame: FrameType | None) -> None:
    raise TookTooLongError


@contextmanager
def _limit_by_watch(seconds: float) -> Iterator[None]:
    worker, ended, lock = threading.get_ident(), threading.Event(), threading.Lock()
    last = time.process_time() + seconds

    def watch() -> None:
        while not ended.wait(_LOOK):
            with lock:
                if time.process_time() > last and not ended.is_set():
                    _raise_in(worker, TookTooLongError)

    watcher = threading.Thread(target=watch, daemon=True)
    watcher.start()
    try:
        yield
    finally:
        with lock:
            ended.set()
            # What was asked for and has not come must not meet the work that follows.
            _raise_in(worker, None)
        watcher.join()


def _raise_in(thread: int, error: type[Exception] | None) -> None:
    """Raise an error in a thread at its next step, or with None no longer."""
    told = ctypes.py_object(error) if error else None
    ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(thread), told)

"""Work that takes too long is called off, wherever it runs and whatever it does."""

import copy
import re
import signal
import threading
import time

import pytest

from plugins.system.processes import share_work
from plugins.system.time_limit import TookTooLongError, limit_time

SECONDS = 0.2
#: Whatever goes on longer has not been called off: a machine may be busy.
PATIENCE = 20.0


def loop() -> None:
    """Count, for much longer than anyone waits."""
    last = time.monotonic() + PATIENCE
    while time.monotonic() < last:
        pass


def match() -> None:
    """Match an expression that tries every way to cut a text into parts: 2 ** 40 of them."""
    re.match(r"(?:a+)+$", "a" * 40 + "b")


def call_off(work) -> str:
    """Do the work within SECONDS; tell how it ended."""
    start = time.monotonic()
    try:
        with limit_time(SECONDS):
            work()
    except TookTooLongError:
        return "late" if time.monotonic() - start > PATIENCE else "called off"
    return "done"


@pytest.mark.parametrize("work", [loop, match])
def test_endless_work_is_called_off(work) -> None:
    """A loop and an expression that do not end are ended."""
    assert call_off(work) == "called off"


def test_what_is_caught_is_called_off_again() -> None:
    """Work that swallows the first call is ended by the next."""

    def swallow() -> None:
        try:
            loop()
        except TookTooLongError:
            loop()

    assert call_off(swallow) == "called off"


def test_work_in_time_is_not_touched() -> None:
    """Work within its time gives its result, and neither timer nor handler remains."""
    before = signal.getsignal(signal.SIGPROF)
    assert call_off(lambda: None) == "done"
    assert signal.getitimer(signal.ITIMER_PROF) == (0.0, 0.0)
    assert signal.getsignal(signal.SIGPROF) == before


def test_processes_that_share_work_are_limited() -> None:
    """In every process that shares the work, that of each item has its own limit."""
    assert share_work(call_off, [loop, int, loop], 3) == ["called off", "done", "called off"]


def test_other_threads_are_limited() -> None:
    """Where no signal comes, a loop is ended too, and what is done after it is not."""
    ends: list[str] = []
    thread = threading.Thread(target=lambda: ends.extend(map(call_off, (loop, int, loop))))
    thread.start()
    thread.join(3 * PATIENCE)
    assert ends == ["called off", "done", "called off"]


def test_a_limit_crosses_from_one_process_to_another() -> None:
    """That work was called off can be handed on, which makes it anew of what it consists of."""
    assert isinstance(copy.copy(TookTooLongError()), TookTooLongError)

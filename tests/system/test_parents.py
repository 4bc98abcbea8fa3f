"""A process that may copy itself ends with the one that began it, too."""

import sys
from pathlib import Path

import pytest

from tests.system.test_work_beside import await_end, run_dying

#: Begins a process that sleeps for an hour, tells of it, and dies.
DYING = """
import os, signal, threading, time
from multiprocessing import get_context
from plugins.system.parents import end_without_thread

def sleep(told):
    end_without_thread()
    told.send(threading.active_count())
    time.sleep(3600)

if __name__ == "__main__":
    here, there = get_context("spawn").Pipe()
    process = get_context("spawn").Process(target=sleep, args=(there,))
    process.start()
    print(process.pid, here.recv(), flush=True)
    os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere a thread sees to it")
def test_a_process_without_threads_ends_with_who_began_it(tmp_path: Path) -> None:
    """Where the process is killed that has begun it, it ends, though no thread of it waits."""
    process, threads = map(int, run_dying(tmp_path, DYING).split())
    assert threads == 1
    await_end(process)

"""Processes that end when the one is killed that has begun them, and can end nothing any more."""

import ctypes
import os
import signal
import sys
import threading
from multiprocessing import parent_process
from multiprocessing.process import BaseProcess
from pathlib import Path

from plugins.system.folders.work_folder import clear_within

#: What Linux calls the signal that a process gets when its parent ends (prctl.h).
_PR_SET_PDEATHSIG = 1


def end_with_parent(folder: Path | None = None) -> None:
    """See to it that this process, and its folder, end when the one is killed that has begun it."""
    if parent := parent_process():
        threading.Thread(target=_outlive, args=(parent, folder), daemon=True).start()


def end_without_thread() -> None:
    """See to the same for a process that is to copy itself, which none with a thread does.

    The thread that has begun it must not end before it. Where the system cannot do it, no copies
    are made, either (processes.py).
    """
    if sys.platform != "linux":
        end_with_parent()
        return
    ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGTERM)
    parent = parent_process()
    # It may have ended before.
    if parent and not parent.is_alive():
        os._exit(1)


def _outlive(parent: BaseProcess, folder: Path | None) -> None:
    parent.join()
    if folder:
        clear_within(folder)
    os._exit(1)

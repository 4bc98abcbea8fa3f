"""The project's commands as processes of their own: started, looked at, waited for."""

import json
import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from threading import Timer
from typing import Any

from tests.structure.sources import ROOT

#: Seconds for one command.
LONGEST = 120


@cache
def _start_warm() -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "tests.faults.warm_process"],
        cwd=ROOT,
        env={**os.environ, "PYTHONUTF8": "1"},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def _order(**order: object) -> Any:
    warm = _start_warm()
    assert warm.stdin and warm.stdout
    warm.stdin.write(json.dumps(order) + "\n")
    warm.stdin.flush()
    return json.loads(warm.stdout.readline())


class Running:
    """A command that was started in a folder, the leader of a process group of its own."""

    def __init__(
        self, arguments: Sequence[str], folder: Path, environment: Mapping[str, str]
    ) -> None:
        self._said = tempfile.NamedTemporaryFile()  # noqa: SIM115 - it is read when all is said
        self._status: int | None = None
        self.pid: int = _order(
            do="start",
            arguments=arguments,
            folder=str(folder),
            environment={**os.environ, **environment},
            said=self._said.name,
        )

    def poll(self) -> int | None:
        """Return the status of one that has ended."""
        if self._status is None:
            self._status = _order(do="poll", process=self.pid)
        return self._status

    def wait(self) -> tuple[int, str]:
        """Wait for its end; return its status and what it said on standard error."""
        if self._status is None:
            guard = Timer(LONGEST, os.killpg, (self.pid, signal.SIGKILL))
            guard.daemon = True
            guard.start()
            try:
                self._status = int(_order(do="wait", process=self.pid))
            finally:
                # Its number may be another process's by the time that it is killed.
                guard.cancel()
        return self._status, self._said.read().decode()

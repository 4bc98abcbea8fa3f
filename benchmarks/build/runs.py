"""Commands run and measured: time, processors, memory, and what they have written."""

import os
import subprocess
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True)
class Run:
    """What a build took: seconds by the clock and of all processors, MB, files and their bytes."""

    name: str
    seconds: float
    used: float
    megabytes: int
    files: int
    size: int


def run(name: str, commands: Sequence[Sequence[str]], folder: Path, output: Path) -> Run:
    """Run commands one after the other in a folder. Raises CalledProcessError where one fails.

    The memory is that of the largest process.
    """
    seconds, used, most, quiet = 0.0, 0.0, 0, subprocess.DEVNULL
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"}
    for command in commands:
        start = time.perf_counter()
        with subprocess.Popen(  # noqa: S603 - the project's own commands, and installed packages
            command, cwd=folder, env=environment, stdout=quiet, stderr=quiet
        ) as process:
            _, status, usage = os.wait4(process.pid, 0)
            process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            raise subprocess.CalledProcessError(process.returncode, command)
        seconds += time.perf_counter() - start
        used += usage.ru_utime + usage.ru_stime
        most = max(most, usage.ru_maxrss // 1024)
    sizes = [file.stat().st_size for file in output.rglob("*") if file.is_file()]
    return Run(name, seconds, used, most, len(sizes), sum(sizes))

"""Commands run and measured: time, processors, memory, and what they have written."""

import os
import signal
import subprocess
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True)
class Run:
    """What a build took: seconds by the clock and of all processors, MB, files and their bytes.

    The memory is that of the largest process.
    """

    name: str
    seconds: float
    used: float | None
    megabytes: int
    files: int
    size: int


@dataclass
class Usage:
    """What a process took that has ended: seconds of all processors, MB at most."""

    used: float = 0.0
    megabytes: int = 0


def run(name: str, commands: Sequence[Sequence[str]], folder: Path, output: Path) -> Run:
    """Run commands one after the other in a folder. Raises CalledProcessError where one fails."""
    used, megabytes, start = 0.0, 0, time.perf_counter()
    for command in commands:
        with running(command, folder) as (_, usage):
            pass
        used, megabytes = used + usage.used, max(megabytes, usage.megabytes)
    seconds = time.perf_counter() - start
    return Run(name, seconds, used, megabytes, *measure_files(output))


@contextmanager
def running(
    command: Sequence[str], folder: Path
) -> Iterator[tuple[subprocess.Popen[bytes], Usage]]:
    """Give a process at work in a folder, and what it took once the block and it have ended.

    Raises CalledProcessError where it fails; not where the block has terminated it.
    """
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"}
    # With whoever builds a site, Python keeps the code that it has compiled.
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    quiet, usage = subprocess.DEVNULL, Usage()
    with subprocess.Popen(  # noqa: S603 - the project's own commands, and installed packages
        command, cwd=folder, env=environment, stdout=quiet, stderr=quiet
    ) as process:
        yield process, usage
        _, status, told = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, -signal.SIGTERM):
        raise subprocess.CalledProcessError(process.returncode, command)
    usage.used, usage.megabytes = told.ru_utime + told.ru_stime, told.ru_maxrss // 1024


def measure_files(output: Path) -> tuple[int, int]:
    """Return how many files a folder has, and their bytes."""
    sizes = [file.stat().st_size for file in output.rglob("*") if file.is_file()]
    return len(sizes), sum(sizes)

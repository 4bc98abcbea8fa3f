"""A process that writes a preview's site, and when it is whole, shows in it what is saved.

Each site has its own, which ends with it: nothing that one build has opened or held stays.
"""

import io
import signal
from collections.abc import Callable, Sequence
from contextlib import redirect_stderr, redirect_stdout, suppress
from functools import partial
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from typing import NamedTuple

from plugins.content.content_error import BuildStoppedError
from plugins.system.chinese_command import explain_disk
from plugins.system.parents import end_without_thread
from plugins.system.refusal import RefusalError

ENDED = "生成预览的程序中断了，保存任何一个文件会重新生成"
UNDONE = "预览没有更新"


class Problem(NamedTuple):
    """What is wrong, in Chinese, and the file that it is wrong with, where it is one."""

    words: str
    path: Path | None = None

    def is_of(self, files: Sequence[Path]) -> bool:
        """Tell whether it is about one of these files, which may be named from elsewhere."""
        if self.path is None:
            return False
        named = f"/{self.path.as_posix()}"
        return any(f"/{file.as_posix()}".endswith(named) for file in files)


class Outcome(NamedTuple):
    """Whether something was done, and what is wrong; then it was not."""

    is_done: bool
    problems: Sequence[Problem] = ()


class Workshop:
    """The process, from the moment it begins to write the site of a settings file."""

    def __init__(self, settings: str, folder: Path) -> None:
        # A fresh one: it has nothing of this process, whose threads serve pages.
        context = get_context("spawn")
        self._connection, theirs = context.Pipe()
        self._process = context.Process(target=_work, args=(settings, folder, theirs))
        self._process.start()
        theirs.close()

    def has_answered(self) -> bool:
        """Tell whether `receive` would not wait."""
        return self._connection.poll()

    def receive(self) -> Outcome:
        """Wait until the site is whole, or its build has failed."""
        try:
            outcome: Outcome = self._connection.recv()
        except (EOFError, OSError):
            return Outcome(False, [Problem(ENDED)])
        return outcome

    def show(self, files: Sequence[Path]) -> Outcome:
        """Write the pages of saved files; nothing is done where they decide other pages, too."""
        try:
            self._connection.send(files)
            outcome: Outcome = self._connection.recv()
        except (EOFError, OSError):
            # It has ended: the build that follows shows them.
            return Outcome(False)
        return outcome

    def end(self) -> None:
        """Let nothing of it remain."""
        self._process.terminate()
        self._process.join()
        self._process.close()
        self._connection.close()


def _work(settings: str, folder: Path, connection: Connection) -> None:
    # Ctrl-C is for the process that has begun this one, and will end it; killed, it cannot.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    end_without_thread()
    # Not before: whoever waits for an answer must not wait for these to be loaded, too.
    from plugins.desk.preview.shown_site import ShownSite

    site = ShownSite(settings, folder)
    outcome = _attempt(site.write, folder)
    # The end of who asks is the end of this.
    with suppress(EOFError, OSError):
        connection.send(outcome)
        if not outcome.is_done:
            return
        # What goes wrong with it is told when a save asks for it.
        _attempt(site.prepare, folder)
        while files := connection.recv():
            connection.send(_attempt(partial(site.show, files), folder))


def _attempt(work: Callable[[], bool | None], folder: Path) -> Outcome:
    """Do some work, which gives False where it leaves it, and say what is wrong."""
    said = io.StringIO()
    try:
        with redirect_stderr(said), redirect_stdout(io.StringIO()):
            return Outcome(work() is not False)
    except BuildStoppedError as stopped:
        return Outcome(False, _list_problems(stopped, said.getvalue()))
    except RefusalError as error:
        return Outcome(False, [Problem(str(error))])
    except OSError as error:
        return Outcome(False, [Problem(explain_disk(error, folder, UNDONE))])
    except Exception as error:
        return Outcome(False, [Problem(f"{type(error).__name__}：{error}")])


def _list_problems(stopped: BuildStoppedError, said: str) -> list[Problem]:
    if stopped.errors:
        return [Problem(str(error), error.path) for error in stopped.errors]
    return [Problem(line) for line in said.splitlines() or [str(stopped)]]

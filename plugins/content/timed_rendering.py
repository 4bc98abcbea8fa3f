"""Rendering in a process of its own, which the system ends when a text takes it too long.

Python-Markdown is made of regular expressions that nobody has bounded, and one that runs cannot be
called off. So every body with any markup, and not only one that looks risky, is rendered by a
worker that lives as long as its parent. Time is the worker's own use of the processor, so that a
busy machine refuses no more than an idle one.
"""

import json
import os
import signal
import subprocess
import sys
from functools import cache
from pathlib import Path
from threading import Lock
from typing import TextIO

from plugins.content.plain_rendering import render_plainly
from plugins.content.rendering import MarkupError, render

#: A text of MOST_CHARACTERS without anything odd takes a twentieth of this.
SECONDS = 1.0
TOO_SLOW = (
    "正文的标记太复杂，排版要花太久，请简化（如嵌套的引用、列表、括号、链接和连在一起的符号）"
)
COMMAND = (sys.executable, "-m", "plugins.content.timed_rendering")
ROOT = Path(__file__).parents[2]


def render_in_time(text: str) -> str:
    """Do as `render` does, within SECONDS. Raises MarkupError."""
    plain = render_plainly(text)
    return _start_renderer().render(text) if plain is None else plain


class Renderer:
    """A worker process that renders one text at a time; one that was ended is started again."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._start()

    def render(self, text: str) -> str:
        """Return Markdown as safe HTML. Raises MarkupError, RuntimeError where no worker runs."""
        with self._lock:
            answer = self._ask(json.dumps(text))
            if not answer:
                self._start_again()
                raise MarkupError(TOO_SLOW)
        html, refusal = json.loads(answer)
        if refusal:
            raise MarkupError(refusal)
        return str(html)

    def _start(self) -> None:
        self._worker = subprocess.Popen(  # noqa: S603 - this module, by the Python that runs it
            COMMAND, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="ascii"
        )

    def _start_again(self) -> None:
        self._worker.communicate()
        if self._worker.returncode >= 0:
            raise RuntimeError("plugins.content.timed_rendering does not run")
        self._start()

    def _ask(self, question: str) -> str:
        assert self._worker.stdin and self._worker.stdout  # noqa: S101 - asked for as pipes
        try:
            self._worker.stdin.write(f"{question}\n")
            self._worker.stdin.flush()
            return self._worker.stdout.readline()
        except BrokenPipeError:
            return ""


@cache
def _start_renderer() -> Renderer:
    return Renderer()


# A copy of this process must not take the answers to what this one has asked.
os.register_at_fork(after_in_child=_start_renderer.cache_clear)


def serve(questions: TextIO, answers: TextIO) -> None:
    """Render a text of each line, as JSON; SIGPROF ends the process where that takes too long."""
    signal.signal(signal.SIGPROF, signal.SIG_DFL)
    # Ctrl-C is for the parent, whose end is the end of its questions.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    for question in questions:
        signal.setitimer(signal.ITIMER_PROF, SECONDS)
        answer = json.dumps(_answer(json.loads(question)))
        signal.setitimer(signal.ITIMER_PROF, 0)
        answers.write(f"{answer}\n")
        answers.flush()


def _answer(text: str) -> tuple[str, str]:
    """Return a text's HTML, or why there is none."""
    try:
        return render(text), ""
    except MarkupError as error:
        return "", str(error)


if __name__ == "__main__":
    serve(sys.stdin, sys.stdout)

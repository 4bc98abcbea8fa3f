import os
import subprocess
import sys
import time

import pytest

from plugins.content.rendering import MarkupError, render
from plugins.content.timed_rendering import SECONDS, TOO_SLOW, Renderer, render_in_time
from plugins.system.processes import share_work
from tests.structure.sources import ROOT

TEXT = "## 标题\n\n正文[链接](https://example.org)。\n\n- 一\n- 二\n"
#: Python-Markdown takes six seconds for this.
SLOW = "``a`" * 7000


def test_another_process_renders_the_same() -> None:
    """What the worker gives is what rendering gives, and what that refuses is refused."""
    assert render_in_time(TEXT) == render(TEXT)
    with pytest.raises(MarkupError, match="最多 1000 个"):
        render_in_time("[" * 1001)


def test_processes_that_share_work_get_their_own_answers() -> None:
    """A copy of a process that has rendered asks a worker of its own."""
    texts = [f"**{number}**" for number in range(60)]
    assert render_in_time("**before**")
    assert share_work(render_in_time, texts, 3) == [render(text) for text in texts]


def test_a_slow_text_is_refused_in_time() -> None:
    """A text that takes too long is refused, and the next is rendered as ever."""
    renderer = Renderer()
    start = time.monotonic()
    with pytest.raises(MarkupError, match=TOO_SLOW[:8]):
        renderer.render(SLOW)
    # The limit is of the processor's time, of which a busy machine gives much less.
    assert time.monotonic() - start < 60 * SECONDS
    assert renderer.render(TEXT) == render(TEXT)


def test_the_worker_ends_with_its_parent() -> None:
    """No process is left when the one that asked has ended, however it did."""
    script = (
        "import os, signal; from plugins.content.timed_rendering import Renderer\n"
        "renderer = Renderer(); renderer.render('x'); print(renderer._worker.pid, flush=True)\n"
        "os.kill(os.getpid(), signal.SIGKILL)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=False
    )
    worker = int(done.stdout)
    for _ in range(100):
        if not is_running(worker):
            return
        time.sleep(0.05)
    pytest.fail(f"{worker} still runs")


def is_running(process: int) -> bool:
    """Tell whether a process is there and no mere record of one that has ended."""
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    command = ["ps", "-o", "stat=", "-p", str(process)]
    state = subprocess.run(command, capture_output=True, text=True, check=False).stdout
    return bool(state.strip()) and not state.startswith("Z")

"""Work for clusters under test; workers find it here under its own name."""

import os
import signal
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from plugins.content.sources import Source
from plugins.site.kept.article_errand import prepare_settling
from plugins.system.cluster.worker import Errand


def prepare_adding(ground: int) -> Callable[[int], int | None]:
    """Add the ground, fail on 7."""

    def add(item: int) -> int:
        if item == 7:
            raise OSError("no such file here")
        return item + ground

    return add


def prepare_dying(marker: str) -> Callable[[int], int]:
    """End the first process that comes to item 3, which leaves a file behind."""

    def work(item: int) -> int:
        if item == 3 and not Path(marker).exists():
            Path(marker).touch()
            os.kill(os.getpid(), signal.SIGKILL)
        return item

    return work


def prepare_slow_settling(ground: Any) -> Callable[[Source], bytes | None]:
    """Settle an article in so much time that whoever waits for it may be surprised."""
    settle = prepare_settling(ground)

    def work(source: Source) -> bytes | None:
        time.sleep(1)
        return settle(source)

    return work


def make_errand(prepare: Callable[..., Callable[[int], int | None]], ground: object) -> Errand:
    """Return an errand of one of these."""
    return Errand(prepare, repr((prepare.__name__, ground)).encode(), ground)

"""Work that processes share: its results, its failures, and the site that is made of them."""

import gc
import os
import pickle
import signal
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from plugins.content.content_error import (
    BuildStoppedError,
    ContentError,
    raise_together,
)
from plugins.site import generator
from plugins.site.kept import article_errand
from plugins.system import processes
from plugins.system.processes import share_work, yield_apart
from plugins.system.refusal import RefusalError
from tests.sites.files import read_files
from tests.sites.small_site import ARTICLES, build_site, write_content


@pytest.mark.parametrize("count", [1, 2, 3, 9])
@pytest.mark.parametrize("items", [0, 1, 7])
def test_results_keep_the_order(items: int, count: int) -> None:
    """Whatever the number of processes, each item has its result at its own place."""
    offset = 3
    assert share_work(lambda item: item + offset, range(items), count) == list(
        range(offset, items + offset)
    )


def test_processes_share_the_work() -> None:
    """As many processes as asked for do the work, this one among them."""
    done_by = share_work(lambda _: os.getpid(), range(6), 3)
    assert len(set(done_by)) == 3
    assert done_by[0] == os.getpid()


def test_work_that_nobody_shares_lets_garbage_be() -> None:
    """What one process does alone makes no garbage old, which would keep it for long."""
    gc.freeze()
    share_work(int, range(3), 1)
    frozen = gc.get_freeze_count()
    gc.unfreeze()
    assert frozen > 0


@pytest.mark.parametrize("place", [0, 1])
def test_failures_are_raised_here(place: int) -> None:
    """What goes wrong in any process is raised with its words."""

    def work(item: int) -> None:
        if item == place:
            raise OSError(28, "No space left on device", "a.html")

    with pytest.raises(OSError, match=r"No space left on device: 'a.html'") as caught:
        share_work(work, range(4), 2)
    assert caught.value.errno == 28


def test_lost_process_is_an_error() -> None:
    """A process that the system ends does not leave its share out in silence."""

    def work(item: int) -> None:
        if item == 1:
            os.kill(os.getpid(), signal.SIGKILL)

    with pytest.raises(RefusalError, match="进程中断了"):
        share_work(work, range(2), 2)


def test_process_lost_while_it_sends_is_an_error() -> None:
    """Results that arrive in part are a lost process, too, and no fault of the disk."""

    def work(item: int) -> bytes:
        if item == 1:
            # While this process waits, ten million bytes do not fit the pipe.
            threading.Timer(0.2, os.kill, (os.getpid(), signal.SIGKILL)).start()
        else:
            time.sleep(1)
        return b"x" * 10_000_000

    with pytest.raises(RefusalError, match="进程中断了"):
        share_work(work, range(2), 2)


def test_errors_of_content_travel_whole() -> None:
    """An article's errors are the same when they come from another process."""
    errors = [ContentError(Path("a.md"), 3, "甲"), ContentError(Path("a.md"), None, "乙")]
    with pytest.raises(ContentError) as caught:
        raise_together(errors)
    again = pickle.loads(pickle.dumps(caught.value))  # noqa: S301 - what was pickled here
    assert [(type(error), str(error)) for error in again.list_all()] == [
        (type(error), str(error)) for error in errors
    ]
    assert (again.path, again.line, again.message) == (Path("a.md"), 3, "甲")


def share_among(monkeypatch: pytest.MonkeyPatch, count: int) -> None:
    """Let so many processes share the work of a small site, on whatever machine."""
    for module in (article_errand, generator):
        monkeypatch.setattr(module, "count_processes", lambda _items: count)


def test_site_is_the_same_however_many_processes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Processes that share articles and pages write the bytes that one writes alone."""
    alone = build_site(write_content(tmp_path / "alone"), tmp_path / "alone" / "output")
    share_among(monkeypatch, 3)
    shared = build_site(write_content(tmp_path / "shared"), tmp_path / "shared" / "output")
    assert read_files(shared) == read_files(alone)


def test_all_problems_are_told_however_many_processes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Articles that cannot be used are all named, whichever process read them."""
    wrong = {f"a{number}.md": f"---\ntitle: 甲\ntopics: [无{number}]\n---\n" for number in range(6)}
    share_among(monkeypatch, 3)
    with pytest.raises(BuildStoppedError):
        build_site(write_content(tmp_path, {**ARTICLES, **wrong}), tmp_path / "output")
    lines = capsys.readouterr().err.splitlines()
    assert [line.partition(" ")[0] for line in lines] == [
        f"content/articles/a{number}.md" for number in range(6)
    ]


def test_work_apart_leaves_nothing_behind(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is done in a process of its own comes one by one, and its threads end with it."""

    def work() -> Iterator[int]:
        threading.Thread(target=time.sleep, args=(60,), daemon=True).start()
        yield os.getpid()
        raise OSError(28, "No space left on device", "a.html")

    monkeypatch.setattr(processes, "_may_copy", lambda: True)
    threads, results = threading.active_count(), yield_apart(work)
    assert next(results) != os.getpid()
    with pytest.raises(OSError, match=r"No space left on device: 'a.html'"):
        next(results)
    assert threading.active_count() == threads

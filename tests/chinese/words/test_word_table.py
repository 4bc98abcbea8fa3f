"""A table of words is what it was packed of, and a copy changes for itself alone."""

import sys
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from itertools import count
from multiprocessing import get_context
from pathlib import Path
from types import FrameType
from typing import Any

import pytest

from plugins.chinese.words.word_table import WordTable, pack_words, read_kept, unpack_words
from plugins.system.time_limit import TookTooLongError

WORDS = {"公路": 3, "公": 0, "一": 2, "": 1}


def make_table() -> WordTable[int]:
    """Return a table of the few words."""
    return unpack_words(pack_words(WORDS))


def test_is_what_it_was_packed_of() -> None:
    """All words are there, by themselves and in a row; others are not."""
    table = make_table()
    assert (table["公路"], table.get("公"), table.get("公车"), table.get("车", 7)) == (
        3,
        0,
        None,
        7,
    )
    assert "公路" in table
    assert "路" not in table
    assert table == WORDS
    assert len(table) == len(WORDS)


def test_copy_changes_for_itself_alone() -> None:
    """What is added to a copy, changed in it or taken out of it is as it was in the other."""
    table = make_table()
    copy = table.copy()
    copy["公路"], copy["公车"], copy["车"] = 4, 5, 6
    del copy["一"]
    assert copy == {"公路": 4, "公": 0, "公车": 5, "车": 6, "": 1}
    assert table == WORDS


def call_off(work: Callable[[], object], steps: int) -> bool:
    """Call some work off after so many steps of the interpreter; tell whether it had not ended."""
    left = steps

    def trace(frame: FrameType, event: str, _: object) -> Any:
        nonlocal left
        frame.f_trace_opcodes = True
        left -= event == "opcode"
        if left < 0:
            raise TookTooLongError
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        work()
    except TookTooLongError:
        return True
    finally:
        sys.settrace(before)
    return False


def try_apart(attempt: Callable[[], int]) -> int:
    """Try something in a process of its own, whose interpreter nothing else has traced.

    In one that has run much else a function that is traced by its steps may never begin.
    """
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        return pool.submit(attempt).result()


def test_no_row_is_lost_by_who_is_called_off() -> None:
    """Wherever a look-up ends that takes too long, the next one finds the word."""
    assert try_apart(call_off_look_ups) > 20


def call_off_look_ups() -> int:
    """Call look-ups off after more and more steps, until one ends; return how many it took."""
    for steps in count():
        table = make_table()
        cut_short = call_off(lambda: table.get("公路"), steps)  # noqa: B023 - called here
        assert table.get("公路") == WORDS["公路"]
        if not cut_short:
            break
    return steps


def test_no_table_is_changed_by_who_is_called_off() -> None:
    """Wherever a change of a copy ends, the next one is made in the copy alone."""
    assert try_apart(call_off_changes) > 20


def call_off_changes() -> int:
    """Call changes of a copy off after more and more steps, until one ends; return how many."""
    for steps in count():
        table = make_table()
        copy = table.copy()
        cut_short = call_off(lambda: copy.update(公路=4), steps)  # noqa: B023 - called here
        copy["公车"] = 5
        assert (table, copy["公车"]) == (WORDS, 5)
        if not cut_short:
            break
    return steps


def test_what_is_shared_is_not_changed() -> None:
    """A table takes no words but in a copy."""
    with pytest.raises(TypeError):
        make_table()["公路"] = 4  # type: ignore[index] # that is what is asked


def test_kept_is_made_once(tmp_path: Path) -> None:
    """What was kept by a key is read for that key alone."""
    made = iter([["one"], ["other"]])
    read = [read_kept(tmp_path, [key], lambda: next(made)) for key in (b"a", b"a", b"b")]
    assert read == [["one"], ["one"], ["other"]]


@pytest.mark.parametrize("spoil", [lambda b: b[:-9], lambda b: b[:40] + b"x" + b[41:]])
def test_spoilt_file_is_not_taken(tmp_path: Path, spoil: Callable[[bytes], bytes]) -> None:
    """A table whose file is cut off or altered is made again, and kept anew."""
    made = pack_words(WORDS)
    read_kept(tmp_path, [b"a"], lambda: made)
    (kept,) = tmp_path.iterdir()
    whole = kept.read_bytes()
    kept.write_bytes(spoil(whole))
    assert read_kept(tmp_path, [b"a"], lambda: made) == made
    assert kept.read_bytes() == whole


def test_folder_that_cannot_be_written(tmp_path: Path) -> None:
    """Where nothing can be kept, a table is made all the same."""
    (tmp_path / "file").write_text("")
    assert read_kept(tmp_path / "file" / "folder", [b"a"], lambda: WORDS) == WORDS

"""Many pages whose conversion or writing does not come to its end."""

import json
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from plugins.desk.conversion import page_errand
from plugins.desk.conversion.article_folder import ArticleFolder
from plugins.desk.conversion.raw_files import RawFile
from tests.desk.conversion.test_command import PAGE, convert, put
from tests.sites.files import read_files

KEPT = page_errand.KEPT


@pytest.fixture(autouse=True)
def converted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[RawFile]:
    """Give the files that are converted, one after another in this process."""
    files: list[RawFile] = []

    def convert_each(new: list[RawFile]) -> Iterator[tuple[int, Any]]:
        for number, file in enumerate(new):
            files.append(file)
            yield number, page_errand._convert_here(file)

    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(page_errand, "_MANY", 1)
    monkeypatch.setattr(page_errand, "_convert_many", convert_each)
    return files


def refuse(*_: object) -> None:
    """Do what a full disk does."""
    raise OSError(28, "No space left on device")


def test_pages_are_kept_until_their_articles_are_written(
    tmp_path: Path, converted: list[RawFile], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where writing fails nothing is converted again; another run leaves what is kept alone."""
    raw, other = put(tmp_path / "p.txt", PAGE), put(tmp_path / "q.txt", PAGE)
    with monkeypatch.context() as full:
        full.setattr(ArticleFolder, "write", refuse)
        assert convert(raw, "--output", tmp_path / "out").exit_code == 1
    (kept,) = read_files(KEPT)
    assert convert(other, "--output", tmp_path / "others").exit_code == 0
    assert [*read_files(KEPT)] == [kept]
    assert convert(raw, "--output", tmp_path / "out").exit_code == 0
    assert [file.path for file in converted] == [raw, other]
    assert not KEPT.exists()


def test_a_damaged_page_is_converted_again(
    tmp_path: Path, converted: list[RawFile], monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was cut off while it was kept is no page."""
    raw = put(tmp_path / "p.txt", PAGE)
    with monkeypatch.context() as full:
        full.setattr(ArticleFolder, "write", refuse)
        convert(raw, "--output", tmp_path / "out")
    (kept,) = KEPT.rglob("*.kept")
    kept.write_bytes(kept.read_bytes()[:-1])
    assert convert(raw, "--output", tmp_path / "out").exit_code == 0
    assert len(converted) == 2


def test_json_of_many_pages_keeps_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With --json no file is made, however it ends."""
    raw = put(tmp_path / "p.txt", PAGE)
    assert json.loads(convert(raw, "--json").stdout)["articles"]
    monkeypatch.setattr(page_errand, "_convert_many", refuse)
    assert convert(raw, "--json").exit_code == 1
    assert not KEPT.exists()


def test_processes_begin_without_threads(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """While the progress bar is shown no thread draws it: a copy of a process with any may hang."""
    before, during = threading.active_count(), []
    here = page_errand._convert_many

    def watch(new: list[RawFile]) -> Iterator[tuple[int, Any]]:
        during.append(threading.active_count())
        yield from here(new)

    monkeypatch.setattr(page_errand, "_convert_many", watch)
    assert convert(put(tmp_path / "p.txt", PAGE), "--json").exit_code == 0
    assert during == [before]

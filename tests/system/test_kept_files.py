"""Kept files are as they were written, or as if they were not there."""

import resource
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.system.kept_files import is_whole, keep_alone, keep_content, read_content
from plugins.system.processes import share_work

CONTENT = b"what a build has made" * 9


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a kept file."""
    file = tmp_path_factory.mktemp("kept") / "file.kept"
    keep_content(file, CONTENT[:50], CONTENT[50:])
    return file


@given(start=st.integers(0, 220), length=st.integers(0, 220), instead=st.binary(max_size=20))
def test_what_is_altered_is_not_taken(kept: Path, start: int, length: int, instead: bytes) -> None:
    """Wherever bytes are missing, added or others, the file is not whole."""
    whole = kept.read_bytes()
    altered = whole[:start] + instead + whole[start + length :]
    assert is_whole(kept, memoryview(altered)) == (altered == whole)


def test_only_what_was_kept_here_is_read(kept: Path, tmp_path: Path) -> None:
    """A file is read under its own name only, and where it is missing nothing is."""
    assert read_content(kept) == CONTENT
    other = tmp_path / "other.kept"
    assert read_content(other) is None
    other.write_bytes(kept.read_bytes())
    assert read_content(other) is None


def test_a_full_disk_leaves_what_was_kept(tmp_path: Path) -> None:
    """Where there is no room, the file before stays, and nothing unfinished beside it."""
    file = tmp_path / "file.kept"
    keep_alone(file, CONTENT)
    limit, most = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (4096, most))
    try:
        with pytest.raises(OSError, match="too large"):
            keep_content(file, bytes(100_000))
        keep_alone(file, bytes(100_000))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, most))
    assert read_content(file) == CONTENT
    assert list(tmp_path.iterdir()) == [file]


def test_builds_at_once_keep_whole_files(tmp_path: Path) -> None:
    """Processes that keep the same file again and again read one that one of them has written."""
    file, whole = tmp_path / "file.kept", [bytes([number]) * 50_000 for number in range(3)]

    def keep(number: int) -> bool:
        keep_alone(file, whole[number % 3])
        return read_content(file) in (None, *whole)

    assert all(share_work(keep, range(150), 3))
    assert list(tmp_path.iterdir()) == [file]

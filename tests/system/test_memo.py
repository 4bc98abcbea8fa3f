"""What builds have made is found by the next one, and what was of no use is not found again."""

from pathlib import Path

from plugins.system.digests import digest
from plugins.system.memo import Memo

KEY = digest(b"tea")


def test_what_takes_the_place_of_what_was_of_no_use_is_kept(tmp_path: Path) -> None:
    """A content that was known and refused gives way to the new one, in all builds that follow."""
    file = tmp_path / "memo" / "code.kept"
    memo = Memo(file)
    memo.add(KEY, b"spoilt")
    memo.keep()
    assert memo.find(KEY) is not None
    memo.add(KEY, b"sound!")
    assert [memo.find(KEY).read() for _ in range(2)] == [b"sound!"] * 2  # type: ignore[union-attr] # it was added
    memo.keep()
    for one in (memo, Memo(file)):
        found = one.find(KEY)
        assert found is not None and found.read() == b"sound!"


def test_what_is_the_same_again_is_not_written_again(tmp_path: Path) -> None:
    """A part of whose contents all were added anew as they were stays the file that it is."""
    file = tmp_path / "memo" / "code.kept"
    numbers = []
    for _ in range(2):
        memo = Memo(file)
        memo.add(KEY, b"sound!")
        memo.keep()
        numbers += [part.stat().st_ino for part in file.parent.iterdir()]
    assert len(numbers) == 2 and len(set(numbers)) == 1

"""What is kept in parts is what the last build has used, however many builds have written it."""

from pathlib import Path

import pytest

from plugins.system.digests import digest
from plugins.system.kept_parts import KeptContent, KeptParts


def name(number: int) -> bytes:
    """Return a key."""
    return digest(b"%d" % number)


def keep(file: Path, numbers: range) -> None:
    """Keep some contents as a build of its own does."""
    parts = KeptParts(file)
    known = parts.read()
    parts.keep({name(n): known.get(name(n), KeptContent(b"%d" % n * 50)) for n in numbers})


def read(file: Path) -> dict[bytes, bytes]:
    """Return what the next build finds."""
    return {key: content.read() for key, content in KeptParts(file).read().items()}


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Give the file by which a hundred contents are kept."""
    file = tmp_path / "memo" / "code.kept"
    keep(file, range(100))
    return file


def test_only_parts_in_which_something_changes_are_written(file: Path) -> None:
    """A build that has used one thing more leaves most files alone."""
    before = {part: part.stat().st_ino for part in file.parent.iterdir()}
    keep(file, range(101))
    assert sum(part.stat().st_ino != number for part, number in before.items()) == 1
    assert read(file) == {name(n): b"%d" % n * 50 for n in range(101)}


@pytest.mark.parametrize("left", [range(1, 100), range(3), range(0)])
def test_what_is_not_used_goes(file: Path, left: range) -> None:
    """Of what a build has not used nothing is left, and no file without need."""
    keep(file, left)
    assert read(file) == {name(n): b"%d" % n * 50 for n in left}
    assert len(list(file.parent.iterdir())) == len({name(n).hex()[0] for n in left})


def test_what_is_altered_is_not_taken(file: Path) -> None:
    """Of a part that a fault has altered nothing is taken, of the others all."""
    part = next(file.parent.iterdir())
    part.write_bytes(part.read_bytes()[:-1] + b"x")
    assert len(read(file)) in range(1, 100)
    keep(file, range(100))
    assert len(read(file)) == 100


@pytest.mark.parametrize("left", [range(3), range(0)])
def test_what_other_code_or_a_killed_build_has_left_goes(file: Path, left: range) -> None:
    """What stands under another name is not read, and is removed, even if nothing is kept."""
    file.with_name("half.tmp").write_bytes(b"half")
    keep(file.with_name("other.kept"), left)
    assert read(file) == {}
    assert len(list(file.parent.iterdir())) == len({name(n).hex()[0] for n in left})


def test_what_is_written_is_read_from_where_it_lies(file: Path) -> None:
    """A content that was kept comes from its file, though that is replaced or gone since."""
    parts = KeptParts(file)
    fresh, known = KeptContent(b"new" * 50), parts.read()
    parts.keep({**known, name(100): fresh})
    assert not isinstance(fresh._held, bytes)
    for part in file.parent.iterdir():
        part.unlink()
    assert fresh.read() == b"new" * 50
    assert known[name(7)].read() == b"7" * 50

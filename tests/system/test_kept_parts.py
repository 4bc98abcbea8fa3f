"""What is kept in parts is what the last build has used, however many builds have written it."""

import tracemalloc
from multiprocessing import get_context
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
    parts.keep({name(n): known.get(name(n), parts.hold(b"%d" % n * 50)) for n in numbers})


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
    known, fresh = parts.read(), [parts.hold(b"new" * 50), KeptContent(b"at hand")]
    assert not any(content.is_written for content in fresh)
    parts.keep({**known, name(100): fresh[0], name(101): fresh[1]})
    assert all(content.is_written for content in fresh)
    for part in file.parent.iterdir():
        part.unlink()
    assert [content.read() for content in fresh] == [b"new" * 50, b"at hand"]
    assert known[name(7)].read() == b"7" * 50


def test_what_is_not_kept_yet_takes_no_memory(file: Path) -> None:
    """Contents of many megabytes lie on the disk until they are kept, and no file tells of them."""
    parts, files = KeptParts(file), set(file.parent.iterdir())
    tracemalloc.start()
    held = [parts.hold(bytes([n]) * 5_000_000) for n in range(100)]
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert most < 20_000_000
    assert all(content.read() == bytes([n]) * 5_000_000 for n, content in enumerate(held))
    assert set(file.parent.iterdir()) == files


def test_a_forked_process_spoils_nothing(file: Path) -> None:
    """What a process holds that was forked from a build's lies elsewhere than what that holds."""
    parts = KeptParts(file)
    held = [parts.hold(b"before")]
    process = get_context("fork").Process(target=parts.hold, args=(b"forked",))
    process.start()
    process.join()
    held.append(parts.hold(b"after."))
    assert [content.read() for content in held] == [b"before", b"after."]


def test_without_a_disk_it_is_at_hand(tmp_path: Path) -> None:
    """Where no file can be made, a content is what it is."""
    (tmp_path / "memo").write_text("no folder")
    parts = KeptParts(tmp_path / "memo" / "code.kept")
    assert parts.hold(b"tea").read() == b"tea"

"""Contents by their keys, kept in parts: a build writes those in which something is another.

What lies in a file is read when it is asked for, and takes no memory meanwhile. Until a build ends,
what is new lies in a file without a name: of 100,000 articles it would be gigabytes.
"""

import os
from collections import defaultdict
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryFile

import numpy as np

from plugins.system.digests import DIGEST_BYTES
from plugins.system.kept_arrays import Kept, keep_arrays, load_arrays
from plugins.system.kept_files import remove_others

#: Keys are digests: one hexadecimal digit of them tells the part.
_PARTS = "0123456789abcdef"


class OpenFile:
    """A file that stays open for as long as anybody may read of it, whatever takes its place."""

    __slots__ = ("number",)

    def __init__(self, path: Path) -> None:
        self.number = os.open(path, os.O_RDONLY)

    def __del__(self) -> None:
        if hasattr(self, "number"):
            os.close(self.number)


class Spool(OpenFile):
    """A file without a name, which is gone once nobody reads of it; for one process to fill."""

    __slots__ = ("_end", "_owner")

    def __init__(self, folder: Path) -> None:
        """Begin an empty one. Raises OSError."""
        folder.mkdir(parents=True, exist_ok=True)
        with TemporaryFile(dir=folder) as file:
            self.number = os.dup(file.fileno())
        self._end, self._owner = 0, os.getpid()

    def add(self, content: bytes) -> "KeptContent":
        """Return a content that lies there. Raises OSError, also in a process that was forked."""
        if os.getpid() != self._owner:
            raise OSError("another process fills this file")
        start, size = self._end, len(content)
        if os.pwrite(self.number, content, start) != size:
            raise OSError("the disk has taken a part of it")
        self._end += size
        return KeptContent(self, start, size)


class KeptContent:
    """A content: bytes at hand, or a span of an open file."""

    __slots__ = ("_held", "_size", "_start")

    def __init__(self, held: bytes | OpenFile, start: int = 0, size: int = 0) -> None:
        self._held, self._start, self._size = held, start, size

    @property
    def is_written(self) -> bool:
        """Whether it lies in a file that is kept."""
        return not isinstance(self._held, bytes | Spool)

    def read(self) -> bytes:
        """Return its bytes."""
        if isinstance(self._held, bytes):
            return self._held
        return os.pread(self._held.number, self._size, self._start)

    def move(self, other: "KeptContent") -> None:
        """Lie where another content lies, if it is the same."""
        if self.is_written or self.read() == other.read():
            self._held, self._start, self._size = other._held, other._start, other._size


class KeptParts:
    """Files of a folder of their own, whose names begin as `file` does, which stands for the code.

    What two builds at once have written there fits both: a content is known by what it is made of.
    """

    def __init__(self, file: Path) -> None:
        self._folder = file.parent
        self._files = {digit: file.with_suffix(f".{digit}{file.suffix}") for digit in _PARTS}
        #: The keys of what each part holds.
        self._written: dict[str, set[bytes]] = {}
        self._spool: Spool | None = None

    def read(self) -> dict[bytes, KeptContent]:
        """Return what was kept, as far as its parts are as they were written."""
        contents: dict[bytes, KeptContent] = {}
        for digit, file in self._files.items():
            found = _read_part(file)
            self._written[digit] = set(found)
            contents |= found
        return contents

    def hold(self, content: bytes) -> KeptContent:
        """Return a content that is not kept yet: on the disk, or at hand where that refuses."""
        try:
            self._spool = self._spool or Spool(self._folder)
            return self._spool.add(content)
        except OSError:
            return KeptContent(content)

    def keep(self, contents: Mapping[bytes, KeptContent]) -> None:
        """Keep these contents, and nothing else."""
        parts: defaultdict[str, dict[bytes, KeptContent]] = defaultdict(dict)
        for key, content in contents.items():
            parts[key.hex()[0]][key] = content
        files = {self._files[digit] for digit in parts}
        # Always: what other code or a killed build has left may tell what was withdrawn since.
        with suppress(OSError):
            remove_others(self._folder, files)
        for digit, part in parts.items():
            is_kept = all(content.is_written for content in part.values())
            if part.keys() != self._written.get(digit) or not is_kept:
                keep_arrays(self._files[digit], _pack_part(part), files)
                # A full disk, or another build, may have left something else there.
                for key, content in _read_part(self._files[digit]).items():
                    if key in part:
                        part[key].move(content)
        self._written = {digit: set(part) for digit, part in parts.items()}
        self._spool = None


def _pack_part(part: Mapping[bytes, KeptContent]) -> dict[str, Kept]:
    contents = [content.read() for content in part.values()]
    digests = np.frombuffer(b"".join(part), dtype=np.uint8)
    sizes = np.array([len(content) for content in contents], dtype=np.int64)
    return {"digests": digests, "sizes": sizes, "contents": contents}


def _read_part(file: Path) -> dict[bytes, KeptContent]:
    try:
        opened = OpenFile(file)
        with os.fdopen(opened.number, "rb", closefd=False) as reader:
            arrays = load_arrays(file, reader)
            end = os.fstat(opened.number).st_size
    except OSError:
        return {}
    if arrays is None:
        return {}
    digests, sizes = arrays["digests"].tobytes(), arrays["sizes"]
    # They are the last of the file.
    starts = end - int(sizes.sum()) + np.cumsum(sizes) - sizes
    return {
        digests[number * DIGEST_BYTES : (number + 1) * DIGEST_BYTES]: KeptContent(opened, *span)
        for number, span in enumerate(zip(starts.tolist(), sizes.tolist(), strict=True))
    }

"""What earlier builds have made, by what it was made of: only what is new is made again."""

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import numpy as np

from plugins.system.digests import DIGEST_BYTES, Bytes
from plugins.system.kept_arrays import keep_arrays, read_arrays


class Memo:
    """Contents by the digests of what decides them besides the code; those of one build.

    In a file, alone in its folder, whose name stands for the code; or, without one, for nobody.
    It changes no byte.
    """

    def __init__(self, file: Path | None) -> None:
        self._file = file
        found = _read_contents(self._file) if self._file else None
        self._known: dict[bytes, Bytes] = found or {}
        #: What the file holds; None where there is none that fits.
        self._written = None if found is None else set(found)
        self._used: dict[bytes, Bytes] = {}

    def begin(self) -> None:
        """Begin a build; what one has used that did not come to its end is known to it."""
        self._known, self._used = self._known | self._used, {}

    def find(self, key: bytes) -> Bytes | None:
        """Return the content for a key, None where it is new."""
        known = self._known.get(key)
        if known is not None:
            self._used[key] = known
        return self._used.get(key)

    def add(self, key: bytes, content: bytes) -> None:
        """Take the content for a key that was new."""
        self._used[key] = content

    def make_all(
        self, keys: Sequence[bytes], make: Callable[[list[int]], Iterable[bytes]]
    ) -> list[bytes]:
        """Return the contents for these keys; `make` gives those of the numbers that are new."""
        missing = [number for number, key in enumerate(keys) if self.find(key) is None]
        if missing:
            self._used |= zip((keys[number] for number in missing), make(missing), strict=True)
        return [bytes(self._used[key]) for key in keys]

    def keep(self) -> None:
        """Keep what this build has used, and nothing else; the next one begins."""
        if self._file and self._used.keys() != self._written:
            digests = np.frombuffer(b"".join(self._used), dtype=np.uint8)
            packed = np.frombuffer(b"".join(self._used.values()), dtype=np.uint8)
            sizes = np.array([len(content) for content in self._used.values()], dtype=np.int64)
            keep_arrays(self._file, {"digests": digests, "contents": packed, "sizes": sizes})
            self._written = set(self._used)
        self._known, self._used = self._used, {}


def _read_contents(file: Path) -> dict[bytes, Bytes] | None:
    arrays = read_arrays(file)
    if arrays is None:
        return None
    # Parts of one whole, for of a great archive this is the most of what is kept.
    digests, packed = arrays["digests"].tobytes(), arrays["contents"].data
    ends = np.cumsum(arrays["sizes"])
    spans = zip((ends - arrays["sizes"]).tolist(), ends.tolist(), strict=True)
    return {
        digests[number * DIGEST_BYTES : (number + 1) * DIGEST_BYTES]: packed[start:end]
        for number, (start, end) in enumerate(spans)
    }

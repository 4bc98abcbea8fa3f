"""Contents by their keys, kept in parts: a build writes those in which something is another."""

from collections import defaultdict
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

import numpy as np

from plugins.system.digests import DIGEST_BYTES, Bytes
from plugins.system.kept_arrays import Kept, keep_arrays, read_arrays
from plugins.system.kept_files import remove_others

#: Keys are digests: one hexadecimal digit of them tells the part.
_PARTS = "0123456789abcdef"


class KeptParts:
    """Files of a folder of their own, whose names begin as `file` does, which stands for the code.

    What two builds at once have written there fits both: a content is known by what it is made of.
    """

    def __init__(self, file: Path) -> None:
        self._folder = file.parent
        self._files = {digit: file.with_suffix(f".{digit}{file.suffix}") for digit in _PARTS}
        #: The keys of what each part holds.
        self._written: dict[str, set[bytes]] = {}

    def read(self) -> dict[bytes, Bytes]:
        """Return what was kept, as far as its parts are as they were written."""
        contents: dict[bytes, Bytes] = {}
        for digit, file in self._files.items():
            found = _read_part(file)
            self._written[digit] = set(found)
            contents |= found
        return contents

    def keep(self, contents: Mapping[bytes, Bytes]) -> None:
        """Keep these contents, and nothing else."""
        parts: defaultdict[str, dict[bytes, Bytes]] = defaultdict(dict)
        for key, content in contents.items():
            parts[key.hex()[0]][key] = content
        files = {self._files[digit] for digit in parts}
        # Always: what other code or a killed build has left may tell what was withdrawn since.
        with suppress(OSError):
            remove_others(self._folder, files)
        for digit, part in parts.items():
            if part.keys() != self._written.get(digit):
                keep_arrays(self._files[digit], _pack_part(part), files)
        self._written = {digit: set(part) for digit, part in parts.items()}


def _pack_part(contents: Mapping[bytes, Bytes]) -> dict[str, Kept]:
    digests = np.frombuffer(b"".join(contents), dtype=np.uint8)
    sizes = np.array([len(content) for content in contents.values()], dtype=np.int64)
    return {"digests": digests, "sizes": sizes, "contents": list(contents.values())}


def _read_part(file: Path) -> dict[bytes, Bytes]:
    arrays = read_arrays(file)
    if arrays is None:
        return {}
    # Parts of one whole, for of a great archive this is the most of what is kept.
    digests, packed = arrays["digests"].tobytes(), arrays["contents"].data
    ends = np.cumsum(arrays["sizes"])
    spans = zip((ends - arrays["sizes"]).tolist(), ends.tolist(), strict=True)
    return {
        digests[number * DIGEST_BYTES : (number + 1) * DIGEST_BYTES]: packed[start:end]
        for number, (start, end) in enumerate(spans)
    }

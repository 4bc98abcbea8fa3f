"""What earlier builds have made, by what it was made of: only what is new is made again."""

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from plugins.system.kept_parts import KeptContent, KeptParts


class Memo:
    """Contents by the digests of what decides them besides the code; those of one build.

    In files, alone in their folder, whose name stands for the code; or, without one, for nobody.
    It changes no byte.
    """

    def __init__(self, file: Path | None) -> None:
        self._parts = file and KeptParts(file)
        self._known: dict[bytes, KeptContent] = self._parts.read() if self._parts else {}
        self._used: dict[bytes, KeptContent] = {}

    def find(self, key: bytes) -> KeptContent | None:
        """Return the content for a key, None where it is new."""
        known = self._known.get(key)
        if known is not None:
            self._used[key] = known
        return self._used.get(key)

    def add(self, key: bytes, content: bytes) -> KeptContent:
        """Take the content for a key that was new, or is another now."""
        known = self.find(key)
        if known is None or known.read() != content:
            self._known.pop(key, None)
            known = self._parts.hold(content) if self._parts else KeptContent(content)
            self._used[key] = known
        return known

    def make_all(
        self, keys: Sequence[bytes], make: Callable[[list[int]], Iterable[bytes]]
    ) -> list[bytes]:
        """Return the contents for these keys; `make` gives those of the numbers that are new."""
        missing = [number for number, key in enumerate(keys) if self.find(key) is None]
        if missing:
            for number, content in zip(missing, make(missing), strict=True):
                self.add(keys[number], content)
        return [self._used[key].read() for key in keys]

    def keep(self) -> None:
        """Keep what this build has used, and nothing else; it stays at hand."""
        if self._parts:
            self._parts.keep(self._used)
        self._known, self._used = self._used, {}

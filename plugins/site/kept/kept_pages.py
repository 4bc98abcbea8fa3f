"""Pages that earlier builds have written, linked into the next site where they would be the same.

A page is a function of its templates, the code, the frame around it and its view. Its file is kept
under the digest of those, and what the file held is on record, so that an altered one is not taken.
"""

import os
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from plugins.site.kept.site_code import name_kept
from plugins.system.digests import digest, hex_digest
from plugins.system.memo import Memo


@dataclass(frozen=True, slots=True)
class PageFile:
    """A page's file: the digests of all that decides it, and of what it holds."""

    key: bytes
    content: str


class KeptPages:
    """The pages of the last build, in a folder; `templates` and `frame` decide all of them."""

    def __init__(self, folder: Path, templates: Path, frame: str) -> None:
        self._files = folder / "files"
        self._contents = Memo(folder / "contents" / name_kept())
        files = sorted(path for path in templates.rglob("*") if path.is_file())
        parts = [part for file in files for part in (str(file).encode(), file.read_bytes())]
        self._ground = digest(name_kept().encode(), frame.encode(), *parts)
        with suppress(OSError):
            self._files.mkdir(parents=True, exist_ok=True)

    def name(self, page: str) -> bytes:
        """Return the digest of all that decides a page, which `page` tells of it."""
        return digest(self._ground, page.encode("utf-8", "surrogatepass"))

    def place(self, key: bytes, target: Path) -> PageFile | None:
        """Link the page of this key into the output; None where it is not known, or altered."""
        known = self._contents.find(key)
        if known is None:
            return None
        target.parent.mkdir(parents=True, exist_ok=True)
        try:
            os.link(self._files / key.hex(), target)
        except OSError:
            return None
        page = PageFile(key, bytes(known).decode())
        if hex_digest(target.read_bytes()) == page.content:
            return page
        target.unlink()
        return None

    def take(self, key: bytes, target: Path) -> PageFile:
        """Keep a page that has been written."""
        file = self._files / key.hex()
        # A disk that knows no links, or is full, only makes the next build slower.
        with suppress(OSError):
            file.unlink(missing_ok=True)
            os.link(target, file)
        return PageFile(key, hex_digest(target.read_bytes()))

    def keep(self, pages: Iterable[PageFile]) -> None:
        """Keep these pages, and no others."""
        names = set()
        for page in pages:
            self._contents.add(page.key, page.content.encode())
            names.add(page.key.hex())
        self._contents.keep()
        with suppress(OSError):
            for file in self._files.iterdir():
                if file.name not in names:
                    file.unlink(missing_ok=True)

"""Pages that earlier builds have written, linked into the next site where they would be the same.

A page is a function of its templates, the code, the frame around it and its view. Its file is kept
under the digest of those, and what the file held is on record, so that an altered one is not taken.
"""

import os
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Any

from plugins.site.kept.site_code import name_kept
from plugins.system.digests import digest
from plugins.system.folders.listing import read_file
from plugins.system.folders.written import WrittenFile, tell_content
from plugins.system.memo import Memo


@dataclass(frozen=True, slots=True)
class PageFile:
    """A page's file: the digest of all that decides it, and what it holds."""

    key: bytes
    content: WrittenFile


class KeptPages:
    """The pages of the last build, in a folder; `templates` and `ground` decide all of them."""

    def __init__(self, folder: Path, templates: Path, ground: str) -> None:
        self._files = folder / "files"
        self._contents = Memo(folder / "contents" / name_kept())
        #: Those of the output that are there: to ask again for each page would take its time.
        self._folders: set[Path] = set()
        self._templates, self._read = templates, _name_templates(templates)
        self._ground = digest(name_kept().encode(), ground.encode(), self._read)
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
        if (folder := target.parent) not in self._folders:
            folder.mkdir(parents=True, exist_ok=True)
            self._folders.add(folder)
        try:
            os.link(f"{self._files}/{key.hex()}", target)
        except OSError:
            return None
        content = tell_content(read_file(target))
        if repr(content).encode() == known.read():
            return PageFile(key, content)
        target.unlink()
        return None

    def take(self, key: bytes, target: Path) -> PageFile | None:
        """Keep a page that has been written; None where it is gone again."""
        fresh = self._files / f"{key.hex()}.{os.getpid()}"
        # A disk that knows no links, or is full, only makes the next build slower. The one before
        # stays until its link stands: a site on another disk, which cannot be kept, spoils none.
        with suppress(OSError):
            os.link(target, fresh)
            fresh.replace(self._files / key.hex())
        try:
            return PageFile(key, tell_content(read_file(target)))
        except FileNotFoundError:
            return None

    def keep(self, pages: Iterable[PageFile | None]) -> None:
        """Keep these pages, and no others; none where a template was saved while they were written.

        Jinja reads a template when the first page asks for it: nobody knows which it was.
        """
        names = set()
        whole = _name_templates(self._templates) == self._read
        for page in filter(None, pages if whole else ()):
            self._contents.add(page.key, repr(page.content).encode())
            names.add(page.key.hex())
        self._contents.keep()
        with suppress(OSError):
            for file in self._files.iterdir():
                if file.name not in names:
                    file.unlink(missing_ok=True)


def name_ground(settings: Mapping[str, Any], frame: Mapping[str, object]) -> str:
    """Return in words what decides all pages besides the templates: Jinja's settings, the frame."""
    jinja = {name: value for name, value in settings.items() if name.startswith("JINJA_")}
    # What is compiled already changes no page.
    options = {**jinja.pop("JINJA_ENVIRONMENT", {}), "bytecode_cache": None}
    return repr((sorted(options.items()), sorted(jinja.items()), frame))


def _name_templates(folder: Path) -> bytes:
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    names = (str(file.relative_to(folder)).encode() for file in files)
    contents = (file.read_bytes() for file in files)
    return digest(*chain.from_iterable(zip(names, contents, strict=True)))

"""What Pelican is told of us, and the reader by which it asks for pages.

Pelican logs and skips a page whose reader fails. So one that cannot be used is read as a draft
that carries its `problem`, and the generator stops the build with all problems at once.
"""

import logging
from pathlib import Path

from pelican import Pelican, signals
from pelican.readers import BaseReader, Readers

from plugins.content.content_error import ContentError
from plugins.site.generator import ArchiveGenerator, prepare
from plugins.site.reader import read_page
from plugins.system.refusal import RefusalError


class PageReader(BaseReader):  # type: ignore[misc] # Pelican has no types
    """Reads the pages."""

    enabled = True
    file_extensions = ("md",)

    def read(self, source_path: str) -> tuple[str, dict[str, object]]:
        """Return the rendered body, and the metadata that Pelican and our generator need."""
        file, content = Path(source_path), Path(self.settings["PATH"])
        path = Path(content.name) / file.relative_to(content)
        try:
            front, text = read_page(file, path)
        except ContentError as problem:
            unread = {"title": str(path), "status": "draft", "slug": "unreadable"}
            return "", {**unread, "problem": problem}
        fields = {"title": front.title, "description": front.description, "slug": path.stem}
        return text.html, {**fields, "text": text, "front": front}


def connect() -> None:
    """Connect our reader and generator to Pelican's signals; a second time changes nothing."""
    signals.initialized.connect(prepare)
    signals.readers_init.connect(_leave_our_reader)
    signals.get_generators.connect(_give_generator)
    logging.getLogger("pelican").addFilter(_leave_out_traceback)


def _leave_our_reader(readers: Readers) -> None:
    """Let nothing but our reader read: Pelican's others take raw HTML and include any file."""
    ours = dict.fromkeys(PageReader.file_extensions, PageReader)
    readers.reader_classes = {"static": readers.reader_classes["static"], **ours}


def _give_generator(_pelican: Pelican) -> type[ArchiveGenerator]:
    return ArchiveGenerator


def _leave_out_traceback(record: logging.LogRecord) -> bool:
    """Keep Python's traceback from editors when what is wrong has been said in words."""
    if record.exc_info and isinstance(record.exc_info[1], RefusalError):
        record.exc_info = None
    return True

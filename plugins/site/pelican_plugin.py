"""What Pelican is told of us."""

import logging

from pelican import Pelican, signals
from pelican.readers import Readers

from plugins.content.content_error import BuildStoppedError
from plugins.site.generator import ArchiveGenerator, prepare
from plugins.site.reader import PageReader


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
    if record.exc_info and isinstance(record.exc_info[1], BuildStoppedError):
        record.exc_info = None
    return True

"""A site written into a folder by Pelican, with what that says kept from editors."""

import gc
import logging
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from pelican import Pelican, signals
from pelican.generators import Generator
from pelican.log import console
from pelican.log import init as init_logging
from pelican.settings import read_settings

from plugins.site.beside import end_begun
from plugins.system.folders.work_folder import name_work_folder, temporary_files_below

#: So many new objects are let be, some megabytes, before garbage is looked for among them.
_COLLECTED_AT = 20_000


def write_site(target: Path, settings: str, own: Mapping[str, object]) -> Sequence[Generator]:
    """Write the site of a settings file, and settings besides, into a folder.

    Returns what has written it. Raises what stops it.
    """
    handler = logging.StreamHandler()
    handler.addFilter(_stop_at_refusal)
    init_logging(fatal="errors", handler=handler)
    # Pelican's own words are for developers, and English.
    console.quiet = True
    pelican = Pelican(read_settings(settings, override={**own, "OUTPUT_PATH": str(target)}))
    generators: list[Generator] = []
    with (
        temporary_files_below(name_work_folder(target)),
        _seldom_collecting(),
        signals.all_generators_finalized.connected_to(generators.extend),
    ):
        try:
            pelican.run()
        finally:
            end_begun(pelican.settings)
    return generators


@contextmanager
def _seldom_collecting() -> Iterator[None]:
    """Look for garbage seldom: nearly all that a build makes it keeps to its end."""
    before = gc.get_threshold()
    gc.set_threshold(_COLLECTED_AT, *before[1:])
    try:
        yield
    finally:
        gc.set_threshold(*before)


def _stop_at_refusal(record: logging.LogRecord) -> bool:
    """Raise what the disk refused, where Pelican would only warn and leave the file out."""
    for told in record.args or ():
        if isinstance(told, OSError):
            raise told
    return True

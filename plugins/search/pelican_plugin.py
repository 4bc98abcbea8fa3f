"""What Pelican is told of the search: its index is made beside the site's pages."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

import click
from pelican import Pelican, signals
from pelican.generators import Generator

from plugins.content.content_error import BuildStoppedError
from plugins.search.build import SearchReport, build_search
from plugins.search.corpus.cut_cache import BATCH
from plugins.search.corpus.documents import SearchError
from plugins.search.site_documents import make_documents, make_tables
from plugins.site.beside import await_begun, begin_beside
from plugins.site.groups.collection import Archive
from plugins.system.folders.written import WRITTEN

#: The index's folder below the site's root.
FOLDER = "search"
#: Makes the index; all that it takes may travel to another process.
Making = Callable[[], SearchReport]


def begin_index(generators: Sequence[Generator]) -> None:
    """Begin the index of the archive that plugins.site has put into Pelican's context.

    It is made beside the pages, or where it takes less than that, by this process. Raises
    BuildStoppedError after saying what is wrong.
    """
    settings, context = generators[0].settings, generators[0].context
    making = _prepare_index(settings, context)
    if context["archive"].count <= BATCH:
        _take_index(settings, making)
    else:
        begin_beside(settings, making, partial(_take_index, settings))


def _prepare_index(settings: dict[str, Any], context: dict[str, Any]) -> Making:
    archive: Archive = context["archive"]
    if not archive.count:
        return partial(SearchReport, 0, 0, {}, "")
    return partial(
        build_search,
        make_documents(archive),
        Path(settings["OUTPUT_PATH"]) / FOLDER,
        make_tables(archive, context["reference"].tables.subjects),
        cache=Path(settings["CACHE_PATH"]) / FOLDER,
    )


def _take_index(settings: dict[str, Any], making: Making) -> None:
    """Have the index made, or wait for it, and take what is known of its files."""
    try:
        report = making()
    except SearchError as error:
        click.echo(error, err=True)
        raise BuildStoppedError("搜索索引没有写成") from error
    told = {f"{FOLDER}/{address}": file for address, file in report.written.items()}
    settings[WRITTEN].update(told)


def connect() -> None:
    """Connect us to Pelican's signals; a second time changes nothing."""
    signals.all_generators_finalized.connect(begin_index)
    signals.finalized.connect(_await_index)


def _await_index(pelican: Pelican) -> None:
    # A site without plugins.output waits here; with it, who of the two is called first.
    await_begun(pelican.settings)

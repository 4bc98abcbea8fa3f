"""What Pelican is told of the search: its index is made beside all that follows the articles."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from pelican import Pelican, signals
from pelican.generators import Generator

from plugins.search.build import SearchReport, build_index
from plugins.search.corpus.batches import BATCH
from plugins.search.site_documents import make_documents, make_tables
from plugins.site.articles.article import Article
from plugins.site.articles.reference import Reference
from plugins.site.beside import await_begun, begin_beside, when_settled
from plugins.site.groups.collection import Archive
from plugins.subjects import SubjectTables
from plugins.system.folders.written import WRITTEN
from plugins.system.processes import Asking

#: The index's folder below the site's root.
FOLDER = "search"
#: The setting that holds the index of a large archive, once it has begun.
_INDEX = "INDEX_BEGUN"


def begin_index(
    settings: dict[str, Any], articles: Sequence[Article], reference: Reference
) -> None:
    """Begin the index of a large archive beside all else; of a small one nothing takes so long."""
    if len(articles) > BATCH:
        work = _prepare_index(settings, articles, reference.tables.subjects)
        settings[_INDEX] = begin_beside(settings, work, partial(_take_index, settings))


def finish_index(generators: Sequence[Generator]) -> None:
    """Give the index the tables of the archive that plugins.site has put into Pelican's context.

    That of a small archive is made here. Raises SearchError.
    """
    settings, context = generators[0].settings, generators[0].context
    archive: Archive = context["archive"]
    subjects = context["reference"].tables.subjects
    tables = make_tables(archive, subjects)
    if _INDEX in settings:
        settings.pop(_INDEX).give(tables)
    elif archive.count:
        work = _prepare_index(settings, archive.articles, subjects)
        _take_index(settings, partial(work, lambda: tables))


def _prepare_index(
    settings: dict[str, Any], articles: Sequence[Article], subjects: SubjectTables
) -> Callable[[Asking], SearchReport]:
    """Return what makes the index; all that it takes may travel to another process."""
    return partial(
        build_index,
        make_documents(articles, subjects.gazetteer),
        Path(settings["OUTPUT_PATH"]) / FOLDER,
        cache=Path(settings["CACHE_PATH"]) / FOLDER,
    )


def _take_index(settings: dict[str, Any], make: Callable[[], SearchReport]) -> None:
    """Have the index made, or wait for it, and take what is known of its files."""
    report = make()
    told = {f"{FOLDER}/{address}": file for address, file in report.written.items()}
    settings[WRITTEN].update(told)


def connect() -> None:
    """Connect us to Pelican's signals; a second time changes nothing."""
    signals.initialized.connect(_await_articles)
    signals.all_generators_finalized.connect(finish_index)
    signals.finalized.connect(_await_index)


def _await_articles(pelican: Pelican) -> None:
    when_settled(pelican.settings, partial(begin_index, pelican.settings))


def _await_index(pelican: Pelican) -> None:
    # A site without plugins.output waits here; with it, who of the two is called first.
    await_begun(pelican.settings)

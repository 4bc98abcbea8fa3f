"""What Pelican is told of the search: its index is written with the site's pages."""

import shutil
from pathlib import Path

import click
from pelican import Pelican, signals
from pelican.generators import Generator
from pelican.writers import Writer

from plugins.content.content_error import BuildStoppedError
from plugins.search.build import build_search
from plugins.search.corpus.documents import SearchError
from plugins.search.site_documents import make_documents, make_tables
from plugins.site.later import do_or_leave

#: The index's folder below the site's root.
FOLDER = "search"


class SearchGenerator(Generator):  # type: ignore[misc] # Pelican has no types
    """Writes the index of the archive that plugins.site has put into Pelican's context."""

    def generate_output(self, _writer: Writer) -> None:
        """Write the index, now or later. Raises BuildStoppedError after saying what is wrong."""
        do_or_leave(self.settings, self._write_index)

    def _write_index(self, site: Path) -> None:
        archive = self.context["archive"]
        if not archive.count:
            # A preview's last index found articles that are no more.
            shutil.rmtree(site / FOLDER, ignore_errors=True)
            return
        try:
            build_search(
                make_documents(archive),
                site / FOLDER,
                make_tables(archive, self.context["reference"].tables.subjects),
                cache=Path(self.settings["CACHE_PATH"]) / FOLDER,
            )
        except SearchError as error:
            click.echo(error, err=True)
            raise BuildStoppedError("搜索索引没有写成") from error


def connect() -> None:
    """Connect our generator to Pelican's signals; a second time changes nothing."""
    signals.get_generators.connect(_give_generator)


def _give_generator(_pelican: Pelican) -> type[SearchGenerator]:
    return SearchGenerator

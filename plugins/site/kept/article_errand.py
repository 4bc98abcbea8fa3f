"""Articles settled by the processes of this machine, or by the workers of a cluster.

To a worker travel the tables' files, the glossary and the sources; pictures stay at home, and what
has one is settled there, as is whatever has an error, which is told where its file is.
"""

import datetime
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from plugins.content.content_error import ContentError
from plugins.content.sources import Source
from plugins.site.articles.raw_lines import RawPages
from plugins.site.articles.reference import Reference
from plugins.site.articles.settling import settle_text
from plugins.site.kept.article_values import ArticleValues
from plugins.site.pictures.pictures import Pictures
from plugins.site.settings.glossary import Glossary
from plugins.site.settings.site_settings import SiteSettings
from plugins.site.settings.tables import rebuild_tables
from plugins.system.cluster.sharing import has_cluster, share_far
from plugins.system.cluster.worker import Errand
from plugins.system.digests import digest
from plugins.system.processes import count_processes, share_work
from plugins.system.time_limit import TookTooLongError, limit_time

TOO_LONG = "从正文里认地名、人名和数字，{:g} 秒还没有完，请把文章分短，或把它发给开发者"
#: Articles that travel together: a second's work. One block alone is not worth the way.
BLOCK = 50
Settled = bytes | ContentError


@dataclass(frozen=True)
class Settling:
    """Settles sources; what it makes of one decides nothing but the source and what is here."""

    reference: Reference

    @cached_property
    def values(self) -> ArticleValues:
        """What writes and reads its articles as bytes."""
        return ArticleValues(self.reference.tables)

    @cached_property
    def ground(self) -> bytes:
        """What decides besides a source what it says; b"" where that is unknown."""
        tables, terms = self.reference.tables.digest, self.reference.glossary.terms
        return tables and digest(tables, repr(terms).encode())

    def name(self, source: Source) -> bytes:
        """Return the digest of all that decides what a source says; b"" where it is unknown."""
        return source.digest and self.ground and digest(source.digest, self.ground)

    def settle(self, source: Source) -> bytes | ContentError:
        """Return a source's article as bytes, which travel from process to process."""
        try:
            with limit_time(self.reference.article_seconds):
                article = settle_text(source, self.reference)
        except TookTooLongError:
            hint = TOO_LONG.format(self.reference.article_seconds)
            return ContentError(source.path, None, hint)
        except ContentError as error:
            return error
        # Pictures may change without it: they are a part of what its page is made of.
        pictures = repr(article.pictures).encode()
        name = self.name(source)
        return self.values.dump(replace(article, digest=name and digest(name, pictures)))

    def settle_all(self, sources: Sequence[Source]) -> Iterator[tuple[int, Settled]]:
        """Yield the number of each source and what `settle` makes of it, as they come.

        Raises ClusterError where the cluster that was asked for fails.
        """
        self.reference.tables.subjects.words.expect(len(sources))
        if not (has_cluster() and self.ground and len(sources) > BLOCK):
            yield from enumerate(share_work(self.settle, sources, count_processes(len(sources))))
            return
        yield from share_far(self._errand, self.settle, sources, BLOCK)

    @property
    def _errand(self) -> Errand:
        told, tables = self.reference, self.reference.tables
        ground = (told.glossary, told.article_seconds, tables.files)
        seconds = repr(told.article_seconds).encode()
        return Errand(prepare_settling, digest(self.ground, seconds), (self.ground, *ground))


def prepare_settling(
    ground: tuple[bytes, Glossary, float, Mapping[str, bytes]],
) -> Callable[[Source], bytes | None]:
    """Return what settles a source on a worker, or gives None where that is for home to do."""
    name, glossary, seconds, files = ground
    # No picture is there, so that an article with one fails, and is settled at home; what the site
    # says of itself decides nothing in an article.
    nowhere = Path(os.devnull)
    reference = Reference(
        settings=SiteSettings(name=""),
        tables=rebuild_tables(files),
        glossary=glossary,
        raw_pages=RawPages(nowhere),
        tiles={},
        pictures=Pictures(nowhere, nowhere),
        site_url="",
        day=datetime.date.min,
        article_seconds=seconds,
    )
    settling = Settling(reference)
    if settling.ground != name:
        raise ValueError("the tables are not those of their files")

    def settle(source: Source) -> bytes | None:
        made = settling.settle(source)
        return made if isinstance(made, bytes) else None

    return settle

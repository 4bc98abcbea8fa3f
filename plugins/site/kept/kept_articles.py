"""Articles as read and as settled, kept under all that decides them.

A file's bytes decide what is read of it; that, its masks, the tables, the glossary and its pictures
decide what it says. The site's address, the day and other articles do not: they are added to what
is kept. An article with an error is not kept, so that the error is told again.
"""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from plugins.content.content_error import ContentError
from plugins.content.sources import Source, read_source
from plugins.site.articles.article import Article
from plugins.site.articles.reference import Reference
from plugins.site.articles.settling import publish_article
from plugins.site.kept.article_errand import Settling
from plugins.site.kept.article_values import dump_source, load_source
from plugins.site.kept.kept_values import KeptValues
from plugins.site.kept.site_code import name_kept
from plugins.system.digests import digest
from plugins.system.folders.listing import read_file
from plugins.system.kept_parts import KeptContent

#: The setting by which the reader and the generator have it.
KEPT = "KEPT_ARTICLES"


class KeptArticles:
    """What builds have read and settled, in a folder, or, without one, for this process alone."""

    def __init__(self, folder: Path | None = None) -> None:
        name = name_kept()
        self._sources: KeptValues[Source] = KeptValues(folder and folder / "sources" / name)
        self._articles: KeptValues[Article] = KeptValues(folder and folder / "settled" / name)

    def read(self, file: Path, path: Path) -> Source:
        """Do as read_source does. Raises ContentError."""
        content = _read_bytes(file)
        if content is None:
            # Read again, it is read, or says what is wrong.
            return read_source(file, path)
        # Where the project's folder is decides nothing: a copy of it, or a cache that was restored
        # elsewhere, is none the worse for it.
        key = digest(path.as_posix().encode(), content)
        load = partial(load_source, file=file, path=path)
        known = self._sources.find(key, load)
        if known and known.file == file:
            return known
        source = replace(read_source(file, path), digest=key)
        if _read_bytes(file) != content:
            # An editor has saved or deleted it in between: nobody knows of what this was read.
            return replace(source, digest=b"")
        return self._sources.add(key, dump_source(source), load)

    def settle(
        self, sources: Sequence[Source], reference: Reference
    ) -> list[Article | ContentError]:
        """Return each source as an article of the site, or what is wrong with it.

        This is the last that a build asks: what it has used is kept then, and nothing else.
        Raises ClusterError where the cluster that was asked for fails; what came is kept.
        """
        settling = Settling(reference)
        settled: list[Article | ContentError | None] = [
            self._find(source, settling) for source in sources
        ]
        new = [place for place, article in enumerate(settled) if article is None]
        try:
            for number, made in settling.settle_all([sources[place] for place in new]):
                settled[new[number]] = self._take(made, sources[new[number]], settling)
        finally:
            self._sources.keep()
            self._articles.keep()
        return [
            publish_article(one, reference) if isinstance(one, Article) else one
            for one in settled
            if one is not None
        ]

    def settle_one(self, source: Source, reference: Reference) -> Article:
        """Return one source as an article of the site, aside from builds. Raises ContentError."""
        settling = Settling(reference)
        article = self._find(source, settling)
        settled = article or self._take(settling.settle(source), source, settling)
        if isinstance(settled, ContentError):
            raise settled
        return publish_article(settled, reference)

    def _find(self, source: Source, settling: Settling) -> Article | None:
        key = settling.name(source)
        if not key:
            return None
        article = self._articles.find(key, partial(settling.values.load, source=source))
        still = settling.reference.pictures.still_has
        return article if article and all(map(still, article.pictures)) else None

    def _take(
        self, made: bytes | ContentError, source: Source, settling: Settling
    ) -> Article | ContentError:
        """Return what was made of a source, and keep it where that is an article."""
        if isinstance(made, ContentError):
            return made
        key, load = settling.name(source), partial(settling.values.load, source=source)
        return self._articles.add(key, made, load) if key else load(KeptContent(made))


def _read_bytes(file: Path) -> bytes | None:
    try:
        return read_file(file)
    except OSError:
        return None


def settle_articles(
    sources: Sequence[Source], reference: Reference, kept: KeptArticles
) -> tuple[list[Article], list[ContentError]]:
    """Settle the articles that the site shows, and list what is wrong with published sources.

    One that waits for its day is judged now, and not when that day's build stops at it.
    """
    read = [s for s in sources if s.front.status != "draft" or reference.is_preview]
    settled = kept.settle(read, reference)
    errors = [e for one in settled if isinstance(one, ContentError) for e in one.list_all()]
    articles = [one for one in settled if isinstance(one, Article)]
    return [article for article in articles if reference.shows(article.source.front)], errors

"""The site as Pelican writes it: our pages through its templates, our files beside them."""

import datetime
import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from pathlib import Path

import click
from pelican import Pelican
from pelican.generators import Generator
from pelican.writers import Writer

from plugins.content.content_error import BuildStoppedError, ContentError
from plugins.content.sources import Source
from plugins.site.articles.article import Article
from plugins.site.articles.reference import ARTICLE_SECONDS, Reference
from plugins.site.beside import Beginning, tell_settled
from plugins.site.composition import Edition, Made, Site, WrittenPage, compose
from plugins.site.display import traditional
from plugins.site.explorer.figure_table import write_tables
from plugins.site.kept.kept_articles import KEPT, KeptArticles, settle_articles
from plugins.site.kept.kept_pages import KeptPages, PageFile, name_ground
from plugins.site.kept.site_code import name_kept
from plugins.site.pages.feeds import atom, feed_files
from plugins.site.pages.lost_lines import find_lost_lines
from plugins.site.pages.open_data import open_data
from plugins.site.pages.site_page import SitePage, View
from plugins.site.pages.sitemap import robots, sitemap
from plugins.site.pages.stand_ins import find_unconverted
from plugins.site.reader import read_articles
from plugins.site.settings.site_settings import SiteSettings
from plugins.site.settings.tables import Tables, load_tables
from plugins.site.views.frame import list_frame, make_frame
from plugins.system.digests import digest
from plugins.system.folders.written import WRITTEN
from plugins.system.kept_arrays import make_once
from plugins.system.memo import Memo
from plugins.system.processes import count_processes, share_work


class ArchiveGenerator(Generator):  # type: ignore[misc] # Pelican has no types
    """Builds the archive from the articles, and writes all of it."""

    site: Site

    @property
    def site_url(self) -> str:
        """The site's absolute address without a slash at its end, "" when unknown."""
        return str(self.settings["CANONICAL_URL"]).rstrip("/")

    def generate_context(self) -> None:
        """Compose the site. Raises BuildStoppedError after saying what is wrong."""
        kept: KeptArticles = self.settings[KEPT]
        sources, problems = read_articles(Path(self.path), self.settings["ARCHIVE_PATH"], kept)
        pages = [*self.context["pages"], *self.context["draft_pages"]]
        problems += [page.problem for page in pages if hasattr(page, "problem")]
        stop_on(problems)
        try:
            self._compose(sources, kept)
        except ContentError as error:
            stop_on([error])
        # Other generators read these; templates see the frame, and the view of their own page.
        self.context["archive"] = self.site.archive
        self.context["reference"] = self.site.reference
        self.context["SITENAME"] = self.site.archive.settings.name
        self.context["frame"] = make_frame(self.site.archive)

    def generate_output(self, writer: Writer) -> None:
        """Write every page and file. Raises BuildStoppedError when a page is missing."""
        _warn_of_silence(self.site.archive.settings)
        self.site.archive.prepare_pages()
        kept = self._open_kept()
        write = partial(self._write_page, writer=writer, kept=kept)
        made = share_work(write, self.site.pages, count_processes(len(self.site.pages)))
        kept.keep(made)
        written = dict(zip((page.path for page in self.site.pages), made, strict=True))
        self.settings[WRITTEN] |= {path: file.content for path, file in written.items() if file}
        self._write_files()
        missing = [page for page in self.site.pages if not written[page.path]]
        files = {page.article.source.path if page.article else Path(page.path) for page in missing}
        stop_on([ContentError(file, None, "没有写成网页") for file in files])

    @property
    def _output(self) -> Path:
        return Path(self.output_path)

    @property
    def _cache(self) -> Path:
        return Path(self.settings["CACHE_PATH"])

    def _compose(self, sources: Sequence[Source], kept: KeptArticles) -> None:
        # Messages name the tables as editors know them: content/data/topics.yaml.
        data = Path(os.path.relpath(self.path)) / "data"
        # Tests build again and again, and read these, which takes longest, but once.
        tables = self.settings.get("LOAD_TABLES", load_tables)(data)
        edition = Edition(
            content=Path(self.path),
            data=data,
            cache=self._cache,
            day=self.settings["PUBLISH_DAY"],
            site_url=self.site_url,
            csp=self.settings["CONTENT_SECURITY_POLICY"],
            is_preview=self.settings["PREVIEW"],
            is_production=self.settings.get("PRODUCTION", False),
            article_seconds=self.settings.get("ARTICLE_SECONDS", ARTICLE_SECONDS),
            related=Memo(self._cache / "related" / name_kept()),
        )
        pages = sorted(self.context["pages"], key=lambda page: str(page.slug))
        written = [(page.front, page.text) for page in pages]
        begin = partial(tell_settled, self.settings)
        self.site = compose_strictly(edition, tables, sources, written, kept, begin)
        if edition.is_production:
            stop_on(find_unconverted(edition.content, sources, tables.addresses))
        if self.settings.get("PUBLISHING", False):
            stop_on(find_lost_lines(self.site.sources, self.site.reference.raw_pages))

    def _open_kept(self) -> KeptPages:
        """Return the pages of the last build; a preview's frame is another, and has its own."""
        folder = self._cache / ("preview" if self.settings["PREVIEW"] else "pages")
        templates = Path(self.settings["THEME"]) / "templates"
        return KeptPages(folder, templates, name_ground(self.settings, list_frame(self.context)))

    def _write_page(self, page: SitePage, writer: Writer, kept: KeptPages) -> PageFile | None:
        target = self._output / page.path
        words, make_context = page.decide(self.site.archive.settings, self.site_url)
        key = kept.name(words)
        if known := kept.place(key, target):
            return known
        self._render(page, make_context(), writer)
        return kept.take(key, target)

    def write_page(self, page: SitePage, writer: Writer) -> None:
        """Write one page, whatever is kept."""
        self._render(page, page.context(self.site.archive.settings, self.site_url), writer)

    def _render(self, page: SitePage, context: View, writer: Writer) -> None:
        template, frame = self.get_template(page.template), list_frame(self.context)
        writer.write_file(page.path, template, frame, relative_urls=True, **context)

    def _write_files(self) -> None:
        updated = datetime.datetime.fromtimestamp(self.settings["FEED_UPDATED"], datetime.UTC)
        for feed in feed_files(self.site.archive):
            self._write(feed.path, atom(feed, self.site.archive, self.site_url, updated))
        memo = Memo(self._cache / "data" / name_kept())
        files = {**open_data(self.site.archive, memo), **write_tables(self.site.archive.figures)}
        memo.keep()
        files[traditional.PATH] = self._make_traditional()
        for path, text in files.items():
            self._write(path, text)
        for path, picture in self._draw_covers().items():
            file = self._output / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(picture)
        self._write("sitemap.xml", sitemap(self.site.pages, self.site_url))
        self._write("robots.txt", robots(self.site_url))
        used = [picture for article in self.site.archive.articles for picture in article.pictures]
        used += [picture for text in self.site.texts for picture in text.pictures]
        self.site.reference.pictures.write(used, self._output)

    def _draw_covers(self) -> Mapping[str, bytes]:
        covers = self.site.archive.covers
        key = digest(name_kept().encode(), repr(covers).encode())
        return make_once(self._cache / "covers", key, covers.draw)

    def _make_traditional(self) -> str:
        folder, key = self._cache / "traditional", digest(name_kept().encode())
        make = traditional.write_traditional
        return make_once(folder, key, lambda: {"table": make().encode()})["table"].decode()

    def _write(self, path: str, text: str) -> None:
        file = self._output / path
        file.parent.mkdir(parents=True, exist_ok=True)
        # CSV has line ends of its own, which must not be translated.
        file.write_text(text, encoding="utf-8", newline="")


def prepare(pelican: Pelican) -> None:
    """Have what was kept at hand, unless who builds has brought it."""
    if KEPT not in pelican.settings:
        folder = Path(pelican.settings["CACHE_PATH"]) / "articles"
        pelican.settings[KEPT] = KeptArticles(folder)
    pelican.settings[WRITTEN] = {}


def _warn_of_silence(settings: SiteSettings) -> None:
    """Warn that readers are told of nobody to ask for a correction or to have a report removed."""
    if not settings.contact:
        missing = "content/data/site.yaml 的 contact 空着"
        click.echo(f"提醒：{missing}，读者不知道找谁更正、撤下报道，请填邮箱或电话", err=True)


def compose_strictly(
    edition: Edition,
    tables: Tables,
    sources: Sequence[Source],
    written: Sequence[WrittenPage],
    kept: KeptArticles | None = None,
    begin: Beginning | None = None,
) -> Site:
    """Compose a site of content without any error. Raises BuildStoppedError or ContentError.

    `begin` gets the articles once they are settled.
    """
    site = compose(edition, tables, sources, written, _Strict(kept or KeptArticles(), begin))
    assert site  # noqa: S101 - a step that fails has raised
    return site


class _Strict:
    """Stops at the first step that finds errors, after saying all of them."""

    def __init__(self, kept: KeptArticles, begin: Beginning | None) -> None:
        self._kept, self._begin = kept, begin

    def tell(self, errors: Iterable[ContentError]) -> None:
        stop_on(errors)

    def attempt(self, step: Callable[[], Made]) -> Made | None:
        return step()

    def settle(
        self, sources: Sequence[Source], reference: Reference
    ) -> tuple[list[Article], list[ContentError]]:
        articles, errors = settle_articles(sources, reference, self._kept)
        if self._begin and not errors:
            self._begin(articles, reference)
        return articles, errors


def stop_on(errors: Iterable[ContentError]) -> None:
    """Print each error on a line of its own; then, if there are any, raise BuildStoppedError."""
    told = {str(error): error for found in errors for error in found.list_all()}
    lines = sorted(told)
    for line in lines:
        click.echo(line, err=True)
    if lines:
        raise BuildStoppedError(f"{len(lines)} 处错误", [told[line] for line in lines])

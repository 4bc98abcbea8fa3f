"""The site as Pelican writes it: our pages through its templates, our files beside them."""

import datetime
import os
from collections.abc import Iterable, Sequence
from functools import partial
from pathlib import Path

import click
from pelican import Pelican
from pelican.contents import Content
from pelican.generators import Generator
from pelican.writers import Writer

from plugins.content.content_error import BuildStoppedError, ContentError
from plugins.content.sources import Source, find_links, list_files
from plugins.privacy.masking import mask_sources
from plugins.site.articles.raw_lines import RawPages
from plugins.site.articles.reference import ARTICLE_SECONDS, Reference
from plugins.site.display.article_links import LinkTargets
from plugins.site.display.text_pages import TextPage, show_page
from plugins.site.explorer.figure_table import write_tables
from plugins.site.groups.collection import Archive, build_archive
from plugins.site.pages.feeds import atom, feed_files
from plugins.site.pages.licence_page import licence_page
from plugins.site.pages.open_data import open_data
from plugins.site.pages.site_page import SitePage
from plugins.site.pages.site_pages import refuse_same_addresses, site_pages
from plugins.site.pages.sitemap import robots, sitemap
from plugins.site.pages.stand_ins import find_unconverted, stand_in_pages
from plugins.site.pictures.pictures import IMAGES, Pictures
from plugins.site.settings.county_tiles import read_tiles
from plugins.site.settings.glossary import load_glossary
from plugins.site.settings.site_settings import load_site
from plugins.site.settings.tables import Tables, load_tables
from plugins.site.views.frame import list_frame, make_frame
from plugins.system.processes import count_processes, share_work


class ArchiveGenerator(Generator):  # type: ignore[misc] # Pelican has no types
    """Builds the archive from the articles that Pelican has read, and writes all of it."""

    archive: Archive
    reference: Reference
    texts: list[TextPage]
    pages: list[SitePage]

    @property
    def site_url(self) -> str:
        """The site's absolute address without a slash at its end, "" when unknown."""
        return str(self.settings["CANONICAL_URL"]).rstrip("/")

    def generate_context(self) -> None:
        """Build the archive. Raises BuildStoppedError after saying what is wrong."""
        contents = [
            *self.context["articles"],
            *self.context["drafts"],
            *self.context["hidden_articles"],
            *self.context["pages"],
            *self.context["draft_pages"],
        ]
        problems = [content.problem for content in contents if hasattr(content, "problem")]
        problems += _find_unread(Path(self.path), self.settings["ARTICLE_PATHS"], contents)
        _stop_on(problems)
        try:
            # Messages name the tables as editors know them: content/data/topics.yaml.
            data = Path(os.path.relpath(self.path)) / "data"
            # The preview keeps the tables, which take longer to read than all else.
            tables = self.settings.get("LOAD_TABLES", load_tables)(data)
            read = [content.source for content in contents if hasattr(content, "source")]
            sources, unfit = mask_sources(read, tables.masks, tables.addresses.withdrawn_names)
            _stop_on(unfit)
            self.reference = self._read_reference(data, tables, sources)
            self.archive = build_archive(sources, self.reference)
            self.texts = self._show_texts()
            self.pages = list(site_pages(self.archive, self.texts, self.site_url))
            self.pages.append(licence_page(data))
            refuse_same_addresses(self.pages)
            if self.settings.get("PRODUCTION"):
                _stop_on(tables.addresses.find_broken({page.path for page in self.pages}))
                _stop_on(find_unconverted(Path(self.path), sources, tables.addresses))
            self.pages += stand_in_pages(self.archive, self.pages, self.site_url)
            _stop_on(self._find_dead_links(sources))
        except ContentError as error:
            _stop_on([error])
        except ExceptionGroup as group:
            _stop_on(group.exceptions)
        # Other generators read these; templates see the frame, and the view of their own page.
        self.context["archive"], self.context["reference"] = self.archive, self.reference
        self.context["raw_pages"] = self.reference.raw_pages
        self.context["SITENAME"] = self.archive.settings.name
        self.context["frame"] = make_frame(self.archive)

    def generate_output(self, writer: Writer) -> None:
        """Write every page and file. Raises BuildStoppedError when an article is missing."""
        write = partial(self._write_page, writer=writer)
        share_work(write, self.pages, count_processes(len(self.pages)))
        self._write_files()
        missing = [s for s in self.archive.articles if not (self._output / s.url).is_file()]
        _stop_on([ContentError(s.source.path, None, "没有写成网页") for s in missing])

    @property
    def _output(self) -> Path:
        return Path(self.output_path)

    def _read_reference(self, data: Path, tables: Tables, sources: Sequence[Source]) -> Reference:
        return Reference(
            settings=load_site(data / "site.yaml", self.settings["CONTENT_SECURITY_POLICY"]),
            tables=tables,
            glossary=load_glossary(data / "glossary.yaml"),
            tiles=read_tiles(data / "county-tiles.csv"),
            raw_pages=RawPages(Path(self.path) / "raw", sources, tables.addresses.withdrawn_ids),
            pictures=Pictures(Path(self.path) / IMAGES, Path(self.settings["CACHE_PATH"]) / IMAGES),
            site_url=self.site_url,
            day=self.settings["PUBLISH_DAY"],
            is_preview=self.settings["PREVIEW"],
            article_seconds=self.settings.get("ARTICLE_SECONDS", ARTICLE_SECONDS),
        )

    def _show_texts(self) -> list[TextPage]:
        reference = self.reference
        pages = sorted(self.context["pages"], key=lambda page: str(page.slug))
        return [
            show_page(
                page.text, page.title, page.description, reference.glossary, reference.pictures
            )
            for page in pages
        ]

    def _find_dead_links(self, sources: Sequence[Source]) -> list[ContentError]:
        targets = LinkTargets(
            {page.path for page in self.pages},
            {source.path: source.address for source in sources},
        )
        texts = [source.text for source in sources if self.reference.shows(source.front)]
        texts += [page.text for page in self.context["pages"]]
        return [error for text in texts for error in targets.find_dead(text)]

    def _write_page(self, page: SitePage, writer: Writer) -> None:
        template = self.get_template(page.template)
        values = page.context(self.archive.settings, self.site_url)
        frame = list_frame(self.context)
        writer.write_file(page.path, template, frame, relative_urls=True, **values)

    def _write_files(self) -> None:
        updated = datetime.datetime.fromtimestamp(self.settings["FEED_UPDATED"], datetime.UTC)
        for feed in feed_files(self.archive):
            self._write(feed.path, atom(feed, self.archive, self.site_url, updated))
        files = {**open_data(self.archive), **write_tables(self.archive.figures)}
        for path, text in files.items():
            self._write(path, text)
        self._write("sitemap.xml", sitemap(self.pages, self.site_url))
        self._write("robots.txt", robots(self.site_url))
        used = [picture for article in self.archive.articles for picture in article.pictures]
        used += [picture for text in self.texts for picture in text.pictures]
        self.reference.pictures.write(used, self._output)

    def _write(self, path: str, text: str) -> None:
        file = self._output / path
        file.parent.mkdir(parents=True, exist_ok=True)
        # CSV has line ends of its own, which must not be translated.
        file.write_text(text, encoding="utf-8", newline="")


def refuse_links(pelican: Pelican) -> None:
    """Raise BuildStoppedError before Pelican follows a symbolic link among the articles."""
    _stop_on(find_links(Path(pelican.settings["PATH"]), pelican.settings["ARTICLE_PATHS"]))


def _find_unread(
    content: Path, folders: Iterable[str], contents: Iterable[Content]
) -> list[ContentError]:
    """Find files among the articles that Pelican has not read, so that none vanishes."""
    read = {Path(item.source_path) for item in contents if item.source_path.endswith(".md")}
    return [
        ContentError(
            Path(content.name) / file.relative_to(content),
            None,
            "没有读到，文章的文件名要以 .md 结尾，请改名",
        )
        for file in list_files(content, folders)
        if file not in read
    ]


def _stop_on(problems: Iterable[Exception]) -> None:
    """Print each problem on a line of its own and stop the build, if there are any."""
    each = (p.list_all() if isinstance(p, ContentError) else [p] for p in problems)
    lines = sorted({str(problem) for found in each for problem in found})
    for line in lines:
        click.echo(line, err=True)
    if lines:
        raise BuildStoppedError(f"{len(lines)} 处错误")

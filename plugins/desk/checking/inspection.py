"""The whole content folder looked through: every problem of every file at once.

It takes the build's own steps in the build's order, so that both accept the same content; where
the build stops at a step, this goes on with what is sound.
"""

import os
from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TypeVar

from plugins.content.content_error import ContentError
from plugins.content.raw_folder import find_strays
from plugins.content.sources import Source, field_error, find_links, list_files, read_source
from plugins.content.written_text import WrittenText
from plugins.desk.checking.findings import Finding, Level, report_error
from plugins.desk.checking.hints import find_hints, find_open_masks
from plugins.desk.checking.stale_fields import find_stale
from plugins.desk.conversion.issues import read_sidecar
from plugins.model import FrontMatter, find_publish_day
from plugins.model.date_labels import date_label
from plugins.model.page_front import PageFront
from plugins.privacy.masking import mask_sources
from plugins.site.articles.article import Article
from plugins.site.articles.issues import article_order
from plugins.site.articles.raw_lines import RawPages
from plugins.site.articles.reference import Reference
from plugins.site.display.article_links import LinkTargets
from plugins.site.display.text_pages import TextPage, show_page
from plugins.site.groups.collection import (
    Archive,
    assemble,
    find_duplicates,
    settle_articles,
)
from plugins.site.pages.licence_page import licence_page
from plugins.site.pages.site_pages import refuse_same_addresses, site_pages
from plugins.site.pages.stand_ins import find_unconverted, stand_in_pages
from plugins.site.pictures.pictures import IMAGES, Pictures
from plugins.site.reader import read_page
from plugins.site.settings.county_tiles import read_tiles
from plugins.site.settings.glossary import load_glossary
from plugins.site.settings.site_settings import load_site
from plugins.site.settings.tables import Tables, load_tables

Made = TypeVar("Made")
ARTICLES, PAGES = "articles", "pages"
#: The fields that the build may refuse, in its order; without one it judges the next.
SETTLED = ("counties", "towns", "topics", "summary", "figures", "misprints", "scan")


class Inspection:
    """One look through a content folder; `findings` fill up.

    The drafts among `accepted` are judged as what they are about to be: published.
    """

    def __init__(self, content: Path, accepted: Collection[Path] = ()) -> None:
        self.content = content
        self.accepted = {path.resolve() for path in accepted}
        self.findings: list[Finding] = []
        self.sources: list[Source] = []
        self.pages: list[tuple[PageFront, WrittenText]] = []
        #: The addresses of the pages that the content makes, once it has been run.
        self.addresses: list[str] = []

    def run(self) -> list[Finding]:
        """Return all findings, sorted by file and line. Raises ValueError for no such day."""
        self._read_files()
        tables = self._try(lambda: load_tables(self.content / "data"))
        if tables:
            self._hide(tables)
        raw_pages = RawPages(self.content / "raw", self.sources)
        reference = self._read_reference(tables, raw_pages)
        if reference:
            self._check_archive(reference)
        for source in self.sources:
            self.findings += find_hints(source, raw_pages)
            self.findings += find_stale(source, tables.subjects) if tables else ()
        self._note(list(find_strays(self.content / "raw")), "警告")
        for sidecar in sorted((self.content / "raw").rglob("*.yaml")):
            self._try(partial(read_sidecar, sidecar), "警告")
        return sorted(set(self.findings))

    @property
    def has_errors(self) -> bool:
        """Whether anything was found that stops the build."""
        return any(finding.level == "错误" for finding in self.findings)

    def _try(self, step: Callable[[], Made], level: Level = "错误") -> Made | None:
        try:
            return step()
        except ContentError as error:
            self._note(error.list_all(), level)
        return None

    def _note(self, errors: Sequence[ContentError], level: Level = "错误") -> None:
        self.findings += [report_error(error, level) for error in errors]

    def _read_files(self) -> None:
        self._note(find_links(self.content, [ARTICLES]))
        for file in list_files(self.content, [ARTICLES]):
            if file.suffix == ".md":
                self._try(partial(self._read_article, file))
            else:
                self._note([ContentError(file, None, "文章的文件名要以 .md 结尾，请改名或移走")])
        for file in list_files(self.content, [PAGES]):
            if file.suffix == ".md":
                self._try(partial(self._read_page, file))

    def _read_article(self, file: Path) -> None:
        self.sources.append(read_source(file, file))

    def _read_page(self, file: Path) -> None:
        self.pages.append(read_page(file, file))

    def _hide(self, tables: Tables) -> None:
        """Go on with the articles as the site has them, what is on record hidden."""
        for source in self.sources:
            self.findings += find_open_masks(source, tables.masks)
        names = tables.addresses.withdrawn_names
        self.sources, errors = mask_sources(self.sources, tables.masks, names)
        self.findings += map(report_error, errors)

    def _read_reference(self, tables: Tables | None, raw_pages: RawPages) -> Reference | None:
        data = self.content / "data"
        settings = self._try(lambda: load_site(data / "site.yaml", ""))
        glossary = self._try(lambda: load_glossary(data / "glossary.yaml"))
        tiles = self._try(lambda: read_tiles(data / "county-tiles.csv"))
        if settings is None or glossary is None or tiles is None or tables is None:
            return None
        pictures = Pictures(self.content / IMAGES, self.content.parent / ".cache" / IMAGES)
        day = find_publish_day(os.environ)
        return Reference(
            settings, tables, glossary, raw_pages, tiles, pictures, site_url="", day=day
        )

    def _check_archive(self, reference: Reference) -> None:
        ordered = sorted(self.sources, key=article_order)
        self._note(find_duplicates(ordered))
        articles = [article for source in ordered for article in self._settle(source, reference)]
        archive = self._try(lambda: assemble(articles, reference))
        if archive:
            self._check_addresses(archive, reference)

    def _settle(self, source: Source, reference: Reference) -> list[Article]:
        """Return an article that is out; note every fault, of a draft as a warning.

        The first fault hides those of later fields: so a faulty field is left out in turn.
        """
        is_accepted = source.file.resolve() in self.accepted
        is_draft = source.front.status == "draft" and not is_accepted
        if not is_draft and not source.front.is_out(reference.day):
            words = f"要到{date_label(source.front.publish_on, None)}才出现在网站上"
            self._note([field_error(source, ("publish_on",), words)], "提示")
        level: Level = "警告" if is_draft else "错误"
        front = source.front.model_copy(update={"status": "published"})
        articles, errors = settle_articles([replace(source, front=front)], reference)
        for field in SETTLED:
            if not errors:
                break
            self._note(errors, level)
            empty = FrontMatter.model_fields[field].default
            without = front.model_copy(update={field: empty})
            _, others = settle_articles([replace(source, front=without)], reference)
            if list(map(str, others)) != list(map(str, errors)):
                front, errors = without, others
        self._note(errors, level)
        return articles if reference.shows(source.front) else []

    def _check_addresses(self, archive: Archive, reference: Reference) -> None:
        shown = [self._show(front, text, reference) for front, text in self.pages]
        licences = self._try(lambda: licence_page(self.content / "data"))
        pages = [*site_pages(archive, shown, ""), *([licences] if licences else [])]
        self._try(lambda: refuse_same_addresses(pages))
        self.addresses = [page.path for page in pages]
        texts = [text for _, text in self.pages]
        texts += [source.text for source in self.sources if reference.shows(source.front)]
        # An article that is told to be faulty is neither a dead end nor a lost address besides.
        published = {page.path for page in pages} | {text.address for text in texts}
        addresses = reference.tables.addresses
        self.findings += map(report_error, addresses.find_broken(published))
        self._note(list(find_unconverted(self.content, self.sources, addresses)), "警告")
        published |= {page.path for page in stand_in_pages(archive, pages, "")}
        articles = {source.path: source.address for source in self.sources}
        targets = LinkTargets(published, articles)
        for text in texts:
            self._note(list(targets.find_dead(text)))

    def _show(self, front: PageFront, text: WrittenText, reference: Reference) -> TextPage:
        """Return a page as it is shown; without its content where a picture is wrong."""
        told = (front.title, front.description)
        shown = self._try(lambda: show_page(text, *told, reference.glossary, reference.pictures))
        return shown or TextPage(text.address, *told, "")

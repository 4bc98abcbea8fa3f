"""The whole content folder looked through: every problem of every file at once.

It takes the build's own steps in the build's order, so that both accept the same content; where
the build stops at a step, this goes on with what is sound.
"""

import os
from collections.abc import Callable, Collection, Iterable, Sequence
from contextlib import suppress
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TypeVar

from plugins.content.content_error import ContentError
from plugins.content.raw_folder import find_strays, may_hold_page
from plugins.content.sources import Source, field_error, find_links, list_files, read_source
from plugins.content.written_text import WrittenText
from plugins.desk.checking.dates import find_impossible_dates
from plugins.desk.checking.doubts import find_open_doubts
from plugins.desk.checking.dropped_paragraphs import find_dropped
from plugins.desk.checking.findings import Finding, Level, report_error
from plugins.desk.checking.hints import (
    find_hints,
    find_open_masks,
    is_as_converted,
    read_printed,
)
from plugins.desk.checking.markup import find_markup_slips
from plugins.desk.checking.stale_fields import find_stale
from plugins.desk.checking.stale_figures import find_untold_numbers
from plugins.desk.conversion.issues import read_sidecar
from plugins.figures import TooManyFiguresError
from plugins.model import FrontMatter, find_publish_day
from plugins.model.date_labels import date_label
from plugins.model.page_front import PageFront
from plugins.site.articles.article import Article
from plugins.site.articles.raw_lines import RawPages
from plugins.site.articles.reference import Reference
from plugins.site.composition import Edition, compose, read_raw_pages
from plugins.site.kept.kept_articles import KeptArticles, settle_articles
from plugins.site.pages.lost_lines import squeeze
from plugins.site.pages.stand_ins import find_unconverted
from plugins.site.reader import read_page
from plugins.site.settings.table_faults import find_faults
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
        #: How many article files there are, sound or not.
        self.articles = 0
        self.pages: list[tuple[PageFront, WrittenText]] = []

    def run(self) -> list[Finding]:
        """Return all findings, sorted by file and line. Raises RefusalError for no such day."""
        self._read_files()
        tables = self.attempt(lambda: load_tables(self.content / "data"))
        if tables:
            self._check_site(tables)
        else:
            self.tell(find_faults(self.content / "data"))
            pages = RawPages(self.content / "raw", self.sources)
            self.findings += [one for source in self.sources for one in find_hints(source, pages)]
        self.tell(find_strays(self.content / "raw"), "警告")
        for sidecar in sorted((self.content / "raw").rglob("*.yaml")):
            self.attempt(partial(read_sidecar, sidecar), "警告")
        return sorted(set(self.findings))

    @property
    def has_errors(self) -> bool:
        """Whether anything was found that stops the build."""
        return any(finding.level == "错误" for finding in self.findings)

    def attempt(self, step: Callable[[], Made], level: Level = "错误") -> Made | None:
        """Return what a step makes; None where it fails, which is noted."""
        try:
            return step()
        except ContentError as error:
            self.tell([error], level)
        return None

    def tell(self, errors: Iterable[ContentError], level: Level = "错误") -> None:
        """Note errors, each with those that were found with it."""
        self.findings += [report_error(e, level) for error in errors for e in error.list_all()]

    def settle(
        self, sources: Sequence[Source], reference: Reference
    ) -> tuple[list[Article], list[ContentError]]:
        """Return the articles that are out; what is wrong with them and the others is noted."""
        settled = [self._settle(source, reference) for source in sources]
        return [article for one in settled for article in one], []

    def _read_files(self) -> None:
        self.tell(find_links(self.content, [ARTICLES]))
        for file in list_files(self.content, [ARTICLES]):
            if file.suffix == ".md":
                self.articles += 1
                self.attempt(partial(self._read_article, file))
            elif may_hold_page(file):
                words = "还不是文章：版面和稿件要放进 content/raw/，由程序整理"
                self.tell([ContentError(file, None, words)])
            else:
                self.tell([ContentError(file, None, "文章的文件名要以 .md 结尾，请改名或移走")])
        for file in list_files(self.content, [PAGES]):
            if file.suffix == ".md":
                self.attempt(partial(self._read_page, file))

    def _read_article(self, file: Path) -> None:
        self.sources.append(read_source(file, file))

    def _read_page(self, file: Path) -> None:
        self.pages.append(read_page(file, file))

    def _check_site(self, tables: Tables) -> None:
        """Compose the site as production does, what is wrong being noted."""
        edition = Edition(
            content=self.content,
            data=self.content / "data",
            cache=self.content.parent / ".cache",
            day=find_publish_day(os.environ),
            is_production=True,
        )
        for source in self.sources:
            self.findings += find_open_masks(source, tables.masks)
        site = compose(edition, tables, self.sources, self.pages, self)
        if site:
            unconverted = find_unconverted(self.content, self.sources, tables.addresses)
            self.tell(unconverted, "警告")
        sources = site.sources if site else self.sources
        pages = read_raw_pages(self.content, sources, tables)
        edited = [source for source in sources if not is_as_converted(source)]
        self.findings += find_open_doubts(sources, pages)
        self.findings += find_dropped(edited, sources, pages)
        for source in sources:
            self.findings += find_hints(source, pages)
            self.findings += find_stale(source, tables.subjects)
            self.findings += find_impossible_dates(source, tables.newspapers, edition.day)
        for source in edited:
            self.findings += find_markup_slips(source)
            self._check_figures(source, squeeze(read_printed(source, pages)), tables)

    def _check_figures(self, source: Source, printed: str, tables: Tables) -> None:
        # Who has more numbers than any article is told so as the article is settled.
        with suppress(TooManyFiguresError):
            self.findings += find_untold_numbers(source, printed, tables)

    def _settle(self, source: Source, reference: Reference) -> list[Article]:
        """Return an article that is out; note every fault, of a draft as a warning.

        The first fault hides those of later fields: so a faulty field is left out in turn.
        """
        is_accepted = source.file.resolve() in self.accepted
        is_draft = source.front.status == "draft" and not is_accepted
        if not is_draft and not source.front.is_out(reference.day):
            words = f"要到{date_label(source.front.publish_on, None)}才出现在网站上"
            self.tell([field_error(source, ("publish_on",), words)], "提示")
        level: Level = "警告" if is_draft else "错误"
        front = source.front.model_copy(update={"status": "published"})
        articles, errors = _settle(source, front, reference)
        for field in SETTLED:
            if not errors:
                break
            self.tell(errors, level)
            empty = FrontMatter.model_fields[field].default
            without = front.model_copy(update={field: empty})
            _, others = _settle(source, without, reference)
            if list(map(str, others)) != list(map(str, errors)):
                front, errors = without, others
        self.tell(errors, level)
        return articles if reference.shows(source.front) else []


def _settle(
    source: Source, front: FrontMatter, reference: Reference
) -> tuple[list[Article], list[ContentError]]:
    """Settle an article as if it had other fields, of which nothing is kept."""
    return settle_articles([replace(source, front=front, digest=b"")], reference, KeptArticles())

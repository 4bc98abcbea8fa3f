"""A site composed of its content: hidden, settled, placed, laid out as pages, its links checked.

Pelican's build, `make check` and the tests compose alike, so that all accept the same content.
Where they differ is in what becomes of an error, which a judge decides: the build stops, the check
notes it and goes on with what is sound.
"""

import datetime
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Protocol, TypeVar

from plugins.content.content_error import ContentError
from plugins.content.sources import Source
from plugins.content.written_text import WrittenText
from plugins.model.page_front import PageFront
from plugins.privacy.masking import mask_sources
from plugins.site.articles.article import Article
from plugins.site.articles.issues import article_order
from plugins.site.articles.raw_lines import RawPages
from plugins.site.articles.reference import ARTICLE_SECONDS, Reference
from plugins.site.display.article_links import LinkTargets
from plugins.site.display.text_pages import TextPage, show_page
from plugins.site.groups.collection import Archive, assemble, find_duplicates
from plugins.site.pages.licence_page import licence_page
from plugins.site.pages.site_page import SitePage
from plugins.site.pages.site_pages import find_missing, refuse_same_addresses, site_pages
from plugins.site.pages.stand_ins import stand_in_pages
from plugins.site.pictures.pictures import IMAGES, Pictures
from plugins.site.settings.county_tiles import read_tiles
from plugins.site.settings.glossary import load_glossary
from plugins.site.settings.site_settings import load_site
from plugins.site.settings.tables import Tables
from plugins.system.memo import Memo

Made = TypeVar("Made")
#: A page that an editor wrote: its fields and its text.
WrittenPage = tuple[PageFront, WrittenText]


@dataclass(frozen=True)
class Edition:
    """Which site is made of a content folder.

    `data` are its tables as messages name them, `cache` keeps its pictures, `related` which
    articles are related. A production site has the promised addresses; a preview shows what waits;
    both may have an address, or "".
    """

    content: Path
    data: Path
    cache: Path
    day: datetime.date
    site_url: str = ""
    csp: str = ""
    is_preview: bool = False
    is_production: bool = False
    article_seconds: float = ARTICLE_SECONDS
    related: Memo = field(default_factory=partial(Memo, None))


@dataclass(frozen=True)
class Site:
    """What has been composed: of which sources, the archive, every page, where links may lead."""

    sources: Sequence[Source]
    archive: Archive
    reference: Reference
    texts: Sequence[TextPage]
    pages: Sequence[SitePage]
    targets: LinkTargets


class Judge(Protocol):
    """What becomes of errors."""

    def tell(self, errors: Iterable[ContentError]) -> None:
        """Take errors that were found; raises where the composition is to stop."""

    def attempt(self, step: Callable[[], Made]) -> Made | None:
        """Return what a step makes; None where it fails and the composition is to go on."""

    def settle(
        self, sources: Sequence[Source], reference: Reference
    ) -> tuple[list[Article], list[ContentError]]:
        """Return the articles of the site, and what is wrong with the others."""


def compose(
    edition: Edition,
    tables: Tables,
    sources: Sequence[Source],
    written: Sequence[WrittenPage],
    judge: Judge,
) -> Site | None:
    """Compose a site; None where too little is sound for any. Raises what the judge raises."""
    hidden, unfit = mask_sources(sources, tables.masks, tables.addresses.withdrawn_names)
    judge.tell(unfit)
    reference = _read_reference(edition, tables, hidden, judge)
    if reference is None:
        return None
    ordered = sorted(hidden, key=article_order)
    articles, faulty = judge.settle(ordered, reference)
    doubled = find_duplicates(ordered)
    judge.tell([*doubled, *faulty])
    # Who has another's address is told so once.
    told = {error.path for error in doubled}
    articles = [article for article in articles if article.source.path not in told]
    archive = judge.attempt(partial(assemble, articles, reference))
    if archive is None:
        return None
    texts, pages = _lay_out(archive, written, edition, reference, judge)
    shown = [source for source in hidden if reference.shows(source.front)]
    # An article that is told to be faulty is neither a dead end nor a lost address besides.
    taken = {page.path for page in pages} | {source.address for source in shown}
    if edition.is_production:
        judge.tell(tables.addresses.find_broken(taken))
        judge.tell(find_missing(taken, edition.data.parent / "pages"))
    pages += stand_in_pages(archive, pages, edition.site_url)
    targets = LinkTargets(
        taken | {page.path for page in pages}, {source.path: source.address for source in hidden}
    )
    leading = [source.text for source in shown if source.has_links]
    leading += [text for _, text in written]
    judge.tell([error for text in leading for error in targets.find_dead(text)])
    return Site(hidden, archive, reference, texts, pages, targets)


def _lay_out(
    archive: Archive,
    written: Sequence[WrittenPage],
    edition: Edition,
    reference: Reference,
    judge: Judge,
) -> tuple[list[TextPage], list[SitePage]]:
    """Return the pages that editors wrote, and all pages of the site, each at its own address."""
    texts = [_show(front, text, reference, judge) for front, text in written]
    pages = list(site_pages(archive, texts, edition.site_url))
    licences = judge.attempt(partial(licence_page, edition.data))
    pages += [licences] if licences else []
    judge.attempt(partial(refuse_same_addresses, pages))
    return texts, pages


def read_raw_pages(content: Path, sources: Sequence[Source], tables: Tables) -> RawPages:
    """Return the raw pages of a content folder, with hidden what its articles hide."""
    return RawPages(content / "raw", sources, tables.addresses.withdrawn_ids)


def _read_reference(
    edition: Edition, tables: Tables, sources: Sequence[Source], judge: Judge
) -> Reference | None:
    data = edition.data
    settings = judge.attempt(partial(load_site, data / "site.yaml", edition.csp))
    glossary = judge.attempt(partial(load_glossary, data / "glossary.yaml"))
    tiles = judge.attempt(partial(read_tiles, data / "county-tiles.csv"))
    if settings is None or glossary is None or tiles is None:
        return None
    return Reference(
        settings=settings,
        tables=tables,
        glossary=glossary,
        tiles=tiles,
        raw_pages=read_raw_pages(edition.content, sources, tables),
        pictures=Pictures(edition.content / IMAGES, edition.cache / IMAGES),
        site_url=edition.site_url,
        day=edition.day,
        is_preview=edition.is_preview,
        article_seconds=edition.article_seconds,
        related=edition.related,
    )


def _show(front: PageFront, text: WrittenText, reference: Reference, judge: Judge) -> TextPage:
    """Return a page as it is shown; without its content where a picture is wrong."""
    shown = judge.attempt(partial(show_page, text, front, reference.glossary, reference.pictures))
    return shown or TextPage(text.address, front.title, front.description, "", front.language)

"""Every HTML page of the site: its file, its template, and what the template gets."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from plugins.content.content_error import ContentError
from plugins.site.articles.article import Article
from plugins.site.charts.series import Series, find_series
from plugins.site.display.text_pages import TextPage
from plugins.site.groups.collection import Archive
from plugins.site.groups.groups import Group, GroupKind, Shelf
from plugins.site.groups.list_parts import ListPart, part_list
from plugins.site.pages.structured_data import (
    describe_article,
    encode,
    news_article,
    open_graph,
    web_site,
)
from plugins.site.settings.site_settings import SiteSettings
from plugins.site.views.article_views import view_article
from plugins.site.views.figure_views import view_comparisons, view_figures
from plugins.site.views.front_views import view_home
from plugins.site.views.group_views import view_group
from plugins.site.views.index_views import view_kind, view_shelf, view_ways_in

#: What a template sees of the archive, by the names that it uses: frozen plain values.
View = Mapping[str, object]


def _view_nothing() -> View:
    return {}


@dataclass(frozen=True)
class SitePage:
    """One page: `path` is its file below the output folder and its address below the root.

    Its view is made when it is written: those of all pages together would fill the memory.
    """

    path: str
    template: str
    kind: str
    title: str
    description: str | None = None
    make_view: Callable[[], View] = _view_nothing
    article: Article | None = None
    json_ld: Mapping[str, object] | None = None
    #: Whether search engines should list the page.
    listed: bool = True
    #: The section for Open Graph, "" where there is none.
    section: str = ""

    def address(self, site_url: str) -> str | None:
        """Return the absolute address, None where the site's is unknown or the page has none."""
        if not site_url or self.path == "404.html":
            return None
        return f"{site_url}/{'' if self.path == 'index.html' else self.path}"

    def context(self, settings: SiteSettings, site_url: str) -> View:
        """Return all that the template gets besides the frame: what the page depends on."""
        address = self.address(site_url)
        card = open_graph(settings, self.title, self.description, address, site_url)
        if self.article:
            card |= describe_article(self.article, self.section)
        return {
            "page_kind": self.kind,
            "page_title": self.title,
            "page_description": self.description,
            "canonical": address,
            "open_graph": card,
            "json_ld": encode(self.json_ld) if self.json_ld else None,
            **self.make_view(),
        }


def site_pages(archive: Archive, texts: Sequence[TextPage], site_url: str) -> Iterator[SitePage]:
    """Yield every page of the site, each once."""
    settings = archive.settings
    yield SitePage(
        "index.html",
        "index",
        "home",
        settings.name,
        settings.description or settings.tagline,
        lambda: {"home": view_home(archive)},
        json_ld=web_site(settings, site_url),
    )
    series = find_series(archive.figures)
    for article in archive.articles:
        yield _article_page(article, archive)
    for kind in archive.kinds:
        yield _index_page(kind, archive)
        for shelf in kind.shelves:
            yield _shelf_page(shelf, archive)
        for group in kind.with_pages:
            of_group = [one for one in series if one.place == group.name]
            yield from _group_pages(group, archive, of_group)
    for text in texts:
        yield _text_page(text)
    yield from _figure_pages(archive, series)
    yield from _fixed_pages(archive)
    yield from _occasional_pages(archive)


def _figure_pages(archive: Archive, series: Sequence[Series]) -> Iterator[SitePage]:
    """Yield the pages of all figures, and of those that can be compared."""
    yield SitePage(
        "figures.html",
        "figures",
        "figures",
        "报道中的数字",
        "报道里写到的数字，可按县区、专题、类别、年份查找，并可下载。",
        lambda: {"figures": view_figures(archive)},
    )
    yield SitePage(
        "compare.html",
        "compare",
        "compare",
        "县区对照",
        "同一项数字在各县（市、区）之间的对照，和同一项数字的历年变化。",
        lambda: {"compare": view_comparisons(archive, series)},
    )


def _fixed_pages(archive: Archive) -> Iterator[SitePage]:
    """Yield the pages that every archive has, whatever its articles."""
    ways_in = partial(_view_ways_in, archive)
    yield SitePage(
        "glossary.html",
        "glossary",
        "glossary",
        "名词解释",
        "报道中扶贫政策用语的解释。",
        lambda: {"glossary": archive.glossary.terms},
    )
    words = "搜索全部报道。"
    yield SitePage("search.html", "search", "search", "搜索", words, ways_in, listed=False)
    yield SitePage("offline.html", "offline", "offline", "离线阅读", listed=False)
    title = "没有找到这一页"
    yield SitePage("404.html", "404", "404", title, make_view=ways_in, listed=False)


def _occasional_pages(archive: Archive) -> Iterator[SitePage]:
    """Yield the pages that an archive has once there is something to say on them."""
    if archive.corrections:
        words = "文章刊出以后所作的更正，新的在前。"
        corrections = {"corrections": tuple(archive.corrections)}
        page = partial(SitePage, "corrections.html", "corrections", "corrections", "更正", words)
        yield page(lambda: corrections)
    if archive.waiting:
        waiting = {"waiting": archive.list_cards(archive.waiting)}
        page = partial(SitePage, "drafts.html", "drafts", "drafts", "还没有发布的文章")
        yield page(make_view=lambda: waiting, listed=False)


def _article_page(article: Article, archive: Archive) -> SitePage:
    placement = archive.placements[article]
    return SitePage(
        article.url,
        "article",
        "article",
        article.share_title,
        article.summary,
        lambda: {"article": view_article(article, archive)},
        article,
        news_article(article, placement, archive.settings),
        section=placement.section.name if placement.section else "",
    )


def _index_page(kind: GroupKind, archive: Archive) -> SitePage:
    view = partial(_view_index, kind, archive)
    return SitePage(kind.url, "groups", "groups", kind.title, kind.description, view)


def _view_index(kind: GroupKind, archive: Archive) -> View:
    return {"index": view_kind(kind, archive)}


def _view_ways_in(archive: Archive) -> View:
    return {"ways": view_ways_in(archive)}


def _shelf_page(shelf: Shelf, archive: Archive) -> SitePage:
    title = f"{shelf.kind.label}：{shelf.name}"
    description = f"{title}，共 {len(shelf.groups)} {shelf.kind.unit}。"
    view = partial(_view_shelf, shelf, archive)
    return SitePage(shelf.url, "shelf", "shelf", title, description, view)


def _view_shelf(shelf: Shelf, archive: Archive) -> View:
    return {"shelf": view_shelf(shelf, archive)}


def _group_pages(group: Group, archive: Archive, series: Sequence[Series]) -> Iterator[SitePage]:
    """Yield a group's page, and those on which a long list of articles goes on."""
    parts = part_list(group)
    title = f"{group.name}（{group.kind.label}）"
    for part in parts:
        which = f"第{part.number}页" if part.number > 1 else ""
        name, description = f"{title}{which}", f"{group.description}{which}"
        view = partial(_view_part, part, parts, archive, series)
        yield SitePage(part.url, "group", "group", name, description, view)


def _view_part(
    part: ListPart, parts: Sequence[ListPart], archive: Archive, series: Sequence[Series]
) -> View:
    return {"group": view_group(part, parts, archive, series)}


def _text_page(text: TextPage) -> SitePage:
    view = {"content": text.content}
    return SitePage(text.address, "page", "page", text.title, text.description, lambda: view)


def refuse_same_addresses(pages: Iterable[SitePage]) -> None:
    """Raise ContentError where two pages would be written to one address."""
    seen: dict[str, SitePage] = {}
    for page in pages:
        other = seen.setdefault(page.path, page)
        if other is not page:
            written = [file for one in (page, other) if (file := _name_file(one))]
            hint = f"网址 {page.path} 已有别的页面使用，请改名"
            raise ContentError(next(iter(written), Path("content")), None, hint)


def _name_file(page: SitePage) -> Path | None:
    """Return the file that an editor wrote for a page, None where the site makes it."""
    if page.kind == "page":
        return Path("content", "pages", page.path).with_suffix(".md")
    return page.article.source.path if page.article else None

"""Every HTML page of the site: its file, its template, and what the template gets."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path

from plugins.content.content_error import ContentError
from plugins.site.articles.article import Article
from plugins.site.charts.series import Series, find_series
from plugins.site.display.text_pages import TextPage
from plugins.site.groups.collection import Archive
from plugins.site.pages.group_pages import group_pages, index_page, shelf_page
from plugins.site.pages.site_page import SitePage, View, name_page
from plugins.site.pages.structured_data import news_article, web_site
from plugins.site.views.article_views import name_place, place_article, view_article
from plugins.site.views.figure_views import view_comparisons, view_figures
from plugins.site.views.front_views import view_home
from plugins.site.views.index_views import view_ways_in
from plugins.site.views.statistics_views import view_statistics

#: The page of the archive itself.
ABOUT = "about.html"


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
        make_json_ld=partial(web_site, settings, site_url),
    )
    series = find_series(archive.figures)
    for article in archive.articles:
        yield from article_pages(article, archive)
    for kind in archive.kinds:
        yield index_page(kind, archive)
        for shelf in kind.shelves:
            yield shelf_page(shelf, archive)
        for group in kind.with_pages:
            of_group = [one for one in series if one.place == group.name]
            yield from group_pages(group, archive, of_group)
    for text in texts:
        yield text_page(text)
    yield from _figure_pages(archive, series)
    yield from _fixed_pages(archive)
    yield from _occasional_pages(archive)


def _figure_pages(archive: Archive, series: Sequence[Series]) -> Iterator[SitePage]:
    """Yield the pages of all figures, and of those that can be compared."""
    words = "报道里写到的数字，可按县区、专题、类别、年份查找，并可下载。"
    yield name_page("figures", "报道中的数字", words, lambda: {"figures": view_figures(archive)})
    words = "同一项数字在各县（市、区）之间的对照，和同一项数字的历年变化。"
    yield name_page(
        "compare", "县区对照", words, lambda: {"compare": view_comparisons(archive, series)}
    )


def _fixed_pages(archive: Archive) -> Iterator[SitePage]:
    """Yield the pages that every archive has, whatever its articles."""
    words = "本馆收录的报道，按月、按县区、按专题各有多少篇。"
    yield name_page(
        "statistics", "收录统计", words, lambda: {"statistics": view_statistics(archive)}
    )
    terms = {"glossary": archive.glossary.terms}
    yield name_page("glossary", "名词解释", "报道中扶贫政策用语的解释。", lambda: terms)
    ways_in = partial(_view_ways_in, archive)
    yield name_page("search", "搜索", "搜索全部报道。", ways_in, listed=False)
    yield name_page("offline", "离线阅读", listed=False)
    yield name_page("404", "没有找到这一页", make_view=ways_in, listed=False)


def _occasional_pages(archive: Archive) -> Iterator[SitePage]:
    """Yield the pages that an archive has once there is something to say on them."""
    if archive.corrections:
        words = "文章刊出以后所作的更正，新的在前。"
        corrections = {"corrections": tuple(archive.corrections)}
        yield name_page("corrections", "更正", words, lambda: corrections)
    if archive.waiting:
        waiting = {"waiting": archive.list_cards(archive.waiting)}
        title = "还没有发布的文章"
        yield name_page("drafts", title, make_view=lambda: waiting, listed=False)


def article_pages(article: Article, archive: Archive) -> Iterator[SitePage]:
    """Yield an article's page, which alone search engines list, and those on which it goes on."""
    placement = archive.placements[article]
    for part, address in enumerate(article.parts.addresses, 1):
        first = part == 1
        yield SitePage(
            address,
            "article",
            "article",
            article.share_title if first else f"{article.share_title}（第{part}页）",
            article.summary if first else None,
            partial(_view_article, article, archive, part),
            partial(_name_article, article, archive) if article.digest else None,
            article,
            partial(news_article, article, placement, archive.settings) if first else None,
            listed=first,
            section=placement.section.name if placement.section else "",
            cover=archive.find_cover(placement.counties),
        )


def _view_article(article: Article, archive: Archive, part: int) -> View:
    place = place_article(article, archive)
    return {"article": view_article(article, archive.raw_pages, part), "place": place}


def _name_article(article: Article, archive: Archive) -> object:
    return article.digest, name_place(article, archive)


def _view_ways_in(archive: Archive) -> View:
    return {"ways": view_ways_in(archive)}


def text_page(text: TextPage) -> SitePage:
    """Return a page that an editor wrote."""
    # Every page leads to how to reach the archive there, whatever its editors wrote.
    has_contact = text.address == ABOUT or 'href="#contact"' in text.content
    view = {"content": text.content, "language": text.language, "has_contact": has_contact}
    return SitePage(text.address, "page", "page", text.title, text.description, lambda: view)


def find_missing(pages: Collection[str], written: Path) -> Iterator[ContentError]:
    """Yield an error for the page that all others lead to, where it is none of the site's `pages`.

    `written` is the folder of the pages that editors write.
    """
    if ABOUT not in pages:
        words = "没有“关于本馆”这一页，请补上：每一页都请读者到那里要求更正、隐去姓名或撤下报道"
        yield ContentError(written / Path(ABOUT).with_suffix(".md"), None, words)


def refuse_same_addresses(pages: Iterable[SitePage]) -> None:
    """Raise ContentError where two pages would be written to one address."""
    seen: dict[str, SitePage] = {}
    for page in pages:
        other = seen.setdefault(page.path, page)
        if other is not page:
            written = [file for one in (page, other) if (file := name_file(one))]
            hint = f"网址 {page.path} 已有别的页面使用，请改名"
            raise ContentError(next(iter(written), Path("content")), None, hint)


def name_file(page: SitePage) -> Path | None:
    """Return the file that an editor wrote for a page, None where the site makes it."""
    if page.kind == "page":
        return Path("content", "pages", page.path).with_suffix(".md")
    return page.article.source.path if page.article else None

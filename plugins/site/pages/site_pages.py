"""Every HTML page of the site: its file, its template, and what the template gets."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from plugins.content.content_error import ContentError
from plugins.site.articles.shown_figures import ShownFigure
from plugins.site.articles.stories import Story
from plugins.site.charts.series import Series, find_series
from plugins.site.display.text_pages import TextPage
from plugins.site.explorer.choices import LISTED, FiguresOfStory, group_by_story, list_choices
from plugins.site.groups.collection import Archive
from plugins.site.groups.groups import Group, GroupKind, Shelf
from plugins.site.groups.list_parts import part_list
from plugins.site.pages.structured_data import encode, news_article, open_graph, web_site

#: A county's or topic's page tells so many of its indicators, and so many figures in all.
MOST_INDICATORS = 12
MOST_TOLD = 40


@dataclass(frozen=True)
class SitePage:
    """One page: `path` is its file below the output folder and its address below the root."""

    path: str
    template: str
    kind: str
    title: str
    description: str | None = None
    values: Mapping[str, object] = field(default_factory=dict)
    story: Story | None = None
    json_ld: Mapping[str, object] | None = None
    #: Whether search engines should list the page.
    listed: bool = True

    def address(self, site_url: str) -> str | None:
        """Return the absolute address, None where the site's is unknown or the page has none."""
        if not site_url or self.path == "404.html":
            return None
        return f"{site_url}/{'' if self.path == 'index.html' else self.path}"

    def context(self, archive: Archive, site_url: str) -> dict[str, object]:
        """Return what the template gets besides the archive."""
        address = self.address(site_url)
        return {
            "page_kind": self.kind,
            "page_title": self.title,
            "page_description": self.description,
            "canonical": address,
            "open_graph": open_graph(
                archive.settings, self.title, self.description, address, site_url, self.story
            ),
            "json_ld": encode(self.json_ld) if self.json_ld else None,
            **self.values,
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
        json_ld=web_site(settings, site_url),
    )
    figures = archive.figures
    series = find_series(figures)
    for story in archive.articles:
        yield _article_page(story, archive)
    for kind in archive.kinds:
        yield _index_page(kind)
        for shelf in kind.shelves:
            yield _shelf_page(shelf)
        for group in kind.with_pages:
            yield from _group_pages(group, [one for one in series if one.place == group.name])
    for text in texts:
        yield SitePage(text.address, "page", "page", text.title, text.description, {"page": text})
    yield _explorer_page(figures)
    yield _compare_page(archive, figures, series)
    yield from _fixed_pages(archive)
    if archive.corrections:
        words = "文章刊出以后所作的更正，新的在前。"
        yield SitePage("corrections.html", "corrections", "corrections", "更正", words)
    if archive.waiting:
        title = "还没有发布的文章"
        yield SitePage("drafts.html", "drafts", "drafts", title, listed=False)


def _fixed_pages(archive: Archive) -> Iterator[SitePage]:
    """Yield the pages that every archive has, whatever its articles."""
    yield SitePage(
        "glossary.html",
        "glossary",
        "glossary",
        "名词解释",
        "报道中扶贫政策用语的解释。",
        {"glossary": archive.glossary.terms},
    )
    yield SitePage("search.html", "search", "search", "搜索", "搜索全部报道。", listed=False)
    yield SitePage("offline.html", "offline", "offline", "离线阅读", listed=False)
    yield SitePage("404.html", "404", "404", "没有找到这一页", listed=False)


def _compare_page(
    archive: Archive, figures: Sequence[ShownFigure], series: Sequence[Series]
) -> SitePage:
    counts = Counter(shown.county for shown in figures)
    return SitePage(
        "compare.html",
        "compare",
        "compare",
        "县区对照",
        "同一项数字在各县（市、区）之间的对照，和同一项数字的历年变化。",
        {
            "series": series,
            "county_figures": [(c, counts[c]) for c in archive.kind["county"].groups if counts[c]],
        },
    )


def _explorer_page(figures: Sequence[ShownFigure]) -> SitePage:
    listed = figures[:LISTED]
    return SitePage(
        "figures.html",
        "figures",
        "figures",
        "报道中的数字",
        "报道里写到的数字，可按县区、专题、类别、年份查找，并可下载。",
        {
            "total": len(figures),
            "shown": len(listed),
            "listed": group_by_story(listed),
            "choices": list_choices(figures),
        },
    )


def _article_page(story: Story, archive: Archive) -> SitePage:
    return SitePage(
        story.url,
        "article",
        "article",
        story.share_title,
        story.summary,
        {"article": story},
        story,
        news_article(story, archive.settings),
    )


def _index_page(kind: GroupKind) -> SitePage:
    return SitePage(kind.url, "groups", "groups", kind.title, kind.description, {"kind": kind})


def _shelf_page(shelf: Shelf) -> SitePage:
    title = f"{shelf.kind.label}：{shelf.name}"
    description = f"{title}，共 {len(shelf.groups)} {shelf.kind.unit}。"
    values = {"shelf": shelf, "kind": shelf.kind}
    return SitePage(shelf.url, "shelf", "shelf", title, description, values)


def _group_pages(group: Group, series: Sequence[Series]) -> Iterator[SitePage]:
    """Yield a group's page, and those on which a long list of articles goes on."""
    parts = part_list(group)
    title = f"{group.name}（{group.kind.label}）"
    for part in parts:
        values = {
            "group": group,
            "kind": group.kind,
            "part": part,
            "parts": parts,
            "told_figures": _tell_figures(group) if part.number == 1 else [],
            "series": series if part.number == 1 else [],
        }
        which = f"第{part.number}页" if part.number > 1 else ""
        name, description = f"{title}{which}", f"{group.description}{which}"
        yield SitePage(part.url, "group", "group", name, description, values)


def _tell_figures(group: Group) -> list[FiguresOfStory]:
    """Return what a county's or topic's page tells of its figures, under their articles."""
    if group.kind.key not in ("county", "topic"):
        return []
    told = [shown for _, figures in group.figures[:MOST_INDICATORS] for shown in figures]
    return group_by_story(told[:MOST_TOLD])


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
    return page.story.source.path if page.story else None

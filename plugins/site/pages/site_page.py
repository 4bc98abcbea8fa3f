"""One HTML page of the site: its file, its template, and what the template gets."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial

from plugins.site.articles.article import Article
from plugins.site.pages.structured_data import describe_article, encode, open_graph
from plugins.site.settings.site_settings import SiteSettings

#: What a template sees of the archive, by the names that it uses: frozen plain values.
View = Mapping[str, object]


def _view_nothing() -> View:
    return {}


#: The share card's picture of a page that has none of its own.
COVER = "theme/images/cover.png"


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
    #: Makes what decides the page besides its file, where that takes less than the page's context.
    name_view: Callable[[], object] | None = None
    article: Article | None = None
    make_json_ld: Callable[[], Mapping[str, object]] | None = None
    #: Whether search engines should list the page.
    listed: bool = True
    #: The section for Open Graph, "" where there is none.
    section: str = ""
    #: The share card's own picture, from the site's root.
    cover: str | None = None

    def address(self, site_url: str) -> str | None:
        """Return the absolute address, None where the site's is unknown or the page has none."""
        if not site_url or self.path == "404.html":
            return None
        return f"{site_url}/{'' if self.path == 'index.html' else self.path}"

    def context(self, settings: SiteSettings, site_url: str) -> View:
        """Return all that the template gets besides the frame: what the page depends on."""
        return {**self._describe(settings, site_url), **self.make_view()}

    def decide(self, settings: SiteSettings, site_url: str) -> tuple[str, Callable[[], View]]:
        """Return in words what decides the page besides the frame, and what makes its context.

        Views are plain values. One that must be made to be named is made once.
        """
        make = partial(self.context, settings, site_url)
        if self.name_view:
            return repr((self.path, self.template, self.cover, self.name_view())), make
        context = make()
        return repr((self.path, self.template, context)), lambda: context

    def _describe(self, settings: SiteSettings, site_url: str) -> View:
        address = self.address(site_url)
        cover = f"{site_url}/{self.cover or COVER}" if site_url else None
        card = open_graph(settings, self.title, self.description, address, cover)
        if self.article:
            card |= describe_article(self.article, self.section)
        return {
            "page_kind": self.kind,
            "page_title": self.title,
            "page_description": self.description,
            "canonical": address,
            "open_graph": card,
            "json_ld": encode(self.make_json_ld()) if self.make_json_ld else None,
        }


def name_page(
    name: str,
    title: str,
    description: str | None = None,
    make_view: Callable[[], View] = _view_nothing,
    *,
    listed: bool = True,
) -> SitePage:
    """Return a page whose file, template and kind have one name."""
    return SitePage(f"{name}.html", name, name, title, description, make_view, listed=listed)

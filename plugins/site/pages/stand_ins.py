"""What stands where articles have gone: pages in their place, raw pages left unconverted."""

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path

from plugins.content.content_error import ContentError
from plugins.content.raw_folder import list_unconverted
from plugins.content.sources import Source
from plugins.site.display.text_parts import TextParts
from plugins.site.groups.collection import Archive
from plugins.site.pages.site_page import SitePage, View
from plugins.site.settings.addresses import Addresses
from plugins.site.views.index_views import view_ways_in


def stand_in_pages(
    archive: Archive, pages: Sequence[SitePage], site_url: str
) -> Iterator[SitePage]:
    """Yield a page for each address that has moved or was withdrawn, unless `pages` have it."""
    taken = {page.path for page in pages}
    for address, target in _list_moved(archive):
        if address not in taken:
            view = partial(_view_target, target, site_url)
            title = "网址已更改"
            yield SitePage(address, "moved", "moved", title, make_view=view, listed=False)
    for row in archive.addresses.list_in("withdrawn"):
        if row.address not in taken:
            yield SitePage(
                row.address,
                "withdrawn",
                "withdrawn",
                "本文已撤下",
                make_view=lambda: {"ways": view_ways_in(archive)},
                listed=False,
            )


def _list_moved(archive: Archive) -> Iterator[tuple[str, str]]:
    """Yield each address that has moved, and where to; those of a long article's pages too."""
    articles = {article.url: article for article in archive.articles}
    for row in archive.addresses.list_in("redirected"):
        target = str(row.target)
        parts = articles[target].parts if target in articles else TextParts(target)
        yield from zip(parts._replace(url=row.address).addresses, parts.addresses, strict=True)


def _view_target(target: str, site_url: str) -> View:
    return {"target": target, "canonical": f"{site_url}/{target}" if site_url else None}


def find_unconverted(
    content: Path, sources: Iterable[Source], addresses: Addresses
) -> Iterator[ContentError]:
    """Yield an error for each raw page of the folder `content` without any article, drafts too.

    A production build never converts: nobody would have read what it publishes. Raw pages whose
    articles were withdrawn are left alone.
    """
    settled = {source.raw for source in sources} | addresses.withdrawn_raws
    for file in list_unconverted(content / "raw", settled):
        hint = "还没有整理成文章，请先运行 make site；没有文章的版面请移出 content/raw/"
        yield ContentError(Path(content.name) / file.relative_to(content), None, hint)

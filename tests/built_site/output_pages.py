"""The output's pages, parsed, and what they point to."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from html.parser import HTMLParser
from os.path import normpath
from pathlib import Path
from urllib.parse import unquote, urldefrag, urlsplit

from bs4 import BeautifulSoup

from tests.built_site.building import SITE_URL

POINTERS = ("href", "src", "action", "poster")


@dataclass(frozen=True)
class Element:
    """The beginning of an element: its name and attributes."""

    name: str
    attributes: Mapping[str, str]


@dataclass(frozen=True)
class Pointer:
    """An address on a page: the element that holds it, and for one on the site where it leads."""

    page: str
    element: Element
    address: str
    file: Path | None
    anchor: str

    def __str__(self) -> str:
        """Show where a fault is."""
        return f"{self.page}: {self.address}"


@cache
def parsed(page: Path) -> BeautifulSoup:
    """Parse a page of the site."""
    return BeautifulSoup(page.read_bytes(), "html.parser")


@cache
def all_pages(site: Path) -> tuple[Path, ...]:
    """List the pages for readers; the web editor's has tests of its own."""
    return tuple(sorted(page for page in site.rglob("*.html") if page.parent != site / "admin"))


class _ElementReader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.elements: list[Element] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append(Element(tag, {name: value or "" for name, value in attrs}))


@cache
def elements(page: Path) -> tuple[Element, ...]:
    """List the elements of a page in their order: a tenth of the work of a tree of them."""
    reader = _ElementReader()
    reader.feed(page.read_text("utf-8"))
    reader.close()
    return tuple(reader.elements)


@cache
def anchors(page: Path) -> frozenset[str]:
    """Give the places within a page that a link may lead to."""
    return frozenset(e.attributes["id"] for e in elements(page) if "id" in e.attributes)


@cache
def pointers(site: Path, page: Path) -> tuple[Pointer, ...]:
    """Give every address that a page points to."""
    return tuple(_read_pointers(site, page))


def _read_pointers(site: Path, page: Path) -> Iterator[Pointer]:
    name = page.relative_to(site).as_posix()
    for element in elements(page):
        for address in filter(None, map(element.attributes.get, POINTERS)):
            path, anchor = urldefrag(address)
            yield Pointer(name, element, address, lead(site, page, path), unquote(anchor))


def lead(site: Path, page: Path, path: str) -> Path | None:
    """Give the file of the output that an address leads to, whether there or not, or None."""
    file = unquote(path.split("?")[0])
    for root in (f"{SITE_URL}/", f"{urlsplit(SITE_URL).path}/"):
        if file.startswith(root):
            return site / (file.removeprefix(root) or "index.html")
    if urlsplit(path).scheme or path.startswith("//"):
        return None
    return _step(page.parent, file) if file else page


@cache
def _step(folder: Path, way: str) -> Path:
    """Go a way from a folder; the pages of a folder have most of their links in common."""
    return Path(normpath(folder / way))


def all_pointers(site: Path) -> Iterator[Pointer]:
    """Yield every address on every page of the site."""
    for page in all_pages(site):
        yield from pointers(site, page)

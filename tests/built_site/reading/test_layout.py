"""Pages keep their shape on the narrowest phone and with the largest text, and come light."""

import gzip
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.built_site.reading.page_kinds import KINDS, largest_page

#: An article's HTML, CSS and JavaScript together, as sent.
MOST_BYTES = 30_000

SHIFT = """() => new Promise((done) => {
  new PerformanceObserver((list) => done(list.getEntries().reduce((sum, e) => sum + e.value, 0)))
    .observe({type: "layout-shift", buffered: true});
  setTimeout(() => done(0), 300);
})"""

#: What reaches beyond the window's right edge, innermost first, so that a failure names it.
OVERFLOWING = """() => {
  const width = document.documentElement.clientWidth;
  if (document.scrollingElement.scrollWidth <= width) return [];
  return [...document.querySelectorAll("body *")].reverse()
    .filter((element) => element.getBoundingClientRect().right > width + 0.5)
    .map((element) => element.outerHTML.slice(0, 120));
}"""


@pytest.mark.parametrize("kind", KINDS)
def test_pages_fit_the_window(open_page: Callable[..., Page], site: Path, kind: str) -> None:
    """No page scrolls sideways at 320 px, nor at 360 and 1280 px with text of twice the size."""
    page = open_page(largest_page(site, kind), width=320)
    assert page.evaluate(OVERFLOWING) == []
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    for width in (360, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate(OVERFLOWING) == [], f"at {width} px"


@pytest.mark.parametrize("kind", ["home", "article", "one-of-counties", "all-towns", "search"])
def test_nothing_moves_while_a_page_loads(
    open_page: Callable[..., Page], site: Path, kind: str
) -> None:
    """The layout does not shift after the first paint."""
    page = open_page(largest_page(site, kind), width=360)
    assert page.evaluate(SHIFT) == 0


def test_articles_are_light(site: Path) -> None:
    """Every article with its style and script takes less than 30 KB on the wire."""
    shared = sum(packed(site / "theme" / part) for part in ("css/site.css", "js/site.js"))
    sizes = {page.name: packed(page) + shared for page in (site / "articles").glob("*.html")}
    assert sizes
    assert {name: size for name, size in sizes.items() if size >= MOST_BYTES} == {}


def packed(file: Path) -> int:
    """Give a file's size in bytes as a host sends it."""
    return len(gzip.compress(file.read_bytes(), 6))

"""Pages keep their shape on the narrowest phone and with the largest text, and come light."""

import gzip
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from plugins.site.groups.headlines import part_headline
from tests.built_site.output_pages import all_pages, elements
from tests.built_site.reading.page_kinds import largest_page
from tests.sites.partials import load_partial
from tests.structure.sources import ROOT

#: A page's HTML, CSS and JavaScript together, as sent, and an article's.
MOST, MOST_OF_ARTICLE = 40_000, 30_000

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

#: What stays in sight over the page, and says nothing.
COVERING = """() => [...document.querySelectorAll("body *")]
  .filter((element) => ["fixed", "sticky"].includes(getComputedStyle(element).position))
  .filter((element) => element.offsetHeight && !element.innerText.trim())
  .map((element) => element.outerHTML.slice(0, 120))"""

#: What is set in lines of hardly two characters; what only screen readers get is a pixel wide.
SQUEEZED = """() => [...document.querySelectorAll("body *")]
  .filter((element) => [...element.childNodes]
    .some((node) => node.nodeType === 3 && node.data.trim().length > 7))
  .filter((element) => element.offsetWidth > 1
    && element.offsetWidth < 2.9 * parseFloat(getComputedStyle(element).fontSize))
  .map((element) => element.outerHTML.slice(0, 120))"""


#: Each line of a headline.
LINES = """(headline) => {
  const walker = document.createTreeWalker(headline, NodeFilter.SHOW_TEXT), lines = [];
  for (let bottom = 0, text; (text = walker.nextNode());) {
    for (let at = 0; at < text.length; at++) {
      const range = new Range();
      range.setStart(text, at);
      range.setEnd(text, at + 1);
      const place = range.getBoundingClientRect();
      if (place.top >= bottom) lines.push("");
      bottom = place.bottom - 1;
      lines[lines.length - 1] += text.data[at];
    }
  }
  return lines;
}"""


def test_no_line_of_a_headline_begins_with_a_stop(browser: Browser) -> None:
    """At no width do a stop or a bracket come apart from the quoted words that they stand at."""
    title = load_partial("stories").keep_quoted(
        part_headline("我乡办“酒坊”、“蚕桑学校”，出版《“拐枣谣”新编》")
    )
    styles = (ROOT / "theme/static/css/stories.css").read_text("utf-8")
    page = browser.new_page()
    page.set_content(f'<style>{styles}</style><h3 class="headline">{title}</h3>')
    for width in range(120, 400, 20):
        page.set_viewport_size({"width": width, "height": 800})
        lines = page.locator("h3").evaluate(LINES)
        assert not [line for line in lines if line[0] in "、，》”" or line[-1] in "《“"], width
    page.close()


@pytest.mark.parametrize("kind", ["home", "article", "one-of-counties", "all-towns", "search"])
def test_nothing_moves_while_a_page_loads(
    open_page: Callable[..., Page], site: Path, kind: str
) -> None:
    """The layout does not shift after the first paint."""
    page = open_page(largest_page(site, kind), width=360)
    assert page.evaluate(SHIFT) == 0


def test_pages_are_light(site: Path) -> None:
    """Every page with its style and scripts is sent in 40 KB, every article in 30."""
    assert list_heavy(site) == {}


def list_heavy(site: Path) -> dict[str, int]:
    """Weigh the pages as they are sent, without pictures; give the bytes of those too heavy."""
    sizes = {page.relative_to(site).as_posix(): weigh(page) for page in all_pages(site)}
    most = {page: MOST_OF_ARTICLE if page.startswith("articles/") else MOST for page in sizes}
    assert sizes
    return {page: size for page, size in sizes.items() if size > most[page]}


def weigh(page: Path) -> int:
    """Give the bytes that a page, its style and its scripts take."""
    told = [element.attributes for element in elements(page) if element.name in ("link", "script")]
    linked = [a.get("src") or a["href"] for a in told if "src" in a or a.get("rel") == "stylesheet"]
    files = [page.parent / address for address in linked]
    return sum(packed(file.resolve()) for file in (page, *files) if file.is_file())


@cache
def packed(file: Path) -> int:
    """Give a file's size in bytes as a host sends it."""
    return len(gzip.compress(file.read_bytes(), 6))

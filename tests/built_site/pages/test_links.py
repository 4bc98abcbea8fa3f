"""Every link inside the site leads to something, and everything can be found by links."""

from pathlib import Path
from xml.etree import ElementTree

import pytest

from tests.built_site.building import SITE_URL
from tests.built_site.output_pages import all_pages, all_pointers, anchors, lead, pointers


def test_internal_links_lead_to_files(site: Path) -> None:
    """Every address of the site on every page names a file of the output, and no folder."""
    dead = [str(p) for p in all_pointers(site) if p.file and not p.file.is_file()]
    assert dead == []


def test_anchors_exist(site: Path) -> None:
    """Every link to a place within a page finds that place."""
    lost = [
        str(pointer)
        for pointer in all_pointers(site)
        if pointer.file and pointer.anchor and pointer.file.suffix == ".html"
        if pointer.anchor not in anchors(pointer.file)
    ]
    assert lost == []


def test_links_are_relative(site: Path) -> None:
    """Only the page for errors, which a host shows under any address, links by full addresses."""
    absolute = [
        str(pointer)
        for pointer in all_pointers(site)
        if pointer.file
        and pointer.page != "404.html"
        and "canonical" not in pointer.element.attributes.get("rel", "")
        if pointer.address.startswith((SITE_URL, "/")) or not pointer.file.is_relative_to(site)
    ]
    assert absolute == []


def test_every_page_is_reached_from_home(site: Path) -> None:
    """By links alone a reader comes from the front page to every page but the one for errors."""
    reached: set[Path] = set()
    ahead = [site / "index.html"]
    while ahead:
        page = ahead.pop()
        if page not in reached and page.suffix == ".html":
            reached.add(page)
            ways = (p for p in pointers(site, page) if p.element.name in ("a", "form"))
            ahead += [pointer.file for pointer in ways if pointer.file]
    islands = set(all_pages(site)) - reached - {site / "404.html"}
    assert sorted(str(page.relative_to(site)) for page in islands) == []


@pytest.mark.parametrize("file", ["sitemap.xml", "feeds/all.atom.xml"])
def test_absolute_addresses_lead_to_pages(site: Path, file: str) -> None:
    """The sitemap and the feed name pages that exist, by the site's published address."""
    tree = ElementTree.parse(site / file)  # noqa: S314 - made by our own build
    named = [e.text or e.get("href") or "" for e in tree.iter() if e.tag.endswith(("loc", "link"))]
    assert named
    for address in named:
        found = lead(site, site / "index.html", address)
        assert address.startswith(SITE_URL) and found and found.is_file(), address

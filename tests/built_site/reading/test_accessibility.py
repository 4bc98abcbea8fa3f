"""WCAG 2.2 AA on every kind of page, in both themes, on a phone and at a desk."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.built_site.reading.page_kinds import KINDS, largest_page
from tests.structure.sources import ROOT

AXE = ROOT / "node_modules/axe-core/axe.min.js"

#: Everything that axe knows, its best practices and the rules of WCAG 2.2 included.
RUN_AXE = """() => axe.run({
    resultTypes: ["violations"], rules: {"target-size": {enabled: true}}
  }).then(
  ({violations}) => violations.flatMap(({id, nodes}) => nodes.map((node) =>
    `${id}: ${node.html.slice(0, 120)} (${node.failureSummary.replace(/\\s+/g, " ")})`)))"""


def check_page(page: Page) -> None:
    """Assert that axe-core finds no violation on a page at a desk and on a phone, light or dark.

    What the page opens by itself at a desk is open on the phone, too.
    """
    page.add_script_tag(path=AXE)
    for width in (1280, 360):
        page.set_viewport_size({"width": width, "height": 800})
        for color in ("light", "dark"):
            page.emulate_media(color_scheme=color, reduced_motion="reduce")
            assert page.evaluate(RUN_AXE) == [], f"at {width} px in the {color} theme"


@pytest.mark.parametrize("kind", KINDS)
def test_axe_finds_no_fault(open_page: Callable[..., Page], site: Path, kind: str) -> None:
    """axe-core finds no violation on the page, at either width and in either theme."""
    check_page(open_page(largest_page(site, kind), width=1280, bypass_csp=True))


def test_axe_finds_no_fault_in_results(open_page: Callable[..., Page]) -> None:
    """axe-core finds no violation on the search page when it shows results."""
    page = open_page("search.html?q=脱贫", width=360, bypass_csp=True)
    page.locator(".search-results a").first.wait_for()
    page.add_script_tag(path=AXE)
    assert page.evaluate(RUN_AXE) == []

"""What every kind of page owes its readers, on the longest page of the kind that the site has."""

from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.built_site.reading.page_kinds import KINDS, largest_page
from tests.built_site.reading.test_accessibility import check_page
from tests.built_site.reading.test_layout import COVERING, OVERFLOWING, SQUEEZED
from tests.built_site.visitor import Visitor


@pytest.fixture(scope="module", params=KINDS)
def page(visitor: Visitor, site: Path, request: pytest.FixtureRequest) -> Page:
    """Give the window, as narrow as the narrowest phone, with a page of the kind."""
    return visitor.turn_to(largest_page(site, request.param), width=320)


def test_pages_fit_the_window(page: Page) -> None:
    """No page scrolls sideways, hides behind a strip or squeezes text; doubled text fits too."""
    assert page.evaluate(OVERFLOWING) == []
    assert page.evaluate(COVERING) == []
    for width in (320, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate(SQUEEZED) == [], f"at {width} px"
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    for width in (360, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate(OVERFLOWING) == [], f"at {width} px"


def test_axe_finds_no_fault(page: Page) -> None:
    """axe-core finds no violation on the page, loaded at a desk, at either width and theme."""
    page.set_viewport_size({"width": 1280, "height": 800})
    page.reload()
    check_page(page)


def test_no_page_complains(visitor: Visitor, page: Page) -> None:
    """Whatever was done, the console is silent, and nothing was asked elsewhere or kept."""
    visitor.check()

"""WCAG 2.2 AA on every kind of page, in both themes, on a phone and at a desk."""

import re
from collections.abc import Callable

from playwright.sync_api import Page

from tests.structure.sources import ROOT

_AXE = ROOT / "node_modules/axe-core/axe.min.js"

_RUN = """() => axe.run({resultTypes: ["violations"], %s}).then(
  ({violations}) => violations.flatMap(({id, nodes}) => nodes.map((node) =>
    `${id}: ${node.html.slice(0, 120)} (${node.failureSummary.replace(/\\s+/g, " ")})`)))"""
#: Everything that axe knows, its best practices and the rules of WCAG 2.2 included.
RUN_AXE = _RUN % 'rules: {"target-size": {enabled: true}}'
#: What axe knows of colours: the other theme has other ones, and is else the same.
RUN_AXE_ON_COLOURS = _RUN % 'runOnly: ["color-contrast", "link-in-text-block"]'
#: How a style or a script asks which theme the reader has.
ASKED = "prefers-color-scheme"
THEMES = {"light": RUN_AXE, "dark": RUN_AXE_ON_COLOURS}


def bring_axe(page: Page) -> None:
    """Give a page axe-core as a debugger does, which its policy for scripts is not asked of."""
    page.evaluate(_AXE.read_text("utf-8"))


def check_page(page: Page) -> None:
    """Assert that axe-core finds no violation on a page at a desk and on a phone, light or dark.

    What the page opens by itself at a desk is open on the phone, too.
    """
    bring_axe(page)
    for width in (1280, 360):
        page.set_viewport_size({"width": width, "height": 800})
        check_themes(page)


def check_themes(page: Page) -> None:
    """Assert that axe-core, which the page has, finds no violation in either theme."""
    for color, look in THEMES.items():
        page.emulate_media(color_scheme=color, reduced_motion="reduce")
        assert page.evaluate(look) == [], f"{page.viewport_size} in the {color} theme"


def test_a_theme_is_colours_and_nothing_else() -> None:
    """The dark theme sets colours anew, in one place; no other style and no script asks for it."""
    styles, scripts = (_read_sources(kind) for kind in ("css", "js"))
    assert styles and not [name for name, text in styles.items() if "light-dark(" in text]
    assert scripts and not [name for name, text in scripts.items() if ASKED in text]
    assert [name for name, text in styles.items() if ASKED in text] == ["palette.css"]
    _, dark = styles["palette.css"].split(ASKED)
    assert re.fullmatch(r"\s*:root \{(\s*--[a-z-]+: #[0-9a-f]{6};)+\s*\}\s*", _take_block(dark))


def _read_sources(kind: str) -> dict[str, str]:
    folder = ROOT / "theme/static" / kind
    files = folder.rglob(f"*.{kind}")
    return {path.relative_to(folder).as_posix(): path.read_text("utf-8") for path in files}


def _take_block(text: str) -> str:
    """Return what stands between the first brace and the one that closes it."""
    start, depth = text.index("{"), 0
    for brace in re.finditer("[{}]", text):
        depth += 1 if brace[0] == "{" else -1
        if not depth:
            return text[start + 1 : brace.start()]
    raise AssertionError("a brace is not closed")


def test_axe_sees_pale_text_in_the_dark(open_page: Callable[..., Page]) -> None:
    """What is asked of the dark theme finds text whose colour is too near to that behind it."""
    page = open_page("404.html", color="dark", bypass_csp=True)
    page.add_style_tag(content="main * { color: #333 !important; }")
    bring_axe(page)
    assert any(line.startswith("color-contrast") for line in page.evaluate(RUN_AXE_ON_COLOURS))


def test_axe_finds_no_fault_in_results(open_page: Callable[..., Page]) -> None:
    """axe-core finds no violation on the search page when it shows results."""
    page = open_page("search.html?q=脱贫", width=360)
    page.locator(".search-results a").first.wait_for()
    bring_axe(page)
    assert page.evaluate(RUN_AXE) == []

"""What editors add, as readers have it: on a phone, at a desk, without scripts, on paper."""

import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Playwright, expect

from tests.built_site.chromium import find_chromium
from tests.built_site.pages.test_html import RULES, VALIDATOR
from tests.built_site.reading.test_accessibility import bring_axe, check_themes
from tests.built_site.reading.test_layout import OVERFLOWING, SHIFT
from tests.built_site.serving import headers_for, read_rules, serve

TEA = "articles/tea.html"
#: Resolves once every picture of the page is there; says which are not.
MISSING = """() => Promise.all([...document.images].map((image) => image.decode().then(
  () => null, () => image.src))).then((broken) => broken.filter(Boolean))"""
OpenPage = Callable[..., Page]


@pytest.fixture(scope="module")
def chromium(playwright: Playwright) -> Iterator[Browser]:
    """Give a running Chromium."""
    browser = playwright.chromium.launch(
        executable_path=find_chromium(), args=["--no-sandbox", "--disable-gpu"]
    )
    yield browser
    browser.close()


@pytest.fixture
def open_page(chromium: Browser, feature_site: Path) -> Iterator[OpenPage]:
    """Give a function that opens a page as a reader would; the console must stay silent."""
    complaints: list[str] = []
    with serve(feature_site, base="/") as port:

        def open_address(path: str, *, width: int = 1280, **context) -> Page:
            reader = chromium.new_context(viewport={"width": width, "height": 800}, **context)
            page = reader.new_page()
            page.on("console", lambda message: complaints.append(message.text))
            page.loaded = []
            page.on("request", lambda request: page.loaded.append(request.url.rsplit("/", 1)[1]))
            page.goto(f"http://127.0.0.1:{port}/{path}")
            return page

        yield open_address
        for context in chromium.contexts:
            context.close()
    assert complaints == []


def loaded(page: Page, name: str) -> list[str]:
    """List the widths of a picture that the page has asked for."""
    return [file.rsplit("-", 1)[1] for file in page.loaded if file.startswith(f"{name}-")]


def test_wechat_readers_are_told_where_files_can_be_saved(open_page: OpenPage) -> None:
    """Within WeChat, which saves no file, a download says what to do, and so does a citation."""
    wechat = {"width": 360, "user_agent": "Mozilla/5.0 MicroMessenger/8.0.40"}
    page = open_page("figures.html", **wechat)
    address = page.url
    page.get_by_role("link", name="数字（CSV").click()
    expect(page.locator(".figure-status")).to_contain_text("在浏览器打开")
    assert page.url == address
    page = open_page(TEA, **wechat)
    expect(page.locator(".citation-files")).to_contain_text("在浏览器打开")


def test_a_phone_loads_the_scan_only_when_asked(open_page: OpenPage) -> None:
    """On a phone the printed page is not loaded until it is opened, and then small."""
    page = open_page(TEA, width=360, device_scale_factor=3)
    page.locator("footer").scroll_into_view_if_needed()
    page.wait_for_timeout(300)
    assert loaded(page, "page3") == []
    page.get_by_text("版面图", exact=True).click()
    expect(page.get_by_role("img", name="《康宁日报》第3版的版面")).to_be_visible()
    assert page.evaluate(MISSING) == []
    assert loaded(page, "page3") == ["960.jpg"]
    whole = page.get_by_role("link", name="《康宁日报》第3版的版面").evaluate("({href}) => href")
    assert whole.endswith("-2400.jpg") and page.request.get(whole).ok


def test_the_scan_stands_beside_the_text_at_a_desk(open_page: OpenPage) -> None:
    """On a wide screen the printed page is open to the right of the text, and moves nothing."""
    page = open_page(TEA)
    assert page.evaluate(SHIFT) == 0
    scan = page.get_by_role("img", name="《康宁日报》第3版的版面")
    expect(scan).to_be_visible()
    text = page.locator(".report-body").bounding_box()
    assert scan.bounding_box()["x"] > text["x"] + text["width"]
    assert scan.bounding_box()["y"] < text["y"] + text["height"]


def test_pictures_come_in_the_width_that_fits(open_page: OpenPage) -> None:
    """A screen gets the smallest file that is sharp on it, and nothing moves when it comes."""
    for width, density, file in ((360, 1, "480.jpg"), (360, 2, "960.jpg"), (1280, 2, "1440.jpg")):
        page = open_page(TEA, width=width, device_scale_factor=density)
        picture = page.get_by_role("img", name="村民在茶园里采茶")
        picture.scroll_into_view_if_needed()
        assert picture.evaluate("image => image.decode().then(() => true)")
        assert loaded(page, "cha-yuan") == [file]
        assert page.evaluate(SHIFT) == 0
        # The camera lay on its side; the tea stands upright.
        assert picture.evaluate("({width, height}) => width > height")


def test_everything_is_there_without_scripts(open_page: OpenPage) -> None:
    """Without JavaScript the printed page opens by its summary, and all else is as with it."""
    page = open_page(TEA, java_script_enabled=False)
    page.get_by_text("版面图", exact=True).click()
    expect(page.get_by_role("img", name="《康宁日报》第3版的版面")).to_be_visible()
    expect(page.locator(".corrections")).to_contain_text("2026年11月20日")
    expect(page.locator(".report-body")).to_contain_text("千今户［原文如此］增收")
    expect(page.locator("figcaption")).to_have_text("后桑镇的茶园。（张涛 摄）")


def test_paper_has_pictures_and_notes(open_page: OpenPage) -> None:
    """Printed, the text has its pictures and what was misprinted; the scan stays away."""
    page = open_page(TEA)
    page.emulate_media(media="print")
    page.pdf()
    assert "cha-yuan" in " ".join(page.loaded)
    expect(page.get_by_role("img", name="村民在茶园里采茶")).to_be_visible()
    expect(page.locator(".sic").first).to_be_visible()
    expect(page.locator(".corrections")).to_be_visible()
    expect(page.locator(".scan")).to_be_hidden()


def test_pictures_may_be_kept_for_ever(feature_site: Path) -> None:
    """Hosts let browsers keep pictures, whose names change with them, and open them unstyled."""
    path = next((feature_site / "images").iterdir()).relative_to(feature_site)
    headers = headers_for(read_rules(feature_site), f"/{path}")
    assert "immutable" in headers["Cache-Control"]
    assert "Content-Security-Policy" not in headers


@pytest.mark.parametrize("path", [TEA, "corrections.html"])
def test_axe_finds_no_fault(open_page: OpenPage, path: str) -> None:
    """axe-core finds no violation, and nothing is wider than the window, in either theme."""
    for width in (320, 1280):
        page = open_page(path, width=width)
        assert page.evaluate(OVERFLOWING) == []
        page.locator("details").evaluate_all("all => all.forEach((one) => { one.open = true; })")
        bring_axe(page)
        check_themes(page)


def test_pages_are_valid_html(feature_site: Path) -> None:
    """html-validate finds no error in the pages with what editors add."""
    pages = [feature_site / TEA, feature_site / "corrections.html"]
    command = [VALIDATOR, "--config", RULES, "--formatter", "text", *pages]
    checked = subprocess.run(command, capture_output=True, text=True, check=False)
    assert checked.stdout + checked.stderr == ""


@pytest.mark.parametrize(
    "typed", ["投资860万元的茶", "投资860万元的茶园", "蓝村坝村", "千今户增收"]
)
def test_search_finds_printed_and_right_words(open_page: OpenPage, typed: str) -> None:
    """Words as printed, words that were meant, and words of a correction find the article."""
    page = open_page(f"search.html?q={typed}")
    found = page.locator(".search-results a").first
    expect(found).to_have_text("石潭县后桑镇办起茶园")

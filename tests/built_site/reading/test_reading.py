"""What readers do: come in by the front page, find their county, read a story."""

from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.built_site.building import SITE_URL
from tests.built_site.reading.page_kinds import largest_page

Open = Callable[..., Page]

FOCUS = "document.activeElement"
FOCUS_SHOWS = f"""() => {{
  const style = getComputedStyle({FOCUS});
  return style.outlineStyle !== "none" || style.boxShadow !== "none";
}}"""


def press_tab_to(page: Page, part: str, most: int = 300) -> None:
    """Press Tab until a link in the main part whose address contains `part` has the focus."""
    for _ in range(most):
        page.keyboard.press("Tab")
        address = page.evaluate(f"{FOCUS}.closest('main') ? {FOCUS}.href || '' : ''")
        if part in address:
            return
    raise AssertionError(f"Tab never came to a link to {part} on {page.url}")


def test_keyboard_leads_home_to_county_to_article(visit: Open) -> None:
    """A reader with a keyboard only comes from home over a county to an article."""
    page = visit("index.html")
    for part in ("/counties/", "/articles/"):
        press_tab_to(page, part)
        assert page.evaluate(FOCUS_SHOWS), "the focus does not show"
        page.keyboard.press("Enter")
        page.wait_for_url(f"**{part}*.html")
    expect(page.locator("main h1")).to_be_visible()


def test_first_tab_skips_to_the_text(visit: Open) -> None:
    """The first stop of the keyboard is a link, then in sight, that skips to the main part."""
    page = visit("counties.html")
    page.keyboard.press("Tab")
    expect(page.locator(":focus")).to_be_in_viewport()
    page.keyboard.press("Enter")
    assert page.evaluate(f"{FOCUS}.id") == "main"


def walk_to_an_article(page: Page) -> None:
    """Click from home to the counties, to a county with stories, to a story."""
    page.locator("a[href$='counties.html']").first.click()
    for folder in ("counties", "articles"):
        page.locator(f"main a[href*='{folder}/']").first.click()
        page.wait_for_url(f"**/{folder}/*.html")
    expect(page.locator("main h1")).to_be_visible()
    assert len(page.locator("main article").first.inner_text()) > 100


def test_reading_needs_no_script(open_page: Open) -> None:
    """With JavaScript off a reader still comes to an article."""
    walk_to_an_article(open_page("index.html", java_script_enabled=False))


def test_search_without_script_leads_to_browsing(open_page: Open) -> None:
    """With JavaScript off the search form leads to a page that offers ways to browse."""
    page = open_page("index.html", java_script_enabled=False)
    page.locator("input[name=q]").first.fill("汉滨")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search.html?q=*")
    expect(page.locator("main noscript, main .notice").first).to_be_visible()
    page.locator("main a[href*='counties/']").first.click()
    page.wait_for_url("**/counties/*.html")


def test_files_can_be_read_without_a_host(open_page: Open, site: Path) -> None:
    """The output opened from a folder has its styles, and its links lead from page to page."""
    page = open_page((site / "index.html").as_uri())
    assert page.evaluate("[...document.styleSheets].length") > 0
    assert page.evaluate("getComputedStyle(document.querySelector('.skip')).position") != "static"
    walk_to_an_article(page)


def test_search_finds_an_article_by_its_words(visit: Open) -> None:
    """Words of an article's headline, typed in the search box of the front page, find it."""
    page = visit("index.html")
    walk_to_an_article(page)
    title = page.locator("main h1").inner_text()
    page.goto(f"{SITE_URL}/index.html")
    page.locator("main input[name=q]").fill(title)
    page.keyboard.press("Enter")
    result = page.locator("main .search-results a", has_text=title).first
    result.click()
    expect(page.locator("main h1")).to_have_text(title)


def test_unknown_addresses_are_told_so(visit: Open) -> None:
    """The page for unknown addresses says so and leads back home."""
    page = visit("404.html")
    page.locator("header a[href$='index.html']").first.click()
    expect(page).to_have_url(f"{SITE_URL}/index.html")


def test_articles_print_whole(open_page: Open) -> None:
    """Printed, an article keeps its text and leaves out the site's ways around."""
    page = open_page("index.html")
    walk_to_an_article(page)
    page.emulate_media(media="print")
    expect(page.locator("main h1")).to_be_visible()
    expect(page.locator("nav").first).to_be_hidden()


def test_citation_is_saved_for_programs(visit: Open, site: Path) -> None:
    """The buttons save the records that the page shows; RIS gets its specification's line ends."""
    page = visit(largest_page(site, "article"))
    page.locator(".citation-records summary").click()
    shown = page.locator(".citation-records pre").last.inner_text()
    with page.expect_download() as saving:
        page.get_by_role("button", name="下载 RIS").click()
    saved = saving.value.path().read_bytes().decode()
    assert saving.value.suggested_filename.endswith(".ris")
    assert saved.replace("\r\n", "\n").strip() == shown.strip() and saved.count("\r\n") > 3


def paste(page: Page) -> str:
    """Return what a reader gets who pastes what the page has copied."""
    page.evaluate("document.body.append(document.createElement('textarea'))")
    page.locator("body > textarea").last.press("Control+V")
    return page.locator("body > textarea").last.input_value()


def test_an_article_is_cited_with_address_and_day(open_page: Open, site: Path) -> None:
    """The copied reference has the address, of one paragraph too, and the reader's day."""
    address = largest_page(site, "article")
    page = open_page(address)
    page.get_by_role("button", name="复制引文").click()
    page.get_by_role("button", name="已复制").wait_for()
    today = page.evaluate("new Date().toLocaleDateString('sv')")
    copied = paste(page)
    assert copied.endswith(f"[{today}]. {SITE_URL}/{address}.") and "[N/OL]" in copied
    page.locator(".citation-part select").select_option("#p2")
    page.get_by_role("button", name="复制链接").click()
    page.wait_for_function("document.querySelectorAll('.citation button').length > 2")
    expect(page.get_by_role("button", name="已复制")).to_have_count(2)
    assert paste(page) == f"{SITE_URL}/{address}#p2"


def test_pages_are_read_in_traditional_characters(open_page: Open) -> None:
    """One tap shows this page and the next in traditional characters, another as printed."""
    page = open_page("about.html", width=360)
    expect(page.locator("main h1")).to_have_text("关于本馆")
    page.get_by_role("button", name="繁體").click()
    expect(page.locator("main h1")).to_have_text("關於本館")
    page.goto(f"{SITE_URL}/counties.html")
    expect(page.locator("main .tiles a", has_text="漢濱區")).to_be_visible()
    assert page.evaluate("document.documentElement.lang") == "zh-Hant"
    page.get_by_role("button", name="简体").click()
    expect(page.locator("main .tiles a", has_text="汉滨区")).to_be_visible()
    # Nothing is left behind by a reader who has gone back.
    assert page.evaluate("localStorage.length") == 0

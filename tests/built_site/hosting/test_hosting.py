"""The site works wherever a host puts it, and asks hosts for the headers that it needs."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.built_site.output_pages import all_pages, parsed
from tests.built_site.serving import headers_for, read_rules, serve

#: A name that tells its content: ten digits of a hash, as a folder or at a file's end.
HASHED = re.compile(r"(^|[/-])[0-9a-f]{10}(/|\.(bin|js|json)$)")

#: Follows every link from the front page as a browser resolves it; gives what each answered.
CRAWL = """async (home) => {
  const answers = {};
  const ahead = [home];
  while (ahead.length) {
    const address = ahead.pop();
    const answer = await fetch(address);
    answers[address] = answer.status;
    if (!answer.headers.get("content-type").startsWith("text/html")) continue;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    for (const element of page.querySelectorAll("[href], [src], [action]")) {
      const pointed = ["href", "src", "action"].map((name) => element.getAttribute(name));
      const url = new URL(pointed.find((value) => value !== null), address);
      const next = url.origin + url.pathname;
      if (element.rel === "canonical" || url.origin !== location.origin) continue;
      if (next in answers || ahead.includes(next)) continue;
      ahead.push(next);
    }
  }
  return answers;
}"""


@pytest.fixture(scope="module", params=["/", "/archive/"])
def mount(request: pytest.FixtureRequest, site: Path, made_checkout: Path) -> Iterator[str]:
    """Give the address of a site at a host's root, its address unknown to it, or below a path."""
    folder = made_checkout / "output" if request.param == "/" else site
    with serve(folder, request.param) as port:
        yield f"http://127.0.0.1:{port}{request.param}"


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """Give an empty page."""
    context = browser.new_context(locale="zh-CN")
    yield context.new_page()
    context.close()


def test_links_lead_on_wherever_the_site_stands(mount: str, page: Page) -> None:
    """From the front page every link, script and image is there, and none leaves the site."""
    page.goto(f"{mount}index.html")
    answers = page.evaluate(CRAWL, f"{mount}index.html")
    assert len(answers) > 50
    assert {address for address, status in answers.items() if status != 200} == set()
    assert {address for address in answers if not address.startswith(mount)} == set()


def test_search_works_wherever_the_site_stands(mount: str, page: Page) -> None:
    """A search typed on the front page finds articles, which open."""
    page.goto(mount)
    page.locator("main input[name=q]").fill("脱贫")
    page.keyboard.press("Enter")
    expect(page.locator(".search-status")).to_contain_text("找到")
    page.locator(".search-results a").first.click()
    expect(page.locator("article.report mark").first).to_be_visible()


def test_lost_readers_find_their_way(mount: str, page: Page) -> None:
    """An address that does not exist, however deep, shows a styled page from which one searches."""
    answer = page.goto(f"{mount}articles/no/such/page.html")
    assert answer and answer.status == 404
    assert page.evaluate("document.styleSheets[0].cssRules.length") > 100
    page.locator("main input[name=q]").fill("脱贫")
    page.keyboard.press("Enter")
    expect(page.locator(".search-status")).to_contain_text("找到")
    assert page.url.startswith(f"{mount}search.html")


def test_pages_cannot_be_framed(mount: str, page: Page) -> None:
    """Another site's page that shows one of ours inside its own gets an error."""
    page.route("http://other.example/", lambda route: route.fulfill(body="<iframe></iframe>"))
    page.goto("http://other.example/")
    with page.expect_event("framenavigated") as shown:
        page.evaluate("address => { document.querySelector('iframe').src = address }", mount)
    assert shown.value.url.startswith("chrome-error:")


def test_headers_repeat_each_pages_own_policy(site: Path) -> None:
    """Each page's header states the policy that the page states, and who may frame it: nobody."""
    rules = read_rules(site)
    for page in all_pages(site):
        stated = parsed(page).find("meta", {"http-equiv": "Content-Security-Policy"})["content"]
        sent = headers_for(rules, f"/{page.relative_to(site).as_posix()}")
        assert sent["Content-Security-Policy"] == f"{stated}; frame-ancestors 'none'", page
        assert sent["X-Content-Type-Options"] == "nosniff"


def test_only_what_never_changes_is_kept_for_ever(site: Path) -> None:
    """Browsers may keep for ever exactly those files whose names change with their content."""
    rules = read_rules(site)
    paths = [file.relative_to(site).as_posix() for file in site.rglob("*") if file.is_file()]
    kept = {path for path in paths if "Cache-Control" in headers_for(rules, f"/{path}")}
    assert kept
    assert kept == {path for path in paths if HASHED.search(path)}


def test_no_address_gets_a_header_twice(site: Path) -> None:
    """No two rules set one header for one address, since hosts differ in what they then send."""
    rules = read_rules(site)
    for path in (f"/{file.relative_to(site).as_posix()}" for file in site.rglob("*")):
        names = [name for pattern, name, _ in rules if pattern.fullmatch(path)]
        assert len(names) == len(set(names)), path


def test_headers_stay_within_hosts_limits(site: Path) -> None:
    """Cloudflare Pages reads a hundred rules at most, and lines of two thousand characters."""
    text = (site / "_headers").read_text(encoding="utf-8")
    assert len(re.findall(r"^/", text, re.MULTILINE)) <= 100
    assert max(map(len, text.splitlines())) <= 2000

"""Archives with many groups and long lists: fewer pages, none of them long, and nothing lost."""

import csv
import re
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from playwright.sync_api import Browser, Page, expect

from plugins.site.explorer.choices import LISTED
from plugins.site.groups.list_parts import MOST_ARTICLES
from tests.built_site.building import SITE_URL
from tests.built_site.output_pages import parsed
from tests.built_site.pages import test_links
from tests.built_site.pages.test_html import validate_pages
from tests.built_site.reading.test_accessibility import check_page
from tests.built_site.reading.test_layout import list_heavy
from tests.built_site.serving import serve
from tests.sites.large_site import ARTICLES, NAMES, build_large_site

SHELVED = ("villages", "people", "authors", "issues")


@pytest.fixture(scope="module")
def large_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the output folder of the large site, built once."""
    return build_large_site(tmp_path_factory.mktemp("large"), CANONICAL_URL=SITE_URL)


@pytest.fixture(scope="module")
def large_home(large_site: Path) -> Iterator[str]:
    """Give the address of the large site on this machine."""
    with serve(large_site, base="/") as port:
        yield f"http://127.0.0.1:{port}/"


@pytest.fixture(scope="module")
def window(browser: Browser) -> Page:
    """Give one window for page after page."""
    return browser.new_page()


def test_many_small_groups_share_pages(large_site: Path) -> None:
    """A kind of more than 150 groups has pages of their own for those with most articles only."""
    pages = {folder: {p.stem for p in (large_site / folder).glob("*.html")} for folder in SHELVED}
    own = {folder: {p for p in found if "shelf-" not in p} for folder, found in pages.items()}
    assert {folder: len(found) for folder, found in own.items()} == {
        "villages": 0, "people": 0, "authors": 1, "issues": 0,
    }  # fmt: skip
    assert {"shelf-xunbin", "shelf-unknown-w"} < pages["villages"]
    assert {"shelf-w", "shelf-l", "shelf-z"} < pages["authors"]
    assert {"shelf-2019-01", "shelf-2020-09"} < pages["issues"]


def test_shelves_hold_every_group_with_its_articles(large_site: Path) -> None:
    """Each author stands on one shelf, with links to all of the articles, or to the own page."""
    told: dict[str, list[str]] = {}
    for page in sorted((large_site / "authors").glob("shelf-*.html")):
        for entry in parsed(page).select(".shelved > li"):
            name = entry.h2.get_text().split()[0]
            assert name not in told
            told[name] = [link["href"] for link in entry.select("a")]
    assert told.keys() == {*NAMES[:ARTICLES], "陈善刚"}
    assert re.fullmatch(r"\.\./authors/chen-shan-gang-\w{6}\.html", *told.pop("陈善刚"))
    assert Counter(link for links in told.values() for link in links) == {
        f"../articles/{number:03}.html": 1 for number in range(ARTICLES)
    }


def test_long_lists_go_on_on_further_pages(large_site: Path) -> None:
    """A county's articles stand each on one of its pages, 50 a page at most, in order."""
    further = range(2, 2 + (ARTICLES - 1) // MOST_ARTICLES)
    pages = [large_site / "counties/xunbin.html"]
    pages += [large_site / f"counties/xunbin/{number}.html" for number in further]
    listed = [
        [int(link["href"][-8:-5]) for link in parsed(page).select(".stories .headline a")]
        for page in pages
    ]
    assert max(len(numbers) for numbers in listed) == MOST_ARTICLES == 50
    assert [number for numbers in listed for number in numbers] == list(range(ARTICLES))[::-1]
    for present, page in enumerate(pages, 1):
        links = parsed(page).select(".pages a")
        assert [link.get_text() for link in links] == ["1", *map(str, further)]
        assert [link.get_text() for link in links if link.get("aria-current")] == [str(present)]
    assert len({parsed(page).title.get_text() for page in pages}) == len(pages)


def test_no_page_is_heavy(large_site: Path) -> None:
    """However much there is, every page is sent in 40 KB, and every article's in 30."""
    assert list_heavy(large_site) == {}


def test_a_long_article_is_led_to_where_it_is_meant(
    browser: Browser, large_site: Path, large_home: str
) -> None:
    """Its contents, its figures and what a search found lead to the page that has them."""
    first = parsed(large_site / "articles/long.html")
    pages = [link["href"].rpartition("/")[2] for link in first.select(".pages a")]
    assert pages == ["long.html", *(f"long.{part}.html" for part in range(2, len(pages) + 1))]
    listed = {link["href"].partition("#")[0] for link in first.select(".contents a")}
    assert listed == {"", *(f"../articles/{page}" for page in pages[1:])}
    page = browser.new_page()
    page.goto(f"{large_home}articles/long.html#find=骆驼湾")
    expect(page.locator(".report-body mark")).to_have_text("骆驼湾")
    assert page.url.partition("#")[0].endswith(pages[-1])
    check_turning(page, f"{large_home}articles/", pages, first)


def check_turning(page: Page, folder: str, pages: list[str], first: BeautifulSoup) -> None:
    """Check where a reader of a long article is led, what is cited, and what is printed."""
    last = first.select(".pages a")[-1]
    figure = last["data-figures"].split()[0]
    for begun, named, ended in (
        (pages[0], f"p{last['data-from']}", pages[-1]),
        (pages[-1], "p1", pages[0]),
        (pages[0], figure, pages[-1]),
        (pages[0], "p9999", pages[0]),
        (pages[0], "nothing", pages[0]),
        (pages[1], "find=不在文中", pages[0]),
    ):
        page.goto("about:blank")
        page.goto(f"{folder}{begun}#{named}")
        hash_left = "" if named.startswith("find=") else f"#{named}"
        expect(page).to_have_url(f"{folder}{ended}{hash_left}")
    page.goto(f"{folder}{pages[-1]}")
    page.get_by_label("引用哪一段").select_option(f"#p{last['data-to']}")
    page.get_by_role("button", name="复制引文").click()
    expect(page.locator(".citation-text")).to_contain_text(f"/{pages[0]}#p{last['data-to']}.")
    page.evaluate("window.print = () => document.body.classList.add('printed')")
    page.get_by_role("button", name="打印剪报").click()
    expect(page.locator("body.printed")).to_be_attached()
    expect(page.locator("#p1")).to_be_hidden()
    page.emulate_media(media="print")
    expect(page.locator("#p1")).to_be_visible()
    printed = page.locator(".report-body [id]").evaluate_all("all => all.map(({ id }) => id)")
    numbers = [int(one[1:]) for one in printed if re.fullmatch(r"p\d+", one)]
    assert numbers == list(range(1, int(last["data-to"]) + 1))
    page.close()


def test_a_name_is_found_on_the_shelves(browser: Browser, large_home: str) -> None:
    """The box above an index of shelves finds a name on them, in either script, and leads to it."""
    page = browser.new_page(viewport={"width": 360, "height": 800})
    page.goto(f"{large_home}authors.html")
    box, found = page.locator(".filter input"), page.locator(".filter .ledger a")
    box.fill("刘文")
    expect(found).to_have_text(["刘文华 1 篇", "刘文强 1 篇"])
    page.get_by_role("button", name="繁體").click()
    for typed in ("劉文", "刘文"):
        box.fill(typed)
        expect(page.locator(".filter [role=status]")).to_have_text("2 項")
    found.first.click()
    expect(page.locator(":target .name")).to_have_text("劉文華")
    page.close()


def test_the_box_above_shelves_says_what_it_cannot_find(browser: Browser, large_home: str) -> None:
    """It offers a search for names that begin otherwise, and a retry where a list did not come."""
    page = browser.new_page()
    page.goto(f"{large_home}authors.html")
    page.route("**/authors/shelf-*", lambda route: route.abort())
    page.locator(".filter input").fill("刘文")
    expect(page.locator(".filter")).to_contain_text("没能取得名单")
    page.unroute("**/authors/shelf-*")
    page.get_by_role("button", name="重试").click()
    expect(page.locator(".filter [role=status]")).to_have_text("2 项")
    link = page.get_by_role("link", name="搜索“刘文”").get_attribute("href") or ""
    assert link.endswith("/search.html?q=%E5%88%98%E6%96%87")
    page.close()


@pytest.mark.parametrize(
    "law",
    [
        test_links.test_internal_links_lead_to_files,
        test_links.test_anchors_exist,
        test_links.test_links_are_relative,
        test_links.test_every_page_is_reached_from_home,
    ],
)
def test_laws_of_every_site_hold(large_site: Path, law: Callable[[Path], None]) -> None:
    """Links and anchors of the large site are as sound as those of the small one."""
    law(large_site)
    assert (large_site / "index.html").is_file()


def test_shelves_and_further_pages_are_valid_html(large_site: Path) -> None:
    """html-validate finds no error in the kinds of pages that only a large archive has."""
    assert (
        validate_pages(
            f"{large_site}/articles/long*.html",
            f"{large_site}/authors*/**/*.html",
            f"{large_site}/counties/*/*.html",
            f"{large_site}/dates/**/*.html",
            f"{large_site}/dates.html",
        )
        == ""
    )


@pytest.mark.parametrize(
    "address",
    [
        "authors.html",
        "authors/shelf-w.html",
        "articles/long.2.html",
        "issues.html",
        "counties/xunbin/2.html",
        "dates.html",
        "dates/2019-01.html",
    ],
)
def test_axe_finds_no_fault(window: Page, large_home: str, address: str) -> None:
    """axe-core finds no violation on shelves and further pages of lists."""
    window.set_viewport_size({"width": 1280, "height": 800})
    window.goto(f"{large_home}{address}")
    check_page(window)


def test_the_first_filter_looks_at_all_figures(
    browser: Browser, large_home: str, tmp_path: Path
) -> None:
    """Of thousands of figures the page lists some; a filter finds all, and a download has them."""
    page = browser.new_page(viewport={"width": 360, "height": 800})
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.rsplit("/", 1)[1]))
    page.goto(f"{large_home}figures.html")
    rows, status = page.locator("#figures dl > div"), page.locator(".figure-status")
    expect(rows).to_have_count(LISTED)
    assert "table.js" not in asked
    said = page.locator("#f-unit option[value=亩]").inner_text()
    count = int("".join(filter(str.isdigit, said)))
    page.get_by_label("单位").select_option("亩")
    expect(status).to_contain_text(f"里找到 {count} 个，先列 {LISTED} 个")
    expect(status).to_be_in_viewport()
    assert "sentences.js" not in asked
    page.get_by_role("button", name="再列 150 个").click()
    expect(rows).to_have_count(2 * LISTED)
    with page.expect_download() as taking:
        page.get_by_role("button", name="下载本次结果").click()
    taking.value.save_as(tmp_path / "taken.csv")
    page.close()
    taken = list(csv.DictReader((tmp_path / "taken.csv").open(encoding="utf-8-sig", newline="")))
    assert len(taken) == count > 1000
    assert {row["unit"] for row in taken} == {"亩"}
    assert all(row["link"].partition("#")[2] and row["title"] for row in taken)
    assert all(row["indicator"] and "sentence" in row for row in taken)

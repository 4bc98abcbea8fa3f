"""Searching as readers do it: type, choose, narrow, read on, come back."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.built_site.building import SITE_URL
from tests.built_site.output_pages import parsed
from tests.built_site.pages.test_privacy import private_names
from tests.built_site.reading.test_accessibility import RUN_AXE, bring_axe

Open = Callable[[str], Page]


def read_article(site: Path) -> tuple[str, str]:
    """Give the title and the first long paragraph of an article of the site."""
    for file in sorted((site / "articles").glob("*.html")):
        page = parsed(file)
        paragraphs = [p.get_text() for p in page.select(".report-body p")]
        long = [text for text in paragraphs if len(text) > 60]
        if long:
            return page.h1.get_text(), long[0]
    pytest.skip("the content has no long article")


def pick_run(paragraph: str) -> str:
    """Give a run of six characters from the middle of a text, which begins and ends in words."""
    starts = range(20, len(paragraph) - 6)
    return next(r for s in starts if (r := paragraph[s : s + 6]).isalpha())


def test_any_run_leads_to_its_article_and_is_marked_there(visit: Open, site: Path) -> None:
    """A run from the middle of an article finds it, marked in the passage and in the article."""
    title, paragraph = read_article(site)
    run = pick_run(paragraph)
    page = visit(f"search.html?q={run}")
    result = page.locator(".search-results li", has=page.locator("a", has_text=title))
    expect(result.locator(".passage mark", has_text=run).first).to_be_visible()
    result.locator("a").click()
    expect(page.locator("article mark", has_text=run).first).to_be_in_viewport()


def test_a_search_that_did_not_load_is_tried_again(browser: Browser) -> None:
    """Without its script the page says so and shows the ways in; its button brings the results."""
    page = browser.new_page()
    page.goto(f"{SITE_URL}/search.html")
    script = page.locator("form.search").first.get_attribute("data-script") or ""
    page.route(f"**/{script.rpartition('/')[2]}", lambda route: route.abort(), times=1)
    page.goto(f"{SITE_URL}/search.html?q=脱贫")
    expect(page.get_by_role("alert")).to_contain_text("没能取得搜索程序")
    expect(page.locator(".ways")).to_be_visible()
    page.get_by_role("button", name="重试").click()
    expect(page.locator(".search-results a").first).to_be_visible()
    expect(page.get_by_role("alert")).to_have_count(0)
    page.close()


def test_suggestions_are_chosen_by_keyboard(visit: Open) -> None:
    """Pinyin brings up a county, which the arrow and Enter keys choose and search for."""
    page = visit("search.html")
    box = page.locator("#query")
    box.press_sequentially("hanbin")
    option = page.get_by_role("option", name="汉滨区")
    expect(option).to_be_visible()
    bring_axe(page)
    assert page.evaluate(RUN_AXE) == []
    box.press("ArrowDown")
    expect(box).to_have_attribute("aria-activedescendant", option.get_attribute("id") or "")
    box.press("Enter")
    expect(box).to_have_value("汉滨区")
    expect(page.locator(".search-status")).to_contain_text("找到")


def test_what_is_searched_is_not_covered(visit: Open) -> None:
    """Enter searches for what was typed, and no suggestion opens over what is found."""
    page = visit("search.html")
    box = page.locator("#query")
    box.press_sequentially("hanbin")
    expect(page.get_by_role("option", name="汉滨区")).to_be_visible()
    box.press("Enter")
    expect(page.locator(".search-status")).to_contain_text("找到")
    expect(page.get_by_role("option", name="汉滨区")).to_have_count(0)
    expect(box).to_have_attribute("aria-expanded", "false")


def test_filters_and_history_are_in_the_address(visit: Open) -> None:
    """Choosing a filter narrows the results as its count said; back undoes it, forward redoes."""
    page = visit("search.html?q=脱贫")
    status = page.locator(".search-status")
    expect(status).to_contain_text("找到")
    all_found = status.inner_text()
    choice = page.locator(".choice").first
    count = choice.locator(".count").inner_text()
    choice.locator("input").check()
    expect(status).to_have_text(f"找到 {count} 篇")
    assert "county=" in page.url
    page.go_back()
    expect(status).to_have_text(all_found)
    page.go_forward()
    expect(status).to_have_text(f"找到 {count} 篇")
    expect(page.locator(".choice input").first).to_be_checked()


def test_nothing_found_shows_the_nearest(visit: Open, site: Path) -> None:
    """A word that the archive lacks is said to be missing, and what is nearest to it shown."""
    _, paragraph = read_article(site)
    page = visit(f"search.html?q={pick_run(paragraph)[:4]}龘龘")
    expect(page.locator(".search-status")).to_contain_text("没有找到")
    expect(page.locator(".search-notes")).to_contain_text("最接近的是")
    expect(page.locator(".search-results a").first).to_be_visible()


@pytest.mark.parametrize(
    "query", ['"', "-", "标题：", "*", "1~8月", "~~~", "((", "-贫困", "a" * 500]
)
def test_no_query_is_an_error(visit: Open, query: str) -> None:
    """Whatever is typed gets an answer or a gentle word, never an error."""
    page = visit("search.html")
    box = page.locator("#query")
    box.fill(query)
    box.press("Enter")
    expect(page.locator(".search-status")).not_to_be_empty()
    expect(page.get_by_role("alert")).to_have_count(0)


def test_failed_shards_can_be_tried_again(browser: Browser) -> None:
    """When a shard does not come the page says so, and its button brings the results after all."""
    page = browser.new_page()
    page.route("**/grams/**", lambda route: route.abort())
    page.goto(f"{SITE_URL}/search.html?q=脱贫")
    expect(page.get_by_role("alert")).to_contain_text("请检查网络后重试")
    page.unroute("**/grams/**")
    page.get_by_role("button", name="重试").click()
    expect(page.locator(".search-results a").first).to_be_visible()
    page.close()


def test_private_people_are_found_only_as_text(visit: Open) -> None:
    """Who is named only as poor, ill or helped is never suggested."""
    page = visit("search.html")
    script = """async ([root, names]) => {
      const {openSearch} = await import(`${root}/theme/js/search/search.js`);
      const archive = await openSearch(`${root}/search/`);
      const lists = await Promise.all(names.map((name) => archive.suggest(name.slice(0, 2), 50)));
      return lists.flat().filter(({text}) => names.some((name) => text.includes(name)));
    }"""
    assert page.evaluate(script, [SITE_URL, sorted(private_names())]) == []


def test_an_older_manifest_is_replaced_when_trying_again(browser: Browser, site: Path) -> None:
    """A page opened before the archive was published anew recovers with the new manifest."""
    page = browser.new_page()
    members = json.loads((site / "search/manifest.json").read_text("utf-8"))
    members["grams"] = ["0000000000" for _ in members["grams"]]
    page.route("**/search/manifest.json", lambda route: route.fulfill(json=members), times=1)
    page.goto(f"{SITE_URL}/search.html?q=脱贫")
    expect(page.get_by_role("alert")).to_be_visible()
    page.get_by_role("button", name="重试").click()
    expect(page.locator(".search-results a").first).to_be_visible()
    page.close()


@pytest.mark.parametrize("number", ["99", "1e999", "-3", "1.5", "x"])
def test_pages_that_do_not_exist_lead_to_one_that_does(visit: Open, number: str) -> None:
    """An address that names a page behind the last one, or none, shows results all the same."""
    page = visit(f"search.html?q=脱贫&page={number}")
    expect(page.locator(".search-results a").first).to_be_visible()
    expect(page.locator(".search-status")).not_to_contain_text("没有")


def test_words_of_any_length_and_plane_lead_to_articles(visit: Open) -> None:
    """A long query with characters of two units still makes addresses for its results."""
    page = visit(f"search.html?q=脱贫 {'-𠮷野家𠮷' * 38}")
    expect(page.locator(".search-results a").first).to_have_attribute("href", re.compile("#find="))


#: What moves without having been asked to, summed as the Layout Instability API does.
WATCH_SHIFTS = """window.shifted = 0;
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shifted += entry.value;
}).observe({ type: "layout-shift", buffered: true });"""


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("query", ["脱贫", "汉滨区", "龘龘", "2019年11月"])
def test_nothing_moves_when_results_come(browser: Browser, width: int, query: str) -> None:
    """What stands on the page stays where it is, on phones and on desktops."""
    page = browser.new_page(viewport={"width": width, "height": 780})
    page.add_init_script(WATCH_SHIFTS)
    page.goto(f"{SITE_URL}/search.html?q={query}")
    expect(page.locator(".search-status")).to_contain_text("找到")
    expect(page.locator(".ways")).to_be_visible()
    assert page.evaluate("window.shifted") < 0.1
    page.close()


def test_a_place_without_report_answers_with_itself(visit: Open) -> None:
    """A former name of the tables finds no other place, but a card with where to go."""
    page = visit("search.html?q=旬阳县")
    expect(page.locator(".card h2")).to_have_text("旬阳市（原旬阳县）：待收录")
    expect(page.locator(".search-results li")).to_have_count(0)
    expect(page.locator(".search-notes")).not_to_contain_text("最接近")
    page.locator(".card a").first.click()
    expect(page.locator("h1")).to_contain_text("旬阳市")


def test_an_exact_name_leads_to_its_page(visit: Open) -> None:
    """A county has a card above the results, with its reports and figures and a link."""
    page = visit("search.html?q=汉滨")
    expect(page.locator(".card")).to_contain_text("报道")
    page.locator(".card a").first.click()
    expect(page.locator("h1")).to_contain_text("汉滨区")


def test_misspelt_words_are_offered_and_not_used(visit: Open) -> None:
    """What sounds alike is offered as a link that searches for it."""
    page = visit("search.html?q=毛绒完具")
    expect(page.locator(".search-status")).to_contain_text("没有找到")
    expect(page.locator(".meant")).to_contain_text("您是不是要找：毛绒玩具")
    page.get_by_role("link", name="毛绒玩具", exact=True).click()
    expect(page.locator(".search-results mark").first).to_have_text("毛绒玩具")


@pytest.mark.parametrize(
    ("address", "box"), [("index.html", "#front-query"), ("about.html", "#masthead-query")]
)
def test_every_page_of_a_phone_has_the_box_with_suggestions(
    browser: Browser, address: str, box: str
) -> None:
    """The box is there at 360 pixels, and what is chosen in it is searched for."""
    page = browser.new_page(viewport={"width": 360, "height": 780})
    page.goto(f"{SITE_URL}/{address}")
    page.locator(box).press_sequentially("hanbin")
    option = page.get_by_role("option", name="汉滨区")
    expect(option).to_be_visible()
    option.click()
    expect(page.locator(".card h2")).to_contain_text("汉滨区")
    page.close()

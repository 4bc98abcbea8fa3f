"""What people come for, on a phone and in few taps, each time from the front page."""

import csv
import os
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Locator, Page, expect

from tests.built_site.building import SITE_URL

#: More taps than this, and a reader gives up.
MOST_TAPS = 4
#: A folder for a picture of every step, to be looked at.
PICTURES = os.environ.get("TASK_PICTURES")


@dataclass
class Visit:
    """A reader's visit for one task: the page, and the taps so far."""

    page: Page
    task: str
    taps: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Come in by the front page."""
        self.page.goto(f"{SITE_URL}/index.html")
        self.note()

    def tap(self, part: Locator) -> None:
        """Tap something that is there."""
        self.taps.append(str(part))
        part.tap()
        self.note()
        assert len(self.taps) <= MOST_TAPS, self.taps

    def type(self, words: str) -> None:
        """Type words into the box and search for them: two taps."""
        box = self.page.get_by_role("searchbox").or_(self.page.get_by_role("combobox")).first
        self.tap(box)
        box.fill(words)
        self.tap(self.page.get_by_role("button", name="搜索"))
        expect(self.page.locator(".search-status")).to_contain_text("找到")
        self.note()

    def note(self) -> None:
        """Keep a picture where somebody looks at them."""
        if PICTURES:
            self.page.wait_for_timeout(600)
            name = f"{self.task}-{len(self.taps)}-{len(list(Path(PICTURES).iterdir()))}.png"
            self.page.screenshot(path=Path(PICTURES) / name)


def find_a_villages_sentence(page: Page) -> None:
    """The sentence that names the village stands in the result, and is in sight behind it."""
    visit = Visit(page, "village")
    visit.type("骆驼村")
    expect(page.locator(".passage mark").first).to_have_text("骆驼村")
    visit.tap(page.locator(".search-results a").first)
    expect(page.locator("article mark", has_text="骆驼村").first).to_be_in_viewport()


def take_the_figures_of_a_topic_in_a_county(page: Page, site: Path, saved: Path) -> None:
    """All of them and no others, as a table with what was printed, sentence and link."""
    visit = Visit(page, "figures")
    visit.tap(page.locator(".tiles a", has_text="汉滨区"))
    visit.tap(page.locator("[aria-labelledby=figures-title] a", has_text="易地扶贫搬迁").first)
    expect(page.locator(".figure-status")).to_contain_text("里找到")
    with page.expect_download() as taking:
        visit.tap(page.get_by_role("button", name="下载本次结果"))
    taking.value.save_as(saved)
    taken = read_rows(saved)
    wanted = [
        (row["title"], row["value"])
        for row in read_rows(site / "data/figures.csv")
        if row["county"] == "汉滨区" and "易地扶贫搬迁" in row["topics"].split("|")
    ]
    assert wanted and sorted(wanted) == sorted((row["title"], row["value"]) for row in taken)
    assert all("易地扶贫搬迁" in row["sentence"] for row in taken)
    # As printed, and whether it was so or was to be.
    assert all(row["raw"] in row["sentence"] and row["nature"] for row in taken)


def read_rows(file: Path) -> list[dict[str, str]]:
    """Read a table as spreadsheets get it."""
    with file.open(encoding="utf-8-sig", newline="") as lines:
        return list(csv.DictReader(lines))


def cite_a_report(page: Page) -> None:
    """The reference is copied with title, address and day."""
    visit = Visit(page, "cite")
    visit.tap(page.locator("main a[href*='articles/']").first)
    title = page.locator("main h1").inner_text()
    visit.tap(page.get_by_role("button", name="复制引文"))
    expect(page.get_by_role("button", name="已复制")).to_be_in_viewport()
    box = page.get_by_role("searchbox").or_(page.get_by_role("combobox")).first
    box.focus()
    page.keyboard.press("Control+V")
    copied = box.input_value()
    assert title in copied and f"{SITE_URL}/articles/" in copied and "[N/OL]" in copied


def read_a_months_reports(page: Page) -> None:
    """Those of the month come first, those whose day is estimated too."""
    visit = Visit(page, "month")
    visit.type("2019年11月")
    expect(page.locator(".search-results .facts").first).to_contain_text("2019年11")
    visit.tap(page.locator(".search-results a").first)
    expect(page.locator(".report-head .facts")).to_contain_text("2019年11")


def find_a_misspelt_name(page: Page) -> None:
    """What was meant is offered, and leads to the village."""
    visit = Visit(page, "misspelt")
    visit.type("骆驼材")
    visit.tap(page.locator(".meant a", has_text="骆驼村"))
    expect(page.locator(".passage mark").first).to_have_text("骆驼村")
    visit.tap(page.locator(".card a", has_text="骆驼村"))
    expect(page.locator("main h1")).to_contain_text("骆驼村")


def ask_for_a_village_without_report(page: Page) -> None:
    """It is known, nothing else is put in its place, and its county is a tap away."""
    visit = Visit(page, "absent")
    visit.type("双龙村")
    expect(page.locator(".card h2")).to_have_text("双龙村：待收录")
    expect(page.locator(".search-results li")).to_have_count(0)
    visit.tap(page.locator(".card a").first)
    expect(page.locator("main h1")).to_contain_text("紫阳县")


def test_readers_tasks_take_four_taps_on_a_phone(
    open_page: Callable[..., Page], site: Path, tmp_path: Path
) -> None:
    """A village's sentence, a topic's figures, a citation, a month, a misspelling, an absence."""
    page = open_page(
        "index.html",
        width=360,
        has_touch=True,
        is_mobile=True,
        permissions=["clipboard-read", "clipboard-write"],
    )
    find_a_villages_sentence(page)
    take_the_figures_of_a_topic_in_a_county(page, site, tmp_path / "taken.csv")
    cite_a_report(page)
    read_a_months_reports(page)
    find_a_misspelt_name(page)
    ask_for_a_village_without_report(page)

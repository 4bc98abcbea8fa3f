"""The pages under review/: what a person needs to accept a draft, and nothing in production."""

import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from playwright.sync_api import Page

from plugins.content.front_matter import dump_article, parse_article
from tests.built_site.pages.test_html import RULES, VALIDATOR
from tests.built_site.reading.test_accessibility import bring_axe, check_themes
from tests.built_site.reading.test_layout import OVERFLOWING
from tests.desk.review.conftest import RAW, REPOSITORY

SWAPPED = "review/page-qing-xi-ri-bao-di-2-ban.html"
ORPHAN = "review/page-orphan.html"
INTERLEAVED = "相邻两行接不上，隔行才接得上，像是两栏交错着认出来的，请按栏整理原文"
SHEETS = [
    SWAPPED,
    ORPHAN,
    "review/page-captions.html",
    "review/page-mixed.html",
    "review/page-wrapped.html",
]


def read(preview: Path, path: str) -> BeautifulSoup:
    """Parse a page."""
    return BeautifulSoup((preview / path).read_text(encoding="utf-8"), "html.parser")


def plain(text: str) -> str:
    """Give a text without blanks."""
    return "".join(text.split())


def test_index_lists_drafts_first(preview: Path) -> None:
    """The list has every raw page, drafts and the least sure first, and names what waits."""
    index = read(preview, "review/index.html")
    names = [link.get_text() for link in index.select(".review-list .headline")]
    assert sorted(names) == sorted(RAW) and names[-1] == "captions.txt"
    assert [code.get_text() for code in index.select(".notice code")] == ["raw.txt"]
    facts = [f.get_text(" ", strip=True) for f in index.select(".review-list .facts")]
    assert "草稿 2 篇 共 2 篇 待核 2 处" in facts
    assert facts[-2:] == ["草稿 2 篇 共 2 篇 没有待核的地方", "共 1 篇 没有待核的地方"]


@pytest.mark.parametrize("path", SHEETS)
def test_every_raw_line_has_its_place(preview: Path, content: Path, path: str) -> None:
    """Each line that is not blank stands once in the whole page, with where it went or why not."""
    sheet = read(preview, path)
    raw = content / "raw" / sheet.select_one("h1 small").get_text()  # type: ignore[union-attr]  # every page has it
    printed = raw.read_text(encoding="utf-8").splitlines()
    numbered = {f"l{n}": plain(line) for n, line in enumerate(printed, 1) if plain(line)}
    shown = {
        line["id"]: plain(line.select_one(".whole-text").text) for line in sheet.select(".whole li")
    }
    assert shown == numbered
    assert all(line.select_one(".whole-place").text.strip() for line in sheet.select(".whole li"))


@pytest.mark.parametrize("path", SHEETS)
def test_every_link_leads_somewhere(preview: Path, path: str) -> None:
    """Every link from an article's part to a raw line and back meets its target, which is one."""
    sheet = read(preview, path)
    ids = [element["id"] for element in sheet.select("[id]")]
    assert len(ids) == len(set(ids))
    links = [link["href"] for link in sheet.select("main a[href]")]
    assert {link[1:] for link in links if link.startswith("#")} <= set(ids)
    files = [link.split("#")[0] for link in links if not link.startswith("#")]
    assert [link for link in files if not (preview / "review" / link).is_file()] == []


def test_a_paragraph_from_elsewhere_is_marked(preview: Path) -> None:
    """Where a paragraph goes on in a line that stood elsewhere, words say so on both sides."""
    sheet = read(preview, SWAPPED)
    row = next(row for row in sheet.select(".row") if row.select_one("a.join"))
    doubt = row.select_one(".doubt").get_text()
    assert doubt.removesuffix("，请核对") == "待核 第5行与第19行接成一段（原在别处）"
    assert [link.get_text() for link in row.select(".raw-side .number")] == ["5", "19"]
    assert row.select_one(".raw-side .join").get_text() == "与下面一行接成一段（原在别处）"
    join = row.select_one("a.join")
    first, second = (line.select("span")[-1].get_text() for line in row.select(".raw-side li"))
    text = row.select_one(".shown-side").get_text()
    assert plain(text) == plain(f"{first}{join.get_text()}{second}")
    assert join["href"] == "#l19"


@pytest.mark.parametrize(
    ("path", "joins"),
    [
        # A picture between two halves is nobody's text; lines cut at a column's width are no join.
        ("review/page-captions.html", ["隔行", "隔行"]),
        ("review/page-mixed.html", ["隔行"]),
        ("review/page-wrapped.html", []),
    ],
)
def test_only_true_joins_are_marked(preview: Path, path: str, joins: list[str]) -> None:
    """A join across a picture is told from one with text of another article in between."""
    marks = [mark.get_text() for mark in read(preview, path).select(".raw-side .join")]
    assert marks == [f"与下面一行接成一段（{join}）" for join in joins]


def test_lines_of_no_article_are_told_first(preview: Path) -> None:
    """Lines that nothing is known of are listed at the top, with links to them."""
    notice = read(preview, ORPHAN).select_one(".notice")
    assert [link["href"] for link in notice.select("a")] == ["#l3", "#l5"]
    assert "没有归入任何文章" in notice.get_text()


@pytest.fixture(scope="module")
def changed(
    content: Path, tmp_path_factory: pytest.TempPathFactory, build: Callable[..., Path]
) -> Path:
    """Give a preview with the repository's address, an article and a raw page changed since."""
    copy = Path(shutil.copytree(content, tmp_path_factory.mktemp("changed") / "content"))
    article = next(copy.rglob("articles/**/bie-rang*.md"))
    head, _, last = article.read_text(encoding="utf-8").rstrip().rpartition("\n\n")
    article.write_text(f"{head}{last}\n", encoding="utf-8")
    (copy / "raw/orphan.TXT").write_text("换了。", encoding="utf-8")
    doubt_whole_page(copy, "wrapped.txt")
    site = copy / "data/site.yaml"
    settings = re.sub("^repository:.*\n", "", site.read_text(encoding="utf-8"), flags=re.MULTILINE)
    site.write_text(f"{settings}repository: {REPOSITORY}/\n", encoding="utf-8")
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("GITHUB_HEAD_REF", "convert/page-1")
        return build(copy, PREVIEW=True)


def doubt_whole_page(content: Path, raw: str) -> None:
    """Have every article of a raw page say that its columns may be interleaved."""
    for file in sorted((content / "articles").rglob("*.md")):
        front, body = parse_article(file.read_text(encoding="utf-8"), file)
        if front.provenance and front.provenance.raw == raw:
            told = front.model_copy(update={"review": (*front.review, INTERLEAVED)})
            file.write_text(dump_article(told, body), encoding="utf-8")


def test_the_least_sure_page_is_told_first(changed: Path) -> None:
    """A page whose columns may be interleaved leads the list, and says so once, at its top."""
    first = read(changed, "review/index.html").select_one(".review-list li")
    assert first.select_one(".headline").get_text() == "wrapped.txt"
    assert INTERLEAVED in first.select_one(".waits ~ .waits").get_text()
    sheet = read(changed, "review/page-wrapped.html")
    assert len(sheet.select(".review-article")) > 1
    assert [doubt.get_text() for doubt in sheet.select(".notice .doubt")] == [f"待核 {INTERLEAVED}"]
    assert sheet.select_one("main").get_text().count(INTERLEAVED) == 1


@pytest.mark.parametrize("path", SHEETS)
def test_every_doubt_has_its_place(preview: Path, path: str) -> None:
    """Each doubt is listed at the top with a link to its part, those that ask something first."""
    sheet = read(preview, path)
    listed = sheet.select(".review-doubts li")
    for one in listed:
        target = sheet.select_one(one.a["href"])  # type: ignore[index]  # every one has a link
        told = [doubt.get_text().removeprefix("待核 ") for doubt in target.select(".doubt")]
        assert one.get_text().strip() in told
    assert len(listed) == len(sheet.select(".review-article .doubt"))
    asked = ["asked" in one.get("class", []) for one in listed]
    assert asked == sorted(asked, reverse=True)


def test_an_edited_article_is_shown_whole(changed: Path) -> None:
    """Where an editor joined paragraphs, the raw lines stand beside the whole text."""
    row = read(changed, "review/page-mixed.html").select("#a3 .row")[-1]
    assert row.select_one(".row-label").get_text() == "正文（编辑改过分段，不能逐段对照）"
    assert [link.get_text() for link in row.select(".number")] == ["41", "43"]


def test_a_changed_raw_page_is_told(changed: Path) -> None:
    """Where the raw page is no more the one that was converted, the text is shown without it."""
    sheet = read(changed, ORPHAN)
    assert "不能逐行对照" in sheet.select_one("main").get_text()
    assert "盘江文化广场" in sheet.select_one("#a1").get_text()


def test_files_are_edited_on_the_web(changed: Path) -> None:
    """With the repository's address set, each article links to its file's form on the branch."""
    facts = read(changed, SWAPPED).select_one("#a1 .facts")
    path = facts.select_one("code").get_text()
    assert facts.select("a")[-1]["href"] == f"{REPOSITORY}/edit/convert/page-1/{path}"


def test_production_has_no_byte_of_it(content: Path, build: Callable[..., Path]) -> None:
    """A build that is no preview has neither the pages nor a word, style or link of them."""
    output = build(content, "production")
    assert not (output / "review").exists()
    told = [
        file.name
        for file in output.rglob("*")
        # Sveltia CMS, which makes up the web editor, speaks of reviews of its own.
        if file.is_file() and file.parent.name != "admin"
        if re.search("review/|review-|原文对照".encode(), file.read_bytes())
    ]
    assert told == []


@pytest.mark.parametrize(
    ("path", "width"), [("review/index.html", 360), (SWAPPED, 1280), (f"{ORPHAN}#l3", 360)]
)
def test_axe_finds_no_fault(open_page: Callable[..., Page], path: str, width: int) -> None:
    """axe-core finds no violation in either theme, and nothing reaches beyond a narrow window."""
    page = open_page(path, width=width, scripts=True)
    bring_axe(page)
    check_themes(page)
    page.set_viewport_size({"width": 320, "height": 800})
    assert page.evaluate(OVERFLOWING) == []


def test_a_reviewer_goes_to_the_raw_line_and_back(open_page: Callable[..., Page]) -> None:
    """By keyboard and without scripts, a join leads to its raw line, marked, and that back."""
    page = open_page(SWAPPED, width=360)
    page.locator("a.join").first.focus()
    page.keyboard.press("Enter")
    line = page.locator("#l19")
    assert page.url.endswith("#l19") and line.is_visible()
    plain_colour = page.locator("#l17").evaluate("e => getComputedStyle(e).backgroundColor")
    assert line.evaluate("e => getComputedStyle(e).backgroundColor") != plain_colour
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert re.search(r"#a1-\d+$", page.url)


def test_raw_lines_stand_beside_or_above(open_page: Callable[..., Page]) -> None:
    """Raw lines and text stand side by side on a desk, one above the other on a phone."""
    tops = """() => [".raw-side", ".shown-side"].map(
      (side) => Math.round(document.querySelector(side).getBoundingClientRect().top))"""
    desk = open_page(SWAPPED).evaluate(tops)
    phone = open_page(SWAPPED, width=360).evaluate(tops)
    assert desk[0] == desk[1] and phone[0] < phone[1]


def test_pages_are_valid_html(preview: Path) -> None:
    """html-validate finds no error in the pages under review/."""
    checked = subprocess.run(
        [VALIDATOR, "--config", RULES, "--formatter", "text", f"{preview}/review/*.html"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert checked.stdout + checked.stderr == ""

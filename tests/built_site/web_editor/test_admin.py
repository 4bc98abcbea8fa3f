"""The web editor: an editor's work in Chromium, what it may reach, and what readers see of it."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Request, expect

from plugins.content.front_matter import parse_article
from plugins.model import FrontMatter
from plugins.output.admin import write_editor
from plugins.output.offline import list_files
from tests.built_site.building import SITE_URL, copy_checkout
from tests.built_site.output_pages import all_pointers, parsed
from tests.built_site.serving import serve
from tests.built_site.web_editor.editor_desk import KEPT, EditorDesk, write_editor_site
from tests.desk.desk_checkout import run_desk
from tests.prefecture.data import data_folder
from tests.structure.sources import ROOT

TITLE, SLUG = "瀛湖新修一座桥", "yinghu-xin-qiao"
SCAN = ROOT / "theme/static/images/seal-192.png"
BODY = "本报讯 汉滨区瀛湖镇新修一座桥，投资850万元。\n\n两岸3200名群众受益。"


@pytest.fixture
def desk(browser: Browser, tmp_path: Path) -> Iterator[EditorDesk]:
    """Give an editor at the site's editor, with a clone of the project on their computer."""
    clone = copy_checkout(tmp_path / "clone", installed=True)
    write_editor_site(tmp_path / "site", clone / "content/data")
    with serve(tmp_path / "site", "/archive/") as port:
        desk = EditorDesk(browser, f"http://127.0.0.1:{port}/archive/", clone)
        yield desk
        desk.context.close()


def find_article_with_figures(clone: Path) -> tuple[Path, FrontMatter]:
    """Return an article of the clone that has figures, and its fields."""
    for file in sorted((clone / "content/articles").rglob("*.md")):
        front, _ = parse_article(file.read_text("utf-8"), file)
        if front.figures:
            return file, front
    raise AssertionError("no article has figures")


def test_editor_adds_an_article_and_corrects_a_figure(desk: EditorDesk) -> None:
    """What an editor writes and corrects by form is on disk as they meant it, and is sound."""
    file, front = find_article_with_figures(desk.clone)
    desk.open()
    add_article(desk)
    correct_figure(desk, front.title)
    changed = desk.write_back()
    edited = file.relative_to(desk.clone).as_posix()
    added = f"content/articles/2021/{SLUG}.md"
    assert changed.keys() == {added, edited, f"content/images/{SCAN.name}"}
    assert changed[added][1].decode() == (
        f"---\ntitle: {TITLE}\ndate: 2021-03-04\ncounties:\n  - 汉滨区\nstatus: draft\nscan:\n"
        f"  image: /images/{SCAN.name}\n  alt: 第3版\n---\n\n{BODY}\n"
    )
    assert changed[f"content/images/{SCAN.name}"][1] == SCAN.read_bytes()
    check_correction(*(text.decode() for text in changed[edited]))
    checked = run_desk(desk.clone, "check")
    assert checked.returncode == 0, checked.stdout
    hosts = (desk.address, "blob:", "data:")
    assert [url for url in desk.requests if not url.startswith(hosts)] == []
    assert desk.complaints == []


def add_article(desk: EditorDesk) -> None:
    """Add an article by form, with a name of its own."""
    desk.press("创建新条目")
    desk.wait_for_form(last="scan")
    desk.fill("标题", TITLE)
    desk.fill("正文", BODY)
    desk.fill("出版日期", "2021-03-04")
    desk.find_field("counties").get_by_role("combobox").click()
    desk.page.get_by_role("option", name="汉滨区").first.click()
    add_scan(desk)
    desk.name_address(SLUG)
    desk.save()


def add_scan(desk: EditorDesk) -> None:
    """Upload the picture of the printed page, and say what it shows."""
    desk.find_field("scan").get_by_role("checkbox").click()
    desk.add_picture("scan.image", SCAN)
    desk.fill("图片说明", "第3版")


def correct_figure(desk: EditorDesk, title: str) -> None:
    """Give an article's first figure another value and say that it counts something else."""
    desk.open_article(title)
    desk.find_field("figures").get_by_role("button", name="展开", exact=True).first.click()
    desk.find_field("figures.0.value").get_by_role("spinbutton").fill("58.5")
    desk.find_field("figures.0.indicator").get_by_role("textbox").fill("新建的重点项目")
    desk.save()


def check_correction(before: str, after: str) -> None:
    """See that one line has changed, and how."""
    lines = list(zip(before.splitlines(), after.splitlines(), strict=True))
    assert len([1 for old, new in lines if old != new]) == 1
    was, now = (parse_article(text, Path("a.md"))[0].figures for text in (before, after))
    assert was and now
    assert now[0] == was[0].model_copy(update={"value": 58.5, "indicator": "新建的重点项目"})
    assert now[1:] == was[1:]


def is_to_repository(request: Request) -> bool:
    """Tell whether a request goes to the repository's host."""
    return request.url.startswith("https://codeberg.org/")


def test_token_reaches_the_repositorys_host_only(
    browser: Browser, site: Path, tmp_path: Path
) -> None:
    """Signed in by a token, the editor's browser asks the repository's host and nobody else."""
    data = Path(shutil.copytree(data_folder(), tmp_path / "data"))
    settings = data / "site.yaml"
    filled = settings.read_text("utf-8").replace(
        'repository: ""', "repository: https://codeberg.org/guan/archive"
    )
    settings.write_text(filled, "utf-8")
    write_editor(tmp_path / "site", data, KEPT)
    shutil.copytree(site / "theme", tmp_path / "site/theme")
    with serve(tmp_path / "site", "/archive/") as port:
        desk = EditorDesk(browser, f"http://127.0.0.1:{port}/archive/", tmp_path)
        asked = []
        desk.page.route(
            "https://codeberg.org/**", lambda route: (asked.append(route.request), route.abort())
        )
        desk.page.goto(f"{desk.address}admin/")
        desk.press("使用访问令牌登录")
        desk.fill("个人访问令牌", "a-token")
        # The page may show an alert of its own before it asks.
        with desk.page.expect_event("requestfailed", is_to_repository):
            desk.press("登录")
        expect(desk.page.get_by_role("alert").first).to_be_visible()
        desk.context.close()
    assert asked and all("a-token" in request.headers["authorization"] for request in asked)
    hosts = (desk.address, "https://codeberg.org/api/v1/", "blob:", "data:")
    assert [url for url in desk.requests if not url.startswith(hosts)] == []


def test_without_a_repository_the_page_says_what_to_do(browser: Browser) -> None:
    """Published without a repository, the page tells how to set one and starts no editor."""
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{SITE_URL}/admin/")
    expect(page.get_by_role("heading", level=1)).to_contain_text("网页编辑器")
    expect(page.get_by_text("repository", exact=True)).to_be_visible()
    expect(page.get_by_role("button")).to_have_count(0)
    context.close()


def test_policy_names_all_that_is_allowed(site: Path) -> None:
    """The editor's page adds to the readers' policy only styles in the page, blobs and data."""
    head = parsed(site / "admin/index.html").head
    assert head.find("meta", attrs={"http-equiv": "Content-Security-Policy"})["content"] == (
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; "
        "font-src 'self'; img-src 'self' blob: data:; connect-src 'self' blob: data:; "
        "form-action 'none'; base-uri 'none'"
    )
    assert "noindex" in head.find("meta", attrs={"name": "robots"})["content"]


def test_readers_never_meet_the_editor(site: Path) -> None:
    """No page links to the editor, and neither sitemap nor offline copy holds it."""
    assert [str(p) for p in all_pointers(site) if p.file and "admin" in p.file.parts] == []
    assert "/admin" not in (site / "sitemap.xml").read_text("utf-8")
    assert [path for path, _, _ in list_files(site) if "admin" in path] == []


def test_no_font_or_script_is_named_elsewhere(site: Path) -> None:
    """The editor's script names no other host to ask, and brings its fonts with licences."""
    script = (site / "admin/admin.js").read_text("utf-8")
    assert "jsdelivr" not in script
    assert "githubstatus.com/api" not in script
    assets = {path.name for path in (site / "admin/assets").iterdir()}
    assert len([name for name in assets if name.endswith(".woff2")]) == 3
    assert len([name for name in assets if name.endswith(".LICENSE.txt")]) == 3

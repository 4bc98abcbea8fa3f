"""An editor's whole day at the web editor: each file is what the desk's commands would write."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from plugins.content.front_matter import dump_article, parse_article
from plugins.desk.conversion.acceptance import accept_draft
from plugins.model import FrontMatter
from tests.built_site.serving import serve
from tests.built_site.web_editor.editor_desk import EditorDesk, write_editor_site
from tests.desk.desk_checkout import copy_content, run_desk
from tests.sites.small_site import build_site
from tests.structure.sources import ROOT

#: Two stories in one, as a converter may leave them.
MARKET = "本报讯 汉滨区瀛湖镇集市上月开张，摊位60个。\n\n摊主朱某说，生意比从前好。"
BOOKS = "本报讯 石潭县后桑镇的农家书屋添书900册。\n\n管理员说，周末来的孩子最多。"
TITLE, SECOND = "湖边集市开张", "后桑书屋添新书"
DOUBTS = ("第5行也可能是另一篇的开头，请核对", "第9行没有归入任何文章")
PICTURE = ROOT / "theme/static/images/seal-192.png"
FILE = Path("content/articles/2021/hu-bian-ji-shi-kai-zhang.md")
SECOND_FILE = "content/articles/2021/hou-sang-shu-wu.md"


@pytest.fixture
def desk(browser: Browser, tmp_path: Path) -> Iterator[EditorDesk]:
    """Give an editor at the editor of a small archive, with a clone of it on their computer."""
    clone = tmp_path / "clone"
    copy_content(clone)
    write_draft(clone)
    write_editor_site(tmp_path / "site", clone / "content/data")
    with serve(tmp_path / "site", "/archive/") as port:
        desk = EditorDesk(browser, f"http://127.0.0.1:{port}/archive/", clone)
        yield desk
        desk.context.close()


def write_draft(clone: Path) -> None:
    """Write the draft with its figures and a doubt, by the desk's own commands."""
    run_desk(clone, "new", "--title", TITLE, "--date", "2021-03-04")
    with (clone / FILE).open("a", encoding="utf-8") as file:
        file.write(f"\n{MARKET}\n\n{BOOKS}\n")
    done = run_desk(clone, "annotate", "--write", str(FILE))
    assert done.returncode == 0, done.stderr
    front, body = read(clone / FILE)
    front = front.model_copy(update={"review": DOUBTS})
    (clone / FILE).write_text(dump_article(front, body), "utf-8")


def read(file: Path) -> tuple[FrontMatter, str]:
    """Return an article's fields and text."""
    return parse_article(file.read_text("utf-8"), file)


def test_a_day_by_forms(desk: EditorDesk) -> None:
    """A draft is split, a doubt settled, a name hidden, a picture put in; readers get all that."""
    desk.open()
    split(desk)
    settle(desk)
    hide(desk)
    put_picture_in(desk)
    accept(desk, TITLE, FILE.as_posix())
    accept(desk, SECOND, SECOND_FILE)
    checked = run_desk(desk.clone, "check")
    assert checked.returncode == 0, checked.stdout
    check_pages(desk)
    hosts = (desk.address, "blob:", "data:")
    assert [url for url in desk.requests if not url.startswith(hosts)] == []
    assert desk.complaints == []


def split(desk: EditorDesk) -> None:
    """Cut the second story out, its figure too, and put it into an article of its own."""
    front, _ = read(desk.clone / FILE)
    figures = front.figures or ()
    assert [figure.raw for figure in figures] == ["60个", "900册"]
    desk.open_article(TITLE)
    desk.fill("正文", MARKET)
    desk.find_field("figures").get_by_role("button", name="移除").last.click()
    desk.save()
    desk.press("创建新条目")
    desk.wait_for_form(last="scan")
    desk.fill("标题", SECOND)
    desk.fill("正文", BOOKS)
    desk.fill("出版日期", "2021-03-04")
    desk.name_address("hou-sang-shu-wu")
    desk.save()
    changed = desk.write_back()
    left = front.model_copy(update={"figures": figures[:1]})
    assert {path: after.decode() for path, (_, after) in changed.items()} == {
        FILE.as_posix(): dump_article(left, MARKET),
        SECOND_FILE: write_new(desk.clone, SECOND, BOOKS),
    }


def write_new(clone: Path, title: str, body: str) -> str:
    """Return what `make new` writes for an article, with the text below."""
    before = set((clone / "content/articles").rglob("*.md"))
    run_desk(clone, "new", "--title", title, "--date", "2021-03-04")
    (file,) = set((clone / "content/articles").rglob("*.md")) - before
    text = file.read_text("utf-8")
    file.unlink()
    return f"{text.rstrip()}\n\n{body}\n"


def settle(desk: EditorDesk) -> None:
    """Delete the first doubt, which the form shows above the text; the other one stays."""
    desk.open_article(TITLE)
    doubts = desk.find_field("review")
    expect(doubts.get_by_role("textbox").first).to_have_value(DOUBTS[0])
    doubts.get_by_role("button", name="移除").first.click()
    desk.save()
    before, after = (text.decode() for text in desk.write_back()[FILE.as_posix()])
    assert after == before.replace(f"  - {DOUBTS[0]}\n", "")


def hide(desk: EditorDesk) -> None:
    """Type the mark for a name; the command that records it then changes nothing in the file."""
    by_command = desk.clone.parent / "by-command"
    shutil.copytree(desk.clone, by_command)
    run_desk(by_command, "mask", "--write", "--words", "朱某", str(FILE))
    desk.open_article(TITLE)
    desk.fill("正文", MARKET.replace("朱某", "▇▇"))
    desk.save()
    desk.write_back()
    typed = (desk.clone / FILE).read_bytes()
    assert typed == (by_command / FILE).read_bytes()
    done = run_desk(desk.clone, "mask", "--write", str(FILE))
    assert done.returncode == 0, done.stderr
    assert (desk.clone / FILE).read_bytes() == typed
    masks = [folder / "content/data/masks.csv" for folder in (desk.clone, by_command)]
    assert masks[0].read_text("utf-8") == masks[1].read_text("utf-8")


def put_picture_in(desk: EditorDesk) -> None:
    """Upload a picture, which is not saved before it is said what it shows."""
    desk.open_article(SECOND)
    desk.find_field("pictures").get_by_role("button").last.click()
    desk.add_picture("pictures.0.image", PICTURE)
    desk.press("保存")
    expect(desk.find_field("pictures.0.alt").get_by_text("此字段为必填项。")).to_be_visible()
    desk.fill("图上有什么", "孩子们在书屋里读书")
    desk.fill("图下的文字", "后桑镇的农家书屋。")
    desk.save()
    changed = desk.write_back()
    assert changed.keys() == {SECOND_FILE, f"content/images/{PICTURE.name}"}
    before, after = (text.decode() for text in changed[SECOND_FILE])
    assert after == (
        f"{before}\n![孩子们在书屋里读书](../images/{PICTURE.name})\n\n"
        "后桑镇的农家书屋。\n{: .caption}\n"
    )


def accept(desk: EditorDesk, title: str, file: str) -> None:
    """Publish a draft: its status and its doubts go, as by the command."""
    wanted = accept_draft(desk.clone / file).accepted
    assert "status:" not in wanted and "review:" not in wanted
    desk.open_article(title)
    desk.find_field("status").get_by_text("发布", exact=True).click()
    desk.save()
    assert desk.write_back()[file][1].decode() == wanted


def check_pages(desk: EditorDesk) -> None:
    """See that readers get both articles, as they were edited."""
    site = build_site(desk.clone / "content", desk.clone / "output")
    first, second = (
        (site / f"articles/{Path(file).stem}.html").read_text("utf-8")
        for file in (FILE, SECOND_FILE)
    )
    assert "生意比从前好" in first and "朱某" not in first and "添书" not in first
    assert "孩子们在书屋里读书" in second and "900册" in second

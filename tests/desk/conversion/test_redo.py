"""`make redo` converts a page anew: untouched drafts go, what a person has worked on stays."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from plugins.desk.conversion import redo_command
from plugins.desk.conversion.redo_command import redo
from plugins.site.settings.tables import Tables
from tests.desk.conversion.test_command import PAGE, convert, put, snapshot

RAW = "content/raw/page 3.txt"
THIRD = "\n平利修路\n\n本报讯(通讯员 张涛)近日,平利县二十公里产业路全线贯通,群众出行更方便了。\n"


@pytest.fixture
def articles(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, tables: Tables) -> Path:
    """Give the folder of the drafts of a page of two articles, and work beside it."""
    put(tmp_path / RAW, PAGE)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(redo_command, "load_tables", lambda _: tables)
    assert convert("content/raw").exit_code == 0
    return Path("content/articles")


def run(file: str = RAW) -> str:
    """Run the command; give what it said."""
    done = CliRunner().invoke(redo, [file])
    assert done.exit_code == 0, done.output
    return done.output


def test_untouched_drafts_are_replaced(articles: Path) -> None:
    """With its raw page changed, a draft that nobody edited is another one; the rest goes."""
    put(Path(RAW), PAGE.replace("石泉多举措抓好林业经济", "石泉林业开新局"))
    said = run()
    assert sorted(Path(name).stem for name in snapshot(articles)) == [
        "han-bin-si-ge-mao-rong-wan-ju-chang-tong-tian-kai-ye",
        "shi-quan-lin-ye-kai-xin-ju",
    ]
    assert "shi-quan-duo-ju-cuo-zhua-hao-lin-ye-jing-ji.md　删去了旧草稿" in said


def test_what_was_corrected_is_named_and_kept(articles: Path) -> None:
    """A corrected draft keeps every byte and its lines; a new article gets an id of its own."""
    kept = next(articles.rglob("shi-quan*.md"))
    kept.write_text(kept.read_text("utf-8").replace("增收。", "增产。"), "utf-8")
    before = kept.read_bytes()
    said = run()
    assert f"{kept}　编辑过，留着没有动" in said
    assert kept.read_bytes() == before and len(snapshot(articles)) == 2
    put(Path(RAW), PAGE + THIRD)
    run()
    ids = [
        line for text in snapshot(articles).values() for line in text.decode().split("\n", 2)[1:2]
    ]
    assert sorted(ids) == ["id: page-3-01", "id: page-3-02", "id: page-3-03"]


def test_drafts_of_a_page_that_is_gone_go(articles: Path) -> None:
    """With its raw page deleted, the drafts are deleted; what was published stays."""
    kept = next(articles.rglob("shi-quan*.md"))
    kept.write_text(kept.read_text("utf-8").replace("status: draft\n", ""), "utf-8")
    Path(RAW).unlink()
    assert f"{kept}　已发布，留着没有动" in run()
    assert list(articles.rglob("*.md")) == [kept]


def test_an_unknown_page_is_told(articles: Path) -> None:
    """A file that neither is there nor has articles is named, and so is what to write."""
    done = CliRunner().invoke(redo, ["content/raw/no.txt"])
    assert done.exit_code == 1 and "没有这个文件，也没有由它转换的文章" in done.output
    assert "请写成 make redo FILE=" in CliRunner().invoke(redo, [""]).output

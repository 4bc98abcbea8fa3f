"""`make redo` converts a page anew: untouched drafts go, what a person has worked on stays."""

import datetime
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner

from plugins.desk.conversion import redo_command
from plugins.desk.conversion.article_folder import read_article_folder
from plugins.desk.conversion.redo_command import redo
from plugins.privacy.masks import Mask, Masks
from plugins.site.settings.addresses import Address, Addresses
from plugins.site.settings.tables import Tables
from tests.desk.conversion.test_command import PAGE, convert, put
from tests.sites.files import read_files

RAW = "content/raw/page 3.txt"
STONE = "shi-tan-duo-ju-cuo-zhua-hao-lin-ye-jing-ji"
THIRD = "\n平达修路\n\n本报讯(通讯员 张涛)近日,平达县二十公里产业路全线贯通,群众出行更方便了。\n"


@pytest.fixture
def articles(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, tables: Tables) -> Path:
    """Give the folder of the drafts of a page of two articles, and work beside it."""
    put(tmp_path / RAW, PAGE)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(redo_command, "load_tables", lambda _: tables)
    assert convert("content/raw").exit_code == 0
    return Path("content/articles")


def run(file: str = RAW, *more: str) -> str:
    """Run the command; give what it said."""
    done = CliRunner().invoke(redo, [file, *more])
    assert done.exit_code == 0, done.output
    return done.output


def test_untouched_drafts_are_replaced(articles: Path) -> None:
    """With its raw page changed, a draft that nobody edited is another one; the rest goes."""
    put(Path(RAW), PAGE.replace("石潭多举措抓好林业经济", "石潭林业开新局"))
    said = run()
    assert sorted(Path(name).stem for name in read_files(articles)) == [
        "shi-tan-lin-ye-kai-xin-ju",
        "xun-bin-si-ge-mao-rong-wan-ju-chang-tong-tian-kai-ye",
    ]
    assert "shi-tan-duo-ju-cuo-zhua-hao-lin-ye-jing-ji.md　删去了旧草稿" in said


def test_what_was_corrected_is_named_and_kept(articles: Path) -> None:
    """A corrected draft keeps every byte and its lines; a new article gets an id of its own."""
    kept = next(articles.rglob("shi-tan*.md"))
    kept.write_text(kept.read_text("utf-8").replace("增收。", "增产。"), "utf-8")
    before = kept.read_bytes()
    said = run()
    assert f"{kept}　编辑过，留着没有动" in said
    assert kept.read_bytes() == before and len(read_files(articles)) == 2
    put(Path(RAW), PAGE + THIRD)
    run()
    ids = [
        line for text in read_files(articles).values() for line in text.decode().split("\n", 2)[1:2]
    ]
    assert sorted(ids) == ["id: page-3-01", "id: page-3-02", "id: page-3-03"]


def test_drafts_of_a_page_that_is_gone_go(articles: Path) -> None:
    """With its raw page deleted, the drafts are deleted; what was published stays."""
    kept = next(articles.rglob("shi-tan*.md"))
    kept.write_text(kept.read_text("utf-8").replace("status: draft\n", ""), "utf-8")
    Path(RAW).unlink()
    assert f"{kept}　已发布，留着没有动" in run(RAW, "--write")
    assert list(articles.rglob("*.md")) == [kept]


def test_an_unknown_page_is_told(articles: Path) -> None:
    """A file that neither is there nor has articles is named, and so is what to write."""
    done = CliRunner().invoke(redo, ["content/raw/no.txt"])
    assert done.exit_code == 1 and "没有这个文件，也没有由它转换的文章" in done.output
    assert "请写成 make redo FILE=" in CliRunner().invoke(redo, [""]).output


def list_ids(articles: Path) -> dict[str, str]:
    """Return the id of each article by its title."""
    folder = read_article_folder(articles)
    return {article.front.title: article.front.id or "" for article in folder.articles}


@pytest.mark.parametrize("name", ["page 3.txt", "other/page 3.txt", "raw/page 3.txt"])
def test_a_page_is_found_by_its_name(articles: Path, name: str) -> None:
    """Told from another folder, a page of content/raw/ is converted again, and nothing deleted."""
    assert "2 篇" in run(name) and len(read_files(articles)) == 2


def test_drafts_of_a_page_that_is_gone_are_asked_for(articles: Path) -> None:
    """Without a yes the drafts stay."""
    before = read_files(articles)
    Path(RAW).unlink()
    done = CliRunner().invoke(redo, [RAW])
    assert done.exit_code == 1 and "请加 WRITE=1" in done.output
    assert read_files(articles) == before


def test_an_article_keeps_its_id(
    articles: Path, tables: Tables, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With the second article of three withdrawn, the third is still the third."""
    put(Path(RAW), PAGE + THIRD)
    run()
    gone = next(articles.rglob("shi-tan*.md"))
    gone.unlink()
    before = list_ids(articles)
    day = datetime.date(2026, 11, 1)
    row = Address(address="articles/a.html", state="withdrawn", date=day, id="page-3-02")
    recorded = replace(tables, addresses=Addresses(tables.addresses.path, ((2, row),)))
    monkeypatch.setattr(redo_command, "load_tables", lambda _: recorded)
    run()
    assert (
        list_ids(articles)
        == before
        == {
            "浔滨四个毛绒玩具厂同天开业": "page-3-01",
            "平达修路": "page-3-03",
        }
    )


def test_a_new_article_has_an_id_that_nobody_had(
    articles: Path, tables: Tables, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Numbers of withdrawn articles and of hidden words are not given again."""
    day = datetime.date(2026, 11, 1)
    gone = Address(address="articles/a.html", state="withdrawn", date=day, id="page-3-03")
    row = Mask(article="page-3-04", part="title", start=0, end=1, date=day)
    addresses = Addresses(tables.addresses.path, ((2, gone),))
    masks = Masks(tables.masks.path, ((2, row),))
    recorded = replace(tables, addresses=addresses, masks=masks)
    monkeypatch.setattr(redo_command, "load_tables", lambda _: recorded)
    accept_all(articles)
    put(Path(RAW), THIRD.lstrip() + "\n" + PAGE)
    run()
    assert list_ids(articles)["平达修路"] == "page-3-05"


def accept_all(articles: Path) -> None:
    """Publish every draft."""
    for article in articles.rglob("*.md"):
        article.write_text(article.read_text("utf-8").replace("status: draft\n", ""), "utf-8")


def test_a_story_above_the_kept_ones_is_not_lost(articles: Path) -> None:
    """A story put first is the one that is written; the kept ones are named, and come once."""
    accept_all(articles)
    before = read_files(articles)
    put(Path(RAW), THIRD.lstrip() + "\n" + PAGE)
    said = run()
    after = read_files(articles)
    assert before.items() <= after.items()
    assert sorted(list_ids(articles).values()) == ["page-3-01", "page-3-02", "page-3-03"]
    assert f"《石潭多举措抓好林业经济》没有写：content/articles/undated/{STONE}.md" in said


def test_a_mask_stays_with_its_article(
    articles: Path, tables: Tables, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is hidden in a kept article is neither shown again nor hidden in another one's text."""
    kept = next(articles.rglob("xun-bin*.md"))
    kept.write_text(kept.read_text("utf-8").replace("浔滨区大河镇", "▇▇▇大河镇"), "utf-8")
    row = Mask(article="page-3-01", part="title", start=0, end=2, date=datetime.date(2026, 11, 1))
    recorded = replace(tables, masks=Masks(tables.masks.path, ((2, row),)))
    monkeypatch.setattr(redo_command, "load_tables", lambda _: recorded)
    put(Path(RAW), THIRD.lstrip() + "\n" + PAGE)
    run()
    texts = [path.read_text("utf-8") for path in articles.rglob("*.md")]
    assert not any("浔滨区大河镇" in text for text in texts)
    assert "平达修路" in list_ids(articles)

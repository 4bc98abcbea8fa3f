"""An article that goes on on another page of its issue is one, where both pages are there."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from plugins.desk.conversion import page_conversion
from plugins.desk.conversion.issues import Issue
from plugins.desk.conversion.raw_files import IssueIndex, read_raw_file
from plugins.desk.convert_command import main
from plugins.model import Block, HeadLines
from plugins.newspaper import convert_page
from plugins.newspaper.continued_articles import OtherPage, join_rest, list_pointers
from plugins.newspaper.layout.page import Page, RawArticle

HEAD = "青河日报 2019年11月21日 第{}版\n\n"
FIRST = (
    "县里部署冬季防汛工作\n\n本报讯（记者 方敏）近日，县里召开防汛工作会议，部署水库检查。"
    "会议要求，各乡镇要把责任落到每一座水库，（下转第3版）\n\n"
    "夜校开到院坝边\n\n本报讯（记者 王亮）近日，白果乡的农民夜校开班，三百名村民前来听课。\n"
)
REST = "{}\n把巡查记录写在本子上，做到有人管、有人查。\n\n会议还通报了督查情况，约谈了六个镇。\n\n"
OTHER = (
    "云岭乡修通产业路\n\n本报讯（通讯员 张涛）云岭乡二十公里产业路全线贯通，沿线群众出行方便了。\n"
)


def run(*arguments: str | Path) -> str:
    """Run the converter's command in this process."""
    result = CliRunner().invoke(main, [str(a) for a in arguments])
    assert result.exit_code == 0, result.output
    return result.stdout


def put(folder: Path, rest: str = "（上接第1版）", page: int = 1) -> tuple[Path, Path]:
    """Write both pages; the second has the rest of an article of page 1."""
    one, three = folder / "p1.txt", folder / "p3.txt"
    one.write_text(HEAD.format(page) + FIRST, "utf-8")
    three.write_text(HEAD.format(3) + OTHER + "\n" + REST.format(rest), "utf-8")
    return one, three


def read(*raws: Path) -> list[list[dict[str, Any]]]:
    """Give the articles of each page as the command prints them."""
    return [page["articles"] for page in json.loads(run("--json", *raws))["pages"]]


@pytest.mark.parametrize("rest", ["（上接第1版）", "县里部署冬季防汛工作\n（紧接一版）"])
def test_the_rest_joins_its_article(tmp_path: Path, rest: str) -> None:
    """Cut text is one paragraph again, page 3 has no article of it, and an editor is told."""
    first, third = read(*put(tmp_path, rest))
    body = [block["text"] for block in first[0]["body"]]
    assert body[0].endswith("每一座水库，把巡查记录写在本子上，做到有人管、有人查。")
    assert body[1:] == ["会议还通报了督查情况，约谈了六个镇。"]
    assert [remark for remark in first[0]["review"] if "第3版（p3.txt）" in remark]
    assert [article["title"] for article in third] == ["云岭乡修通产业路"]


def test_without_that_page_the_rest_is_a_piece_with_a_doubt(tmp_path: Path) -> None:
    """Where the page that it names is of another number, it stays an article of its own."""
    first, third = read(*put(tmp_path, page=2))
    assert len(first[0]["body"]) == 1 and len(third) == 2
    assert any("上接第1版" in remark for remark in third[1]["review"])


def test_pages_that_lead_to_each_other_are_cut_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A run cuts each page of an issue once, however many of its other pages lead to it."""
    cut: list[str] = []
    monkeypatch.setattr(
        page_conversion,
        "convert_page",
        lambda data, name: cut.append(name) or convert_page(data, name),
    )
    raws = put(tmp_path)
    read(*raws)
    assert sorted(cut) == sorted(map(str, raws))


def test_a_rest_keeps_its_authors_and_its_head_is_told(tmp_path: Path) -> None:
    """Who signs the rest is an author too, and an editor reads which headline was left out."""
    one, three = put(tmp_path, "县里部署冬季防汛工作\n记者 王亮\n（上接第1版）")
    (article, _), _ = read(one, three)
    assert [author["name"] for author in article["authors"]] == ["方敏", "王亮"]
    assert any("第3版" in told and "“县里部署冬季防汛工作”" in told for told in article["review"])


def test_a_caption_below_the_pointer_hides_no_rest(tmp_path: Path) -> None:
    """The text that goes on is the last paragraph, though a caption stands behind it."""
    one, three = put(tmp_path)
    caption = "图为干部在水库边检查闸门。 孙岭 摄"
    told = one.read_text("utf-8").replace("（下转第3版）", f"（下转第3版）\n\n{caption}")
    one.write_text(told, "utf-8")
    (article, _), third = read(one, three)
    assert "每一座水库，把巡查记录" in article["body"][0]["text"]
    assert article["body"][1]["text"] == caption and len(third) == 1


def test_a_traditional_pointer_is_cut() -> None:
    """The words that lead to another page go, in whichever characters they are printed."""
    article, rest = (
        RawArticle("", "news", (Block("paragraph", text, (1,)),), HeadLines())
        for text in (
            "責任落到每一座水庫，（下轉第３版）",
            "（緊接第１版）把巡查記錄寫好。",
        )
    )
    joined = join_rest(article, rest, OtherPage("p3.txt", 3, Page((rest,))))
    assert [block.text for block in joined.body] == ["責任落到每一座水庫，把巡查記錄寫好。"]


def test_an_article_without_its_rest_leaves_it_on_its_page(tmp_path: Path) -> None:
    """A rest is left out only where the other page's article has it, which an editor's may not."""
    one, three = put(tmp_path)
    out = tmp_path / "out"
    run(three, "--output", tmp_path / "alone")
    assert len(list((tmp_path / "alone").rglob("*.md"))) == 2
    three.rename(tmp_path / "hidden")
    run(one, "--output", out)
    (article,) = out.rglob("xian-li*.md")
    article.write_text(article.read_text("utf-8").replace("冬季防汛", "冬季的防汛"), "utf-8")
    (tmp_path / "hidden").rename(three)
    run(one, three, "--output", out)
    assert "巡查记录" not in article.read_text("utf-8")
    assert any("巡查记录" in file.read_text("utf-8") for file in out.rglob("*.md"))


def test_pointers_are_read_in_either_script() -> None:
    """下转, 上接 and 紧接 lead to pages, in traditional characters as well; 转 alone does not."""
    lines = ["（下转第4版）", "（緊接二版）", "▶下轉第3版", "他转身走了，第8版没看。"]
    assert list_pointers(lines) == {2, 3, 4}


def test_an_archive_is_looked_through_once_for_all_pages_of_a_run(tmp_path: Path) -> None:
    """What a run has learned of its archive holds for all its pages, and for no other run."""
    (one, three), run_index = put(tmp_path), IssueIndex()
    assert [other.path for other in read_raw_file(one, Issue(), run_index).others] == [three]
    (tmp_path / "twin.txt").write_bytes(three.read_bytes())
    assert [other.path for other in read_raw_file(one, Issue(), run_index).others] == [three]
    assert read_raw_file(one, Issue(), IssueIndex()).others == ()


def test_what_is_wrong_with_other_pages_ends_no_conversion(tmp_path: Path) -> None:
    """Neither a page whose sidecar cannot be read, nor one that has gone since it was found."""
    (one, three), index = put(tmp_path), IssueIndex()
    (tmp_path / "p4.txt").write_text(HEAD.format(4) + OTHER, "utf-8")
    (tmp_path / "p4.yaml").mkdir()
    assert [other.path for other in read_raw_file(one, Issue(), index).others] == [three]
    three.unlink()
    assert read_raw_file(one, Issue(), index).others == ()


def test_folders_count_in_an_archive_alone(tmp_path: Path) -> None:
    """Beside a page that is in no archive, what lies in other folders is nobody's business."""
    archive = tmp_path / "content" / "raw"
    for folder in (tmp_path, archive):
        (folder / "later").mkdir(parents=True, exist_ok=True)
        one, three = put(folder)
        three.rename(moved := folder / "later" / "p3.txt")
        others = [other.path for other in read_raw_file(one, Issue()).others]
        assert others == ([moved] if folder == archive else [])


def test_a_folder_that_cannot_be_listed_is_told(tmp_path: Path) -> None:
    """What stands in it that nobody can look at is named, in a line and without a traceback."""
    (tmp_path / "p2.txt").symlink_to(tmp_path / "p2.txt")
    result = CliRunner().invoke(main, ["--json", str(tmp_path)])
    assert result.exit_code == 1
    assert "p2.txt" in str(
        result.exception.code if isinstance(result.exception, SystemExit) else ""
    )

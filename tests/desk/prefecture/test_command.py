"""`make prefecture` says what it will do, and does it after a yes."""

import csv
import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from plugins.desk.prefecture.command import carry_out
from plugins.desk.prefecture.divisions import Division, Prefecture
from plugins.desk.prefecture.history import find_unsaved
from plugins.desk.prefecture.plan import Plan, read_table, share_county
from plugins.desk.prefecture.statements import propose_names, write_settings
from tests.prefecture.archives import empty_archive, run_prefecture
from tests.prefecture.bulletin import bulletin_content
from tests.sites.files import read_files

WRITERS = ("AUTHOR", "COMMITTER")


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """Return a content folder of an archive that has a page."""
    return Path(shutil.copytree(bulletin_content(), tmp_path / "content"))


@pytest.fixture
def hanzhong(tmp_path: Path) -> Path:
    """Return a content folder of 汉中's archive, to which editors have added an old name."""
    content = Path(shutil.copytree(empty_archive("汉中市"), tmp_path / "hanzhong"))
    counties = content / "data" / "counties.csv"
    text = counties.read_text(encoding="utf-8")
    assert "勉县,mianxian,," in text
    counties.write_text(text.replace("勉县,mianxian,,", "勉县,mianxian,沔县,"), encoding="utf-8")
    return content


def test_nothing_is_done_without_a_yes(content: Path) -> None:
    """Where nobody can be asked, the command tells what it would write and empty, and ends."""
    before = read_files(content)
    result = run_prefecture(content, "--name", "汉中市")
    assert result.exit_code == 1
    assert "要清空：articles/、raw/ 里的 11 个文件" in result.output
    assert "WRITE=1" in result.output
    assert read_files(content) == before


def test_a_name_is_asked_for(content: Path) -> None:
    """Without a name the command says how to give one."""
    result = run_prefecture(content)
    assert (result.exit_code, result.output) == (
        1,
        "没有名称，请写成 make prefecture NAME=某某市\n",
    )


def test_the_archive_is_empty() -> None:
    """Articles, raw pages, addresses and masks are gone; settings are the new place's."""
    files = read_files(empty_archive("汉中市"))
    assert {name for name in files if name.startswith(("articles/", "raw/"))} == {
        "articles/.gitkeep",
        "raw/.gitkeep",
    }
    assert files["data/addresses.csv"].decode().splitlines() == ["address,state,target,date,id"]
    assert len(files["data/masks.csv"].decode().splitlines()) == 1
    site = files["data/site.yaml"].decode()
    for line in ("name: 汉中脱贫攻坚报道馆", "newspapers: [汉中日报]", 'repository: ""'):
        assert f"\n{line}\n" in site
    assert "newspapers of Hanzhong, Shaanxi, China" in files["pages/english.md"].decode()
    elsewhere = files["data/elsewhere.csv"].decode().splitlines()
    assert "安康" in elsewhere
    assert "袁家村" in elsewhere
    assert not {"汉中", "陕西", "西安"} & set(elsewhere)


def test_the_same_prefecture_is_added_to(hanzhong: Path) -> None:
    """In the archive of that prefecture only what its tables lack is added; the rest stays."""
    before = read_files(hanzhong)
    assert run_prefecture(hanzhong, "--name", "汉中市", "--write").exit_code == 0
    assert read_files(hanzhong) == before
    villages = hanzhong / "data" / "villages.csv"
    lines = villages.read_text(encoding="utf-8").splitlines(keepends=True)
    villages.write_text("".join([*lines[:5], *lines[6:], "荒沟村,北关街道,汉台区\n"]), "utf-8")
    result = run_prefecture(hanzhong, "--name", "汉中市", "--write")
    assert "表里有、名单里没有的（没有动） 1 个：荒沟村" in result.output
    assert villages.read_text(encoding="utf-8").splitlines()[-1] == lines[5].strip()


def test_what_is_left_of_the_old_place_is_told(content: Path) -> None:
    """Lines of pages and tables that still name the old place are listed with their files."""
    shutil.copyfile(content / "pages" / "about.md", content / "pages" / "more.md")
    about = content / "pages" / "about.md"
    about.write_text("---\ntitle: 关于\n---\n\n浔滨区的报道。\n", encoding="utf-8")
    result = run_prefecture(content, "--name", "汉中市", "--write")
    assert f"{about}:5：浔滨区" in result.output


def drop_rows(table: Path, keep: Callable[[dict[str, str]], bool]) -> None:
    """Leave only the rows of a table that are to be kept."""
    rows = read_table(table)
    with table.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, rows[0], lineterminator="\n")
        writer.writeheader()
        writer.writerows(row for row in rows if keep(row))


def test_an_archive_of_some_of_the_counties_is_not_emptied(hanzhong: Path) -> None:
    """Where one county stands in the tables already, the others are added and told."""
    data = hanzhong / "data"
    drop_rows(data / "counties.csv", lambda row: row["name"] == "勉县")
    for name in ("towns.csv", "villages.csv"):
        drop_rows(data / name, lambda row: row["county"] == "勉县")
    before = read_files(hanzhong)
    result = run_prefecture(hanzhong, "--name", "汉中市", "--write")
    assert result.exit_code == 0, result.output
    assert "原来没有收、这次补上的县区 10 个" in result.output
    after = read_files(hanzhong)
    changed = {name for name in before if after.get(name) != before[name]}
    assert changed == {f"data/{name}.csv" for name in ("counties", "towns", "villages")}


def list_places(county: str, *towns: str) -> dict[str, list[dict[str, str]]]:
    """Return the tables of a county with its towns."""
    rows = [{"name": town, "county": county} for town in towns]
    return {"counties.csv": [{"name": county}], "towns.csv": rows}


@pytest.mark.parametrize(
    ("known", "same"),
    [
        (list_places("鼓楼区", "甲街道", "乙街道"), True),
        (list_places("鼓楼区", "甲街道", "编辑加的镇"), True),
        (list_places("鼓楼区"), True),
        (list_places("鼓楼区", "戊街道", "己街道"), False),
        (list_places("台江区", "甲街道", "乙街道"), False),
    ],
)
def test_a_county_is_known_by_its_towns_too(
    known: dict[str, list[dict[str, str]]], same: bool
) -> None:
    """Many cities have a 鼓楼区; it is this one's unless hardly a town of it is known."""
    assert share_county(known, list_places("鼓楼区", "甲街道", "乙街道", "丙街道")) == same


def run_git(folder: Path, *arguments: str) -> None:
    """Run git as somebody."""
    who = {f"GIT_{role}_{what}": "a@b.c" for role in WRITERS for what in ("NAME", "EMAIL")}
    command = ["git", *arguments]
    subprocess.run(command, cwd=folder, check=True, capture_output=True, env=os.environ | who)


def test_what_git_has_not_is_found(tmp_path: Path) -> None:
    """Files that are new, changed or ignored are, with blanks in their names; no Git is told."""
    content = tmp_path / "content"
    content.mkdir()
    for name in ("as it was.txt", "changed.txt", ".gitignore"):
        (content / name).write_text("kept.txt\n", "utf-8")
    assert find_unsaved(content) is None
    run_git(tmp_path, "init", "-q")
    run_git(tmp_path, "add", ".")
    run_git(tmp_path, "commit", "-q", "-m", "all")
    assert find_unsaved(content) == []
    for name in ("changed.txt", "new one.txt", "kept.txt"):
        (content / name).write_text("另一行\n", "utf-8")
    found = {Path(name).name for name in find_unsaved(content) or ()}
    assert found == {"changed.txt", "new one.txt", "kept.txt"}


def test_what_git_has_not_is_not_emptied(content: Path) -> None:
    """An archive that Git could not give back is left as it is, and the files are named."""
    run_git(content.parent, "init", "-q")
    before = read_files(content)
    refused = run_prefecture(content, "--name", "汉中市", "--write")
    assert refused.exit_code == 1 and "content/data/area.csv" in refused.output
    assert read_files(content) == before


@pytest.fixture
def old(tmp_path: Path) -> Plan:
    """Return a plan to write a table, and to remove raw pages by year, month and day."""
    days = [tmp_path / "raw" / day for day in ("2018/3", "2019", "2019/11", "2019/11/21")]
    for day in days:
        day.mkdir(parents=True, exist_ok=True)
        (day / "page.txt").write_text("一版\n", "utf-8")
    (tmp_path / "data").mkdir()
    files = [(tmp_path / "data" / "area.csv", "name\n"), (tmp_path / "raw" / ".gitkeep", "")]
    return Plan(files, [day / "page.txt" for day in days], [], [])


def test_folders_within_folders_go(old: Plan, tmp_path: Path) -> None:
    """Raw pages by year and month leave no folder behind, in whatever order they go."""
    carry_out(old, tmp_path)
    assert [path.name for path in (tmp_path / "raw").iterdir()] == [".gitkeep"]


def test_nothing_is_removed_before_the_tables_stand(old: Plan, tmp_path: Path) -> None:
    """Where the disk refuses a table, the raw pages are all there."""
    (tmp_path / "data").rmdir()
    (tmp_path / "data").write_text("no folder\n", "utf-8")
    with pytest.raises(OSError, match="data"):
        carry_out(old, tmp_path)
    assert all(page.exists() for page in old.removed)


@pytest.mark.parametrize(
    "line", ["", "newspapers:\n", "newspapers: []\n", "newspapers: [甲报, 乙报]\n"]
)
def test_settings_need_name_no_newspaper(line: str) -> None:
    """The newspaper is written wherever the settings have none, and for those that they have."""
    home = Prefecture("汉中市", Division("61", "陕西省"), ())
    text = write_settings(f"name: 旧馆\n{line}", home, propose_names(home))
    assert "汉中日报" in text and "甲报" not in text

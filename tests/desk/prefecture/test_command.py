"""`make prefecture` says what it will do, and does it after a yes."""

import shutil
from pathlib import Path

import pytest

from tests.prefecture.archives import empty_archive, run_prefecture
from tests.prefecture.bulletin import bulletin_content


def read_all(folder: Path) -> dict[str, bytes]:
    """Return every file of a folder by its path."""
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """Return a content folder of the first archive."""
    return Path(shutil.copytree(bulletin_content(), tmp_path / "content"))


def test_nothing_is_done_without_a_yes(content: Path) -> None:
    """Where nobody can be asked, the command tells what it would write and empty, and ends."""
    before = read_all(content)
    result = run_prefecture(content, "--name", "汉中市")
    assert result.exit_code == 1
    assert "要清空：articles/、raw/ 里的 11 个文件" in result.output
    assert "WRITE=1" in result.output
    assert read_all(content) == before


def test_a_name_is_asked_for(content: Path) -> None:
    """Without a name the command says how to give one."""
    result = run_prefecture(content)
    assert (result.exit_code, result.output) == (
        1,
        "没有名称，请写成 make prefecture NAME=某某市\n",
    )


def test_the_archive_is_empty() -> None:
    """Articles, raw pages, addresses and masks are gone; settings are the new place's."""
    files = read_all(empty_archive("汉中市"))
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


def test_the_same_prefecture_is_added_to(content: Path) -> None:
    """In the archive of that prefecture only what its tables lack is added; the rest stays."""
    before = read_all(content)
    assert run_prefecture(content, "--name", "安康市", "--write").exit_code == 0
    assert read_all(content) == before
    villages = content / "data" / "villages.csv"
    lines = villages.read_text(encoding="utf-8").splitlines(keepends=True)
    villages.write_text("".join([*lines[:5], *lines[6:], "荒沟村,老城街道,汉滨区\n"]), "utf-8")
    result = run_prefecture(content, "--name", "安康市", "--write")
    assert "表里有、名单里没有的（没有动） 1 个：荒沟村" in result.output
    assert villages.read_text(encoding="utf-8").splitlines()[-1] == lines[5].strip()


def test_what_is_left_of_the_old_place_is_told(content: Path) -> None:
    """Lines of pages and tables that still name the old place are listed with their files."""
    shutil.copyfile(content / "pages" / "about.md", content / "pages" / "more.md")
    about = content / "pages" / "about.md"
    about.write_text("---\ntitle: 关于\n---\n\n汉滨区的报道。\n", encoding="utf-8")
    result = run_prefecture(content, "--name", "汉中市", "--write")
    assert f"{about}:5：汉滨区" in result.output

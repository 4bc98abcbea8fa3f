"""`make new` writes a draft that is ready to be written in."""

import datetime
import os
import pty
import sys
from pathlib import Path

import pytest

from plugins.content.front_matter import parse_article
from plugins.desk.editing.drafts import (
    list_counties,
    read_authors,
    read_counties,
    read_issue_day,
    read_page_number,
)
from plugins.system.refusal import RefusalError
from tests.desk.desk_checkout import copy_content, run_desk
from tests.prefecture.data import data_folder
from tests.structure.sources import ROOT


def answer(folder: Path, *answers: str) -> str:
    """Run `new` in a terminal of its own and type the answers; give what the terminal showed."""
    child, terminal = pty.fork()
    if child == 0:
        os.chdir(folder)
        os.environ |= {"PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"}
        os.execv(sys.executable, [sys.executable, "-m", "plugins.desk", "new"])  # noqa: S606 - the project's own command
    os.write(terminal, "".join(f"{line}\n" for line in answers).encode())
    shown = b""
    while chunk := _read(terminal):
        shown += chunk
    os.waitpid(child, 0)
    return shown.decode()


def _read(terminal: int) -> bytes:
    """Read from a terminal; nothing once its program has ended."""
    try:
        return os.read(terminal, 4096)
    except OSError:
        return b""


def test_terminal_asks_for_what_is_missing(tmp_path: Path) -> None:
    """Each field is asked for, a bad answer again, and Enter skips."""
    copy_content(tmp_path)
    shown = answer(
        tmp_path,
        "石潭种茶",
        "去年",
        "2019-11-21",
        "",
        "三页",
        "三版",
        "记者 张三、李四",
        "石坛县",
        "石潭",
    )
    path = tmp_path / "content/articles/2019/shi-tan-zhong-cha.md"
    front, body = parse_article(path.read_text(encoding="utf-8"), path)
    assert "日期“去年”不存在或写法不对，请写成 2019-11-21 这样" in shown
    assert "不认识县（市、区）“石坛县”，是不是“石潭县”？" in shown
    assert "已新建 content/articles/2019/shi-tan-zhong-cha.md" in shown
    assert (front.title, str(front.date), front.page) == ("石潭种茶", "2019-11-21", 3)
    assert [(a.name, a.role) for a in front.authors] == [("张三", "记者"), ("李四", "记者")]
    assert (front.newspaper, front.counties, front.status) == (None, ("石潭县",), "draft")
    assert body == ""


def test_file_names_are_unique(tmp_path: Path) -> None:
    """Two articles of one title get two names; quotation marks in a title do no harm."""
    copy_content(tmp_path)
    for name in ("cha-yuan", "cha-yuan-2"):
        done = run_desk(tmp_path, "new", "--title", "“茶”'园\"")
        assert done.stdout.splitlines()[0] == f"已新建 content/articles/undated/{name}.md"
    assert not list(tmp_path.rglob("*.tmp"))
    assert run_desk(tmp_path, "check").returncode == 0


def test_no_title_is_said(tmp_path: Path) -> None:
    """Without a terminal and a title there is one line, and no file."""
    before = list(copy_content(tmp_path).rglob("*"))
    done = run_desk(tmp_path, "new")
    assert (done.returncode, done.stderr) == (1, "没有标题，请写成 make new TITLE=标题\n")
    assert list((tmp_path / "content").rglob("*")) == before


def test_a_title_nobody_sees_is_refused_in_chinese(tmp_path: Path) -> None:
    """What a field refuses is told in one line of Chinese, as of a file."""
    copy_content(tmp_path)
    done = run_desk(tmp_path, "new", "--title", "\u200b")
    assert (done.returncode, done.stderr) == (1, "“title”里没有看得见的字，请写上标题\n")


@pytest.mark.parametrize("written", ["2019年3月21日", "2019-3-21", "2019-03-21", "2019.3.21"])
def test_days_are_taken_in_any_form(written: str) -> None:
    """A day may be written as it is said, or with its numbers short."""
    assert read_issue_day(written) == datetime.date(2019, 3, 21)


@pytest.mark.parametrize("written", ["3", "三版", "第三版", "第 3 版", "A3版"])
def test_pages_are_taken_in_any_form(written: str) -> None:
    """A page may be written as a number or as newspapers print it."""
    assert read_page_number(written) == 3


def test_counties_are_known() -> None:
    """Short names are taken for the full ones; an unknown county is refused with what is meant."""
    known = list_counties(data_folder())
    assert read_counties("浔滨、石潭县", known) == ("浔滨区", "石潭县")
    with pytest.raises(RefusalError, match="不认识县（市、区）“浔冰区”，是不是“浔滨区”？"):
        read_counties("浔冰区", known)


def test_an_author_may_have_a_unit() -> None:
    """What a reporter is of is part of the role, and no author by itself."""
    told = read_authors("石潭县融媒体中心记者 韩燕 通讯员 张涛、李明")
    assert [(one.name, one.role) for one in told] == [
        ("韩燕", "石潭县融媒体中心记者"), ("张涛", "通讯员"), ("李明", "通讯员"),
    ]  # fmt: skip

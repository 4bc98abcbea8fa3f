"""`make annotate` fills what is empty and leaves an editor's words as they are."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.content.front_matter import parse_article
from plugins.desk.editing.annotation import annotate
from plugins.site.settings.tables import Tables
from tests.amounts import choose
from tests.desk.desk_checkout import copy_content, run_desk
from tests.prefecture.data import read_tables

BODY = "本报讯(记者 李明)近日,浔滨区大河镇种茶800亩,带动群众增收5万元。"
HEAD = (
    '---\n# 编辑的注释\ntitle: "浔滨区种茶"   # 标题\ncounties:   # 待补\ntopics: []\n'
    "kind: '消息'\n# 结尾的注释\nreview:\n- 甲\n---\n\n"
)
FILE = Path("a.md")


@pytest.fixture(scope="module")
def tables() -> Tables:
    """Give the tests' tables."""
    return read_tables()


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_an_editors_lines_stay(tables: Tables, newline: str, mark: str) -> None:
    """Comments, quotes, order, line ends and byte order mark stay; new lines stand between."""
    text = mark + (HEAD + BODY + "\n").replace("\n", newline)
    changed = annotate(text, FILE, tables)
    front, body = parse_article(changed, FILE)
    assert (front.counties, front.towns, front.topics) == (("浔滨区",), ("大河镇",), ())
    assert [figure.raw for figure in front.figures or ()] == ["800亩", "5万元"]
    assert front.summary
    assert body == BODY
    kept = [line for line in text.split(newline) if not line.startswith("counties")]
    lines = iter(changed.split(newline))
    assert all(line in lines for line in kept)
    assert f"counties: # 待补{newline}  - 浔滨区{newline}" in changed
    assert changed.count("\r\n") == (changed.count("\n") if newline == "\r\n" else 0)
    assert annotate(changed, FILE, tables) == changed


@settings(max_examples=choose(40, 1000))
@given(st.permutations(["kind: 消息", "towns: []", "page: 3", "# 注", "people:", "figures: ~"]))
def test_any_order_of_fields_is_kept(lines: list[str]) -> None:
    """Whatever the order of fields, a second run changes nothing, and none is lost."""
    text = "---\ntitle: 浔滨区种茶\n" + "\n".join(lines) + f"\n---\n\n{BODY}\n"
    tables = read_tables()
    changed = annotate(text, FILE, tables)
    assert annotate(changed, FILE, tables) == changed
    written = [line for line in lines if line not in ("people:", "figures: ~")]
    places = [changed.index(f"\n{line}\n") for line in written]
    assert places == sorted(places)


def test_command_shows_first_and_writes_when_told(tmp_path: Path) -> None:
    """Without --write the command only shows a diff; with it, it writes, and then has no more."""
    article = copy_content(tmp_path) / "articles/a.md"
    article.write_text(HEAD + BODY + "\n", encoding="utf-8")
    shown = run_desk(tmp_path, "annotate", "content/articles/a.md")
    assert "+  - 浔滨区" in shown.stdout
    assert article.read_text(encoding="utf-8") == HEAD + BODY + "\n"
    written = run_desk(tmp_path, "annotate", "--write")
    assert "已补上 1 篇" in written.stdout
    assert "+  - 浔滨区" in written.stdout
    assert "没有可以补上的字段" in run_desk(tmp_path, "annotate", "content/articles/a.md").stdout
    assert sorted(path.name for path in article.parent.iterdir()) == ["a.md", "undated"]


def test_broken_file_is_named(tmp_path: Path) -> None:
    """An article that cannot be read stops the command by one line, and nothing is written."""
    article = copy_content(tmp_path) / "articles/a.md"
    article.write_text("---\ntitle: [\n---\n", encoding="utf-8")
    done = run_desk(tmp_path, "annotate", "--write", "content/articles/a.md")
    assert done.returncode == 1
    assert done.stderr.startswith("content/articles/a.md 第 ")
    assert len(done.stderr.splitlines()) == 1

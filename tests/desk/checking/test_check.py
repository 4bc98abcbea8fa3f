"""`make check` names every problem at once, and accepts exactly what the build accepts."""

import io
from collections.abc import Callable
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path

import pytest

import plugins.desk.checking.inspection as inspection
from plugins.content.content_error import BuildStoppedError
from tests.desk.checking.content_cases import CASES, FIGURE, FRONT, ONLY
from tests.desk.desk_checkout import copy_content, run_desk
from tests.prefecture.data import read_tables
from tests.sites.small_site import build_site


def put(content: Path, files: dict[str, str | bytes]) -> None:
    """Write files below content/."""
    for name, text in files.items():
        path = content / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())


def build_accepts(folder: Path) -> bool:
    """Tell whether Pelican gets as far as writing the site of `folder`."""
    try:
        with redirect_stderr(io.StringIO()), redirect_stdout(io.StringIO()):
            build_site(folder / "content", folder / "output", PLUGINS=["plugins.site"])
    except BuildStoppedError:
        return False
    return True


@pytest.fixture
def checked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[], bool]:
    """Give a function that tells whether the check finds no error in a copy of the content."""

    def is_sound() -> bool:
        monkeypatch.setattr(inspection, "load_tables", lambda _: read_tables())
        monkeypatch.chdir(tmp_path)
        look = inspection.Inspection(Path("content"))
        look.run()
        return not look.has_errors

    return is_sound


@pytest.mark.parametrize("case", CASES)
def test_check_and_build_agree(case: str, tmp_path: Path, checked: Callable[[], bool]) -> None:
    """What the check accepts the build accepts, and what one refuses the other refuses."""
    files, sound = CASES[case]
    content = copy_content(tmp_path)
    # One article is as good as many, and is judged at once.
    for article in content.glob("articles/**/*.md"):
        if ONLY not in article.read_text("utf-8"):
            article.unlink()
    put(content, files)
    assert (checked(), build_accepts(tmp_path)) == (sound, sound)


def test_all_problems_are_told_at_once(tmp_path: Path) -> None:
    """One run names each fault of each file on a line of its own, with file and line."""
    content = copy_content(tmp_path)
    front = "kind: 新闻\npage: 三\n---\n\n正文。\n"
    body = "topics: [产业富贫, 无此专题]\ncounties: [浔冰区]\nfigures:\n  - " + FIGURE + "\n"
    image = "---\ntitle: 图\n---\n\n浔滨区种茶。\n\n![](../images/no.png)\n\n[见](about.html)\n"
    put(content, {"articles/a.md": f"---\ntitle: 甲\n{front}"})
    put(content, {"articles/b.md": FRONT.format(body), "articles/c.md": image})
    done = run_desk(tmp_path, "check")
    errors = [line for line in done.stdout.splitlines() if line.startswith("错误")]
    assert done.returncode == 1
    assert [line.split("：")[0] for line in errors] == [
        f"错误 content/articles/{place}"
        for place in (
            "a.md 第 3 行", "a.md 第 4 行", "b.md 第 3 行", "b.md 第 3 行", "b.md 第 4 行",
            "b.md 第 6 行", "c.md 第 7 行", "c.md 第 9 行",
        )
    ]  # fmt: skip
    assert "是不是“产业扶贫”？" in done.stdout
    assert "删去整个 figures" in done.stdout


def test_sound_content_passes_with_hints(tmp_path: Path) -> None:
    """The project's own content has no error and no warning; a hint an article at most."""
    content = copy_content(tmp_path)
    done = run_desk(tmp_path, "check")
    lines = done.stdout.splitlines()
    assert done.returncode == 0
    assert all(line.startswith("提示 ") for line in lines)
    assert len(lines) <= len(list(content.rglob("articles/**/*.md")))


def test_punctuation_is_one_warning_an_article(tmp_path: Path) -> None:
    """Slips of an article are told in one line; exit status stays 0."""
    text = "近日,石潭县种茶。。\n\n他说：“好茶。\n\n《茶经里有。(见图)"
    put(copy_content(tmp_path), {"articles/a.md": f"---\ntitle: 石潭茶园\n---\n\n{text}\n"})
    done = run_desk(tmp_path, "check")
    warnings = [line for line in done.stdout.splitlines() if line.startswith("警告")]
    assert done.returncode == 0
    assert warnings == [
        "警告 content/articles/a.md 第 5 行：标点：“近日,石潭县种”里“,”应为全角“，”，另有 5 处"
    ]


def test_punctuation_as_printed_is_left_alone(tmp_path: Path) -> None:
    """An edited article of a raw page is warned of for what was typed, not for what was printed."""
    content = copy_content(tmp_path)
    article = next(content.rglob("ding-he-fa-gai-ju*.md"))
    text = article.read_text(encoding="utf-8")
    article.write_text(text.replace("近年来,", "近年,真的,"), encoding="utf-8")
    lines = run_desk(tmp_path, "check").stdout.splitlines()
    assert [line.split("：")[2] for line in lines if line.startswith("警告")] == [
        "“婧)近年,真的,定”里“,”应为全角“，”"
    ]
    article.write_text(text.replace("重点工作", "各项工作"), encoding="utf-8")
    assert "警告" not in run_desk(tmp_path, "check").stdout


def test_what_waits_is_said(tmp_path: Path) -> None:
    """An article for a later day is one hint that says which day, and is no error."""
    put(copy_content(tmp_path), {"articles/a.md": FRONT.format("publish_on: 2099-12-01\n")})
    done = run_desk(tmp_path, "check")
    assert done.returncode == 0
    assert "提示 content/articles/a.md 第 3 行：要到2099年12月1日才出现在网站上\n" in done.stdout


def test_a_wrong_publish_day_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where PUBLISH_DAY is no day, one line says what to write."""
    copy_content(tmp_path)
    monkeypatch.setenv("PUBLISH_DAY", "2026-13-01")
    done = run_desk(tmp_path, "check")
    assert done.returncode == 1
    assert done.stderr.startswith("PUBLISH_DAY：日期“2026-13-01”不存在")
    assert len(done.stderr.splitlines()) == 1


def test_github_is_told_file_and_line(tmp_path: Path) -> None:
    """With --format github each finding is a workflow command that marks its line."""
    put(copy_content(tmp_path), {"articles/a.md": FRONT.format("kind: 新闻\n")})
    done = run_desk(tmp_path, "check", "--format", "github")
    assert "::error file=content/articles/a.md,line=3::“kind”不能是“新闻”" in done.stdout
    assert done.returncode == 1


def test_files_that_are_never_converted_are_told(tmp_path: Path) -> None:
    """A raw page without articles, and what is neither page nor sidecar, is a warning each."""
    strays = {
        "raw/2019/三版.docx": b"PK",
        "raw/x.yml": b"page: 3\n",
        "raw/alone.yaml": b"page: 3\n",
    }
    put(copy_content(tmp_path), strays | {"raw/UPPER.TXT": "字".encode(), "raw/UPPER.yaml": b""})
    done = run_desk(tmp_path, "check")
    told = [line.split("：")[0] for line in done.stdout.splitlines() if "content/raw/" in line]
    assert done.returncode == 0
    assert told == [
        f"警告 content/raw/{name}"
        for name in ("2019/三版.docx", "UPPER.TXT", "alone.yaml", "x.yml")
    ]


def test_one_mistake_is_told_once(tmp_path: Path) -> None:
    """A doubled slug, a town that no table has and an empty title are one line each."""
    content = copy_content(tmp_path)
    put(content, {f"articles/{name}.md": FRONT.format("slug: cha\n") for name in "ab"})
    put(content, {"articles/c.md": FRONT.format("towns: [无名镇]\n")})
    put(content, {"articles/d.md": FRONT.replace("浔滨茶园", "#茶").format("")})
    lines = run_desk(tmp_path, "check").stdout.splitlines()
    told = [line.split("：")[0] for line in lines if "还可以补上" not in line]
    assert told == [
        f"错误 content/articles/{n}.md 第 {k} 行" for n, k in (("b", 3), ("c", 3), ("d", 2))
    ]


def test_markup_that_comes_to_nothing_is_told(tmp_path: Path) -> None:
    """A tag that nothing closes is a warning at its line, and no error."""
    text = "---\ntitle: 甲\n---\n\n浔滨区种茶。\n\n<div>\n\n茶\n"
    put(copy_content(tmp_path), {"articles/a.md": text})
    done = run_desk(tmp_path, "check")
    told = [line for line in done.stdout.splitlines() if "警告" in line]
    assert done.returncode == 0
    assert len(told) == 1 and "articles/a.md 第 7 行：“<div>”没有关上" in told[0]

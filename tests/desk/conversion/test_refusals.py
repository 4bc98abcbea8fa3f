"""What the converter's command says when it cannot do as asked: one line of Chinese, no harm."""

import resource
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from click.testing import CliRunner

from plugins.desk.convert_command import main
from tests.sites.files import read_files

PAGE = """石潭多举措抓好林业经济

本报讯(记者 李明)近日,石潭县紧抓秋冬季节经济林建园、管护有利时机,带动农户增收。
"""


def refusal(status: int, *arguments: str | Path) -> str:
    """Run the command, and give the one line that it leaves with."""
    result = CliRunner().invoke(main, [str(a) for a in arguments])
    assert result.exit_code == status, result.output
    said = (result.stderr or str(result.exception)).strip()
    assert said and "\n" not in said
    return said


def page(folder: Path, name: str = "p.txt", text: str = PAGE) -> Path:
    """Write a raw page."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    return path


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "没有说明是哪个文件"),
        (["p.txt", "--date", "2019-13-45"], "--date 的内容不对（出版日期，如 2019-11-21）"),
        (["p.txt", "--date", "21.11.2019"], "--date 的内容不对（出版日期，如 2019-11-21）"),
        (["p.txt", "--page", "0"], "--page 的内容不对（第几版，如 3）"),
        (["p.txt", "--page", "三"], "--page 的内容不对（第几版，如 3）"),
        (["p.txt", "--newspaper"], "--newspaper 后面要写上内容"),
        (["p.txt", "--papr"], "没有 --papr 这个选项"),
        (["p.txt", "--outptu", "x"], "没有 --outptu 这个选项，是不是 --output？"),
    ],
)
def test_a_wrong_command_is_explained(arguments: list[str], said: str) -> None:
    """A command typed wrongly is answered in Chinese with what to write, and status 2."""
    assert refusal(2, *arguments).startswith(said)


def test_missing_pages_are_named(tmp_path: Path) -> None:
    """A raw file that is not there is named with what to do."""
    assert refusal(1, tmp_path / "无.txt").startswith(f"{tmp_path / '无.txt'}：没有这个文件，请")


@pytest.mark.parametrize("page_number", ["0", "-1", "1000"])
def test_impossible_pages_in_sidecars_are_placed(tmp_path: Path, page_number: str) -> None:
    """A sidecar's page number that no newspaper has is refused with its line."""
    page(tmp_path, "p.yaml", f"newspaper: 康宁日报\npage: {page_number}\n")
    said = refusal(1, page(tmp_path), "--output", tmp_path / "out")
    assert "p.yaml 第 2 行" in said and "1 到 999" in said


def test_one_bad_page_stops_all(tmp_path: Path) -> None:
    """Where one page of several cannot be used, no page's articles are written."""
    good, bad = page(tmp_path, "a.txt"), page(tmp_path, "b.txt", "")
    assert "b.txt" in refusal(1, good, bad, "--output", tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_pages_of_one_name_are_refused(tmp_path: Path) -> None:
    """Two raw files whose articles would bear the same ids never overwrite one another."""
    one, two = page(tmp_path / "一月"), page(tmp_path / "二月", text=PAGE.replace("石潭", "平达"))
    said = refusal(1, one, two, "--output", tmp_path / "out")
    assert str(one) in said and str(two) in said and "改名" in said
    assert not (tmp_path / "out").exists()


def test_an_article_that_cannot_be_read_stops_the_command(tmp_path: Path) -> None:
    """An article broken by hand is named with its line, and nothing in the folder changes."""
    out = tmp_path / "out"
    broken = page(out, "undated/a.md", "---\ntitle: 甲\ndate: 去年\n---\n\n正文。\n")
    before = read_files(out)
    said = refusal(1, page(tmp_path), "--output", out)
    assert f"{broken} 第 3 行" in said and read_files(out) == before


def test_a_file_in_the_folders_place_is_named(tmp_path: Path) -> None:
    """Where the output folder's path leads through a file, that path is named."""
    page(tmp_path, "file", "")
    said = refusal(1, page(tmp_path), "--output", tmp_path / "file" / "out")
    assert str(tmp_path / "file") in said and "不是文件夹" in said


@contextmanager
def limited_file_size(size: int) -> Iterator[None]:
    """Let the system refuse, for a while, to write more than `size` bytes into a file."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def test_a_write_that_fails_midway_leaves_all_as_it_was(tmp_path: Path) -> None:
    """Where the second of two pages finds no room, the first page's articles stay unchanged too."""
    out = tmp_path / "out"
    small = page(tmp_path, "a.txt")
    large = page(tmp_path, "b.txt", PAGE + "县里继续推进这项工作。" * 2000 + "\n")
    CliRunner().invoke(main, [str(small), "--output", str(out)])
    before = read_files(out)
    with limited_file_size(16_384):
        said = refusal(1, small, large, "--newspaper", "康宁日报", "--output", out)
    assert "没有写入文章" in said
    assert read_files(out) == before
    assert CliRunner().invoke(main, [str(large), "--output", str(out)]).exit_code == 0

"""The converter's command as editors and builds run it, on files of every kind."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from plugins.desk.convert_command import main
from tests.sites.files import read_files

PAGE = """经济快讯

浔滨四个毛绒玩具厂同天开业

本报讯(通讯员 张涛)近日,浔滨区大河镇、泠湖镇四个毛绒玩具厂在同一天开业。

石潭多举措抓好林业经济

本报讯(记者 李明)近日,石潭县紧抓秋冬季节经济林建园、管护有利时机,带动农户增收。
"""


def convert(*arguments: str | Path) -> Result:
    """Run the command in this process."""
    return CliRunner().invoke(main, [str(a) for a in arguments])


def put(path: Path, content: str | bytes) -> Path:
    """Write a file, its folders first."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def titles(result: Result) -> list[str]:
    """List the titles in what `--json` printed."""
    return [article["title"] for article in json.loads(result.stdout)["articles"]]


def test_articles_are_written_under_their_year(tmp_path: Path) -> None:
    """A dated page's articles stand under their year, named by their titles' pinyin."""
    raw = put(tmp_path / "p.txt", PAGE)
    out = tmp_path / "out"
    assert (
        convert(raw, "--date", "2019-11-21", "--newspaper", "康宁日报", "--output", out).exit_code
        == 0
    )
    written = read_files(out)
    assert sorted(written) == [
        "2019/shi-tan-duo-ju-cuo-zhua-hao-lin-ye-jing-ji.md",
        "2019/xun-bin-si-ge-mao-rong-wan-ju-chang-tong-tian-kai-ye.md",
    ]
    text = next(iter(written.values())).decode()
    assert "date: 2019-11-21\n" in text and "newspaper: 康宁日报\n" in text


def test_a_conversion_writes_drafts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """New articles are drafts; what is said names each file, each doubt and where to compare."""
    monkeypatch.chdir(tmp_path)
    put(tmp_path / "content/raw/p 3.txt", PAGE + "\n平达修路\n\n本报讯 近日,平达县修路,还要\n")
    result = convert("content/raw")
    files = [f"content/articles/{name}" for name in read_files(tmp_path / "content/articles")]
    assert len(files) == 3 and all(f"  {name}　新写入\n" in result.output for name in files)
    assert all("status: draft\n" in Path(name).read_text("utf-8") for name in files)
    assert "    待核：第13行没有句末标点，文章可能没有完\n" in result.output
    assert "打开 http://127.0.0.1:8000/review/page-p-3.html" in result.output
    assert "make accept FILES='content/raw/p 3.txt'" in result.output
    assert "（3 篇还是草稿，网站上没有）" in convert("content/raw", "--new").output


def test_json_writes_nothing(tmp_path: Path) -> None:
    """With --json one object is printed and no file is made."""
    raw = put(tmp_path / "p.txt", PAGE)
    before = read_files(tmp_path)
    result = convert(raw, "--json", "--output", tmp_path / "out")
    assert titles(result) == ["浔滨四个毛绒玩具厂同天开业", "石潭多举措抓好林业经济"]
    assert read_files(tmp_path) == before


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le", "utf-16-be"]
)
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_encodings_read_alike(tmp_path: Path, encoding: str, end: str) -> None:
    """Every encoding of Chinese newsrooms, with any line ends, gives the same articles."""
    plain = convert(put(tmp_path / "plain.txt", PAGE), "--json")
    other = convert(put(tmp_path / "other.txt", PAGE.replace("\n", end).encode(encoding)), "--json")
    assert other.stdout == plain.stdout


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "没有文字"),
        (b" \r\n\t\n", "没有文字"),
        (bytes(range(256)) * 40, "p.txt"),
        (b"\x89PNG\r\n\x1a\n" + b"\0" * 400, "p.txt"),
        ("字".encode() * 1_400_000, "字节"),
    ],
)
def test_unreadable_pages_are_refused(tmp_path: Path, content: bytes, said: str) -> None:
    """What is no page of text is refused in one line that names the file, and nothing is made."""
    raw = put(tmp_path / "p.txt", content)
    result = convert(raw, "--output", tmp_path / "out")
    assert result.exit_code == 1
    assert said in result.output and "p.txt" in result.output
    assert len(result.output.strip().splitlines()) == 1
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    ("sidecar", "said"),
    [
        ("newspaper: [", "p.yaml"),
        ("newspaper: 康宁日报\ndate: 2019-13-45\n", "第 2 行"),
        ("page: 三\n", "第 1 行"),
        ("paper: 康宁日报\n", "第 1 行"),
        ("- 康宁日报\n", "p.yaml"),
        ("newspaper: 康宁日报\n".encode("gb18030"), "p.yaml"),
    ],
)
def test_broken_sidecars_are_refused(tmp_path: Path, sidecar: str | bytes, said: str) -> None:
    """A sidecar that cannot be used is named in one line, and no article is written."""
    raw = put(tmp_path / "p.txt", PAGE)
    put(tmp_path / "p.yaml", sidecar)
    result = convert(raw, "--output", tmp_path / "out")
    assert result.exit_code == 1
    assert "p.yaml" in result.output and said in result.output
    assert len(result.output.strip().splitlines()) == 1
    assert not (tmp_path / "out").exists()


def test_options_win_over_the_sidecar(tmp_path: Path) -> None:
    """What the command says of the issue counts before what the sidecar says."""
    raw = put(tmp_path / "p.txt", PAGE)
    put(tmp_path / "p.yaml", "newspaper: 康宁日报\ndate: 2019-11-21\npage: 3\n")
    first = json.loads(convert(raw, "--json", "--page", "5").stdout)["articles"][0]
    assert (first["newspaper"], first["date"], first["page"]) == ("康宁日报", "2019-11-21", 5)


def test_edited_articles_are_left_alone(tmp_path: Path) -> None:
    """An article that an editor changed keeps every byte, and the command says which it is."""
    raw = put(tmp_path / "p.txt", PAGE)
    out = tmp_path / "out"
    convert(raw, "--output", out)
    edited = next(out.rglob("xun-bin*.md"))
    edited.write_text(edited.read_text("utf-8").replace("四个", "4个"), "utf-8")
    before = read_files(out)
    again = convert(raw, "--output", out, "--newspaper", "康宁日报")
    assert "编辑过" in again.output and edited.name in re.sub(r"\s", "", again.output)
    assert (
        read_files(out)[edited.relative_to(out).as_posix()]
        == before[edited.relative_to(out).as_posix()]
    )
    other = next(name for name in before if "shi-tan" in name)
    assert "康宁日报".encode() in read_files(out)[other]


def test_moved_and_renamed_articles_are_known(tmp_path: Path) -> None:
    """An article that an editor gave another name or shelf is not written a second time."""
    raw = put(tmp_path / "p.txt", PAGE)
    out = tmp_path / "out"
    convert(raw, "--output", out)
    old = next(out.rglob("xun-bin*.md"))
    old.rename(out / "wan-ju.md")
    convert(raw, "--output", out)
    assert len(read_files(out)) == 2 and (out / "wan-ju.md").exists()


def test_only_new_pages_are_converted(tmp_path: Path) -> None:
    """With --new a page whose articles exist is left alone, and the command says so."""
    raw = put(tmp_path / "content" / "raw" / "p.txt", PAGE)
    out = tmp_path / "out"
    convert(raw, "--output", out)
    before = read_files(out)
    again = convert(raw, "--new", "--newspaper", "康宁日报", "--output", out)
    assert again.exit_code == 0 and "已有文章，未重新转换" in again.output
    assert read_files(out) == before


def test_what_is_no_page_is_told_beside_the_pages(tmp_path: Path) -> None:
    """Files of another kind stop nothing; each kind is told once, with what to do about it."""
    put(tmp_path / "raw/p.txt", PAGE)
    put(tmp_path / "raw/稿件.doc", b"\xd0\xcf\x11\xe0")
    for number in range(3):
        put(tmp_path / f"raw/扫描{number}.jpg", b"\xff\xd8")
    done = convert(tmp_path / "raw", "--output", tmp_path / "out")
    assert done.exit_code == 0 and len(read_files(tmp_path / "out")) == 2
    scans, paper = sorted(line for line in done.stderr.splitlines() if "提醒" in line)
    assert scans.endswith("扫描0.jpg：不会转换：图片请先用 OCR 识别成文字（这样的文件共 3 个）")
    assert paper.endswith("稿件.doc：不会转换：请用 Word 或 WPS 打开，另存为 .docx")


def test_equal_titles_get_names_of_their_own(tmp_path: Path) -> None:
    """Two articles of one title, on one page or on two, stand in two files."""
    one, two = put(tmp_path / "a.txt", PAGE), put(tmp_path / "b.txt", PAGE)
    out = tmp_path / "out"
    assert convert(one, two, "--output", out).exit_code == 0
    names = sorted(read_files(out))
    assert len(names) == 4 and any(name.endswith("-2.md") for name in names)


def test_many_pages_show_how_far(tmp_path: Path) -> None:
    """From four pages on a progress bar is shown, apart from what is printed for programs."""
    raws = [put(tmp_path / f"{n}.txt", PAGE) for n in range(4)]
    command = [sys.executable, "-m", "plugins.newspaper", "--json", *map(str, raws)]
    ran = subprocess.run(command, capture_output=True, text=True, check=True)
    assert len(json.loads(ran.stdout)["pages"]) == 4
    assert "转换版面" in ran.stderr


def test_any_hash_seed_gives_the_same_bytes(tmp_path: Path) -> None:
    """Files are equal byte by byte whatever Python's hash seed, time zone and locale are."""
    raw = put(tmp_path / "p.txt", PAGE)
    made = []
    for seed, zone in (("1", "Asia/Shanghai"), ("2", "America/New_York")):
        out = tmp_path / seed
        command = [sys.executable, "-m", "plugins.newspaper", str(raw), "--output", str(out)]
        environment = {**os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": "C"}
        subprocess.run(command, env=environment, check=True, capture_output=True)
        made.append(read_files(out))
    assert made[0] == made[1]


def test_a_full_disk_leaves_nothing(tmp_path: Path) -> None:
    """Where writing fails, one line says so and neither an article nor a remnant is left."""
    raw = put(tmp_path / "p.txt", PAGE)
    out = tmp_path / "out"
    limited = f"ulimit -f 0; exec {sys.executable} -m plugins.newspaper {raw} --output {out}"
    trapped = f"trap '' XFSZ; {limited}"
    ran = subprocess.run(["bash", "-c", trapped], capture_output=True, text=True, check=False)
    assert ran.returncode == 1
    assert "没有写入文章" in ran.stderr and len(ran.stderr.strip().splitlines()) == 1
    assert read_files(out) == {}

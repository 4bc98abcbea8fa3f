import re
import subprocess
import sys
from pathlib import Path

import pytest

from plugins.content.content_error import BuildStoppedError, ContentError
from plugins.site.articles.raw_lines import raw_blocks
from plugins.site.settings.glossary import load_glossary
from plugins.site.settings.site_settings import load_site
from plugins.site.settings.tables import Tables
from tests.sites.small_site import (
    ARTICLES,
    build_in_memory,
    build_site,
    write_content,
)
from tests.structure.sources import ROOT

GOOD = "---\ntitle: 好文章\n---\n\n正文。\n"


def test_every_unreadable_file_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """All files that cannot be read are named at once, a line each, and nothing is written."""
    articles = {
        "a.md": "---\ntitel: 错字\n---\n",
        "2019/b.md": "---\ntitle: 甲\ndate: 2019-02-30\n---\n",
        "中文名.md": GOOD,
        "notes.txt": "不是文章",
        "slow.md": GOOD + "[" * 1001,
        "good.md": GOOD,
    }
    with pytest.raises(BuildStoppedError):
        build_site(write_content(tmp_path, articles), tmp_path / "output")
    assert not (tmp_path / "output").exists()
    lines = capsys.readouterr().err.splitlines()
    assert [line.partition("：")[0] for line in lines] == [
        "content/articles/2019/b.md 第 3 行",
        "content/articles/a.md 第 2 行",
        "content/articles/notes.txt",
        "content/articles/slow.md",
        "content/articles/中文名.md",
    ]


UNKNOWN = {
    "counties:\n  - 浔滨区\n  - 浔宾区": "第 5 行：不认识县（市、区）“浔宾区”，是不是“浔滨区”？",
    "topics: [产业抚贫]": "第 3 行：不认识专题“产业抚贫”，是不是“产业扶贫”？",
    "counties: []\ntowns: [城关镇]": "第 4 行：不止一个县有“城关镇”，请连县名一起写",
    "towns: [桃花源镇]": "第 3 行：不认识镇（街道）“桃花源镇”",
    "summary: 朱某患病住院。": "第 3 行：摘要会出现在分享卡片上",
}


@pytest.mark.parametrize(
    ("data", "words"), [("标题".encode("gb18030"), "不是 UTF-8 编码"), (None, "没有这个文件")]
)
def test_unreadable_table_is_named(tmp_path: Path, data: bytes | None, words: str) -> None:
    """A settings file that is missing or in another encoding is an error that says so."""
    file = tmp_path / "site.yaml"
    if data is not None:
        file.write_bytes(data)
    with pytest.raises(ContentError, match=words):
        load_site(file, csp="")


@pytest.mark.parametrize("field", ["slug: one", "name: 三保障"])
def test_glossary_terms_are_unique(tmp_path: Path, field: str) -> None:
    """Two terms with one slug or one name are refused."""
    terms = [{"slug": "one", "name": "三保障"}, {"slug": "two", "name": "两不愁"}]
    key, value = field.split(": ")
    terms[1][key] = value
    rows = (f"  - {{slug: {t['slug']}, name: {t['name']}, explanation: 甲}}\n" for t in terms)
    file = tmp_path / "glossary.yaml"
    file.write_text("terms:\n" + "".join(rows), encoding="utf-8")
    with pytest.raises(ContentError, match="出现两次"):
        load_glossary(file)


def test_unknown_subjects_are_named(
    tmp_path: Path, tables: Tables, capsys: pytest.CaptureFixture[str]
) -> None:
    """Unknown counties, towns and topics are named at once, each with its line and a remedy."""
    names = {f"a{number}.md": fields for number, fields in enumerate(UNKNOWN)}
    articles = {name: f"---\ntitle: 甲\n{fields}\n---\n" for name, fields in names.items()}
    with pytest.raises(BuildStoppedError):
        build_in_memory(write_content(tmp_path, articles), tables)
    messages = capsys.readouterr().err.splitlines()
    for name, message in zip(sorted(names), messages, strict=True):
        assert message.startswith(f"articles/{name} {UNKNOWN[names[name]]}")


@pytest.mark.parametrize("field", ["slug: same", "id: same"])
def test_duplicate_addresses_are_refused(
    tmp_path: Path, tables: Tables, field: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Two articles with one slug or one id are refused, both named."""
    articles = dict.fromkeys(("a.md", "b.md"), f"---\ntitle: 甲\n{field}\n---\n")
    with pytest.raises(BuildStoppedError):
        build_in_memory(write_content(tmp_path, articles), tables)
    assert re.search(r"已被 articles/[ab].md 使用", capsys.readouterr().err)


def test_command_line_says_it_in_one_line(tmp_path: Path) -> None:
    """A raw page without an article ends a production build with an error code and one line."""
    command = [sys.executable, "-m", "pelican", str(write_content(tmp_path, {}))]
    command += ["-o", str(tmp_path / "output"), "-s", str(ROOT / "publishconf.py")]
    run = subprocess.run(
        [*command, "--fatal", "errors"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert run.returncode == 1
    assert run.stderr == (
        "content/raw/raw.txt：还没有整理成文章，请先运行 make site；"
        "没有文章的版面请移出 content/raw/\n"
    )
    assert "Traceback" not in run.stdout
    assert "BuildStoppedError: 1 处错误" in run.stdout


def test_changed_raw_page_is_a_warning(
    tmp_path: Path, tables: Tables, caplog: pytest.LogCaptureFixture
) -> None:
    """A raw page that is not the one converted is not shown, and the build says so."""
    content = write_content(tmp_path, {"shitan.md": ARTICLES["undated/shitan.md"]})
    archive = build_in_memory(content, tables)
    assert raw_blocks(archive.articles[0].source, archive.raw_pages)
    (content / "raw" / "raw.txt").write_text("别的文字\n", encoding="utf-8")
    archive = build_in_memory(content, tables)
    assert raw_blocks(archive.articles[0].source, archive.raw_pages) == ()
    assert "content/raw/raw.txt 在整理之后改动过" in caplog.text


def test_empty_archive_builds(tmp_path: Path) -> None:
    """A site without any article has all its standing pages, in preview without an address."""
    output = build_site(write_content(tmp_path, {}), tmp_path / "output")
    assert (output / "counties" / "xunbin.html").is_file()
    assert "http" not in (output / "sitemap.xml").read_text(encoding="utf-8").replace(
        "http://www.sitemaps.org/schemas/sitemap/0.9", ""
    )

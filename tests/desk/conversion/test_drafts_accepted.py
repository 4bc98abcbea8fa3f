"""A raw page's articles as drafts, and how a person publishes them."""

from pathlib import Path

import pytest

from plugins.content.front_matter import parse_article
from plugins.desk.conversion.manuscripts import digest_text
from tests.desk.conversion.test_command import PAGE, convert, put
from tests.desk.desk_checkout import copy_content, run_desk
from tests.prefecture.data import write_data
from tests.sites.files import read_files

#: Its last line has no stop.
CUT = "康宁日报\n\n石潭修路\n\n本报讯(记者 李明)近日,石潭县两河镇修通产业路,群众出行方便了,还要\n"
RAW = "康宁日报20191121（第3版）.TXT"


@pytest.fixture
def drafts(tmp_path: Path) -> Path:
    """Give the articles' folder with the drafts of one raw page, whose name is Chinese."""
    put(tmp_path / "content/raw" / RAW, "康宁日报 2019-11-21 第3版\n\n" + PAGE)
    write_data(tmp_path / "content/data")
    out = tmp_path / "content/articles"
    converted = convert(tmp_path / "content/raw", "--new", "--output", out)
    assert converted.exit_code == 0, converted.output
    return out


def run(drafts: Path, *arguments: str) -> tuple[int, str]:
    """Run `accept` in the folder that holds content/; give its status and what it said."""
    done = run_desk(drafts.parents[1], "accept", *arguments)
    return done.returncode, done.stdout + done.stderr


def test_a_chinese_file_name_gives_ascii_ids(drafts: Path) -> None:
    """A raw page called in Chinese, in capitals at its end, becomes drafts with ids in pinyin."""
    fronts = [parse_article(p.read_text("utf-8"), p)[0] for p in sorted(drafts.rglob("*.md"))]
    ids = sorted(str(front.id) for front in fronts)
    assert ids == ["kang-ning-ri-bao-20191121-di-3-ban-01", "kang-ning-ri-bao-20191121-di-3-ban-02"]
    assert [f"{f.status} {f.date} {f.page}" for f in fronts] == ["draft 2019-11-21 3"] * 2


@pytest.mark.parametrize("given", [f"content/raw/{RAW}", "content/articles/2019/{}.md"])
def test_accepting_removes_one_line(drafts: Path, given: str) -> None:
    """An accepted draft loses its line status: draft and nothing else, and keeps its seal."""
    before = read_files(drafts)
    first = next(iter(before)).removeprefix("2019/").removesuffix(".md")
    status, said = run(drafts, given.format(first))
    after = read_files(drafts)
    changed = [name for name in before if after[name] != before[name]]
    assert status == 0 and said.count("已发布") == len(changed) > 0
    for name in changed:
        assert after[name] == before[name].replace(b"status: draft\n", b"")
        text = after[name].decode()
        assert f"  digest: {digest_text(text)}\n" in text


def test_doubts_are_asked_about(drafts: Path) -> None:
    """Open doubts are shown by their file; only who says so publishes, and then none is left."""
    raw = put(drafts.parent / "raw/cut.txt", CUT)
    assert convert(raw, "--output", drafts).exit_code == 0
    (draft,) = (path for path in drafts.rglob("*.md") if "review:" in path.read_text("utf-8"))
    before = draft.read_text("utf-8")
    status, said = run(drafts, "content/raw/cut.txt")
    assert status == 1 and draft.read_text("utf-8") == before
    name = draft.relative_to(drafts.parents[1])
    assert f"{name}：第5行没有句末标点，文章可能没有完" in said
    assert said.endswith("没有发布：还有 1 处拿不准的地方；都核对过了，请加 WRITE=1。\n")
    assert run(drafts, "--write", "content/raw/cut.txt")[0] == 0
    after = draft.read_text("utf-8")
    assert "review:" not in after and "status:" not in after
    assert f"  digest: {digest_text(after)}\n" in after
    again = convert(raw, "--output", drafts)
    assert "没有变化" in again.output and draft.read_text("utf-8") == after


def test_accepting_again_changes_nothing(drafts: Path) -> None:
    """What is published already stays as it is, and the command says that there was no draft."""
    run(drafts, f"content/raw/{RAW}")
    before = read_files(drafts)
    assert run(drafts, f"content/raw/{RAW}") == (0, "没有草稿。\n")
    assert read_files(drafts) == before


def test_converting_again_keeps_the_status(drafts: Path) -> None:
    """A page converted again gives drafts and accepted articles the status that they had."""
    first, second = sorted(drafts.rglob("*.md"))
    run(drafts, str(first.relative_to(drafts.parents[1])))
    before = read_files(drafts)
    again = convert(drafts.parent / "raw" / RAW, "--output", drafts)
    assert again.exit_code == 0 and "编辑过" not in again.output
    assert read_files(drafts) == before
    assert b"status: draft" in second.read_bytes()


@pytest.mark.parametrize(
    "text",
    [
        "\ufeff---\r\ntitle: 甲\r\nstatus: draft # 待核\r\n---\r\n\r\n正文。\r\n",
        "---\nstatus: 'draft'\ntitle: 甲\n---\n\nstatus: draft\n\n---\nstatus: draft\n",
    ],
)
def test_an_editors_file_is_left_as_written(drafts: Path, text: str) -> None:
    """Whatever line ends, comments and quotation marks a draft has, only its status line goes."""
    file = put(drafts / "a.md", text)
    assert run(drafts, "content/articles/a.md")[0] == 0
    lines = text.splitlines(keepends=True)
    lines.remove(next(line for line in lines if line.startswith("status")))
    assert file.read_bytes().decode() == "".join(lines)


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ("content/articles/no.md", "content/articles/no.md：没有这个文件"),
        ("content/raw/no.txt", "content/raw/no.txt：还没有由它转换的文章"),
        ("content/articles/odd.md", "content/articles/odd.md：status 的写法特别"),
    ],
)
def test_what_cannot_be_accepted_changes_nothing(drafts: Path, given: str, said: str) -> None:
    """One file that cannot be accepted is named in one line, and no other is published."""
    put(drafts / "odd.md", "---\n{title: 甲, status: draft}\n---\n\n正文。\n")
    before = read_files(drafts)
    status, output = run(drafts, f"content/raw/{RAW}", given)
    assert status == 1 and output.startswith(said) and output.count("\n") == 1
    assert read_files(drafts) == before


def test_what_would_stop_the_build_is_not_published(drafts: Path) -> None:
    """A draft that the build would refuse is told with its line, and no draft is published."""
    figure = "{raw: 十公里, value: 10, unit: 公里, paragraph: 0, start: 0, end: 3}"
    put(
        drafts / "cut.md",
        f"---\ntitle: 甲\nfigures:\n  - {figure}\nstatus: draft\n---\n\n正文。\n",
    )
    before = read_files(drafts)
    status, said = run(drafts, f"content/raw/{RAW}", "content/articles/cut.md")
    assert status == 1 and read_files(drafts) == before
    assert "错误 content/articles/cut.md 第 4 行：正文里已没有“十公里”" in said
    assert said.endswith("没有发布：请先改正上面的错误，再运行一次。\n")


def test_names_left_behind_by_a_cut_are_told(drafts: Path) -> None:
    """`make check` names what the fields still list and the text says no more; no short forms."""
    people = "people: [{name: 董晓萌, role: 受访群众}]"
    fields = f"towns: [江北街道, 甘溪镇]\nvillages: [敖院村]\n{people}"
    put(drafts / "cut.md", f"---\ntitle: 甲\n{fields}\n---\n\n浔滨区江北办修路。\n")
    told = run_desk(drafts.parents[1], "check").stdout
    assert "正文里没有甘溪镇（towns）、敖院村（villages）、董晓萌（people）" in told


def test_another_pages_articles_are_not_overwritten(drafts: Path) -> None:
    """A raw page whose name in pinyin is another's is refused, and the other's articles stay."""
    before = read_files(drafts)
    twin = put(drafts.parent / "raw/kang-ning-ri-bao-20191121-di-3-ban.txt", PAGE)
    refused = convert(twin, "--new", "--output", drafts)
    assert refused.exit_code == 1
    assert RAW in refused.output and "请给这个原文改名" in refused.output
    assert read_files(drafts) == before


def test_check_says_what_is_a_draft(tmp_path: Path) -> None:
    """`make check` says of a draft, at its line, that it is not on the site yet."""
    put(copy_content(tmp_path) / "articles/a.md", "---\ntitle: 甲\nstatus: draft\n---\n\n正文。\n")
    done = run_desk(tmp_path, "check")
    assert done.returncode == 0
    assert "提示 content/articles/a.md 第 3 行：还是草稿，网站上没有" in done.stdout

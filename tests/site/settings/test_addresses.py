"""Published addresses lead somewhere for good: to the page, to its new place, or to a notice."""

from pathlib import Path

import pytest

from plugins.content.content_error import BuildStoppedError, ContentError
from plugins.site.settings.addresses import is_promised, read_addresses
from tests.sites.small_site import ARTICLES, LONG, build_site, write_content

HEADER = "address,state,target,date,id\n"
ROWS = (
    "articles/xunbin-banqian.html,published,,2026-11-24,\n"
    "articles/old.html,redirected,articles/xunbin-banqian.html,2026-11-24,\n"
    "articles/was-long.html,redirected,articles/long.html,2026-11-24,\n"
    "articles/gone.html,withdrawn,,2026-11-24,page-09\n"
    "raw/2019/page.txt,withdrawn,,2026-11-24,\n"
)


def write_record(content: Path, rows: str) -> Path:
    """Write a content folder's record of addresses; give the folder."""
    (content / "data/addresses.csv").write_text(HEADER + rows, encoding="utf-8")
    return content


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the site of an archive in which one article has moved and one was withdrawn."""
    folder = tmp_path_factory.mktemp("addresses")
    content = write_record(write_content(folder, {**ARTICLES, "long.md": LONG}), ROWS)
    return build_site(content, folder / "output", CANONICAL_URL="https://archive.example/a")


def test_a_moved_article_leads_to_its_new_address(output: Path) -> None:
    """The old address sends readers and search engines on, without a script."""
    page = (output / "articles/old.html").read_text(encoding="utf-8")
    assert '<meta http-equiv="refresh" content="0; url=../articles/xunbin-banqian.html">' in page
    assert (
        '<link rel="canonical" href="https://archive.example/a/articles/xunbin-banqian.html">'
        in (page)
    )
    assert '<a href="../articles/xunbin-banqian.html">新的网址</a>' in page


def test_all_pages_of_a_long_article_move(output: Path) -> None:
    """Its further pages lead on too, and search engines are told of its first page alone."""
    page = (output / "articles/was-long.2.html").read_text(encoding="utf-8")
    assert '<a href="../articles/long.2.html">新的网址</a>' in page
    listed = (output / "sitemap.xml").read_text(encoding="utf-8")
    assert [f"articles/{name}.html" in listed for name in ("long", "long.2")] == [True, False]


def test_a_withdrawn_article_leaves_a_notice(output: Path) -> None:
    """The address of a withdrawn article says so in neutral words, unseen by search engines."""
    page = (output / "articles/gone.html").read_text(encoding="utf-8")
    assert "<h1>本文已应要求撤下</h1>" in page
    assert '<meta name="robots" content="noindex">' in page


@pytest.mark.parametrize("page", ["articles/old.html", "articles/gone.html"])
def test_stand_ins_are_in_no_list(output: Path, page: str) -> None:
    """No sitemap, page, feed or table names an address that is only kept, save a reader's copy."""
    naming = [
        file.relative_to(output).as_posix()
        for file in output.rglob("*")
        if file.suffix in {".html", ".xml", ".csv", ".json"} and page in file.read_text("utf-8")
    ]
    assert set(naming) <= {page, "offline/files.json"}


BROKEN = {
    "articles/lost.html,published,,2026-11-24,\n": "“articles/lost.html”发布过，现在没有这一页",
    "articles/old.html,redirected,articles/lost.html,2026-11-24,\n": "要转到的“articles/lost.html”",
    "articles/tongyang.html,redirected,about.html,2026-11-24,\n": "登记为改了网址，却有页面用它",
    "articles/tongyang.html,withdrawn,,2026-11-24,\n": "登记为撤下，却有文章用它",
}


def test_broken_promises_stop_a_production_build(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Each address that leads nowhere is a line of its own, and no site is written."""
    lost = "articles/lost.html,published,,2026-11-24,\narticles/b.html,published,,2026-11-24,\n"
    content = write_content(tmp_path, {**ARTICLES, "long.md": LONG})
    write_record(content, ROWS + lost)
    with pytest.raises(BuildStoppedError):
        build_site(content, tmp_path / "output", PRODUCTION=True)
    told = [line.partition("content/data/")[2] for line in capsys.readouterr().err.splitlines()]
    assert [line[:20] for line in told] == [f"addresses.csv 第 {n} 行：" for n in (7, 8)]
    assert not (tmp_path / "output/index.html").exists()


@pytest.mark.parametrize("row", BROKEN)
def test_broken_rows_are_told_apart(tmp_path: Path, row: str) -> None:
    """What is wrong with a row is said with what to write instead."""
    (tmp_path / "addresses.csv").write_text(HEADER + row, encoding="utf-8")
    record = read_addresses(tmp_path)
    pages = {"articles/tongyang.html", "about.html"}
    assert [BROKEN[row] in str(error) for error in record.find_broken(pages)] == [True]


REFUSED = {
    "../x.html,published,,2026-11-24,\n": "“address”的写法不对",
    "articles/a.html,gone,,2026-11-24,\n": "“state”不能是“gone”，只能是 published",
    "articles/a.html,redirected,,2026-11-24,\n": "state 是 redirected 时要在 target 写新网址",
    "articles/a.html,redirected,//evil.example/,2026-11-24,\n": "“target”的写法不对",
    "articles/a.html,published,,今天,\n": "日期“今天”不存在或写法不对",
    "articles/a.html,published,,2026-11-24,\n" * 2: "重复",
}


@pytest.mark.parametrize("rows", REFUSED)
def test_a_broken_record_is_refused(tmp_path: Path, rows: str) -> None:
    """A row that cannot be understood is refused by one line with its number."""
    (tmp_path / "addresses.csv").write_text(HEADER + rows, encoding="utf-8")
    with pytest.raises(ContentError, match=rf"addresses.csv 第 \d 行：.*{REFUSED[rows]}"):
        read_addresses(tmp_path)


def test_what_is_promised() -> None:
    """Articles, editors' pages and counties are promised; lists that articles make are not."""
    kept = ("articles/a.html", "about.html", "counties/xunbin.html", "index.html")
    loose = ("people/a.html", "villages/a.html", "404.html", "admin/index.html", "corrections.html")
    loose += ("articles/a.2.html",)
    assert [is_promised(page) for page in (*kept, *loose)] == [True] * 4 + [False] * 6

"""Lines that the converter gave to no article are a doubt that stops publishing until settled."""

from pathlib import Path

import pytest

from plugins.content.content_error import BuildStoppedError
from plugins.content.sources import read_source
from plugins.site.articles.raw_lines import RawPages
from plugins.site.pages.lost_lines import find_lost_lines, join_runs, stands_in
from plugins.site.settings.tables import Tables
from tests.desk.conversion.test_command import convert, put
from tests.sites.small_site import ARTICLES, build_site, write_content

#: The first two paragraphs go on from a page that is not here.
PAGE = """（上接第1版）

天内全部办结,逾期不办的由县督查室约谈主要负责人。据统计,今年已办结群众诉求三百余件。

县政府负责人表示,服务没有最好,只有更好,要把事情办到群众心坎里。

石潭文化广场开放

本报讯(记者 李明)石潭县文化广场昨日开放,广场占地二十亩,设有戏台和露天电影区。
"""
LOST = "天内全部办结,逾期不办的由县督查室约谈主要负责人。据统计,今年已办结群众诉求三百余件。"


@pytest.fixture
def draft(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give the one draft of the page, converted in a folder to work in."""
    put(tmp_path / "content/raw/page.txt", PAGE)
    monkeypatch.chdir(tmp_path)
    assert convert("content/raw").exit_code == 0
    return next(Path("content/articles").rglob("*.md"))


def tell(*articles: Path) -> list[str]:
    """Tell what is lost of the page, the articles being all that there are."""
    sources = [read_source(path, path) for path in articles]
    pages = RawPages(Path("content/raw"), sources)
    return [str(error) for error in find_lost_lines(sources, pages)]


def test_lost_lines_are_told_with_their_article(draft: Path) -> None:
    """The article that stands nearest says which lines none has; each is told with its words."""
    line = draft.read_text("utf-8").splitlines().index("review:") + 2
    assert tell(draft) == [
        f"{draft} 第 {line} 行：原文第 3、5 行没有归入任何文章（{LOST[:20]}……）："
        "请剪到该去的文章里；不要的，删去 review 里的这一条"
    ]


def test_a_line_put_into_an_article_is_settled(draft: Path) -> None:
    """What an editor pastes into any article of the page is lost no more, set anew or not."""
    other = put(draft.with_name("other.md"), draft.read_text("utf-8").replace("page-01", "page-02"))
    body = "---\n\n" + LOST.replace(",", "，") + "\n\n"
    other.write_text(other.read_text("utf-8").replace("---\n\n", body), "utf-8")
    assert all("原文第 5 行没有归入" in line for line in tell(draft, other))


def test_a_remark_deleted_is_settled(draft: Path) -> None:
    """Lines that nobody wants are set aside by deleting the remark."""
    lines = draft.read_text("utf-8").splitlines(keepends=True)
    draft.write_text("".join(one for one in lines if "没有归入" not in one), "utf-8")
    assert tell(draft) == []


def test_lost_lines_stop_publishing(
    tmp_path: Path, tables: Tables, capsys: pytest.CaptureFixture[str]
) -> None:
    """A site to be published is not built while a draft's page has lines that nobody settled."""
    told = ARTICLES["undated/shitan.md"].replace("第 2 行是否为正文", "第2行没有归入任何文章")
    cut = told.replace("近日,石潭县后桑镇办起茶园", "办起茶园")
    lost = cut.replace("---\nid", "---\nstatus: draft\nid")
    content = write_content(tmp_path, {"lost.md": lost})
    with pytest.raises(BuildStoppedError):
        build_site(content, tmp_path / "out", PUBLISHING=True, LOAD_TABLES=lambda _: tables)
    assert "原文第 2 行没有归入任何文章（本报讯" in capsys.readouterr().err


def test_numbers_are_told_in_runs() -> None:
    """Neighbours are told as a run, whatever their order was."""
    assert join_runs([7, 3, 5, 6, 10, 11]) == "3、5—7、10—11"


@pytest.mark.parametrize(
    ("line", "text", "found"),
    [
        ("3", "投资3000万元。", False),
        ("3", "全县共投资，3000万元。", False),
        ("3", "到场的：3。", True),
        ("农户", "带动农户增收。", False),
        ("增收", "带动农户增收。", True),
        ("万元。", "投资三十二万元。", True),
        ("———", "带动农户增收。", True),
        ("带动农户", "干部带动 农户增收。", True),
    ],
)
def test_a_short_line_stands_by_itself(line: str, text: str, found: bool) -> None:
    """A page's number, or a word or two, stands in no text by chance."""
    assert stands_in(line, [text]) == found

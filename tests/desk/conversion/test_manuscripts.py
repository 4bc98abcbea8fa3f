"""What the converter read of a page comes back from the Markdown files that it writes."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from plugins.chinese.pinyin import slugify
from plugins.content.content_error import ContentError
from plugins.content.front_matter import parse_article
from plugins.content.markdown_text import to_blocks
from plugins.desk.conversion.article_folder import EDITED, SAME, ArticleFolder, read_article_folder
from plugins.desk.conversion.issues import Issue
from plugins.desk.conversion.manuscripts import ConvertedPage, Manuscript, digest_text
from plugins.desk.conversion.page_conversion import convert
from tests.amounts import choose
from tests.prefecture.data import read_tables

PAGE = """石潭多举措抓好林业经济

本报讯(记者 李明)近日,石潭县紧抓秋冬季节经济林建园、管护有利时机,带动农户增收。
"""
PIECES = (
    "“笃”定前行战贫困", "——浔滨区工作综述", "经济快讯", "通讯员 陈善刚", "# 号字标题", "- 甲",
    "本报讯(通讯员 张涛 张会香)近日,浔滨区四个毛绒玩具厂同一天开业。", "> 引语。", "{: .caption}",
    "*星号*与_下划线_，<b>标记</b>与&amp;。", "[甲](乙)。", "---", "```", "| 甲 | 乙 |", "1. 乙",
    "title: 标题", "digest: 摘要", "  sha256: 甲", "    缩进四格。", "图为茶园。 孙七 摄", "2019",
    "第3版", "2019年11月21日", "他说：“一棵树，", "头三年要当孩子养。”", "\\反斜线。", "[^1]: 注。",
    "中\u200b间", "null", "",
)  # fmt: skip
TEXTS = st.lists(st.sampled_from(PIECES) | st.text(max_size=20), min_size=1, max_size=25)


def convert_text(folder: Path, text: str) -> ConvertedPage | None:
    """Convert a page of this text, None where it is no page."""
    raw = folder / "页.txt"
    raw.write_bytes(text.encode("utf-8", "replace"))
    try:
        return convert(raw, Issue(newspaper="康宁日报"), read_tables())
    except ContentError:
        return None


def check_manuscript(manuscript: Manuscript) -> None:
    """Assert that a manuscript's file says all that the converter read, and is sealed."""
    text, article = manuscript.text, manuscript.article
    front, body = parse_article(text, Path("a.md"))
    assert front.provenance and front.provenance.digest == digest_text(text)
    assert front.provenance.blocks == tuple(b.source_lines for b in article.body)
    assert front.provenance.lines == article.lines
    plain = {"provenance": None}
    assert front.model_copy(update=plain) == manuscript.front.model_copy(update=plain)
    assert [(b.type, b.text) for b in to_blocks(body)] == [(b.type, b.text) for b in article.body]


@settings(
    max_examples=choose(40, 2000), suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(TEXTS)
def test_files_say_what_was_read(tmp_path: Path, pieces: list[str]) -> None:
    """Whatever a page holds, its articles' files give the same fields and body back, sealed."""
    page = convert_text(tmp_path, "\n\n".join(pieces))
    for manuscript in page.manuscripts if page else ():
        check_manuscript(manuscript)


def test_ids_count_the_articles_of_a_raw_file(tmp_path: Path) -> None:
    """An article's id is its raw file's path under content/raw/ and its place on the page."""
    raw = tmp_path / "content" / "raw" / "2019" / "康宁 Page3.txt"
    raw.parent.mkdir(parents=True)
    raw.write_text(PAGE, "utf-8")
    (manuscript,) = convert(raw, Issue(), read_tables()).manuscripts
    assert manuscript.front.id == "2019-kang-ning-page3-01"
    assert manuscript.front.provenance and manuscript.front.provenance.raw == "2019/康宁 Page3.txt"


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("石潭多举措抓好林业经济", "shi-tan-duo-ju-cuo-zhua-hao-lin-ye-jing-ji"),
        ("前厂镇“五招 + 五单”", "qian-chang-zhen-wu-zhao-wu-dan"),
        ("PM2.5 下降", "pm2-5-xia-jiang"),
        ("……", "page"),
        ("双" * 40, "-".join(["shuang"] * 8)),
    ],
)
def test_slugs_are_short_pinyin(title: str, slug: str) -> None:
    """A file's name is its title's pinyin in whole syllables, of bounded length."""
    assert slugify(title) == slug


def written(tmp_path: Path) -> tuple[ConvertedPage, ArticleFolder]:
    """Give a page, and the folder after its article was written."""
    page = convert_text(tmp_path, PAGE)
    assert page
    read_article_folder(tmp_path / "articles").write([page])
    return page, read_article_folder(tmp_path / "articles")


def test_a_file_saved_again_is_not_edited(tmp_path: Path) -> None:
    """A program that saves with Windows line ends and a byte order mark has changed nothing."""
    page, folder = written(tmp_path)
    path = folder.articles[0].path
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    folder = read_article_folder(tmp_path / "articles")
    assert [o.state for o in folder.write([page])[0]] == [SAME]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("石潭多举措", "石潭县多举措"),
        ("增收。", "增收。\n\n又一段。"),
        ("newspaper: 康宁日报\n", ""),
        ("  digest: ", "  digest: 0"),
    ],
)
def test_any_change_is_an_edit(tmp_path: Path, old: str, new: str) -> None:
    """A change in title, body or front matter makes a file the editor's, which stays as it is."""
    page, folder = written(tmp_path)
    path = folder.articles[0].path
    path.write_text(path.read_text("utf-8").replace(old, new, 1), "utf-8")
    before = path.read_bytes()
    folder = read_article_folder(tmp_path / "articles")
    assert [o.state for o in folder.write([page])[0]] == [EDITED]
    assert path.read_bytes() == before


def test_an_address_that_an_editor_gave_is_taken(tmp_path: Path) -> None:
    """A new article never takes the slug that an editor gave another one."""
    articles = tmp_path / "articles"
    articles.mkdir()
    slug = "shi-tan-duo-ju-cuo-zhua-hao-lin-ye-jing-ji"
    text = f"---\ntitle: 旧闻\nslug: {slug}\n---\n\n正文。\n"
    (articles / "old.md").write_text(text, "utf-8")
    _, folder = written(tmp_path)
    assert {a.path.stem for a in folder.articles} == {"old", f"{slug}-2"}


def test_a_page_that_takes_too_long_is_refused(tmp_path: Path) -> None:
    """A raw page that takes longer than it may is refused by its name, and a short one is not."""
    raw = tmp_path / "long.txt"
    raw.write_text(PAGE, encoding="utf-8")
    convert(raw, Issue(), read_tables())
    raw.write_text(PAGE * 300, encoding="utf-8")
    with pytest.raises(ContentError, match=r"long\.txt：转换了 .* 秒还没有完"):
        convert(raw, Issue(), read_tables(), 0.05)

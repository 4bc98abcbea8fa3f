"""Every format that newsrooms hold gives the same articles, or one line that says why not."""

import json
import time
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from plugins.content.content_error import ContentError
from plugins.content.raw_folder import SUFFIXES
from plugins.desk.conversion.issues import find_issue
from plugins.newspaper import Page, convert_page, read_raw_page
from plugins.newspaper.sources.formats import READERS, find_limit
from tests.newspaper.accounting import check_page
from tests.newspaper.sources.make_samples import (
    BELOW,
    LEFT,
    RIGHT,
    SAMPLES,
    SECOND,
    TITLE,
    make_alto,
    make_ocr,
    make_pdf,
    make_tracked_word,
    make_word,
)

SHEETS: dict[str, Callable[[], bytes]] = {
    "版面.pdf": make_pdf,
    "坐标.json": lambda: make_ocr("words"),
    "识别.json": lambda: make_ocr("paddle"),
    "扫描.xml": make_alto,
}


def convert(data: bytes, name: str) -> Page:
    """Convert a file, all of its text being accounted for."""
    page = convert_page(data, name)
    check_page(page, read_raw_page(data, name).lines)
    return page


def describe(page: Page) -> list[tuple[str, list[str], list[str]]]:
    """List headline, authors and paragraphs of each article."""
    return [
        (a.title, [author.name for author in a.authors], [block.text for block in a.body])
        for a in page.articles
    ]


@pytest.mark.parametrize("name", SHEETS)
def test_sheets_are_read_by_columns(name: str) -> None:
    """A sheet of two columns below a headline is read column by column, from every format."""
    page = convert(SHEETS[name](), name)
    assert describe(page) == [
        (TITLE, [], ["".join(LEFT), "".join(RIGHT)]),
        (SECOND, [], ["".join(BELOW)]),
    ]
    issue = find_issue(page.furniture)
    assert (issue.newspaper, str(issue.date), issue.page) == ("青河日报", "2019-11-21", 3)


@pytest.mark.parametrize("name", SHEETS)
def test_sizes_of_type_are_known(name: str) -> None:
    """What a sheet sets larger than its running text is told with its size."""
    raw = read_raw_page(SHEETS[name](), name)
    sizes = dict(zip(raw.lines, raw.sizes, strict=True))
    assert sizes[TITLE] == pytest.approx(2.4, abs=0.2)
    assert sizes[LEFT[1]] == pytest.approx(1.0, abs=0.1)


def test_an_epaper_page_is_read_without_its_menus() -> None:
    """Of a saved e-paper page the article is read: its heads by their size, its issue, its text."""
    page = convert((SAMPLES / "epaper.html").read_bytes(), "epaper.html")
    (article,) = page.articles
    assert article.title == "夜校开到院坝边"
    assert (article.kicker, article.subtitle) == ("白果乡把课堂搬进农家", "三百名村民学技术")
    assert [a.name for a in article.authors] == ["方敏", "王亮"]
    texts = [block.text for block in article.body]
    assert [block.text for block in article.body if block.type == "heading"] == ["一月一课"]
    assert texts[0] == "近日，白果乡的农民夜校开班，三百名村民坐在院坝边，听农技员讲茶园冬管。"
    assert "“学了就能用。”村民李大爷说。" in texts and "红岩村 5" in "".join(texts)
    assert not any("春茶开采忙" in text or "不是文字" in text for text in texts)
    assert find_issue(page.furniture).page == 3


def test_a_wechat_article_is_read() -> None:
    """Of a saved WeChat article headline, author and text are read, spans of a line together."""
    page = convert((SAMPLES / "wechat.html").read_bytes(), "wechat.html")
    (article,) = page.articles
    assert article.title == "茶山上的第一书记"
    assert [a.name for a in article.authors] == ["王亮"]
    assert [b.text for b in article.body] == [
        "天刚亮，第一书记郑明就上了茶山。",
        "“今年新建茶园三百亩，户均增收两千元。”他说，路修通了，茶叶就好卖了。",
    ]
    assert str(find_issue([*page.furniture, *page.sources]).date) == "2020-03-17"


def test_a_crawlers_articles_are_read() -> None:
    """Each object of a crawler's file is an article, its fields in their places."""
    page = convert((SAMPLES / "crawler.json").read_bytes(), "crawler.json")
    assert [(title, names) for title, names, _ in describe(page)] == [
        ("夜校开到院坝边", ["方敏"]),
        ("春茶开采忙", ["王亮", "郑明"]),
    ]
    assert [len(texts) for _, _, texts in describe(page)] == [2, 2]
    issue = find_issue(page.furniture)
    assert (issue.newspaper, str(issue.date), issue.page) == ("青河日报", "2019-11-21", 3)


@pytest.mark.parametrize(
    "told",
    [
        ["夜校开到院坝边", "方敏", "近日，夜校开班。"],
        {
            "title": "夜校开到院坝边",
            "author": {"name": "方敏"},
            "body": [{"text": "近日，夜校开班。"}],
        },
    ],
    ids=["lines", "objects"],
)
def test_plain_json_is_read(told: object) -> None:
    """A list of lines is a page, and a crawler's parts may be objects."""
    text = "".join(read_raw_page(json.dumps(told).encode(), "页.json").lines)
    assert text.replace("作者：", "") == "夜校开到院坝边方敏近日，夜校开班。"


def test_a_crawler_may_write_an_article_to_a_line() -> None:
    """An object on each line is an article, however a crawler spells the names of its parts."""
    school = "近日，白果乡的农民夜校开班，三百名村民坐在院坝边听课，学习手工炒茶的手艺。"
    harvest = "连日来，太平镇的春茶进入采摘期，全镇今年采茶六十吨，茶农户均增收两千元。"
    told = [
        {"articleTitle": "夜校开到院坝边", "shoulder_title": "茶乡看变化", "newsContent": school},
        {"articleTitle": "春茶开采忙", "authorName": "王亮", "newsContent": harvest},
    ]
    data = "\n".join(json.dumps(article) for article in told).encode()
    page = convert(data, "采集.jsonl")
    assert describe(page) == [("夜校开到院坝边", [], [school]), ("春茶开采忙", ["王亮"], [harvest])]
    assert page.articles[0].kicker == "茶乡看变化"


def test_a_word_file_is_read() -> None:
    """A manuscript's headlines are known by style or size, and no text of it is lost."""
    page = convert(make_word(), "稿件.docx")
    assert [(title, names) for title, names, _ in describe(page)] == [
        ("夜校开到院坝边", ["方敏"]),
        ("春茶开采忙", ["王亮"]),
    ]
    assert "红岩村 5" in "".join(text for _, _, texts in describe(page) for text in texts)


def test_all_text_of_a_word_file_is_read() -> None:
    """Insertions that are tracked, fields of a form and articles within tables are text."""
    lines = [line for line in read_raw_page(make_tracked_word(), "稿件.docx").lines if line]
    assert lines == [
        "合作社分红了",
        "近日，白果乡合作社发放红利。",
        "社员都说好。",
        "春茶开采忙",
        "连日来，太平镇的春茶进入采摘期，全镇采茶六十吨，茶农们忙着采摘、炒制、包装，收购的车一辆接着一辆。",
        "| 村 | 吨 |",
        "| 云岭 | 6 |",
    ]


def test_tags_in_a_text_file_are_no_text() -> None:
    """A text file that is HTML is read without its tags, its lines where blocks end."""
    told = "　　本报讯（记者&nbsp;方敏）近日，夜校开课。<br/>　　村民说好。"
    page = convert(f"<h1>夜校开课</h1>\n<p>{told}</p>\n".encode(), "页.txt")
    assert describe(page) == [
        ("夜校开课", ["方敏"], ["本报讯（记者\xa0方敏）近日，夜校开课。", "村民说好。"])
    ]


def pack(**files: bytes) -> bytes:
    """Give a ZIP archive of files."""
    packed = BytesIO()
    with ZipFile(packed, "w", ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name.replace("__", "/"), data)
    return packed.getvalue()


def lock(pdf: bytes) -> bytes:
    """Give a PDF file that says that it is encrypted, by a password that nobody knows."""
    keys = b"/O<" + b"11" * 32 + b">/U<" + b"22" * 32 + b">"
    told = b"/Encrypt<</Filter/Standard/V 1/R 2/P -4" + keys + b">>/ID[<00><00>]"
    return pdf.replace(b"trailer<<", b"trailer<<" + told)


BOMB = {"word__document.xml": b" " * 30_000_000}
REFUSED: dict[str, tuple[str, Callable[[], bytes], str]] = {
    "unknown": ("页.rtf", lambda: b"{\\rtf1}", "不认识 .rtf 文件"),
    "no suffix": ("页", lambda: b"x", "不认识 没有扩展名的 文件"),
    "scan": ("扫描.pdf", lambda: make_pdf([]), "像是扫描件，请先用 OCR"),
    "locked pdf": ("页.pdf", lambda: lock(make_pdf()), "有密码，请去掉密码"),
    "broken pdf": ("页.pdf", lambda: b"%PDF-1.4 xx", "坏了或不完整"),
    "old word": ("稿.docx", lambda: b"\xd0\xcf\x11\xe0" + bytes(600), "有密码，或是旧版"),
    "broken word": ("稿.docx", lambda: make_word()[:2000], "坏了或不完整"),
    "no word": ("稿.docx", lambda: pack(a=b"x"), "不是 Word 文档"),
    "word without text": ("稿.docx", lambda: pack(word__document_xml=b"x"), "不是 Word 文档"),
    "bomb": ("稿.docx", lambda: pack(**BOMB), "解压后太大"),
    "bad xml": ("稿.docx", lambda: pack(**{"word__document.xml": b"<x"}), "坏了或不完整"),
    "other xml": ("页.xml", lambda: b"<rss></rss>", "只认 OCR 的 ALTO"),
    "other json": ("页.json", lambda: b'{"a": [1, 2]}', "没有认得的文章"),
    "broken json": ("页.json", lambda: b'{"a": ', "坏了或不完整"),
    "deep json": ("页.json", lambda: b"[" * 200_000, "坏了或不完整"),
    "tags": ("页.html", lambda: b"<p>" * 300_000, "网页太复杂"),
    "deep tags": ("页.html", lambda: b"<div>" * 20_000, "没有文字"),
    "empty html": ("页.html", lambda: b"<p></p>", "没有文字"),
    "huge html": ("页.html", lambda: b"x" * 50_000_000, "不应超过"),
    "huge pdf": ("页.pdf", lambda: b"%PDF-" + bytes(50_000_000), "不应超过"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_what_cannot_be_read_is_refused_in_one_line(case: str) -> None:
    """A file that is unknown, locked, broken, empty or too large is refused by name, at once."""
    name, make, said = REFUSED[case]
    data = make()
    start = time.process_time()
    with pytest.raises(ContentError) as refused:
        read_raw_page(data, name)
    assert time.process_time() - start < 4
    message = str(refused.value)
    assert message.startswith(f"{name}：") and said in message and "\n" not in message


def test_formats_are_named_once() -> None:
    """The folder of raw pages takes what can be read, and limits are of each format."""
    assert tuple(READERS) == SUFFIXES
    assert find_limit("页.TXT") < find_limit("页.PDF")


@pytest.mark.parametrize("sample", sorted(SAMPLES.iterdir()), ids=lambda path: path.name)
def test_samples_read_the_same_each_time(sample: Path) -> None:
    """A sample gives the same page each time that it is read."""
    data = sample.read_bytes()
    assert convert_page(data, sample.name) == convert_page(data, sample.name)

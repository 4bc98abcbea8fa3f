import datetime
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from plugins.chinese.control_characters import CONTROL, is_visible
from plugins.content.front_matter import ContentError, dump_article, parse_article
from plugins.model import Author, DateEstimate, FrontMatter, HeadLines, Person, Provenance
from tests.amounts import choose

PATH = Path("content/articles/a.md")

GOLDEN = """\
---
id: page-03
title: 做好社会扶贫的“服务员”
slug: fuwuyuan
date: 2019-11-21
newspaper: 康宁日报
page: 3
authors:
  - name: 吴玲
    role: 通讯员
counties:
  - 纯阳县
towns: []
people:
  - name: 李哲
    role: 公职
    public: true
provenance:
  raw: page.txt
  sha256: ab
  lines: {title: [3], byline: [5, 9]}
  blocks: [[7], [11, 2]]
---

## 一头干练短发

正文。
"""
FRONT = FrontMatter(
    id="page-03",
    title="做好社会扶贫的“服务员”",
    slug="fuwuyuan",
    date=datetime.date(2019, 11, 21),
    newspaper="康宁日报",
    page=3,
    authors=(Author(name="吴玲", role="通讯员"),),
    counties=("纯阳县",),
    towns=(),
    people=(Person(name="李哲", role="公职", public=True),),
    provenance=Provenance(
        raw="page.txt",
        sha256="ab",
        lines=HeadLines(title=(3,), byline=(5, 9)),
        blocks=((7,), (11, 2)),
    ),
)


@pytest.mark.parametrize("null", ["~", "null", "Null", "NULL"])
@pytest.mark.parametrize("field", ["summary", "kicker", "subtitle"])
def test_a_null_may_have_a_remark(field: str, null: str) -> None:
    """What stands for nothing is no sentence that a remark cuts short."""
    front, _ = parse_article(f"---\ntitle: 甲\n{field}: {null} # 待查\n---\n\n正文。\n", PATH)
    assert getattr(front, field) is None


@pytest.mark.parametrize("words", ["null 字 # 待查", "nullable # 待查", "甲 # 乙", "# 乙"])
def test_a_sentence_may_have_none(words: str) -> None:
    """Words that a # cuts short are told, whatever they begin with."""
    title = "title" if words.startswith("#") else "summary"
    with pytest.raises(ContentError, match="没有读进去"):
        parse_article(f"---\n{title}: {words}\ntitle: 甲\n---\n\n正文。\n", PATH)


def test_dump_is_what_an_editor_would_write() -> None:
    """An article file has the model's order, block style, and nothing that says nothing."""
    assert dump_article(FRONT, "## 一头干练短发\n\n正文。\n") == GOLDEN


def test_parse_reads_the_golden_file() -> None:
    """The golden article reads back as its fields and its body."""
    assert parse_article(GOLDEN, PATH) == (FRONT, "## 一头干练短发\n\n正文。")


def test_line_ends_and_byte_order_mark_make_no_difference() -> None:
    """A file saved on Windows, with or without a byte order mark, reads the same."""
    assert parse_article("\ufeff" + GOLDEN.replace("\n", "\r\n"), PATH)[0] == FRONT


def test_words_stay_words() -> None:
    """A number, a date or a yes written as a title is a title."""
    for word in ("2020", "2019-11-21", "yes", "1.0", "0x1F"):
        assert parse_article(f"---\ntitle: {word}\n---\n", PATH)[0].title == word


BAD = [
    ("", 1, "文件要以单独一行 --- 开头"),
    ("---\ntitle: a\n", 1, "没有配对"),
    ("---\nkind: 消息\n---\n", 2, "缺少“title”"),
    ("---\ntitel: a\n---\n", 2, "是不是 title？"),
    ("---\ntitle: a\ncountys: [b]\n---\n", 3, "是不是 counties？"),
    ("---\ntitle: &a b\n---\n", 2, "不能用 & 和 * 引用"),
    ("---\ntitle: a\nkicker: *a\n---\n", 3, "不能用 & 和 * 引用"),
    ("---\ntitle: !!python/object/apply:os.system [ls]\n---\n", 2, "不能用 ! 标签"),
    ("---\ntitle: a\ndate: 2019\n---\n", 3, "请写成 2019-11-21 这样"),
    ("---\ntitle: a\ndate: 2019-02-30\n---\n", 3, "日期“2019-02-30”不存在"),
    ("---\ntitle: a\npublish_on: 20261201\n---\n", 3, "日期“20261201”不存在或写法不对"),
    ("---\ntitle: a\ncorrections:\n  - {date: 明天, text: 乙}\n---\n", 4, "2019-11-21 这样"),
    ("---\ntitle: a\ncorrections:\n  - {date: 2026-11-20}\n---\n", 4, "缺少“text”"),
    ("---\ntitle: a\nmisprints:\n  - {meant: 乙}\n---\n", 4, "缺少“printed”"),
    ("---\ntitle: a\nscan: page.jpg\n---\n", 3, "请写成 scan: {image:"),
    ("---\ntitle: a\nkind: 小说\n---\n", 3, "只能是 消息、简讯"),
    ("---\ntitle: a\nauthors: 张三\n---\n", 3, "请写成 authors: [{name: 张三"),
    ("---\ntitle: a\nauthors:\n  - role: 记者\n---\n", 4, "缺少“name”"),
    ("---\ntitle: a\ntitle: b\n---\n", 3, "“title”写了两次"),
    ("---\ntitle: a\npeople:\n- {name: 甲, role: 受访群众, public: true}\n---\n", 4, "受访群众"),
    ("---\n- a\n---\n", 2, "字段: 内容"),
    ("---\ntitle: " + "[" * 5000 + "\n---\n", 2, "请用引号整个括起来"),
    ("---\ntitle: 'a\n---\n", 2, "引号没有成对"),
    ('---\ntitle: "甲"乙\n---\n', 2, "话里的引号请用“”"),
    ("---\ntitle:a\n---\n", 2, "冒号后面要空一格"),
    ("---\ntitle:　a\n---\n", 2, "冒号后面要空一格"),
    ("---\ntitle: a\ntopics:\n- 甲\n-乙\n---\n", 5, "“-”后面要空一格"),
    ("---\n标题: a\n---\n", 2, "“标题”请写成 title"),
    ("---\nTitle: a\n---\n", 2, "是不是 title？"),
    ("---\ntitle: a\ndate: 2019年2月3日\n---\n", 3, "请写成 2019-02-03"),
    ("---\ntitle: a\ndate: ２０１９/２/３\n---\n", 3, "请写成 2019-02-03"),
    ("---\ntitle: a\ndate：2019-11-21\npage: 3\n---\n", 3, "“：”要改成半角的“: ”"),
    ("---\ntitle：a\ndate: 2019-11-21\n---\n", 2, "“：”要改成半角的“: ”"),
    ("---\ntitle: a\nauthors:\n\t- name: 甲\n---\n", 4, "Tab"),
    ("---\ndate: 2019-11-21\ntitle: 石潭: 春茶\n---\n", 3, "用引号把它整个括起来"),
    ("---\ntitle: a\x01\n---\n", None, "控制符"),
    ("---\ntitle:\n---\n", 2, "“title”后面是空的"),
    ("---\ntitle: a\nslug: ../../etc\n---\n", 3, "slug"),
    ("---\ntitle: a\npage: A1\n---\n", 3, "整数"),
    ("---\ntitle: a\ndate_estimate: {interval: 2019-13/2019-14}\n---\n", 3, "前早后晚"),
    ("---\ntitle: a\n---\n" + "长" * 400_001, None, "最多 400000"),
    ("---\ntitle: a\nkicker: " + "长" * 100_001 + "\n---\n", 1, "超过 100000"),
    ("---\ntitle: a\nkicker: " + "长" * 3001 + "\n---\n", 3, "最多 3000"),
    ('---\ntitle: "a\\u202eb"\n---\n', 2, "U+202E"),
    ("---\ntitle: a\nauthors: [" + "{name: 甲}," * 51 + "]\n---\n", 3, "有 51 项，最多 50 项"),
]


@pytest.mark.parametrize(("text", "line", "words"), BAD)
def test_bad_article_is_one_chinese_line(text: str, line: int | None, words: str) -> None:
    """Whatever is wrong with an article, the error names file and line and says what to do."""
    with pytest.raises(ContentError) as caught:
        parse_article(text, PATH)
    message = str(caught.value)
    assert caught.value.line == line
    assert message.startswith(str(PATH)) and words in message
    assert "\n" not in message


def test_all_slips_of_a_broken_file_are_told() -> None:
    """What keeps a file from being read hides no other slip: each is told with its line."""
    text = (
        "---\ntitle：甲\ncounties: [浔滨区，石潭县]\nauthors:\n\t- name: 乙\nkicker: 丙: 丁\n---\n"
    )
    with pytest.raises(ContentError) as caught:
        parse_article(text, PATH)
    told = [(error.line, error.message[:9]) for error in caught.value.list_all()]
    assert told == [
        (2, "“：”要改成半角的"),
        (3, "方括号、花括号里的"),
        (5, "这一行开头有 Ta"),
        (6, "内容里有冒号，请用"),
    ]


words = st.text(st.characters(exclude_categories=["Cc", "Cs"]), min_size=1, max_size=30).filter(
    lambda text: not CONTROL.search(text)
)
#: A comma of Chinese text joins two names, and is refused.
names = words.filter(lambda name: not set(name) & set("，、；"))
lines = st.lists(st.integers(1, 400), max_size=3).map(tuple)
fronts = st.builds(
    FrontMatter,
    title=words.filter(is_visible),
    kicker=st.none() | words,
    date=st.none() | st.dates(datetime.date(1900, 1, 1)),
    date_estimate=st.none()
    | st.builds(
        DateEstimate,
        interval=st.just("2019-11/2019-12"),
        evidence=st.lists(words, max_size=2).map(tuple),
    ),
    page=st.none() | st.integers(1, 99),
    authors=st.lists(st.builds(Author, name=words, role=words), max_size=2).map(tuple),
    counties=st.none() | st.lists(names, max_size=2).map(tuple),
    people=st.none()
    | st.lists(
        st.builds(Person, name=words, role=st.just("公职"), public=st.booleans()), max_size=2
    ).map(tuple),
    review=st.lists(words, max_size=2).map(tuple),
    provenance=st.none()
    | st.builds(
        Provenance,
        raw=words,
        sha256=words,
        lines=st.builds(HeadLines, title=lines, byline=lines),
        blocks=st.lists(lines, max_size=3).map(tuple),
    ),
)


@settings(max_examples=choose(60, 5000))
@given(fronts, words)
@example(FrontMatter(title="a\u200bb\ufeffc\td"), "正文")
def test_dump_and_parse_are_inverse(front: FrontMatter, body: str) -> None:
    """Any article written and read again is the same article."""
    body = body.replace("\r\n", "\n").replace("\r", "\n").strip()
    assert parse_article(dump_article(front, body), PATH) == (front, body)


@settings(max_examples=choose(60, 5000))
@given(st.text(max_size=80))
def test_any_front_matter_is_read_or_refused(text: str) -> None:
    """No text at all makes anything but an article or a ContentError."""
    try:
        parse_article(f"---\ntitle: a\n{text}\n---\n", PATH)
    except ContentError as error:
        assert "\n" not in str(error)

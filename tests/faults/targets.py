"""What fuzzing calls: each target takes any bytes, and fails where a promise is broken.

The same targets serve Hypothesis (tests/faults/test_fuzzing.py) and atheris (tests/faults/fuzz.py).
"""

import re
import tempfile
from collections.abc import Callable, Iterable
from functools import cache
from html.parser import HTMLParser
from pathlib import Path

from evaluation.pages.stories import own_stories
from plugins.content.content_error import ContentError
from plugins.content.front_matter import dump_article, parse_article
from plugins.content.rendering import ATTRIBUTES, CLASSES, TAGS, MarkupError, render
from plugins.newspaper import convert_page
from plugins.newspaper.sources.formats import read_raw_page
from plugins.search.build import build_search
from plugins.search.corpus.documents import SearchDocument
from tests.newspaper.accounting import check_page
from tests.sites.files import read_files

Target = Callable[[bytes], None]
#: A page of more bytes takes seconds, and shows nothing that a smaller one does not.
LONGEST = 3000
#: What a browser takes for an address's scheme, once it has dropped what it ignores (WHATWG URL).
SCHEME = re.compile(r"[a-z][a-z0-9+.-]*(?=:)", re.IGNORECASE)
IGNORED = re.compile(r"^[\x00-\x20]+|[\t\n\r]+")


def fuzz_converter(data: bytes) -> None:
    """A raw page is refused in one line, or each of its characters lies in exactly one place."""
    data = data[:LONGEST]
    try:
        raw = read_raw_page(data, "页.txt")
    except ContentError as refusal:
        assert str(refusal).startswith("页.txt") and "\n" not in str(refusal)
        return
    check_page(convert_page(data, "页.txt"), raw.lines)


def fuzz_front_matter(data: bytes) -> None:
    """An article file is refused in one line with its name, or is read, and written so again."""
    path = Path("甲.md")
    try:
        front, body = parse_article(data.decode("utf-8", "replace"), path)
    except ContentError as refusal:
        for each in refusal.list_all():
            assert str(each).startswith("甲.md") and "\n" not in str(each)
        return
    assert parse_article(dump_article(front, body), path) == (front, body)


def fuzz_markdown(data: bytes) -> None:
    """Markdown is refused, or becomes HTML with nothing in it but what is allowed."""
    try:
        html = render(data[:LONGEST].decode("utf-8", "replace"))
    except MarkupError:
        return
    checker = AllowedOnly()
    checker.feed(html)
    checker.close()


def fuzz_search_cache(data: bytes) -> None:
    """Whatever stands in the search's caches, a build ends, and writes the same bytes."""
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        for name in build_index()[1]:
            kept = folder / "cache" / name
            kept.parent.mkdir(parents=True, exist_ok=True)
            kept.write_bytes(data)
        build_search(INDEXED, folder / "search", cache=folder / "cache")
        assert read_files(folder / "search") == build_index()[0]


@cache
def build_index() -> tuple[dict[str, bytes], dict[str, bytes]]:
    """Build a small index; give its files, and those of its caches."""
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        build_search(INDEXED, folder / "search", cache=folder / "cache")
        return read_files(folder / "search"), read_files(folder / "cache")


class AllowedOnly(HTMLParser):
    """A reader of HTML that fails at a tag, an attribute or an address that is not allowed."""

    def handle_starttag(self, tag: str, attrs: Iterable[tuple[str, str | None]]) -> None:
        """Check an element."""
        assert tag in TAGS, tag
        for name, value in attrs:
            if name == "class":
                assert set((value or "").split()) <= CLASSES.get(tag, set()), value
                continue
            assert name in ATTRIBUTES.get(tag, set()), (tag, name)
            if name in ("href", "src"):
                scheme = SCHEME.match(IGNORED.sub("", value or ""))
                assert not scheme or scheme[0].lower() in ("http", "https", "mailto"), value

    def handle_decl(self, decl: str) -> None:
        """Fail: a text has no declarations."""
        raise AssertionError(decl)

    def handle_pi(self, data: str) -> None:
        """Fail: a text has no processing instructions."""
        raise AssertionError(data)

    def handle_comment(self, data: str) -> None:
        """Fail: comments are not kept."""
        raise AssertionError(data)


def list_seeds(name: str) -> list[bytes]:
    """Give real input for a target, from which a fuzzer starts."""
    if name == "front-matter":
        return [text.encode() for text in ARTICLES]
    if name == "markdown":
        return [text.encode() for text in MARKDOWN]
    if name == "search-cache":
        return list(build_index()[1].values())
    stories = own_stories()[:20]
    texts = ["\n".join([s.title, s.byline or "", *(b.text for b in s.body)]) for s in stories]
    return [text.encode(code) for text in texts for code in ("utf-8", "gb18030", "utf-16")]


INDEXED = [
    SearchDocument(url=f"{n}.html", title=f"石潭{n}", body="春茶开采，贫困户增收" * n)
    for n in range(1, 4)
]
ARTICLES = (
    "---\ntitle: 石潭春茶\ndate: 2019-11-21\ncounties: [石潭县, 浔滨区]\n---\n\n正文。\n",
    '---\r\ntitle: "甲: 乙"  # 注\r\nauthors:\r\n  - name: 张三\r\n---\r\n正文\r\n',
    "---\ntitle: >-\n  两行\n  标题\nslug: a-b\nstatus: draft\npage: 3\npeople:\n- {name: 李四, "
    "role: 公职, public: true}\n---\n一\n\n二\n",
    "---\ntitle: 甲\nfigures:\n  - {raw: 8.46亿元, value: 846000000, unit: 元, bound: '=', "
    "paragraph: 0, start: 2, end: 8}\ndate_estimate: {interval: 2019-11, evidence: [近日]}\n"
    "---\n共计8.46亿元。\n",
)
MARKDOWN = (
    '# 标题\n\n正文[链接](https://example.org "题")和![图](a.png)。{: #fn:1 .x onclick=a}\n',
    "|甲|乙|\n|---|:--|\n|1|`2`|\n\n- 一\n    1. 二\n\n> 引\n\n---\n",
    "脚注[^1]，*斜*，**粗**，<b onclick='x'>标签</b>，<!-- 注 -->，&lt;&#x3c;script>\n\n[^1]: 注\n",
    "[a](javascript:b) <javascript:b> [b]: data:text/html,x\n\n<svg><style>x</style></svg>\n",
)
TARGETS: dict[str, Target] = {
    "converter": fuzz_converter,
    "front-matter": fuzz_front_matter,
    "markdown": fuzz_markdown,
    "search-cache": fuzz_search_cache,
}

"""JSON files (.json): articles of a crawler, or lines of OCR with their boxes."""

import json
from collections.abc import Iterator, Mapping, Sequence

from plugins.chinese.expressions import compile_late
from plugins.newspaper.sources.boxed_lines import list_sheets
from plugins.newspaper.sources.placed_lines import order_lines
from plugins.newspaper.sources.plain_text import decode_text, has_tags
from plugins.newspaper.sources.raw_page import Line, refuse
from plugins.newspaper.sources.web_page import read_html

#: Names that crawlers give the parts of an article.
_PARTS = {
    "newspaper": ("newspaper", "paper", "报纸", "报名", "source", "来源"),
    "date": (
        "date",
        "publish_date",
        "publish_time",
        "pub_time",
        "pub_date",
        "pubdate",
        "time",
        "日期",
        "发布时间",
    ),
    "page": ("page", "page_no", "pageno", "ban", "版次", "版面"),
    "kicker": ("kicker", "pretitle", "introtitle", "引题", "肩题"),
    "title": ("title", "headline", "name", "标题", "题目"),
    "subtitle": ("subtitle", "sub_title", "副题", "副标题"),
    "author": ("author", "authors", "byline", "作者", "记者"),
    "content": ("content", "body", "text", "article", "paragraphs", "正文", "内容"),
}
#: The hour behind a day.
_TIME = compile_late(r"[\sT]+\d{1,2}:\d\d.*$")
#: Where an object within a part has its text.
_INSIDE = ("text", "name", "content", "value")
_DEEPEST = 12


def read_json(data: bytes, name: str) -> list[Line]:
    """The lines of a JSON file: of articles, or in reading order of lines with boxes.

    Raises ContentError for what is neither.
    """
    try:
        told = json.loads(decode_text(data, name))
    except (ValueError, RecursionError):
        raise refuse(name, "JSON 文件坏了或不完整，请重新导出") from None
    if sheets := list_sheets(told):
        return [part for sheet in sheets for part in (Line(""), *order_lines(sheet))][1:]
    articles = [item for item in _walk(told, 0) if _is_article(item)]
    if articles:
        return list(_list_lines(articles, name))
    if isinstance(told, list) and told and all(isinstance(line, str) for line in told):
        return [Line(line) for line in told]
    raise refuse(name, "JSON 里没有认得的文章（title、content）或带坐标的文字（text、box）")


def _walk(value: object, depth: int) -> Iterator[object]:
    """Every object and every pair of a box and a text in a value, in its order."""
    yield value
    if depth < _DEEPEST and not _is_article(value):
        inner = value.values() if isinstance(value, Mapping) else value
        for item in inner if isinstance(inner, Sequence | type({}.values())) else ():
            if not isinstance(item, str):
                yield from _walk(item, depth + 1)


def _is_article(value: object) -> bool:
    return (
        isinstance(value, Mapping)
        and bool(_read_part(value, "title"))
        and bool(_read_part(value, "content"))
    )


def _list_lines(articles: Sequence[object], name: str) -> Iterator[Line]:
    """The lines of articles one below the other, each with its issue where that is another."""
    issue = ""
    for article in articles:
        if not isinstance(article, Mapping):
            continue
        told = {part: "".join(_read_part(article, part)[:1]) for part in _PARTS}
        told["date"] = _TIME.sub("", told["date"])
        labels = {"报纸": "newspaper", "日期": "date", "版次": "page"}
        head = " ".join(f"{label}：{told[part]}" for label, part in labels.items() if told[part])
        if head != issue:
            yield Line(head)
            issue = head
        yield Line("")
        sizes = {"kicker": 1.3, "title": 2.0, "subtitle": 1.3}
        yield from (Line(told[part], size) for part, size in sizes.items() if told[part])
        if authors := _read_part(article, "author"):
            yield Line(f"作者：{'、'.join(authors)}")
        for text in _read_part(article, "content"):
            yield Line("")
            yield from read_html(text, name) if has_tags(text) else (Line(text),)


def _read_part(article: Mapping[object, object], part: str) -> list[str]:
    """The texts that one part of an article has, under whichever name."""
    for name in _PARTS[part]:
        value = article.get(name)
        told = [text for item in _list(value) if (text := _read_text(item))]
        if told:
            return told
    return []


def _list(value: object) -> list[object]:
    return value if isinstance(value, list) else [value]


def _read_text(value: object) -> str:
    """A text, or that of an object: a paragraph's, an author's name."""
    if isinstance(value, Mapping):
        value = next((value[key] for key in _INSIDE if value.get(key)), None)
    return str(value).strip() if isinstance(value, str | int) else ""

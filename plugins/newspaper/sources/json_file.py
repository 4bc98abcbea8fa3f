"""JSON files (.json): articles of a crawler, or lines of OCR with their boxes."""

import json
import math
from collections.abc import Iterator, Mapping, Sequence

from plugins.newspaper.sources.placed_lines import PlacedLine, order_lines
from plugins.newspaper.sources.plain_text import decode_text
from plugins.newspaper.sources.raw_page import Line, refuse
from plugins.newspaper.sources.web_page import has_tags, read_html

#: Names that crawlers give the parts of an article.
_PARTS = {
    "newspaper": ("newspaper", "paper", "报纸", "报名", "source", "来源"),
    "date": (
        "date",
        "publish_date",
        "publish_time",
        "pub_time",
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
_WORDS = ("text", "words", "word", "transcription", "rec_text", "DetectedText", "content")
_BOXES = (
    *("box", "bbox", "points", "location", "position", "pos", "poly", "polygon", "Polygon"),
    *("text_region", "rect", "ItemPolygon"),
)
_DEEPEST = 12


def read_json(data: bytes, name: str) -> list[Line]:
    """The lines of a JSON file: of articles, or in reading order of lines with boxes.

    Raises ContentError for what is neither.
    """
    try:
        told = json.loads(decode_text(data, name))
    except (ValueError, RecursionError):
        raise refuse(name, "JSON 文件坏了或不完整，请重新导出") from None
    placed = [line for item in _walk(told, 0) if (line := _place(item))]
    if placed:
        return order_lines(placed)
    articles = [item for item in _walk(told, 0) if _is_article(item)]
    if not articles:
        raise refuse(name, "JSON 里没有认得的文章（title、content）或带坐标的文字（text、box）")
    return list(_list_lines(articles, name))


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
        labels = {"报纸": "newspaper", "日期": "date", "版次": "page"}
        head = "\n".join(f"{label}：{told[part]}" for label, part in labels.items() if told[part])
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
        texts = value if isinstance(value, list) else [value]
        told = [str(text) for text in texts if isinstance(text, str | int) and str(text).strip()]
        if told:
            return told
    return []


def _place(value: object) -> PlacedLine | None:
    """A line of text with its box, None for anything else.

    PaddleOCR pairs a box with a text and its score; others name both.
    """
    text: object = None
    box: object = None
    if isinstance(value, Mapping):
        text = next((value[key] for key in _WORDS if isinstance(value.get(key), str)), None)
        box = next((value[key] for key in _BOXES if value.get(key)), None)
    elif isinstance(value, list) and len(value) == 2 and isinstance(value[1], list):
        box, text = value[0], next(iter(value[1]), None)
    points = _list_points(box)
    if not isinstance(text, str) or not text.strip() or not points:
        return None
    xs, ys = zip(*points, strict=True)
    left, top, right, bottom = min(xs), min(ys), max(xs), max(ys)
    return PlacedLine(text, left, top, right, bottom, bottom - top)


def _list_points(box: object) -> list[tuple[float, float]]:
    """The corners of a box: numbers, points of two, or an object with sides or with x and y."""
    if isinstance(box, Mapping):
        low = {str(key).lower(): value for key, value in box.items()}
        if {"x", "y"} <= low.keys() and not {"width", "w"} & low.keys():
            return _pair([low["x"], low["y"]])
        sides = [low.get("left", low.get("x")), low.get("top", low.get("y"))]
        size = [low.get("width", low.get("w")), low.get("height", low.get("h"))]
        numbers = _list_numbers([*sides, *size])
        return [] if len(numbers) < 4 else _span(*numbers)
    if isinstance(box, list) and box and isinstance(box[0], list | Mapping):
        return [point for corner in box for point in _list_points(corner)]
    numbers = _list_numbers(box if isinstance(box, list) else [])
    return _pair(numbers)


def _span(left: float, top: float, width: float, height: float) -> list[tuple[float, float]]:
    return [(left, top), (left + width, top + height)]


def _pair(values: Sequence[object]) -> list[tuple[float, float]]:
    numbers = _list_numbers(values)
    return list(zip(numbers[::2], numbers[1::2], strict=len(numbers) % 2 == 0))


def _list_numbers(values: Sequence[object]) -> list[float]:
    return [float(v) for v in values if isinstance(v, int | float) and math.isfinite(v)]

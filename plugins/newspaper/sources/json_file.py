"""JSON files (.json): articles of a crawler, or lines of OCR with their boxes."""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence, ValuesView
from itertools import chain

from plugins.chinese.expressions import compile_late
from plugins.newspaper.evidence.bylines import may_be_names
from plugins.newspaper.layout.newspaper_names import names_newspaper
from plugins.newspaper.sources.boxed_lines import list_sheets
from plugins.newspaper.sources.placed_lines import order_lines
from plugins.newspaper.sources.plain_text import decode_text, has_tags
from plugins.newspaper.sources.raw_page import Line, refuse
from plugins.newspaper.sources.web_page import read_html

_Object = Mapping[object, object]
#: Names that crawlers give the parts of an article: letters and digits only, in small letters.
_PARTS = {
    "newspaper": (
        *("newspaper", "newspapername", "papername", "paper", "报纸", "报名", "medianame"),
        *("source", "media", "来源"),
    ),
    "date": (
        *("date", "publishdate", "publishtime", "pubtime", "pubdate", "publishedat", "releasedate"),
        *("releasetime", "paperdate", "newsdate", "issuedate", "time", "日期", "发布时间"),
    ),
    "page": (
        *("page", "pageno", "pagenum", "pagenumber", "ban", "edition", "layout", "版次", "版面"),
    ),
    "kicker": (
        *("kicker", "pretitle", "introtitle", "guidetitle", "shouldertitle", "uptitle"),
        *("引题", "肩题"),
    ),
    "title": ("title", "headline", "name", "标题", "题目"),
    "subtitle": ("subtitle", "vicetitle", "副题", "副标题"),
    "author": ("author", "authors", "authorname", "byline", "reporter", "writer", "作者", "记者"),
    "content": (
        *("content", "contents", "body", "text", "article", "paragraphs", "html", "fulltext"),
        *("正文", "内容"),
    ),
}
#: What some call other things, too: pictures, accounts.
_SHARED: Mapping[str, Callable[[str], bool]] = {"media": names_newspaper, "writer": may_be_names}
#: What stands before or behind such a name: articleTitle, contentHtml.
_AROUND = compile_late(r"^(?:article|news(?!paper)|doc|main)(?=.)|(?<=.)(?:html|txt)$")
#: What an object says of all articles within it, by names that no crawler gives to the day when it
#: ran or to where it looked.
_ISSUE = {
    "newspaper": ("newspaper", "newspapername", "papername", "paper", "报纸", "报名"),
    "date": ("paperdate", "newsdate", "issuedate", "日期"),
}
#: A page is a newspaper's where its name or day is told, else part of a long answer, as these say.
_PAGE = ("pageno", "版次")
#: What an object that names a newspaper itself may call its day and page besides.
_OWN_DATE = (*_ISSUE["date"], *(name for name in _PARTS["date"] if name != "time"))
_OWN_PAGE = (*_PAGE, *_PARTS["page"])
#: A newspaper's name is more than a page's letter and number: paper is B07, too.
_WORD = compile_late(r"[^\W\d_]{2}")
_ANSWER = compile_late("size|limit|perpage|total")
_PAGE_NUMBER = compile_late(r"(?<![\d.])\d{1,3}(?![\d.])|[一二三四五六七八九十]\s*版|头版")
#: The hour behind a day.
_TIME = compile_late(r"[\sT]+\d{1,2}:\d\d.*$")
#: Where an object within a part has its text.
_INSIDE = ("text", "name", "content", "value")
_DEEPEST = 12


def read_json(data: bytes, name: str) -> list[Line]:
    """The lines of a JSON file: of articles, or in reading order of lines with boxes.

    Raises ContentError for what is neither.
    """
    told = _load(decode_text(data, name), name)
    if sheets := list_sheets(told):
        return [part for sheet in sheets for part in (Line(""), *order_lines(sheet))][1:]
    articles = list(_walk(told, 0, {}))
    if articles:
        return list(_list_lines(articles, name))
    if isinstance(told, list) and told and all(isinstance(line, str) for line in told):
        return [Line(line) for line in told]
    raise refuse(name, "JSON 里没有认得的文章（title、content）或带坐标的文字（text、box）")


def _load(text: str, name: str) -> object:
    """The value that a file's text is, or those that its lines are, one to a line."""
    try:
        try:
            return json.loads(text)
        except ValueError:
            return [json.loads(line) for line in text.split("\n") if line.strip()]
    except (ValueError, RecursionError):
        raise refuse(name, "JSON 文件坏了或不完整，请重新导出") from None


def _walk(value: object, depth: int, issue: Mapping[str, str]) -> Iterator[_Object]:
    """Every article in a value, in its order, with the issue that those around it tell."""
    inner = value
    if isinstance(value, Mapping):
        issue = _read_issue(value, issue)
        if _is_article(value):
            yield {**value, **{part: issue[part] for part in issue if not _read_part(value, part)}}
            return
        inner = value.values()
    if depth < _DEEPEST and isinstance(inner, Sequence | ValuesView):
        for item in inner:
            if not isinstance(item, str):
                yield from _walk(item, depth + 1, issue)


def _read_issue(told: _Object, above: Mapping[str, str]) -> dict[str, str]:
    """The issue of all within an object, as it says and those around it."""
    named = {name: list(filter(_is_plain, said)) for name, said in _list_named(told).items()}
    newspapers = list(filter(_WORD.search, _read_first(named, _ISSUE["newspaper"])))
    dates = _read_first(named, _OWN_DATE if newspapers else _ISSUE["date"])
    pages: list[str] = []
    if (above or newspapers or dates) and not any(map(_ANSWER.search, named)):
        pages = _read_pages(named, _OWN_PAGE if newspapers else _PAGE)
    found = {"newspaper": newspapers, "date": dates, "page": pages}
    return {**above, **{part: texts[0] for part, texts in found.items() if texts}}


def _is_plain(value: object) -> bool:
    """Whether a value may say something of an issue: no list and no article is called as one."""
    return not (isinstance(value, list) or (isinstance(value, Mapping) and _is_article(value)))


def _is_article(told: _Object) -> bool:
    return bool(_read_part(told, "title")) and bool(_read_part(told, "content"))


def _list_lines(articles: Sequence[_Object], name: str) -> Iterator[Line]:
    """The lines of articles one below the other, each with its issue where that is another."""
    issue = ""
    for article in articles:
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


def _read_part(article: _Object, part: str) -> list[str]:
    """The texts that one part of an article has, under whichever name."""
    read = _read_pages if part == "page" else _read_first
    return read(_list_named(article), _PARTS[part])


def _read_pages(named: Mapping[str, Sequence[object]], names: Sequence[str]) -> list[str]:
    """The pages' numbers under some names, the front page's in digits; what is none is no page."""
    texts = chain.from_iterable(_list_told(named, names))
    return [text.replace("头版", "1版") for text in texts if _PAGE_NUMBER.search(text)]


def _read_first(named: Mapping[str, Sequence[object]], names: Sequence[str]) -> list[str]:
    """The texts of the first of some names that has any."""
    return next(filter(None, _list_told(named, names)), [])


def _list_told(named: Mapping[str, Sequence[object]], names: Sequence[str]) -> Iterator[list[str]]:
    """The texts of each value under some names."""
    for name in names:
        told = _SHARED.get(name, bool)
        yield from (list(filter(told, _list_texts(value))) for value in named.get(name, ()))


def _list_named(article: _Object) -> dict[str, list[object]]:
    """What an article has under each name, pub_time and pubTime being one.

    What has that name comes before what has it behind another word.
    """
    folded = [("".join(filter(str.isalnum, str(key).lower())), v) for key, v in article.items()]
    bare = [(_AROUND.sub("", key), v) for key, v in folded if _AROUND.search(key)]
    named: dict[str, list[object]] = {}
    for key, value in (*folded, *bare):
        named.setdefault(key, []).append(value)
    return named


def _list_texts(value: object) -> list[str]:
    """The texts of a value that is one or a list of them."""
    items = value if isinstance(value, list) else [value]
    return [text for item in items if (text := _read_text(item))]


def _read_text(value: object) -> str:
    """A text, or that of an object: a paragraph's, an author's name."""
    if isinstance(value, Mapping):
        value = next((value[key] for key in _INSIDE if value.get(key)), None)
    return str(value).strip() if isinstance(value, str | int) else ""

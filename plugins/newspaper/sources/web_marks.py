"""What a web page's marks tell: WeChat's account and author, an e-paper's issue, captions."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice, pairwise, takewhile, zip_longest

from bs4 import BeautifulSoup, Tag
from bs4.element import Comment, NavigableString, PageElement

from plugins.chinese.expressions import compile_late
from plugins.newspaper.evidence.personal_names import is_name
from plugins.newspaper.layout.newspaper_names import EDITIONS
from plugins.newspaper.layout.page_heads import read_head_name
from plugins.newspaper.sources.raw_page import Line

#: Where WeChat has an article's author, its account and its day.
_WECHAT = {
    ".rich_media_meta_text": "作者：",
    ".rich_media_meta_nickname": "公众号：",
    "#js_name": "公众号：",
    "#publish_time": "发布时间：",
}
#: What else it has there: where who wrote was, that it is original, what it is tagged with.
_WECHAT_ASIDE = "#js_ip_wording_wrp, #js_ip_wording, #copyright_logo, #js_tags"
#: A day, as WeChat prints it where other pages have an author.
_DAY = compile_late(r"(?:\d{4}\s*[-年./]\s*)?\d{1,2}\s*[-月./]\s*\d{1,2}")
_NAME = r"([\u4e00-\u9fff]{2,8}?(?<!数字)(?<!电子)报)"
_PAPER = compile_late(rf"\s*{_NAME}(?:{'|'.join(EDITIONS)})?(?![\u4e00-\u9fff])")
_OWNER = compile_late(rf"(?:^|\s){_NAME}(?:社|报?业集团|网)?\s*(?:版权所有|主办)|^{_NAME}社$")
_DAY_LABEL = compile_late(r"(?:发布|发文|成文|生成|公开|发表)(?:日期|时间)\s*[:：]?")
_WHOLE_DAY = compile_late(r"(?:19|20)\d\d\s*[-年./]\s*\d{1,2}\s*[-月./]\s*\d{1,2}")
_ISSUE = (
    compile_late(r"第\s*[A-Z]?\d{1,3}\s*版"),
    compile_late(r"(?:19|20)\d\d\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日"),
)
#: No text that tells an issue is longer; that of articles is.
_LONGEST_HEAD = 40
#: How blocks are called that hold a picture's caption.
_CAPTIONED = compile_late(
    r"(?:^|[-_ ])(?:tu|pic|img|image|photo|caption|figcaption|zp|tp)", re.IGNORECASE
)
#: What stands for a picture: a line below it may be its caption.
_FILMS = ("iframe", "video", "embed")
_HIDDEN, _CENTRED = compile_late(r"display\s*:\s*none"), compile_late(r"text-align\s*:\s*center")
#: What runs on has such marks: menus have none.
_RUNNING = compile_late("[，。；！？]")
#: The share of the text that is hidden where a script shows it, and that of a place that has some.
_SHOWN, _LEAST_SHOWN = 0.5, 0.1
#: What sites state of an article where nobody sees it: 方正 e-papers in a comment, others by names.
_STATED = compile_late(
    r"<(?P<name>title|introtitle|subtitle|date|nodename)>(?P<told>[^<>]+)</(?P=name)>"
)
_METAS = {"articletitle": "title", "pubdate": "date", "og:title": "title"}
_HEADS = {"title": "founder-title", "introtitle": "founder-intro", "subtitle": "founder-subtitle"}
_PAGE = compile_late(r"[A-Z]?\d{1,3}(?!\d)")
#: A head's text may stand in so many elements within each other.
_WITHIN = 4
#: No caption without such a name is longer.
_LONGEST = 45
_STOPS = tuple("。！？；：，…!?;:,")


def name_authors(soup: BeautifulSoup) -> None:
    """Say of what WeChat prints below a headline which is the author and which the account.

    Where it has the author an account may stand as well: that is no person's name.
    """
    for element in soup.select(_WECHAT_ASIDE):
        element.decompose()
    known = soup.select_one("#js_name, .rich_media_meta_nickname") is not None
    for mark, label in _WECHAT.items():
        for element in soup.select(mark):
            words = " ".join(element.get_text().split())
            if words and not words.startswith(tuple(_WECHAT.values())):
                told = _name_label(words, label, known=known)
                element.name, element.string = "p", f"{told}{words}"


def _name_label(words: str, label: str, *, known: bool) -> str:
    """What WeChat has there, whether or not its account is `known` from elsewhere."""
    if _DAY.match(words):
        return "发布时间："
    if label == "作者：" and not any(map(is_name, words.replace("、", " ").split())):
        return "来源：" if known else "公众号："
    return label


def mark_stated_heads(soup: BeautifulSoup, stated: Mapping[str, str]) -> None:
    """Name the elements that print the headline, kicker and subtitle that a page states."""
    wanted = {_close(stated[part]): name for part, name in _HEADS.items() if stated.get(part)}
    seen: set[int] = set()
    for text in soup.find_all(string=True) if wanted else ():
        closed = _close(text)
        if not closed or not any(told.startswith(closed) for told in wanted):
            continue
        if text.find_parent(["a", "title", *_HEADS.values()]) is None:
            _name_head(text, wanted, seen)


def _name_head(text: PageElement, wanted: Mapping[str, str], seen: set[int]) -> None:
    """Name the innermost element around a string that is a headline; each is read only once."""
    for element in islice(text.parents, _WITHIN):
        if id(element) not in seen:
            seen.add(id(element))
            if name := wanted.get(_read_short(element, wanted)):
                element.name = name
                return


def _read_short(element: Tag, heads: Iterable[str]) -> str:
    """An element's text, read no further than where it is longer than all heads."""
    longest, told = max(map(len, heads)), ""
    for text in element.strings:
        told += _close(text)
        if len(told) > longest:
            break
    return told


def read_stated(soup: BeautifulSoup) -> dict[str, str]:
    """What a page states of its article, by the names of `_STATED`; nothing where it does not."""
    comments = (c for c in soup.find_all(string=True) if isinstance(c, Comment))
    told = [(m["name"], m["told"]) for c in comments for m in _STATED.finditer(c)]
    for meta in soup.find_all("meta"):
        name = str(meta.get("name") or meta.get("property") or "").lower()
        if name in _METAS:
            told.append((_METAS[name], str(meta.get("content") or "")))
    return {name: text.strip() for name, text in reversed(told) if text.strip()}


def _close(text: str) -> str:
    return "".join(text.split())


def hide_unprinted(soup: BeautifulSoup) -> None:
    """Take away what a page hides, but for its text; films stand for pictures.

    Where half of the text is hidden, a script shows it, in tabs or in one place.
    """
    for film in soup.find_all(_FILMS):
        film.clear()
        film.name = "img"
    hidden = soup.find_all(lambda tag: bool(_HIDDEN.search(str(tag.get("style")))))
    for element in _list_unprinted(soup, hidden) if hidden else ():
        if not element.decomposed:
            element.decompose()


def _list_unprinted(soup: BeautifulSoup, hidden: Sequence[Tag]) -> list[Tag]:
    """The hidden elements that are no text of the page, those in one place weighed as one."""
    tags = soup.find_all(True)
    sizes = _weigh(soup, tags)
    known, within = set(map(id, hidden)), set[int]()
    for tag in tags:
        if id(tag) in known or id(tag.parent) in within:
            within.add(id(tag))
    together = sum(sizes[id(element)] for element in hidden if id(element.parent) not in within)
    places: Counter[int] = Counter()
    for element in hidden:
        places[id(element.parent)] += sizes[id(element)]
    whole = sizes[id(soup)]
    least = whole * (_SHOWN if together < whole * _SHOWN else _LEAST_SHOWN)
    return [element for element in hidden if places[id(element.parent)] < least]


def _weigh(soup: BeautifulSoup, tags: Sequence[Tag]) -> Counter[int]:
    """How much running text stands in each element, by its identity."""
    sizes: Counter[int] = Counter()
    for text in soup.strings:
        sizes[id(text.parent)] += len(text.strip()) if _RUNNING.search(text) else 0
    for tag in reversed(tags):
        sizes[id(tag.parent)] += sizes[id(tag)]
    return sizes


def read_issue(soup: BeautifulSoup, stated: Mapping[str, str]) -> str:
    """The newspaper, page and day that an e-paper prints around an article, if each is one.

    Where menus name others it is the one outside of them, or that which the page states.
    """
    texts = [text for text in soup.find_all(string=True) if 0 < len(text) < _LONGEST_HEAD]
    told = _find_papers(soup, texts)
    page = _PAGE.match(stated.get("nodename", ""))
    known_parts = (page and f"第{page[0]}版", *stated.get("date", "").split()[:1])
    for pattern, known in zip_longest(_ISSUE, known_parts):
        places = [(m[0], text) for text in texts for m in pattern.finditer(text)]
        found = {one for one, _ in places}
        if len(found) > 1:
            found = {one for one, text in places if text.find_parent("a") is None}
        told += found if len(found) == 1 else [known] if known else []
    return " ".join(told) if len(told) > 1 else ""


def read_day(soup: BeautifulSoup) -> str:
    """The day that a site gives in a table of labels around the article, as a line of its own."""
    texts = [text.strip() for text in soup.find_all(string=True) if text.strip()]
    told = (
        day[0]
        for label, value in pairwise(texts)
        if _DAY_LABEL.fullmatch(label) and (day := _WHOLE_DAY.match(value))
    )
    return next((f"发布时间：{day}" for day in told), "")


def _find_papers(soup: BeautifulSoup, texts: Sequence[str]) -> list[str]:
    """The newspaper's name by the page's title, or else by whom it says to own it."""
    if paper := _PAPER.match(soup.title.get_text() if soup.title else ""):
        return [paper[1]]
    told = (_OWNER.search(" ".join(text.split())) for text in texts)
    owners = {owner[1] or owner[2] for owner in told if owner}
    names = owners or _find_head_papers(soup)
    return sorted(names) if len(names) == 1 else []


def _find_head_papers(soup: BeautifulSoup) -> set[str]:
    """The newspapers' names by lines above all running text that tell its page or day."""
    texts = (t for t in (soup.body or soup).find_all(string=True) if type(t) is NavigableString)
    above = takewhile(lambda t: len(t) < _LONGEST_HEAD or not _RUNNING.search(t), texts)
    return {name for t in above if (name := read_head_name(t)) and not t.find_parent("a")}


def is_caption(line: Line, place: Tag) -> bool:
    """Whether a line directly below a picture, in this element, is the picture's caption.

    It is short and no sentence, unless it is set apart from text by its place or its name.
    """
    if line.size or not line.text:
        return False
    around = [place, *_list_around(place)]
    if any(_CAPTIONED.search(_read_names(element)) for element in around):
        return True
    centred = any(
        element.get("align") == "center" or _CENTRED.search(str(element.get("style")))
        for element in around
    )
    return len(line.text) <= _LONGEST and (centred or not line.text.endswith(_STOPS))


def _list_around(element: PageElement) -> Iterator[Tag]:
    """The elements that hold this one alone."""
    for above in element.parents:
        if sum(1 for _ in zip(above.stripped_strings, "12", strict=False)) > 1:
            return
        yield above


def _read_names(element: Tag) -> str:
    return f"{element.name} {' '.join(element.get('class') or ())} {element.get('id') or ''}"

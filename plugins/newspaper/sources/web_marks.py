"""What a web page's marks tell: WeChat's account and author, an e-paper's issue, captions."""

import re
from collections.abc import Iterator

from bs4 import BeautifulSoup, Tag
from bs4.element import PageElement

from plugins.chinese.expressions import compile_late
from plugins.newspaper.evidence.personal_names import is_name
from plugins.newspaper.sources.raw_page import Line

#: Where WeChat has an article's author, its account and its day.
_WECHAT = {
    ".rich_media_meta_text": "作者：",
    ".rich_media_meta_nickname": "公众号：",
    "#js_name": "公众号：",
    "#publish_time": "发布时间：",
}
#: A day, as WeChat prints it where other pages have an author.
_DAY = compile_late(r"(?:\d{4}\s*[-年./]\s*)?\d{1,2}\s*[-月./]\s*\d{1,2}")
_PAPER = compile_late(r"\s*([\u4e00-\u9fff]{2,8}报)(?![\u4e00-\u9fff])")
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
_CENTRED = compile_late(r"text-align\s*:\s*center")
#: No caption without such a name is longer.
_LONGEST = 45
_STOPS = tuple("。！？；：，…!?;:,")


def name_authors(soup: BeautifulSoup) -> None:
    """Say of what WeChat prints below a headline which is the author and which the account.

    Where it has the author an account may stand as well: that is no person's name.
    """
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


def read_issue(soup: BeautifulSoup) -> str:
    """The newspaper, page and day that an e-paper prints around an article, if each is one."""
    title = soup.title.get_text() if soup.title else ""
    paper = _PAPER.match(title)
    told = [paper[1]] if paper else []
    for pattern in _ISSUE:
        texts = (text for text in soup.stripped_strings if len(text) < _LONGEST_HEAD)
        found = {told[0] for text in texts for told in pattern.finditer(text)}
        told += found if len(found) == 1 else ()
    return " ".join(told) if len(told) > 1 else ""


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

"""Which newspaper, date and page a raw file is: from the command, a sidecar, or the page."""

import datetime
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

from pydantic import field_validator

from plugins.chinese.expressions import compile_late
from plugins.chinese.reading_form import make_reading_form
from plugins.content.records import read_record, read_text
from plugins.model import Day
from plugins.model.front_matter import LAST_PAGE, Record
from plugins.newspaper.furniture.lines import is_masthead, names_office
from plugins.newspaper.layout.newspaper_names import EDITIONS, names_newspaper
from plugins.newspaper.layout.page import Page, SetAside
from plugins.newspaper.layout.page_heads import (
    SECTION,
    Part,
    cut_parts,
    mend_digits,
    read_number,
)
from plugins.system.refusal import FieldError

#: Furniture that says of which issue a page is.
_HEADS = ("刊期", "日期", "来源", "编印")
_PLACES = (*_HEADS, "版次", "页码")
_NUMERAL = "[\\d〇○零一二三四五六七八九十]"
_DATE = compile_late(
    rf"({_NUMERAL}{{4}})\s*年\s*({_NUMERAL}{{1,3}})\s*月\s*({_NUMERAL}{{1,3}})\s*日"
)
_PARTED = compile_late(r"(\d{4}年\d{1,2}月)\n(\d{1,2})日?")
#: Years of the Republic, counted from 1912: 中华民国三十八年 is 1949.
_REPUBLIC = compile_late(
    rf"民国\s*({_NUMERAL}{{1,3}})\s*年\s*({_NUMERAL}{{1,3}})\s*月\s*({_NUMERAL}{{1,3}})\s*日"
)
#: As typed by hand: 2019-11-21, 2019.11.21, 20191121.
_PLAIN_DATE = compile_late(
    r"(?<!\d)(\d{4})(?:\s*[-./]\s*(\d{1,2})\s*[-./]\s*(\d{1,2})|(\d\d)(\d\d))(?!\d)"
)
#: Parts of a head that tell the page, days, and what may stand beside a number without a word.
_PAGES, _DAYS = ("版次", "版号"), ("日期", "星期", "农历", "节令", "月份")
_BESIDE = frozenset([*_PAGES, *_DAYS, "号数", "期号", "版数", "人员", "联系", "报名", "版名"])
_NUMBER = compile_late(rf"[A-Z]?({_NUMERAL}{{1,3}})")
#: The name of a page, beside which a number is the page's: elsewhere it may count something.
_PAGE_NAME = compile_late(rf"(?:(?:{SECTION})·?){{1,3}}版?")
_NEWSPAPER = compile_late(
    r"《\s*([^《》]{2,12}?)\s*》|(?:报纸|报名)\s*[:：]\s*([\u4e00-\u9fff]{2,12})|([\u4e00-\u9fff]{2,8}(?<![预海喜捷情])报)"
)
#: What parts the words of a page's head.
_PARTING = compile_late(r"[\s|｜/:：,，]+")
#: Those that publish on the web, as sources name them, and the name of an account there.
_SOURCE = compile_late(
    r"(?:来源|稿源|报纸)\s*[:：丨|]\s*([\u4e00-\u9fff]{2,14}?(?:融媒体?(?:中心)?|(?:新闻|传媒)中心|新闻网|电视台|网|发布|客户端|传媒|在线))"
    r"(?![\u4e00-\u9fff])"
)
_ACCOUNT = compile_late(r"公众号\s*[:：]\s*(\S{2,20})")
#: How a line begins that tells the issue of one article, rather than of a page.
_TELLS_ARTICLE = compile_late(
    r".{0,30}(?:来源|稿源|作者|发布|发表|时间|点击|浏览|阅读)|(?:日期|报纸|公众号)\s*[:：]"
)
#: A masthead stands in a page's first lines; farther down a newspaper's name is a source.
_MASTHEAD_LINES = 5
#: What stands at the top of pages, and is no newspaper's name.
_NO_NEWSPAPER = compile_late("机关报|文件$")
#: A newspaper's edition on the web goes by the newspaper's name: 安康日报数字报.
_EDITION = compile_late(rf"报(?:{'|'.join(EDITIONS)})")


class Issue(Record):
    """A newspaper's issue and page, as far as they are known."""

    newspaper: str | None = None
    date: Day | None = None
    page: int | None = None

    @field_validator("page")
    @classmethod
    def _check_page(cls, page: int | None) -> int | None:
        if page is not None and not 1 <= page <= LAST_PAGE:
            raise FieldError(f"“page”是第几版，要在 1 到 {LAST_PAGE} 之间，不能是“{page}”")
        return page

    def fill(self, other: "Issue") -> "Issue":
        """This issue, what is unknown taken from `other`."""
        known = {k: v for k, v in self if v is not None}
        return Issue(**{**dict(other), **known})


def read_sidecar(raw: Path) -> Issue:
    """What the file of the same name ending in .yaml says of a raw page; nothing without one.

    Raises ContentError where that file is broken.
    """
    path = raw.with_suffix(".yaml")
    if not path.exists():
        return Issue()
    return read_record(Issue, read_text(path), path)[0]


def find_issue(furniture: Sequence[SetAside]) -> Issue:
    """The newspaper, date and page number that the page itself prints; never anything guessed."""
    lines = [a for a in furniture if a.why in _PLACES]
    texts = [_read(a) for a in lines]
    dates = {d for t in texts if (d := read_date(t))} or _read_parted(texts)
    newspaper = _find_newspaper(furniture)
    pages = _list_pages(texts) or _list_bare_pages(texts, newspaper)
    return Issue(
        newspaper=newspaper,
        date=dates.pop() if len(dates) == 1 else None,
        page=pages.pop() if len(pages) == 1 else None,
    )


def find_own_issues(page: Page, issue: Issue) -> list[Issue]:
    """The issue of each article of a page, where web pages or a crawler's articles make it up.

    Each of these says above its text, or behind it, when and where it was published; one that does
    not is of the issue of that above it. What `issue`, that of the whole page, knows holds for all.
    """
    dated = [a for a in page.furniture if a.why in (*_HEADS, "版次") and read_date(_read(a))]
    if not all(_TELLS_ARTICLE.match(_read(a)) for a in dated):
        return [issue for _ in page.articles]
    lines = sorted([*page.furniture, *page.sources], key=lambda line: line.line)
    own: list[Issue] = []
    end, known = 0, issue
    for article in page.articles:
        start, end = end, max(article.numbers)
        known = issue.fill(find_issue([a for a in lines if start < a.line <= end]).fill(known))
        own.append(known)
    return own


def _find_newspaper(furniture: Sequence[SetAside]) -> str | None:
    """What the page says that published it: a newspaper, or else a site's source or account."""
    mastheads = [_read(a) for a in furniture if a.why == "刊头" and a.line <= _MASTHEAD_LINES]
    heads = [_cut_days(_read(a)) for a in furniture if a.why in _PLACES] + mastheads
    words = [word for t in heads for word in _PARTING.split(t)]
    tiers = (
        {"".join(t.split()) for t in mastheads if is_masthead(t) and not _NO_NEWSPAPER.search(t)},
        {m[1] or m[2] or m[3] for t in heads for m in _NEWSPAPER.finditer(t)},
        {word for word in words if names_newspaper(word)},
        {m[1] for t in heads for m in _SOURCE.finditer(t)},
        {m[1] for t in heads for m in _ACCOUNT.finditer(t)},
        {n for a in furniture if a.line <= _MASTHEAD_LINES and (n := _read_bulletin(_read(a)))},
    )
    told = next((names for names in tiers if names), {""})
    return told.pop() or None if len(told) == 1 else None


def _read(line: SetAside) -> str:
    told = mend_digits(make_reading_form(line.text, simplified=True).text)
    return _EDITION.sub("报", told)


def _list_pages(texts: Sequence[str]) -> set[int]:
    """The page numbers that these lines name as such; one that names several is a menu."""
    told = ({_read_page(part) for part in cut_parts(text)} - {0} for text in texts)
    return {page for pages in told if len(pages) == 1 for page in pages}


def _read_page(part: Part) -> int:
    """The number that a part of a head names as a page's; else 0: 第3版, A05, but neither 3."""
    number = _NUMBER.search(part.text)
    named = part.name == "版次" or (part.name == "版号" and not part.text.isdigit())
    return read_number(number[1]) if named and number and "页" not in part.text else 0


def _list_bare_pages(texts: Sequence[str], newspaper: str | None) -> set[int]:
    """Those that are all that a line has beside days, makers, the newspaper and a page's name."""
    return {_read_bare_page(text.replace(newspaper or "\n", "\n")) for text in texts} - {0}


def _read_bare_page(text: str) -> int:
    """The number without a word that is a line's only one, with a page's name beside it or none."""
    told: dict[str, list[str]] = {}
    for part in cut_parts(text):
        told.setdefault(part.name, []).append(part.text)
    numbers, names = told.get("版号", []), told.get("版名", [])
    # Elsewhere a number may count something, unless it is written as pages are: 04.
    written = numbers[:1] < ["1"] and not told.keys() & set(_DAYS)
    named = not names or (len(names) == 1 and (written or _PAGE_NAME.fullmatch(names[0])))
    alone = len(numbers) == 1 and numbers[0].isdigit() and told.keys() <= _BESIDE
    return read_number(numbers[0]) if alone and named else 0


def _read_bulletin(text: str) -> str:
    """The one name, of whatever words, in a line that tells a bulletin's number; else empty."""
    told = list(cut_parts(text))
    names = [part.text for part in told if part.name in ("版名", "报名")]
    numbered = len(names) == 1 and any(part.name == "期号" for part in told)
    named = numbered and not (names_office(names[0]) or _PAGE_NAME.fullmatch(names[0]))
    return names[0] if named else ""


def _cut_days(text: str) -> str:
    """The text with a new line for each day: a name ends before it."""
    for part in reversed(list(cut_parts(text))):
        if part.name in _DAYS:
            text = f"{text[: part.start]}\n{text[part.start + len(part.text) :]}"
    return text


def _read_parted(texts: Sequence[str]) -> set[datetime.date]:
    """The day whose number stands in a line of its own below its month's: 2019年11月, 21."""
    parted = (_PARTED.fullmatch("\n".join(pair)) for pair in pairwise(texts))
    return {d for m in parted if m and (d := read_date(f"{m[1]}{m[2]}日"))}


def read_date(text: str) -> datetime.date | None:
    """The day that a text states in any form: 2019年3月21日, 2019-3-21, 二〇一九年三月二十一日."""
    republic = _REPUBLIC.search(text)
    match = republic or _DATE.search(text) or _PLAIN_DATE.search(text)
    if match is None:
        return None
    year, *rest = (read_number(part) for part in match.groups() if part)
    try:
        return datetime.date(year + 1911 * (republic is not None), *rest)
    except ValueError:
        return None

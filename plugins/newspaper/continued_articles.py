"""Articles that go on on another page of their issue: joined where that page is here as well.

What stands on page 1 as （下转第4版） and on page 4 as （上接第1版） is one article, of page 1.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from plugins.chinese.characters import ends_with_stop
from plugins.chinese.expressions import compile_late
from plugins.chinese.reading_form import make_reading_form
from plugins.model import Block
from plugins.newspaper.doubts.continuations import FROM_ELSEWHERE, find_origin
from plugins.newspaper.doubts.cuts import UNFINISHED
from plugins.newspaper.evidence.continuations import strip_page
from plugins.newspaper.layout.page import Page, RawArticle
from plugins.newspaper.layout.page_heads import read_number

_PAGE = r"(?P<page>第?\s*[A-Z]?[\d一二三四五六七八九十]{1,3})\s*[版页]"
_ONWARD = compile_late(
    rf"\s*[（(【\[]?\s*[▶►■●]?\s*下\s*转\s*{_PAGE}[^）)】\]。]{{0,8}}[）)】\]]?\s*$"
)
_POINTER = compile_late(rf"(?:下\s*转|[上紧]\s*接)\s*{_PAGE}")
_NUMBER = compile_late(r"[\d〇零一二三四五六七八九十]+")
#: One of these stands in each of them, as printed.
_POINTING = frozenset("转轉接")
#: So many characters of a headline tell that another is the same.
_ALIKE = 4


@dataclass(frozen=True, slots=True)
class OtherPage:
    """Another page of the same issue: its file's name, its number and its articles."""

    name: str
    number: int
    page: Page


def list_pointers(lines: Sequence[str]) -> set[int]:
    """The numbers of the pages that these lines lead to, or come from."""
    pointing = (line for line in lines if not _POINTING.isdisjoint(line))
    found = (told for line in pointing for told in _POINTER.finditer(_read(line)))
    return {_read_page(told["page"]) for told in found} - {0}


def join_pages(
    page: Page, number: int, others: Sequence[OtherPage]
) -> tuple[Page, dict[int, OtherPage]]:
    """Page `number` with its articles joined to what of them stands on the other pages.

    Also which of its articles, by their numbers from 0, are such rests, and of which page.
    """
    articles, rests = list(page.articles), dict[int, OtherPage]()
    for other in others:
        for n, rest in pair_rests(page, number, other.page, other.number):
            articles[n] = join_rest(articles[n], other.page.articles[rest], other)
        for _, rest in pair_rests(other.page, other.number, page, number):
            rests[rest] = other
    return replace(page, articles=tuple(articles)), rests


def find_onward(page: Page, article: RawArticle) -> int:
    """The number of the page that an article says at its end to go on on; 0 where it says none."""
    text = article.body[places[-1]] if (places := _list_text(article)) else None
    if text is None or not text.source_lines:
        return 0
    below = max(text.source_lines) + 1
    lines = {aside.line: aside.text for aside in page.furniture if aside.why == "转版"}
    # The pointer stands behind the last word, or on the next line that is not empty.
    near = min((n for n in lines if n >= below), default=0)
    others = (a for a in page.articles if a is not article)
    between = {n for a in others for n in a.numbers} & set(range(below, near))
    told = _ONWARD.search(_read(text.text))
    if told is None and near and not between:
        told = _ONWARD.search(_read(lines[near]))
    return _read_page(told["page"]) if told else 0


def pair_rests(page: Page, number: int, other: Page, onto: int) -> Iterator[tuple[int, int]]:
    """Pairs of an article of page `number` and its rest on page `onto`, by their places.

    One article and one rest are a pair; of several only those of the same headline.
    """
    ends = [n for n, a in enumerate(page.articles) if find_onward(page, a) == onto]
    rests = [n for n, a in enumerate(other.articles) if _find_start(other, a) == number]
    if len(ends) == len(rests) == 1:
        yield ends[0], rests[0]
        return
    for n in ends:
        same = [r for r in rests if _are_alike(page.articles[n], other.articles[r])]
        if len(same) == 1:
            yield n, same[0]


def join_rest(article: RawArticle, rest: RawArticle, other: OtherPage) -> RawArticle:
    """The article with its rest behind it, without the words that lead from page to page."""
    end, start = _list_text(article)[-1], _list_text(rest)[0]
    last, first = article.body[end], rest.body[start]
    before, after = _cut_onward(last.text), _cut_origin(first.text)
    if ends_with_stop(before):
        seam = [replace(last, text=before), Block("paragraph", after)]
    else:
        seam = [replace(last, text=before + after)]
    moved = [replace(b, source_lines=()) for b in (*rest.body[:start], *rest.body[start + 1 :])]
    body = (*article.body[:end], *seam, *article.body[end + 1 :], *moved)
    authors = tuple(dict.fromkeys([*article.authors, *rest.authors]))
    kept = (remark for remark in article.review if UNFINISHED not in remark)
    return replace(article, body=body, authors=authors, review=(*kept, *_tell_rest(rest, other)))


def _tell_rest(rest: RawArticle, other: OtherPage) -> Iterator[str]:
    """What an editor should know of a rest: where it stands, its doubts, the head that it loses."""
    page = f"第{other.number}版（{other.name}）"
    yield f"末尾接上了{page}第{rest.numbers[0]}行起的文字，请核对"
    printed = (rest.kicker, rest.title if rest.lines.title else None, rest.subtitle)
    if head := "".join(f"“{words}”" for words in printed if words):
        yield f"{page}在这些文字上面印的标题没有收入：{head}"
    yield from (f"{page}：{remark}" for remark in rest.review if FROM_ELSEWHERE not in remark)


def _list_text(article: RawArticle) -> list[int]:
    """The places of an article's paragraphs: captions and rows may stand around them."""
    return [n for n, block in enumerate(article.body) if block.type == "paragraph"]


def _cut_onward(text: str) -> str:
    form = make_reading_form(text, simplified=True)
    told = _ONWARD.search(form.text)
    return text[: form.locate(*told.span())[0]] if told else text


def _cut_origin(text: str) -> str:
    form = make_reading_form(text, simplified=True)
    cut = len(form.text) - len(strip_page(form.text))
    return text[form.locate(cut, cut)[0] :] if cut else text


def _find_start(page: Page, article: RawArticle) -> int:
    return _read_page(find_origin(page, article))


def _are_alike(article: RawArticle, rest: RawArticle) -> bool:
    """Whether a rest stands below the same headline as its article, or a part of it."""
    one, other = ("".join(filter(str.isalnum, a.title)) for a in (article, rest))
    return min(len(one), len(other)) >= _ALIKE and (one in other or other in one)


def _read(text: str) -> str:
    return make_reading_form(text, simplified=True).text


def _read_page(told: str) -> int:
    number = _NUMBER.search(told)
    return read_number(number[0]) if number else 0

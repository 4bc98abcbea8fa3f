"""What OCR may have got wrong, told to whoever reads the articles: digits, columns, lines."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from statistics import mean

from plugins.chinese.expressions import compile_late
from plugins.newspaper.evidence.language import Language
from plugins.newspaper.layout.fragments import Fragment
from plugins.newspaper.layout.page import Page, RawArticle

#: What may be a number that holds letters which OCR takes for digits: O.58亿元, l2l6O人.
_NUMBER = compile_late(r"(?<![A-Za-z0-9.])[0-9OolI](?:[0-9OolI.,]*[0-9OolI])?(?![A-Za-z0-9])")
#: Such a number has a digit and a letter, and is neither oxygen, ozone, a bacterium nor O2O.
_MISREAD = compile_late(r"(?!O[23]$|O157$|O2O$)(?=.*[OolI])(?=.*[0-9]).+")
#: So many of them are named, the others counted.
_NAMED = 3
#: Lines broken off that tell how columns run; fewer say little.
_LEAST_ENDS = 12
#: How much better (nats, a seam being worth 4 at most) the next line but one goes on.
_BETTER, _GOOD, _MOST = 0.8, 1.0, 4.0
#: No running text is set in lines so short.
_SHORTEST = 6
#: A page on which more lines than this have one or two characters is set from top to bottom.
_MANY = 0.4
_STOPS = "。！？；：，、”）)》】!?;:,.…"


def doubt_scan(page: Page, fragments: Sequence[Fragment], language: Language) -> Page:
    """The page with what may be misread of it among the doubts of its articles.

    `fragments` are its lines as they stand, articles' lines only.
    """
    whole = list_page_doubts(fragments, language)
    return replace(
        page,
        articles=tuple(
            replace(a, review=(*a.review, *whole, *_list_misread(a))) for a in page.articles
        ),
    )


def list_page_doubts(fragments: Sequence[Fragment], language: Language) -> list[str]:
    """What speaks against the order of a page's lines, in Chinese."""
    lines = [fragment.reading for fragment in fragments]
    doubts = []
    if _are_interleaved(lines, language):
        doubts.append("相邻两行接不上，隔行才接得上，像是两栏交错着认出来的，请按栏整理原文")
    short = sum(len(line) <= 2 for line in lines)
    if short >= _LEAST_ENDS and short > _MANY * len(lines):
        doubts.append("许多行只有一两个字，像是竖排的文字，请整理成横排的原文")
    return doubts


def _are_interleaved(lines: Sequence[str], language: Language) -> bool:
    next_lines = _weigh_seams(list(pairwise(lines)), language)
    if len(next_lines) < _LEAST_ENDS:
        return False
    second = _weigh_seams(list(zip(lines, lines[2:], strict=False)), language)
    good = bool(second) and mean(second) > _GOOD
    return good and mean(second) - mean(next_lines) > _BETTER


def _weigh_seams(pairs: Sequence[tuple[str, str]], language: Language) -> list[float]:
    """How well lines that break off go on in the line paired with each."""
    return [
        max(-_MOST, min(_MOST, language.weigh_seam(line, other)))
        for line, other in pairs
        if line[-1] not in _STOPS and min(len(line), len(other)) > _SHORTEST
    ]


def _list_misread(article: RawArticle) -> list[str]:
    """The article's numbers with letters in them, each with its line."""
    found = [
        (block.source_lines[0], number)
        for block in article.body
        if block.source_lines
        for number in find_misread(block.text)
    ]
    doubts = [
        f"第{line}行起的“{number}”像是认错的数字，请对照原件" for line, number in found[:_NAMED]
    ]
    rest = len(found) - _NAMED
    return [*doubts, f"另有 {rest} 处数字里有字母 O、l、I，请对照原件"] if rest > 0 else doubts


def find_misread(text: str) -> list[str]:
    """The numbers of a text that OCR's letters stand in."""
    return [number for number in _NUMBER.findall(text) if _MISREAD.fullmatch(number)]

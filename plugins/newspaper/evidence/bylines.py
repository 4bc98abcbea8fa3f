"""Bylines and datelines: where an article says who wrote it.

A byline (署名) is a line of its own, 通讯员 陈善刚; a dateline (消息头) opens the first paragraph,
本报讯(记者 张三) or 新华社北京1月2日电; some papers put the author behind the last stop.
"""

import re

from plugins.chinese.characters import STOPS
from plugins.chinese.datelines import find_dateline_end
from plugins.model import Author
from plugins.newspaper.evidence.credits import read_credits

_PARENTHESES = re.compile(r"[（(【]([^（）()【】]{2,70})[）)】]")
_BEFORE_TEXT = re.compile(
    r"\s*((?:[\u4e00-\u9fff]{0,6}(?:记者|通讯员))[^。，,；;“”]{2,40}?)(?:报道|摄影报道)?[:：\s]"
)
_AT_END = re.compile(r"[（(]([^（）()]{2,50})[）)]$")


def is_byline(text: str) -> bool:
    """Whether a whole line names authors with their role: 通讯员 陈善刚, □ 张三, 张三/文."""
    return len(text) <= 70 and read_credits(text) is not None


def may_be_names(text: str) -> bool:
    """Whether a whole line may be nothing but personal names."""
    return len(text) <= 24 and read_credits(text, bare_names=True) is not None


def read_byline(text: str) -> tuple[Author, ...]:
    """The authors of a byline; without a stated role they are 作者."""
    return read_credits(text, bare_names=True) or ()


def has_dateline(text: str) -> bool:
    """Whether a paragraph opens with a dateline (消息头), so that an article starts with it."""
    return find_dateline_end(text) > 0 or _opens_with_credits(text)


def read_dateline(text: str) -> tuple[Author, ...]:
    """The authors that a paragraph's dateline names; none where it has no dateline."""
    start = find_dateline_end(text)
    named = _PARENTHESES.match(text, start + _count_blanks(text, start))
    if named and (authors := read_credits(named[1])):
        return authors
    loose = _BEFORE_TEXT.match(text, start) if start else None
    return (read_credits(loose[1]) or ()) if loose else ()


def strip_dateline(text: str) -> str:
    """A paragraph without the dateline that it opens with, and without the authors named there."""
    start = find_dateline_end(text)
    named = _PARENTHESES.match(text, start + _count_blanks(text, start))
    return text[named.end() :] if named and read_credits(named[1]) else text[start:]


def read_end_credits(text: str) -> tuple[Author, ...]:
    """The authors in parentheses behind an article's last stop: …农民增收。（记者 张三）.

    They may also stand on a line of their own.
    """
    named = _AT_END.search(text)
    if named is None:
        return ()
    before = text[: named.start()].rstrip()
    if before and before[-1] not in STOPS + "”":
        return ()
    return read_credits(named[1], bare_names=True) or ()


def _opens_with_credits(text: str) -> bool:
    named = _PARENTHESES.match(text)
    return named is not None and read_credits(named[1]) is not None and len(text) > named.end()


def _count_blanks(text: str, start: int) -> int:
    return len(text[start:]) - len(text[start:].lstrip())

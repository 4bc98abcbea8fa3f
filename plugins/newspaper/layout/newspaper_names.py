"""Names of newspapers that say so by a place only: 今日凤冈, 余庆时讯; 综合新闻 is a page's.

What such a name is built of is a place and a word for news. That the rest is a place, the word
model tells, so that no list of newspapers is needed.
"""

from functools import lru_cache

from plugins.chinese.expressions import compile_late
from plugins.chinese.words.dictionary import load_dictionary

_NAMED = compile_late(
    r"(?:今日|新)(?P<below>[\u4e00-\u9fff]{2,4})|"
    r"(?P<above>[\u4e00-\u9fff]{2,5}?)(?:新闻|时讯|快讯|资讯|报道|播报|视窗|之窗|之声|通讯|电视报|广播电视报)"
)
_PAPER = compile_late(r"[\u4e00-\u9fff]{1,8}(?:[日晚晨早时商周导]报|农民报|都市报|[晨晚周]刊)")
#: A short name, where a page's head has it: 思南报; 简报 and 画报 are kinds.
_SHORT = compile_late(r"(?P<place>[\u4e00-\u9fff]{2,4})报")
_RANKS = ("", "县", "市", "区", "州")
#: The parts of speech of places and of what goes by a name of its own.
_PLACES = frozenset(["ns", "nr", "nrfg"])


@lru_cache(maxsize=256)
def names_newspaper(text: str) -> bool:
    """Whether a line, or a part of one, is nothing but a newspaper's name."""
    name = "".join(text.split()).strip("《》")
    if _PAPER.fullmatch(name):
        return True
    told = _NAMED.fullmatch(name) or _SHORT.fullmatch(name)
    return told is not None and _is_place(next(filter(None, told.groups())))


def _is_place(word: str) -> bool:
    """Whether a word is a place by itself, or with a county's or a city's rank behind it."""
    tags = load_dictionary().tags
    return any(tags.get(word + rank) in _PLACES for rank in _RANKS)

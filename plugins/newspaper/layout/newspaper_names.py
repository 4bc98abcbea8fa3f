"""Names of newspapers that say so by a place only: 今日凤冈, 余庆时讯; 综合新闻 is a page's.

What such a name is built of is a county's or a city's and a word for news; behind a province or a
country that word names a page (陕西新闻), behind a person who wrote (王平报道). Which places are
counties, the word model tells, so that no list of newspapers is needed.
"""

from functools import lru_cache

from plugins.chinese.expressions import compile_late
from plugins.chinese.words.dictionary import load_dictionary

#: What a newspaper's pages on the web are called behind its name.
EDITIONS = ("数字报", "电子报", "电子版", "数字版")
_NAMED = compile_late(
    r"今日(?P<below>[\u4e00-\u9fff]{2,4})|"
    r"(?P<above>[\u4e00-\u9fff]{2,5}?)(?:新闻|时讯|快讯|资讯|报道|播报|视窗|之窗|之声|通讯|电视报|广播电视报)"
)
_PAPER = compile_late(r"[\u4e00-\u9fff]{1,8}(?:[日晚晨早时商周导]报|农民报|都市报|[晨晚周]刊)")
#: A short name, where a page's head has it: 思南报; 简报 and 画报 are kinds.
_SHORT = compile_late(r"(?P<place>[\u4e00-\u9fff]{2,4})报")
_RANKS = ("县", "市", "区", "州")
#: What has a county's rank without being one: municipalities, and regions such as 华东区.
_LARGER = compile_late("北京|天津|上海|重庆|[华东西南北中]{2}")
#: The parts of speech of places, those included that are called like persons: 丹凤县.
_PLACES = frozenset(["ns", "nr", "nrfg"])


@lru_cache(maxsize=256)
def names_newspaper(text: str) -> bool:
    """Whether a line, or a part of one, is nothing but a newspaper's name."""
    name = "".join(text.split()).strip("《》")
    if _PAPER.fullmatch(name):
        return True
    told = _NAMED.fullmatch(name) or _SHORT.fullmatch(name)
    return told is not None and _is_county(next(filter(None, told.groups())))


def _is_county(word: str) -> bool:
    """Whether a word names a county or a city, its rank said or not, and no province."""
    tags = load_dictionary().tags
    bare = word[:-1] if len(word) > 2 and word.endswith(_RANKS) else word
    if _LARGER.fullmatch(bare) or f"{bare}省" in tags:
        return False
    whole = [bare + rank for rank in _RANKS] + [word] * word.endswith("县")
    return any(tags.get(name) in _PLACES for name in whole)

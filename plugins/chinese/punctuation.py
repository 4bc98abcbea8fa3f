"""Half-width punctuation shown full-width in Chinese text, as W3C clreq asks.

Only pages do this: stored text stays as printed. The length never changes, so that offsets into
the printed text hold on the page.
"""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import lru_cache

from plugins.chinese.expressions import compile_late

#: Each half-width mark and the full-width one it becomes.
FULL_WIDTH = dict(zip(",.:;?!()", "，。：；？！（）", strict=True))
#: An article's paragraphs are asked for again: as text, as sentences, around each name.
_REMEMBERED = 500
MARK = compile_late(r"[,.:;?!()]")
_BRACKET = compile_late("[()（）]")
#: Addresses keep their marks; one that closes a sentence is not part of the address.
#: A run of letters is tried once, and not again from each of them.
ADDRESS = compile_late(
    r"(?:(?<![a-z])[a-z]++://|www\.)[!-~]*[\w/=&#%-]|(?<![\w.+-])[\w.+-]++@[\w.-]+\w",
    re.I | re.A,
)
#: What stands between two marks and decides nothing: quotation marks, brackets, the marks.
TRANSPARENT = "“”‘’\"'《》〈〉「」『』【】〔〕[],.:;?!()，。：；？！（）"
#: A run of them that a half-width mark is in.
_RUN = compile_late("(?<![{0}])[{0}]*?{1}[{0}]*+".format(re.escape(TRANSPARENT), MARK.pattern))
HAN = compile_late(r"[\u3005-\u3007\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff、…—]")
#: Marks with Chinese right before and behind; a point may stand in a name.
_BETWEEN = compile_late(rf"[,:;?!](?<={HAN.pattern}.)(?={HAN.pattern})")
#: Characters that foreign and minority names are written with (Xinhua's tables of transliteration).
_SOUNDS = (
    "阿埃艾安昂奥巴拜贝本比毕波伯勃博布查彻达黛丹道德狄迪蒂丁杜多厄恩尔法范菲费芬夫弗福盖甘高戈格贡古"
    "哈海罕汉翰豪赫亨胡霍吉基加贾简江杰金卡凯坎康考柯科克肯库夸拉莱兰朗劳勒雷里丽利莉连列林隆卢鲁路露"
    "伦罗洛吕马玛迈麦曼芒毛梅门蒙米密缅敏明莫默姆穆娜纳南内尼涅宁纽努诺欧帕潘佩彭皮平普契恰乔琼热日茹"
    "瑞萨塞桑森沙莎珊舍什圣史司斯松苏索塔泰坦汤唐特滕提铁廷图托瓦旺威韦维温沃乌西希锡夏谢辛休逊雅亚"
    "延扬耶叶伊因英尤于约泽扎詹朱兹佐买木汗江"
)
#: The point between the parts of such a name (列夫.托尔斯泰), which is no full stop.
NAME_POINT = compile_late(rf"(?<=[{_SOUNDS}]{{2}})\.(?=[{_SOUNDS}]{{2}})")
WORD = compile_late(r"[0-9A-Za-z]")


@lru_cache(maxsize=_REMEMBERED)
def widen(text: str) -> str:
    """Return `text` with the marks of its Chinese sentences full-width; same length.

    A mark counts as Chinese when the nearest character beside it, brackets and quotation marks
    apart, is Chinese; a full stop must follow one. Numbers (8.46, 10:30, 1,000), Latin words,
    ellipses of dots and addresses stay. widen(widen(text)) == widen(text).
    """
    # Nothing makes another of these; what is left is rare, and looked at mark by mark.
    text = _BETWEEN.sub(lambda mark: FULL_WIDTH[mark[0]], text)
    if not MARK.search(text):
        return text
    addresses = {i for match in ADDRESS.finditer(text) for i in range(*match.span())}
    chinese = _find_chinese(text)
    chosen = [
        match.start()
        for match in MARK.finditer(text)
        if match.start() not in addresses
        and match.group() not in "()"
        and _stops(text, match, chinese)
    ]
    chosen += [i for pair in _brackets(text, addresses, chinese) for i in pair]
    characters = list(text)
    for i in chosen:
        characters[i] = FULL_WIDTH.get(characters[i], characters[i])
    return "".join(characters)


@dataclass(frozen=True, slots=True)
class _Chinese:
    """The marks before and after which the nearest character that decides is Chinese."""

    before: Collection[int]
    after: Collection[int]

    def is_near(self, places: Iterable[int]) -> bool:
        return any(at in self.before or at in self.after for at in places)


def _find_chinese(text: str) -> _Chinese:
    """Find the marks that Chinese stands beside, a run of them at a time."""
    before: set[int] = set()
    after: set[int] = set()
    for run in _RUN.finditer(text):
        if run.start() and HAN.match(text, run.start() - 1):
            before.update(range(*run.span()))
        if HAN.match(text, run.end()):
            after.update(range(*run.span()))
    return _Chinese(before, after)


def _stops(text: str, match: re.Match[str], chinese: _Chinese) -> bool:
    at, mark = match.start(), match.group()
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    if mark == ".":
        if NAME_POINT.match(text, at):
            return False
        joined = before == "." or after == "." or bool(WORD.match(after))
        return not joined and at in chinese.before
    if WORD.match(before) and WORD.match(after):
        return False
    return chinese.is_near([at])


def _brackets(text: str, addresses: set[int], chinese: _Chinese) -> list[tuple[int, ...]]:
    """Find the brackets to widen: both of a pair when one of them stands in Chinese."""
    found: list[tuple[int, ...]] = []
    open_at: list[int] = []
    for bracket in _BRACKET.finditer(text):
        at = bracket.start()
        if at in addresses:
            continue
        if bracket[0] in "(（":
            open_at.append(at)
        else:
            pair = (open_at.pop(), at) if open_at else (at,)
            if chinese.is_near(pair):
                found.append(pair)
    return found + [(at,) for at in open_at if chinese.is_near([at])]

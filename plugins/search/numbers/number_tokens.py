"""Number tokens: the whole numbers and Latin words of folded text, by what they are worth.

12万, 十二万 and 120,000 are the same number; 百分之十五 is 15 before %. The browser reads text by
the same rules (number_tokens.js); both are held to the cases of tests/search/numbers.json.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from plugins.chinese.expressions import compile_late
from plugins.search.numbers.chinese_numerals import MOST, read_numerals

#: What a Chinese digit that stands alone must precede to be a number: 三户, but not 一直 or 统一.
UNITS = (
    "元块角美欧人名位员口个户家所座处条项台辆件份场次只头株棵间栋幢套部本篇幅张架笔枚例批期届种类款"
    "根羽尾颗粒片单票箱瓶包盒桶双对队班趟轮遍站段组门级车课节公里米吨斤克亩立平厘度瓦升焦千伏倍成"
    "年月日天周岁小镇乡村县区市街省校厂企%‰℃°"
)
_LETTERS = "a-z\u00df-\u024f\u0370-\u052f"
_DIGITS = "[0-9]+"
_ARABIC = (
    rf"{_DIGITS}(?:\.{_DIGITS}){{2,}}|[0-9]{{1,3}}(?:,[0-9]{{3}})+(?![0-9])(?:\.{_DIGITS})?"
    rf"|{_DIGITS}(?:\.{_DIGITS})?"
)
#: 千瓦 and 百帕 are units of their own.
_TIMES = "百万|千万|十万|万亿|万|亿|百(?!帕)|千(?![瓦克米伏卡帕赫焦])"
_NUMERALS = "[零〇一二两三四五六七八九十百千万亿点壹贰叁肆伍陆柒捌玖拾佰仟]+"
_TOKEN = compile_late(
    rf"(?P<word>[{_LETTERS}][{_LETTERS}0-9]*(?:\.{_DIGITS})?)"
    rf"|(?P<share>[百千]分之)?(?:(?P<arabic>{_ARABIC})(?P<times>{_TIMES})?"
    rf"|(?P<numerals>{_NUMERALS}))"
)
#: What may go on behind a multiplier: the 5千 of 3万5千, the 5000 of 3万5000, no year or share.
_FURTHER = compile_late(rf"({_DIGITS})(?:({_TIMES})|(?![,.0-9年%‰]))")
#: How many zeros a multiplier stands for.
_ZEROS = {"": 0, "百": 2, "千": 3, "万": 4, "十万": 5, "百万": 6, "千万": 7, "亿": 8, "万亿": 12}
_SHARES = {"百": "%", "千": "‰"}
#: 公里 and 公顷 count in 里 and 顷.
_FOLLOWS = compile_late(rf"公?([\u2e80-\U0003ffff{_LETTERS}0-9%‰°])")


class NumberToken(NamedTuple):
    """A whole number or word: where it stands, its worth, and the character that it counts in.

    `value` is a word, or a number without separators and needless zeros; `follow` is "" where
    nothing but a mark or a blank follows.
    """

    start: int
    end: int
    value: str
    follow: str


def scan_numbers(text: str) -> Iterator[NumberToken]:
    """Yield the number tokens of folded text, in order.

    Of 12万 both are: 12 before 万, then 120000; of 3万5千 3 and the whole.
    """
    end = 0
    for match in _TOKEN.finditer(text):
        # What lies in a number that went on behind its multiplier has been read.
        if match.start() >= end:
            for token in _read_tokens(text, match):
                yield token
                end = token.end


def _read_tokens(text: str, match: re.Match[str]) -> Iterator[NumberToken]:
    if match["arabic"] and match["arabic"].count(".") > 1:
        yield from _split_dotted(text, match)
    elif match["arabic"]:
        yield from _read_arabic(text, match)
    elif match["numerals"]:
        yield from _read_chinese(text, match)
    else:
        yield _make_token(text, match, match.end(), match["word"])


def _read_arabic(text: str, match: re.Match[str]) -> Iterator[NumberToken]:
    whole, _, decimals = match["arabic"].replace(",", "").partition(".")
    if match["times"]:
        bare = write_value(whole, decimals, 0)
        yield NumberToken(match.start(), match.end("arabic"), bare, match["times"][0])
    zeros = _ZEROS[match["times"] or ""]
    if zeros and not decimals and (compound := _add_further(text, match.end(), whole, zeros)):
        total, end = compound
        yield _make_token(text, match, end, str(total))
    else:
        yield _make_token(text, match, match.end(), write_value(whole, decimals, zeros))


def _add_further(text: str, end: int, whole: str, zeros: int) -> tuple[int, int] | None:
    """Return the worth and the end of a number that goes on in Arabic digits; None where none does.

    Each part is less than one of what the part before counts in. One without a multiplier ends
    the number and fills its places (3万5000), for in 3万50 nobody can tell what 50 counts.
    """
    if len(whole) > len(str(MOST)):
        return None
    start, total = end, int(whole) * 10**zeros
    while part := _FURTHER.match(text, end):
        further = _ZEROS[part[2] or ""]
        if len(part[1]) + further > zeros or (not part[2] and len(part[1]) < zeros):
            break
        total, end, zeros = total + int(part[1]) * 10**further, part.end(), further
    return (total, end) if end > start and total <= MOST else None


def _make_token(text: str, match: re.Match[str], end: int, value: str) -> NumberToken:
    if match["share"]:
        return NumberToken(match.start(), end, value, _SHARES[match["share"][0]])
    return NumberToken(match.start(), end, value, _follow(text, end))


def _follow(text: str, end: int) -> str:
    following = _FOLLOWS.match(text, end)
    return following[1] if following else ""


def _split_dotted(text: str, match: re.Match[str]) -> Iterator[NumberToken]:
    """Yield the parts of 2019.11.21, which is no decimal."""
    start = match.start("arabic")
    for part in match["arabic"].split("."):
        end = start + len(part)
        yield NumberToken(start, end, write_value(part, "", 0), _follow(text, end))
        start = end + 1


def _read_chinese(text: str, match: re.Match[str]) -> Iterator[NumberToken]:
    numerals, start = match["numerals"].rstrip("点"), match.start("numerals")
    number = read_numerals(numerals)
    if number is None:
        return
    bare = numerals.rstrip("万亿")
    is_simple = bare != numerals and not set("万亿") & set(bare)
    if is_simple and (less := read_numerals(bare)):
        follow = numerals[len(bare)]
        yield NumberToken(match.start(), start + len(bare), write_value(*less), follow)
    token = _make_token(text, match, start + len(numerals), write_value(*number))
    counts = token.follow != "" and token.follow in UNITS
    if len(numerals) > 1 or match["share"] or counts:
        yield token


def write_value(whole: str, decimals: str, zeros: int) -> str:
    """Return a number times ten to the power of `zeros` in its one spelling.

    What begins with a nought and has no decimals (a telephone's 0915) is itself.
    """
    if whole[0] == "0" and len(whole) > 1 and not decimals:
        return whole
    digits = (whole + decimals).ljust(len(whole) + zeros, "0")
    point = len(whole) + zeros
    left, right = digits[:point].lstrip("0") or "0", digits[point:].rstrip("0")
    return f"{left}.{right}" if right else left

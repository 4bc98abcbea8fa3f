"""Qualifiers that make a number more or less than it says: 近, 超, 约, 以上, 余, 左右."""

import re

from plugins.chinese.expressions import compile_late
from plugins.model import Bound

_BEFORE_WORDS: tuple[tuple[str, Bound], ...] = (
    ("不少于 不低于 不小于 不下 不下于 至少 最少 起码 ≥ ≧ >=", ">="),
    ("不超过 不高于 不大于 不多于 不超 至多 最多 顶多 ≤ ≦ <=", "<="),
    ("超过 超过了 超出 突破 突破了 超 逾 多于 大于 高于 优于 > ＞", ">"),
    ("不足 不到 未满 将近 接近 少于 低于 小于 近 < ＜", "<"),
    ("大约 大概 约 约为 约有 约占 约合 约计 约达 约需", "~"),
)
BEFORE: dict[str, Bound] = {word: bound for words, bound in _BEFORE_WORDS for word in words.split()}
#: Before a scale without a digit (上百, 过万) these qualify too.
BEFORE_SCALE: dict[str, Bound] = {"上": ">=", "过": ">", "破": ">", "达": "~"}
#: Letters before a qualifier that make it part of another word: 节约500万元, 附近5个村.
OTHER_WORDS = {
    "约": "节签合预违公条履解特邀制契简相",
    "近": "最附就临邻靠远亲新",
    "超": "赶高反",
    "过": "经通不超",
    "最多": "",
    ">": "-=",
}
AFTER: tuple[tuple[re.Pattern[str], Bound], ...] = (
    (compile_late(r"(?:[(（]含[)）]|及|含)?以上|之上|开外|有余"), ">="),
    (compile_late(r"(?:[(（]含[)）]|及|含)?以[下内]|之[内下]"), "<="),
    (compile_late(r"左右|上下(?!游)"), "~"),
    (compile_late(r"\+(?![\w“])|还多(?![种样])|(?:刚|才)?出头(?![露之鸟天])"), ">"),
)
#: After a measure 多 and 余 blur only what has parts: 3年多, 5公里多.
TRAILING_MORE = compile_late(r"多(?![种样方少元功次层项年数个家名重地])|余(?![下额人款量])")
#: 超过去年的2倍, 不足总数的3%: what the number is a part of stands between.
_SHARE_BEFORE = compile_late(
    r"(?P<not>不[得能可应许]|不准|未|没有?)?(?P<word>超过|不足|不到|接近)[^\W\d_]{1,12}的$"
)
_WITHIN = compile_late(r"之?内(?![容部外地陆需涝蒙销河江])")
_SPANS = frozenset(["年", "个月", "天", "小时", "分钟", "工作日", "周", "公里", "米"])
DIVISIBLE = frozenset(["年", "个月", "天", "小时", "公里", "米", "里", "亩", "斤", "公斤", "吨",
                       "元", "倍", "%"])  # fmt: skip
OF_VAGUE: dict[str, Bound] = {
    "余": ">",
    "多": ">",
    "数": ">",
    "几": ">",
    "来": "~",
    "把": "~",
    "邻": "~",
}


def bound_before(text: str, start: int, bare: bool = False) -> tuple[Bound, int] | None:
    """Return the bound that the words directly before text[start] set, and where they start.

    `bare` says that a scale without a digit stands at start.
    """
    for length in (3, 2, 1):
        word = text[max(0, start - length) : start]
        bound = BEFORE.get(word) or (BEFORE_SCALE.get(word) if bare else None)
        before = text[start - length - 1 : start - length] if start > length else ""
        if bound is not None and not (before and before in OTHER_WORDS.get(word[:2], "")):
            return bound, start - len(word)
    return None


def bound_after(text: str, end: int, unit: str) -> tuple[Bound, int] | None:
    """Return the bound that the words directly after text[:end] set, and where they end."""
    for pattern, bound in AFTER:
        match = pattern.match(text, end)
        if match is not None:
            return bound, match.end()
    if unit in _SPANS and (match := _WITHIN.match(text, end)):
        return "<=", match.end()
    if unit in DIVISIBLE and (match := TRAILING_MORE.match(text, end)):
        return ">", match.end()
    return None


def bound_of_share(text: str, start: int) -> Bound | None:
    """Return the bound that a share or a multiple at text[start:] has over what it is of."""
    match = _SHARE_BEFORE.search(text, max(0, start - 16), start)
    if match is None:
        return None
    # 不得超过总量的30% is at most so much; what else is denied says nothing.
    denied: Bound | None = "<=" if match["word"] == "超过" else None
    return denied if match["not"] else BEFORE[match["word"]]


def bound_of_vague(vague: str) -> Bound:
    """Return the bound that what blurs the number sets: 十几 and 几十 are more, 七八 is about."""
    return OF_VAGUE[vague] if vague else "="

"""Money as it is spoken: 三块五, 12块8毛, 3元5角8分; and whether 块 is money at all."""

from decimal import Decimal

from plugins.chinese.digits import DIGITS, digit_value
from plugins.chinese.expressions import compile_late

_DIGIT = rf"[0-9０-９{''.join(DIGITS)}]"
_EACH = "(?:一|每|1)(?:公斤|平方米|小时|[斤个亩天吨人只头株棵瓶盒袋碗份张月年度米次枚包箱])"
#: 6毛一斤, 6毛一板: a 一 that what is sold follows is no cent.
_ONE_OF = r"(?!一(?!分|钱|[，。、；,;！]|$))"
#: What may follow the 元 or 块 of an amount: 5角8分, 8毛, and after 块 a digit alone.
_REST = compile_late(
    rf"(?P<tenths>{_DIGIT})(?:角|毛)(?:{_ONE_OF}(?P<cents>{_DIGIT})分?(?![\d钟之名]))?钱?"
)
_TENTHS = compile_late(
    rf"(?!{_EACH})(?P<tenths>{_DIGIT})(?P<cents>[0-9０-９])?(?=[，。、；,;：！？!?…/)）”\s一每左到涨跌升降提掉卖收多]|$)"
)
_CENTS = compile_late(rf"{_ONE_OF}({_DIGIT})(?:分?钱|分)?(?![\d.个]|[十百千万亿%])")
#: What stands behind 四毛, and not behind the 三角 of 珠三角9市.
_SPOKEN_CENTS = compile_late(
    rf"[{''.join(DIGITS)}](?:分?钱|分|(?=[，。、；,;：！？!?…）)”\s每到涨]|$))"
)
_PRICED = compile_late(
    r"(?:[每一](?:斤|公斤|个|亩|天|吨|人|只|头|株|月|年|度|米|次|枚|盒|瓶)|价格?|卖|元|钱|花|挣|赚|工资|收|[月年]薪|补贴?"
    r"|涨|降|付|交|欠|借|收费|[转进入汇]账|账上|兜里|剩|寄|汇|存|攒|工钱|打工|务工|赔|省)[^，。；,;、]{0,6}$"
)
#: 一座桥就是六万块: so much in words is what a thing comes to, where nothing else is counted.
_THOUSANDS = compile_late(r"[^\d０-９]+[千万][多来余]?块")
_COMES_TO = compile_late(r"(?:就是|就要|就得|[得需]要|[能可只还]值)$")
#: Money has just been spoken of, and is reckoned on: 车费15块5，来回就是31块.
_SPOKEN = compile_late(
    rf"(?:块(?:钱|{_DIGIT})|[元毛])[，,](?:来回|一[共趟天月年]|总共|加起来|算下来){{0,2}}"
    r"(?:就是|就要|就得|[得需]要)$"
)
_PER = compile_late(rf"多?{_EACH}")
_ENDS = compile_late(
    r"[，。、；,;：！？!?…）)”\s]|到|至|涨|降|左右|以上|以下|出头|多(?:钱|[，。、；,;：！？!?…—）)”]|$)|$"
)
_BLOCK = "块"


def counts_money(text: str, start: int, end: int) -> bool:
    """Tell whether the 块 between a numeral at text[start:] and text[end:] is 元, not a piece."""
    if _TENTHS.match(text, end) or _REST.match(text, end) or _PER.match(text, end):
        return True
    before = max(0, start - 14)
    priced = _PRICED.search(text, before, start) or _SPOKEN.search(text, before, start)
    if _THOUSANDS.fullmatch(text, start, end):
        priced = priced or _COMES_TO.search(text, before, start)
    return bool(priced and _ENDS.match(text, end))


def has_smaller(text: str, end: int, word: str) -> bool:
    """Tell whether a smaller coin follows the word of money at text[:end]: 四毛五, 一块二."""
    if word in ("毛", "角"):
        return _SPOKEN_CENTS.match(text, end) is not None
    smaller = _REST.match(text, end) or (text.endswith(_BLOCK, 0, end) and _TENTHS.match(text, end))
    return word in ("元", _BLOCK) and bool(smaller)


def read_smaller(text: str, value: Decimal, end: int) -> tuple[Decimal, int]:
    """Read what follows 3元 or 三块 at text[end:] as its tenths and hundredths."""
    if text[end - 1] in "毛角":
        cents = _CENTS.match(text, end)
        return (value + Decimal(worth(cents[1])) / 100, cents.end()) if cents else (value, end)
    rest = _REST.match(text, end)
    if rest is None and text.endswith(_BLOCK, 0, end):
        rest = _TENTHS.match(text, end)
    if rest is None:
        return value, end
    value += Decimal(worth(rest["tenths"])) / 10
    if rest["cents"]:
        value += Decimal(worth(rest["cents"])) / 100
    return value, rest.end()


def worth(digit: str) -> int:
    """Return what one digit is worth, Arabic or Chinese."""
    arabic = digit_value(digit)
    return DIGITS[digit] if arabic is None else arabic

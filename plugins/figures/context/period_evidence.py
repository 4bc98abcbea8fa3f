"""What speaks for and against the period that was found for a number."""

from collections.abc import Iterator

from plugins.chinese.expressions import compile_late
from plugins.figures.naming.clauses import SENTENCE_END
from plugins.figures.numbers.periods import Period
from plugins.figures.numbers.quantities import Quantity

#: A period behind one of these opens its clause.
CLAUSE_MARKS = ("", *"。！？!?；;，,：:\n“　 ")
_NOW = compile_late(r"目前|现在|如今|眼下|当前")
_LASTS = compile_late(r"以来|^截")
_TOTAL = "累计"
#: What says when, be it relative to the day of the paper.
_DATED = compile_late(
    r"\d|[一二两三四五六七八九十][年月日号天]|[春夏秋冬暑寒][季假]|节|国庆|五一|元旦|黄金周|[今去上前明本]年|季度|半年|年[底末初]|五”|目前|疫"
)
_VAGUE = compile_late(r"近|这些|多年|历年|过去")
_BREAK = compile_late(r"[，,；;：:]")
_SPEECH = compile_late("[，。！？,!?…]”")
#: 其中 tells of parts of what was told before, at the same time.
_PART = compile_late(r"[“ ]*(?:其中|此外，?其中)")
#: What statistics are of: a quarter, some months, the end of a year.
_STATISTICS = compile_late(r"季度|半年|[-—~～至到].*月|^截|[年月][底末]|全年")
_DAY = compile_late(r"\d[日号]")
#: 1984年创办，先后获奖3次: of the time since what began then.
_BEGAN = compile_late(
    r"(?:成立|创办|创建|调任|担任|上任|当选|返乡|回乡|来到)[^，。]{0,12}[，,]|先后"
)
_SINCE = compile_late(r"来$|起$|开始$|以后$|之后$")
#: 实现年人均收入8万元: of one year, whatever was told of many.
_YEARLY = compile_late(r"(?:年人均|年均|人均|年收入|年产|每年|日均)[^，。；]{0,10}$")
_RATE = compile_late(r"(?:增长|增速|增幅|下降|提高|上升|同比|环比|减少|增加)[^，。；]{0,6}$")


#: 完成投资3亿元: a sentence without a subject goes on telling of the same.
_GOES_ON = compile_late(
    r"[“ ]*(?:共|累计|新[增建修]|引进|完成|实现|建成|投入|发放|带动|安置|培训|举办|开展|落实"
    r"|争取|销售|[增减]|同比|接待|收[治入]|发展)"
)
_COUNTED = compile_late(r"\d")
_ALREADY = compile_late(r"已[有达经]?|现有|拥有|如今")


def find_period_evidence(
    text: str, period: Period, source: str, opening: int, quantity: Quantity
) -> Iterator[str]:
    """Yield what is known of a period for a number whose sentence opens at text[opening].

    `source` is where it was found: "own" beside the number, "base" at the base of its change,
    "sentence" before it in its sentence, "carried" in a sentence before, "recalled" there by 当时.
    """
    at = quantity.start
    clauses = len(_BREAK.findall(text, period.end, at))
    if source == "carried" and _totals_since(text, period, opening, at):
        source = "sentence"
    yield source
    is_head = opens_clause(text, period)
    if is_head:
        yield "opens"
    elif source in ("sentence", "carried"):
        yield f"inside over {min(2, clauses)}"
    # 由建档立卡之初的9万人: what one number alone is of is no mere event.
    if source != "own" and not (_DATED.search(period.text) or period.text.endswith("以来")):
        yield "event"
    if _VAGUE.search(period.text):
        yield "vague"
    if _NOW.search(period.text):
        yield "now"
    if source in ("sentence", "carried"):
        yield from _find_between(text, period, at)
    if source == "carried":
        yield from _find_carrying(text, period, opening, at)
    yield from (f"over {n} clauses" for n in (1, 4) if clauses > n)


def _find_between(text: str, period: Period, at: int) -> Iterator[str]:
    """Yield what is said between a period and a number at text[at] that may part them."""
    if _SPEECH.search(text, period.end, at):
        yield "quoted"
    if _BEGAN.search(text, period.end, at):
        yield "began"
    if _SINCE.search(period.text) and _YEARLY.search(text, max(period.end, at - 20), at):
        yield "yearly since"


def _find_carrying(text: str, period: Period, opening: int, at: int) -> Iterator[str]:
    """Yield what speaks for a period that is told sentences before."""
    if _PART.match(text, opening):
        yield "part"
    if _GOES_ON.match(text, opening):
        yield "goes on"
    if _COUNTED.search(text, period.end, opening):
        yield "counted before"
    if _ALREADY.search(text, opening, at):
        yield "already"
    is_next = _count_sentences(text, period, opening) <= 1
    yield "next sentence" if is_next else "later sentence"
    if _STATISTICS.search(period.text):
        yield "carried statistics"
    elif _DAY.search(period.text):
        yield "carried day"
    if _RATE.search(text, max(opening, at - 16), at):
        yield "carried rate"


def _totals_since(text: str, period: Period, opening: int, at: int) -> bool:
    """Tell whether the number at text[at] is a total since a told day, as all that lies between.

    2016年以来，造林3万亩。累计补助900万元，…。累计育苗80万株: each sentence goes on adding up.
    """
    if not (_LASTS.search(period.text) and _DATED.search(period.text)):
        return False
    totals = text.count(_TOTAL, period.end, at)
    is_total = text.find(_TOTAL, opening, at) >= 0
    return is_total and totals >= _count_sentences(text, period, opening)


def _count_sentences(text: str, period: Period, opening: int) -> int:
    """Return how many sentences end between a period and the one that opens at text[opening]."""
    return sum(text.count(mark, period.end, opening) for mark in SENTENCE_END)


def opens_clause(text: str, period: Period) -> bool:
    """Tell whether a period stands at the head of its clause."""
    return text[max(0, period.start - 1) : period.start] in CLAUSE_MARKS

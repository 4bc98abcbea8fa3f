"""What speaks for and against the period that was found for a number."""

from collections.abc import Iterator

from plugins.chinese.expressions import compile_late
from plugins.figures.numbers.periods import Period

#: A period behind one of these opens its clause.
CLAUSE_MARKS = ("", *"。！？!?；;，,：:\n“　 ")
_NOW = compile_late(r"目前|现在|如今|眼下|当前")
#: 2016年以来，…。累计…: a total since then.
_LASTS = compile_late(r"以来|来$|^截")
_TOTAL = compile_late("累计")
#: What says when, be it relative to the day of the paper.
_DATED = compile_late(
    r"\d|[一二两三四五六七八九十][年月日号天]|[春夏秋冬暑寒][季假]|节|国庆|五一|元旦|黄金周|[今去上前明本]年|季度|半年|年[底末初]|五”|目前"
)
_VAGUE = compile_late(r"近|这些|多年|历年|过去")
_BREAK = compile_late(r"[，,；;：:]")


def find_period_evidence(
    text: str, period: Period, source: str, opening: int, at: int
) -> Iterator[str]:
    """Yield what is known of a period for the number at text[at], whose sentence opens there.

    `source` is where it was found: "own" beside the number, "base" at the base of its change,
    "sentence" before it in its sentence, "carried" in a sentence before.
    """
    is_total = _LASTS.search(period.text) and _TOTAL.search(text, opening, at)
    yield "sentence" if source == "carried" and is_total else source
    is_head = opens_clause(text, period)
    if is_head:
        yield "opens"
    elif source in ("sentence", "carried"):
        yield f"inside over {min(2, len(_BREAK.findall(text, period.end, at)))}"
    if not (_DATED.search(period.text) or period.text.endswith("以来")):
        yield "event"
    if _VAGUE.search(period.text):
        yield "vague"
    if source in ("sentence", "carried") and "”" in text[period.end : at]:
        yield "quoted"
    if _NOW.search(period.text):
        yield "now"
    clauses = len(_BREAK.findall(text, period.end, at))
    yield from (f"over {n} clauses" for n in (1, 4) if clauses > n)


def opens_clause(text: str, period: Period) -> bool:
    """Tell whether a period stands at the head of its clause."""
    return text[max(0, period.start - 1) : period.start] in CLAUSE_MARKS

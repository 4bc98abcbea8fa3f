"""A headline for a brief that was printed without one: the words that it begins with."""

import re

from plugins.chinese.characters import COMMAS, STOPS, count_unpaired, strip_mark
from plugins.chinese.expressions import compile_late
from plugins.newspaper.evidence.bylines import strip_dateline
from plugins.newspaper.evidence.continuations import strip_page

#: A headline longer than this is cut.
_LONGEST = 40
_CLAUSE = compile_late(rf"[^{re.escape(COMMAS + STOPS)}]+")
#: A clause that says when, and not yet what.
_TIME = compile_late(
    r"(?:截至|截止|自|从|在)?.{0,9}(?:日|月|年|起|前|前夕|后|期间|以来|来|时|之际|时节|季节|"
    r"早晨|清晨|上午|中午|下午|傍晚|晚上|当晚|凌晨)|近日|日前|目前|当前|眼下|近期|最近|今年|去年"
)
#: Wide blanks part a headline from the text that goes on in its line.
_BLANK = compile_late(r"\u3000+| {2,}")


def find_headline(text: str) -> str:
    """What stands for a headline: the first clause that says what happened, as printed."""
    told = strip_mark(strip_dateline(strip_mark(strip_page(text))).strip())
    first = _BLANK.split(told)[0]
    if first != told and first[-1:] not in tuple(STOPS) and len(first) <= _LONGEST:
        return first
    clauses = list(_CLAUSE.finditer(told))
    telling = [c for c in clauses if not _TIME.fullmatch(c[0].strip())] or clauses
    if not telling:
        return text[:_LONGEST]
    start = telling[0].start()
    ends = [c.end() for c in clauses if c.end() > start]
    whole = next((e for e in ends if count_unpaired(told[start:e]) == (0, 0)), ends[0])
    return told[start:whole].strip()[:_LONGEST]

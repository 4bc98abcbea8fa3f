"""Whose each number of a text is, clause by clause."""

from collections.abc import Sequence

from plugins.chinese.expressions import compile_late
from plugins.figures.context.holder_evidence import find_place_evidence, find_scope_evidence
from plugins.figures.context.holders import HEAD, Holder, HolderState
from plugins.figures.context.scopes import AREAS, can_hold, speaker_scope
from plugins.figures.naming.clauses import Clause, Seat
from plugins.figures.numbers.no_figures import Span
from plugins.figures.numbers.periods import end_opening
from plugins.figures.numbers.quantities import Quantity
from plugins.model import Scope

_LEAD = '“”"’ \u3000在从自于由据,，而但整个'
#: Words that open a clause and say nothing of whose its numbers are.
_OPENERS = compile_late(r"(?:[这此本][次批]|其中|同时|另外|此外|目前|至今)[，,]?")
_AFTER_TIME = "的末底间内里到"
_ITEM_MARKS = ("；", ";")
_WHERE = ("在", "从", "到", "于")
#: A quotation that is speech holds whole clauses.
_SPEECH = compile_late(r"“[^“”]{0,400}[，,。！？!?…][^“”]{0,200}”")
_WAGE = compile_late(
    r"(?:工资|[月年日]薪|工钱|拿到手)[^，。；,;]{0,8}$|，最[高多低少](?:的|能|可)?[拿挣到]*$"
)
#: 带动全村647人, but not 占全省人口的52%.
_WHOLE = compile_late(r"(?<![占比居在达于到])全([村镇乡县省国])(?:共|有|共有|近|约|累计)*$")
_WHOLES: dict[str, Scope] = {
    "村": "村", "镇": "镇", "乡": "镇", "县": "县区", "省": "省", "国": "全国",
}  # fmt: skip
#: 投资3000万元建成一座冷库: money put into one work, not counted in any more.
_INVESTED = compile_late(r"(?:投资|落实资金|投入资金|总投资)(?:达|为|约)?$")
_ONE_WORK = compile_late(
    r"的?(?:建成|建设|修建|新建|兴建|涉及)?[^，。；,;\d]{2,24}(?:项目|工程|中心|电站|厂房|工厂|加工厂|冷库|大桥)"
    r"(?!\d)|(?:建设|建成)的|涉及[^，。；]{2,20}(?:项目|工程)|的[^，。；\d]{2,12}(?:产业[城园]|基地|生产线)"
)
#: 25万吨低氧光亮铜杆生产线: what a plant is built for.
_CAPACITIES = ("吨",)
_PLANT = compile_late(r"[^，。；、的\d]{0,16}(?:生产线|项目|基地|产业园)")
#: How far from a speech its speaker is named.
_NEAR = 24


def find_holders(
    text: str, clauses: Sequence[Clause], quantities: Sequence[Quantity], state: HolderState
) -> list[Holder]:
    """Return whose each quantity of a block is."""
    holders: list[Holder] = []
    index = 0
    speeches = {match.start(): match.end() for match in _SPEECH.finditer(text)}
    heard, end = None, -1
    for clause in clauses:
        words = text[clause.start : clause.end]
        if heard is not None and clause.start >= end and clause.opens:
            state.current, heard = heard, None
        if clause.start in speeches:
            end = speeches[clause.start]
            around = text[max(0, clause.start - _NEAR) : clause.start] + text[end : end + _NEAR]
            heard = heard or state.hear(speaker_scope(around))
        if text[clause.start - 1 : clause.start] in _ITEM_MARKS and heard is None:
            state.next_item()
        told = untimed(words)
        counts = index < len(quantities) and quantities[index].start < clause.end
        is_where = words[: -len(told) or None].endswith(_WHERE)
        holder = state.read(told, clause.opens, is_where, counts)
        while index < len(quantities) and quantities[index].start < clause.end:
            holders.append(_rated(holder, clause, text, quantities[index], state))
            index += 1
    return holders


def _rated(
    holder: Holder, clause: Clause, text: str, quantity: Quantity, state: HolderState
) -> Holder:
    """Return whose a number is, with what speaks for that."""
    checked = _checked(holder, state.default, text, quantity)
    before = text[clause.start : quantity.start]
    return checked._replace(
        for_place=tuple(find_place_evidence(checked, state)),
        for_scope=tuple(find_scope_evidence(checked, state, before)),
    )


def _checked(holder: Holder, default: Holder, text: str, quantity: Quantity) -> Holder:
    """Return the holder, else whom the article is about, else none, as can have so much."""
    after = quantity.noun or text[quantity.end : quantity.end + 10]
    for one in (holder, default):
        if can_hold(one.scope, quantity.value, quantity.unit, after):
            return one._replace(scope=_narrowed(one.scope, text, quantity))
    return Holder()


def _narrowed(scope: Scope | None, text: str, quantity: Quantity) -> Scope | None:
    """Return the scope, where it is an area's, of what the words beside the number tell."""
    start, end = quantity.start, quantity.end
    if quantity.unit in _CAPACITIES and _PLANT.match(text, end):
        return "项目"
    if scope is not None and scope not in (*AREAS, "单位"):
        return scope
    if whole := _WHOLE.search(text, max(0, start - 8), start):
        return _WHOLES[whole[1]]
    if scope is None or _is_personal(text, quantity):
        return None
    is_project = _INVESTED.search(text, max(0, start - 8), start) and _ONE_WORK.match(text, end)
    is_sum = quantity.unit == "元" and quantity.bound not in (">=", "<=")
    return "项目" if is_sum and is_project else scope


def _is_personal(text: str, quantity: Quantity) -> bool:
    """Tell whether it is a wage or a family's share, and so no area's sum."""
    per = quantity.per or ""
    if per.startswith(("每户", "每人", "每名")) or per.endswith("均"):
        return not per.endswith("均")
    return _WAGE.search(text, max(0, quantity.start - 24), quantity.start) is not None


def find_opening_places(text: str, seats: Sequence[Seat], state: HolderState) -> list[Span]:
    """Return where clauses open with a place: it is the figure's place, not its indicator."""
    spans = []
    for clause in dict.fromkeys(seat.clause for seat in seats):
        start = clause.end - len(untimed(text[clause.start : clause.end]))
        named = state.places.open(text[start : clause.end][:HEAD])
        spans.append((start, start + (named[-1].end if named else 0)))
    return spans


def untimed(clause: str) -> str:
    """Return a clause without the times and adverbs that open it."""
    end = end_opening(clause[:60])
    told = clause[end:].lstrip(_LEAD + _AFTER_TIME if end else _LEAD)
    opener = _OPENERS.match(told)
    return told[opener.end() :].lstrip(_LEAD) if opener else told

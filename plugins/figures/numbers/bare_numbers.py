"""Numbers with no unit: 资金3.8亿, 贫困人口由329万减少到25.5万, 从每斤六十掉到四十五元.

Their unit is that of the noun before them, or of the number that they change to or from; when
neither says it, they are no figures. Below a hundred it is only the latter's.
"""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from plugins.chinese.expressions import compile_late
from plugins.figures.numbers.measures import Measure, MeasureTable
from plugins.figures.numbers.numerals import Numeral
from plugins.figures.numbers.quantities import Quantity, bound_of, is_vague
from plugins.figures.numbers.units import per_before

#: 从一半提高到九成, 从零增加到5家: no number of anything.
_FEWEST = 2
#: How far before a number its noun stands.
_REACH = 24
_ENDS = compile_late(
    r"[，。、；,;：！？!?）)”\s]|$|左右|以[上下内]|上下|出头|开外|有余|之多|大关|关口|的|到|至|和|与|增|减|降|涨|跌|掉|扩|跃|下[降跌滑]|提高|上升|用于|用来|[买购租请由]|[-—~～]"
)
#: What may stand between a noun and its number: a verb of having or becoming, and its adverbs.
_LINK = compile_late(
    r"总?(?:[人户]数|[数额量]|规模)?(?:[（(][^（()）]{0,8}[)）])?(?:概算|估算|预计|已经|已|就|也|还|全部|普遍|大多|基本|仍然?|仅|只|才|共|均|都|累计|总计|合计|由|从|原来|最初|去年|上年|(?:19|20)\d\d年(?:\d{1,2}月)?[初末底]?|[^，。；,;\d]{2,8}之初|保持|的|将|可|能|"
    r"(?:一|每)(?:天|个?月|年|季|亩|趟|次)(?:下来)?|(?:第一次|首次|一度|一举)?(?:再|又|新|净)?(?:增加|增长|减少|下降|降低|提高|上升|扩大|缩小|增|减|降|升|达|突?破|超过?|逾|接近|近|约|为|有|是|在|到|至|了|过|占|"
    r"不足|不到|达到|高达|多达|实现|完成|[迈跨越]过|[跃登冲]上))*$"
)
_CHANGES = compile_late(
    r"[^，。；;,]{0,4}?(?:增加|增长|减少|下降|降低|提高|上升|扩大|缩小|发展|增|减|降|升|跃升|跌|涨)?"
    r"(?:到了?|至|为|成|→)(?:了|近|约|(?:19|20)\d\d年[初末底]?的?|目前的?|现在的?|如今的?|[^，。；;,\d]{0,6}的?)"
)
_FROM = compile_late(r"(?:由|从)[^，。；;,]{0,12}$")
#: What follows a number without a scale that changes at once; 从西九龙站 begins none.
_AT_ONCE = compile_late(r"[多余]?(?:一路|逐步|直接|又|再)?[增减上下升降涨跌掉扩提发变调拉到至]")
#: Over a comma a change that was begun goes on: 从2015年的8.3万人，减少到去年的2.1万.
_GOES_ON = compile_late(rf"[，,]{_CHANGES.pattern}")
#: So does what it comes to: 由9899万减少到1660万，累计减少8239万.
_COMES_TO = compile_late(
    r"[，,](?:累计|总共|共|净|年均)(?:增加|增长|减少|下降|脱贫|减贫)(?:了|近|约|超过?)?"
)
#: And what so much for each makes in all (每村10万元，全县就是一千多万), what is there or wanting:
#: 总投资6亿5千万，已到位4.2亿.
_MAKES = compile_late(
    r"[^，。；,;\d]{0,8}[，,][^，。；,;\d]{0,6}(?:就是|就要|就得|还差|缺口(?:还有|达)?|已(?:经)?(?:到位|完成|拨付|支付|兑付|兑现|支出)了?)(?:约|近|超过?)?"
)
#: And what has become more or less since: 收入两万八，今年多了六千三.
_MORE = compile_late(
    r"[，,][^，。；,;\d]{0,6}?(?:[又还再就只]|反而)?(?:多|少|涨|降|跌|增加|减少)[了出](?:约|近|超过?)?"
)
#: A part has the unit of the whole: 整合资金4.7亿，其中用于产业的占1.9亿, 中央1.2亿、省级0.5亿.
_PART = compile_late(r"[，,；;（(]其中[^，。；,;、\d]{0,16}")
_NEXT_PART = compile_late(r"、[^，。；,;、\d]{1,8}")
_PARTS_BEGUN = compile_late(r"其中[^，。；,;]{0,30}$")
#: What is sold brings money, unless the sentence counts or weighs it: 卖了5万，比去年多卖3万斤.
_SELLS = "卖"
#: What is paid for each of what is sold: 头茬每斤一百五.
_PRICED_EACH = compile_late(
    r"[每一](?:公?斤|瓶|盒|袋|箱)[^\W\d_]{1,3}$|[每一](?:公?斤|吨|只|头|个|张|株|枚|平方?米|桶|瓶|盒|袋|箱|套)(?:能|可|要)?$"
)
_GOODS = frozenset({"重量", "数量", "体积"})
_SOLD = compile_late(r"[卖销售][^，。；,;\d]{0,4}$")
_STOPS = compile_late(r"[。！？；\n]")


@dataclass(frozen=True, slots=True)
class BareNumber:
    """A numeral without a unit; qualifiers are read no further back than `done`."""

    numeral: Numeral
    done: int


def begins_change(text: str, numeral: Numeral) -> bool:
    """Tell whether the text begins a change at this number: 从30, 由每斤六十."""
    if not numeral.scaled and not (_AT_ONCE.match(text, numeral.end) and numeral.value >= _FEWEST):
        return False
    return _FROM.search(text, max(0, numeral.start - _REACH), numeral.start) is not None


def give_units(
    text: str, found: Sequence[Quantity], bare: Iterable[BareNumber], table: MeasureTable
) -> list[Quantity]:
    """Return what was found together with the bare numbers whose unit the text says, in order."""
    quantities = list(found)
    for one in bare:
        numeral = one.numeral
        index = bisect_left(quantities, numeral.start, key=lambda q: q.start)
        after = quantities[index] if index < len(quantities) else None
        before = quantities[index - 1] if index else None
        if (before and before.end > numeral.start) or (after and after.start < numeral.end):
            continue
        measure = _measure(text, numeral, table) if numeral.scaled else None
        if measure and measure.word.startswith(_SELLS):
            measure = None if _counts_goods(text, before, numeral, after) else measure
        like = None if measure else _partner(text, numeral, before, after)
        begins = like is not None and like is after  # 由4800万追加到7200万元
        if (measure is None and like is None) or not (begins or _ENDS.match(text, numeral.end)):
            continue
        quantities.insert(index, _quantity(text, one, measure, like))
    return quantities


def _measure(text: str, numeral: Numeral, table: MeasureTable) -> Measure | None:
    """Return the measure of the noun that the number stands behind."""
    opening = max(0, numeral.start - _REACH)
    if _PRICED_EACH.search(text, opening, numeral.start):
        return table.words["元"]
    before = text[opening : numeral.start]
    for match in reversed(list(table.leading_noun.finditer(before))):
        if _LINK.fullmatch(before, match.end()):
            return table.leading[match[0]]
    return None


def _counts_goods(
    text: str, before: Quantity | None, numeral: Numeral, after: Quantity | None
) -> bool:
    """Tell whether the sentence says behind the number, or of another sale, how many were sold."""
    if after and after.kind in _GOODS and not _STOPS.search(text, numeral.end, after.start):
        return True
    if not before or before.kind not in _GOODS or _STOPS.search(text, before.end, numeral.start):
        return False
    return _SOLD.search(text, max(0, before.start - _REACH), before.start) is not None


def _partner(
    text: str, numeral: Numeral, before: Quantity | None, after: Quantity | None
) -> Quantity | None:
    """Return the quantity that a bare number changes to or from."""
    changes = after and _CHANGES.fullmatch(text, numeral.end, after.start)
    if changes and begins_change(text, numeral):
        return after
    if not numeral.scaled:
        return None
    if before and _CHANGES.fullmatch(text, before.end, numeral.start):
        return before
    if before and _COMES_TO.fullmatch(text, before.end, numeral.start):
        return before
    if before and _MORE.fullmatch(text, before.end, numeral.start):
        return before
    if before and before.kind == "资金" and _MAKES.fullmatch(text, before.end, numeral.start):
        return before
    if before and _is_part(text, numeral, before):
        return before
    if before and _GOES_ON.fullmatch(text, before.end, numeral.start):
        begun = _FROM.search(text, max(0, before.start - _REACH), before.start)
        return before if begun else None
    return None


def _is_part(text: str, numeral: Numeral, before: Quantity) -> bool:
    """Tell whether the number is a part of the quantity before it, or the next part of a whole."""
    if _PART.fullmatch(text, before.end, numeral.start):
        return float(numeral.value) < before.value
    begun = _PARTS_BEGUN.search(text, max(0, before.start - 40), before.start)
    return bool(begun and _NEXT_PART.fullmatch(text, before.end, numeral.start))


def _quantity(
    text: str, one: BareNumber, measure: Measure | None, like: Quantity | None
) -> Quantity:
    numeral = one.numeral
    unit = measure.unit if measure else like.unit if like else ""
    bound, start, end = bound_of(text, numeral.start, numeral.end, numeral, unit, one.done)
    value = float(numeral.value)
    if like is not None:
        return replace(
            like,
            start=start,
            end=end,
            at=numeral.start,
            value=value,
            bound=bound,
            noun="",
            range_end=0,
            minor=is_vague(text, numeral),
        )
    kind = measure.kind if measure else ""
    per = per_before(text, start)
    minor = is_vague(text, numeral)
    return Quantity(start, end, numeral.start, value, unit, kind, bound, per=per, minor=minor)

"""Which figures belong together: ranges, changes from one value to another, coordinates."""

from collections.abc import Sequence
from dataclasses import dataclass

from plugins.chinese.expressions import compile_late
from plugins.figures.numbers.quantities import Quantity
from plugins.model import Part

_RANGE = compile_late(r"\s?(?:[-—–~～－﹣―]{1,2}|至|到)\s?")
_CHANGE_WORD = (
    r"(?:提高|提升|增加|增长|上升|扩大|扩展|扩容|下降|降低|减少|缩短|缩小|压缩|压减|降|减|增|升|发展|跃升|"
    r"跃居|延长|上涨|上调|下调|攀升|回落|提速|变)"
)
_TO = compile_late(
    rf"^[^,，。;；]{{0,14}}?(?:{_CHANGE_WORD}[了]?(?:到了?|至|为|成)|到|至|→)[^,，。;；、]{{0,10}}$"
)
_TO_AFTER_COMMA = compile_late(
    rf"^[^。;；]{{0,18}}?{_CHANGE_WORD}[了]?(?:到了?|至|为|成)[^,，。;；、]{{0,10}}$"
)
_FROM = compile_late(r"(?:由|从)[^,，。;；]{0,24}$")
CHANGE = compile_late(
    r"(?:同比|环比|年均|(?P<compared>(?:(?<![环同占])比(?![重例值])[^,，。]{0,10}?|较[^,，。]{0,10}?|[和与同跟][^,，。]{0,10}?相比)(?:每[^,，。]{1,3}?)?))?(?:实际|分别|累计|净|名义|再|又|将|同比|平均|微|小幅|大幅|略|约|每[^，,]{1,3})*"
    r"(?P<verb>新增|飙升|攀升|萎缩|反弹|下滑|锐减|激增|暴跌|[多少]增|增长|增加|提高|提升|上升|上涨|下降|降低|减少|下跌|回落|缩短|缩小|收窄|加快|放缓|扩大|节约|节省|"
    r"增收|增|减|升|(?<!起)降|涨|跌|多|少|高|低|快|慢|翻|压减|增幅|降幅)(?:了|近|约)?$"
)


@dataclass(frozen=True, slots=True)
class Link:
    """The group that a figure belongs to, and what it is there."""

    group: int
    part: Part


def find_links(text: str, quantities: Sequence[Quantity], first_group: int) -> dict[int, Link]:
    """Return the links among the quantities of one block, by index; groups count upwards."""
    links: dict[int, Link] = {}
    group = first_group
    for index in range(1, len(quantities)):
        pair = _pair(text, quantities, index)
        if pair is None:
            continue
        left, right = pair
        if index - 1 in links and not (left == links[index - 1].part == "并列"):
            known = links[index - 1]
            links[index] = Link(known.group, right)
            continue
        if index - 1 not in links:
            links[index - 1] = Link(group, left)
            group += 1
        links[index] = Link(links[index - 1].group, right)
    return links


def _pair(text: str, quantities: Sequence[Quantity], index: int) -> tuple[Part, Part] | None:
    """Return what two neighbours are to each other, or None when they are unrelated."""
    left, right = quantities[index - 1], quantities[index]
    between = text[left.end : right.start]
    if left.range_end == -1 and right.range_end == 1:
        return "下限", "上限"
    if left.unit == right.unit:
        if _RANGE.fullmatch(between) and not _FROM.search(
            text[max(0, left.start - 24) : left.start]
        ):
            return "下限", "上限"
        before = text[max(0, left.start - 26) : left.start]
        if _FROM.search(before) and (_TO.match(between) or _TO_AFTER_COMMA.match(between)):
            return "变化前", "变化后"
    if not between:
        return "并列", "并列"
    gap = between.lstrip(",，")
    if len(gap) <= 16 and between[:1] in ",，" and CHANGE.fullmatch(gap):
        return "基数", "变化量"
    return None

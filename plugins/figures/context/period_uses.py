"""What times are told for: which a number may have, and which only tell when the news was."""

from plugins.chinese.expressions import compile_late
from plugins.figures.context.period_evidence import opens_clause
from plugins.figures.numbers.periods import Period
from plugins.figures.numbers.quantities import Quantity

_AT_PRESENT = "现在|眼下|当前"
_LATELY = "近日|日前|连日来|近期|前不久|不久前"
#: Words of the day's news say when it was told, not what a figure covers.
_NEWS = compile_late(
    rf"^(?:{_LATELY}|最近|昨[日天晚]|今[日天]|明天|当[天日年月]"
    rf"|[前这][一两几]天|历年|{_AT_PRESENT})$"
)
#: At the head of a clause these end what was told before: 近日，.
_TURNING = compile_late(rf"^(?:{_LATELY})$")
#: 十大秋季产品: within a clause it is what something is called by.
_SEASON = compile_late(r"^[春夏秋冬]季$")
_NOW = compile_late(rf"^(?:{_AT_PRESENT})$")
#: It tells of another time than what was said so far, and no number covers it.
_AGO = compile_late(r"(?:[年月天周日号]|小时)之?后$|(?:个多?月|天|周|小时|[几两数多]日)之?前$")
#: 2019年预算, and the day of a dateline: 本报5月12日电.
_NO_PERIOD = compile_late(
    r"预算|计划数|定额|[）)]?[电讯]|，?本报|的?(?:最|新低|新高|首[次个])|可持续|议程|愿景"
    r"|的?同期|的[^，。；]{0,14}为(?:基数|基准|基期)"
)
#: On 8月25日发布公告称 the notice was given; what it says is of another time.
_PUBLISHED = compile_late(
    r"[，,]?[^，。；\d]{0,14}(?:发布|印发|下发|公布|出台|通报)[^，。；\d]{0,14}(?:[称：:]|[，,](?!前|[上下]半年|[今去]年))"
)
#: One that is spoken of covers none: 2020年是收官之年, and those of a life: 1984年入伍，立功3次.
_SPOKEN_OF = compile_late(
    r"[，,]?(?:(?:既|也|不仅)?是[^，。]{0,30}[年月日]|[^，。\d]{0,8}(?:出生|参加[^，。]{0,6}工作|入伍|参军|从军|入党|毕业|退伍|退役|退休|转业"
    r"|结婚)[^，。；\d]{0,8}[，,。；])"
)
_COMPARED = compile_late(r"(?:比|较|与|同|占|考虑)(?:上[年月][末底]?[和与])?$")
#: 是2012年的1.99倍, 已达去年务工总数的95%: what it is compared with.
_BASE = compile_late(r"(?:是|(?<![降升加少变改])为|相当于|达到?)$")
_TIMES = compile_late(
    r"[^，。；,;]{0,14}的[近约超]?[\d.一二三四五六七八九十百]+[多余]?(?:倍|%|％|成)"
)
_DAY = compile_late(r"[日号](?:\d{1,2}时.*|[前许]|上午|下午)?$")
#: What does not change from day to day, and where somebody came to see it.
_LASTING_KINDS = frozenset(["长度", "面积", "重量", "时间", "体积", "功率", "温度", "年龄"])
_SCENE = compile_late(
    r"^[，,]?(?:在(?![^，。；]{0,24}[下中上]，)|走进|来到|记者|笔者)|总投资|全长|规模|途经|经过|覆盖|辐射|涉及"
)
_SPAN = compile_late(r"^截|至|到|[-—~～]")


def is_usable(text: str, period: Period) -> bool:
    """Tell whether a number may have a time that is told in a text, and ends no others."""
    if _NEWS.match(period.text) or text.startswith("相比", period.end):
        return False
    if _SEASON.match(period.text) and not opens_clause(text, period):
        return False
    before = text[max(0, period.start - 6) : period.start]
    if _COMPARED.search(before) or (_BASE.search(before) and _TIMES.match(text, period.end)):
        return False
    if _DAY.search(period.text) and _PUBLISHED.match(text, period.end):
        return False
    return _NO_PERIOD.match(text, period.end) is None


def ends_others(text: str, period: Period) -> bool:
    """Tell whether it is a time that no number covers, and that ends what was carried so far."""
    if _TURNING.match(period.text) and opens_clause(text, period):
        return True
    if _NOW.match(period.text) or _AGO.search(period.text):
        return True
    return _SPOKEN_OF.match(text, period.end) is not None


def tells_scene(text: str, period: Period, quantity: Quantity) -> bool:
    """Tell whether a day is when something was seen, not what the number covers: 10月3日,在工地."""
    if _DAY.search(period.text) is None or _SPAN.search(period.text):
        return False
    said = text[period.end : quantity.start]
    return quantity.kind in _LASTING_KINDS or _SCENE.search(said) is not None

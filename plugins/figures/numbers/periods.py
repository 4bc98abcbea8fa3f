"""Time expressions as they are printed."""

import re
from bisect import bisect_left
from dataclasses import dataclass

from plugins.chinese.expressions import compile_late
from plugins.chinese.needed_characters import write_heads

_CN = "〇零○一二三四五六七八九"
#: A year in two digits is one only before what divides a year: 19年前三季度, 21年全年.
_SHORT_YEAR = (
    r"(?<![\d.A-Za-z第近前过约来去])(?:0|1|2)\d(?=年(?:全年|上半年|下半年|前?[一二三四1-4两]个?季度"
    r"|底|末|初|春|夏|秋|冬|元月|(?:1[0-2]|0?[1-9])月))"
)
_YEAR = (
    rf"(?:(?<!\d)(?:1[5-9]|20)\d\d|[一二][{_CN}Oo]{{3}}|[１２][０-９]{{3}}|{_SHORT_YEAR})年"
    r"(?!(?:0|1[3-9]|[2-9]\d)月)"
)
_THIS_YEAR = (
    r"(?:今明两年|今年|去年|前年|大前年|明年|(?<![成产用网工业])后年|上年|当年(?!度)|翌年|次年|本年度?|(?<![\d一二三四五六七八九十])年内"
    r"|上年度)"
)
_ANY_YEAR = rf"(?:{_YEAR}|{_THIS_YEAR})"
_MONTH = (
    r"(?:(?<!\d)(?:1[0-2]|0?[1-9])|１[０-２]|[１-９]|十[一二]|(?<!十)[一二三四五六七八九十]|元)月"
)
_DAY = (
    r"(?:[12]\d|3[01]|0?[1-9]|[二]?十[一二三四五六七八九]?|三十一?|[一二三四五六七八九]|廿[一-九]?)"
    r"[日号](?!线|楼|院|店|厅|馆)"
)
_TO = r"\s?(?:[-—–~～－﹣]{1,2}|至|到)\s?"
_FROM = r"(?:自|从|截至|截止到?|到)?"
_SEASON = (
    r"(?:春节|国庆(?:黄金周|长假|节|假期)|(?<![块元角毛十百千万亿\d])五一|“五一”|端午|中秋|元旦|清明|(?<!冬)春季|夏季"
    r"|(?<!夏)秋季|(?<!秋)冬季|秋冬|春夏|暑期|寒假|暑假|今[春夏秋冬])"
)
_PART = (
    r"(?:年?[初中底末](?![小午])|上半年|下半年|[上中下]旬|[一二三四1234]季度|份|度|间|期间|当天"
    rf"|当日|全年|前[一二三两123]个?季度|{_SEASON})"
)
#: 9月底前完成: by when. Behind a year alone a name may begin: 2018年前海新增企业.
_BY = (
    r"(?:(?<=[底末])前(?=\d)|前(?![\d一二三四五六七八九十两几来往后期夕列去所景方面段进沿提述任半者瞻线门台])"
    r"(?:(?<=[底末]前)|(?<!年前)(?![海郭锋哨])|(?=[，。；、,;）)\s的]|$|[全都均要将须需应再还就把使让]|必须|基本|力争|争取|确保|如期|按[期时]"
    r"|完成|[建修办种改新扩]|实[现施]|达到?|解决|消除|脱贫|摘帽|退出|出列|[搬迁]|投[入资产用]|[发兑]|培[训育]|[省市县乡镇村][里内]|贫困|农村|群众)))"
)
_SINCE = rf"(?:以来|{_BY}|之前|之后|以前|以后|前后|期间|起|开始|间)"
_TAIL = rf"{_PART}?(?:{_SINCE})?"
_CENTURY = r"(?:[上本]世纪|(?:[12]\d|二十一?|十[一二三四五六七八九])世纪)"
_DECADE = r"(?:(?:\d0|[一二三四五六七八九]十)年代(?:初期?|中[期叶]|末期?|后期)?)"
_CLOCK = r"(?:\d{1,2}时(?:\d{1,2}分)?许?)?"
_COUNT = r"(?:\d{1,2}|[一二两三四五六七八九十几数]{1,3})(?:多|余)?"
_SPAN = r"(?:个多?月|年|天|周|日|个季度|个小时|小时)"

#: One alternative a line; where two start at one place, the earlier line wins.
_ALTERNATIVES = (
    # 2019.11.07, 2019-11-7, 2019/11/07
    r"(?<![\d.])(?:1[5-9]|20)\d\d(?P<mark>[.\-/])(?:1[0-2]|0?[1-9])(?P=mark)"
    r"(?:[12]\d|3[01]|0?[1-9])(?![\d.])",
    # 2016年至2019年, 2018年1月至8月, 10月3日至5日, 今年1—8月
    rf"{_FROM}{_ANY_YEAR}?(?:{_MONTH}|(?<=年)\d{{1,2}}(?={_TO}))?(?:{_DAY})?{_TO}"
    rf"(?:{_ANY_YEAR}(?:{_MONTH})?(?:{_DAY})?|{_MONTH}(?:{_DAY})?|(?<=[月日号年至到—–~～－﹣-]){_DAY}){_TAIL}",
    # 去年5月到年底
    rf"{_FROM}{_ANY_YEAR}(?:{_MONTH}份?)?(?:{_DAY})?{_TO}年[底末]",
    # 上世纪80年代, 20世纪九十年代中期, 本世纪初, 20世纪80年代到90年代, 上世纪末至今
    rf"{_FROM}{_CENTURY}(?:[初末]|中[期叶]|{_DECADE}(?:{_TO}{_CENTURY}?{_DECADE})?)"
    rf"(?:{_SINCE}|[至到]今)?",
    # 2018年和2019年
    rf"{_YEAR}[和、与及]{_YEAR}",
    # 2016—2019年, 1~8月, 10-12日
    rf"(?:1[5-9]|20)\d\d{_TO}(?:(?:1[5-9]|20)\d\d|\d\d)年{_TAIL}",
    rf"\d{{1,2}}{_TO}{_MONTH}{_TAIL}",
    rf"{_ANY_YEAR}?[一二三123]{_TO}[二三四234]季度(?:{_SINCE})?",
    rf"\d{{1,2}}{_TO}{_DAY}",
    # 2016年以来, 2019年底, 到2020年, 截至2018年10月底, 今年9月, 10月3日
    rf"{_FROM}(?:{_YEAR}(?:年?底|初|末)?|{_THIS_YEAR})(?:{_MONTH})?(?:{_DAY})?{_TAIL}",
    rf"(?:自|从|截至|截止到?)?[上本当下每]?(?:{_MONTH}|月(?={_DAY}))(?:{_DAY})?{_TAIL}{_CLOCK}",
    rf"(?:截至|截止到?)?(?<![\d.前])(?:[上当本次昨]?(?:每月)?{_DAY})(?:[前后]|{_CLOCK})(?!内|常)",
    # “十二五”末, “十三五”期间
    r"(?:在|到)?[“\"]?十[一二三四五]五[”\"]?(?:规划)?(?:时期|期间|末|初|以来)?",
    # 近三年来, 过去5年, 今后五年; 三年来, 五年前
    rf"(?:近|最近|(?<![提节])前|过去|未来|今后|这|头)(?!百|千|万|十?[余多]?[个名家户]){_COUNT}{_SPAN}"
    r"(?:多?来|间|内|里|中)?",
    rf"(?<![\d.]){_COUNT}{_SPAN}(?:多?来(?!\d)|以来|前(?!后|期)|后|间(?!隔))",
    rf"(?<![\d.]){_COUNT}(?:年|个月)内(?![部外容地])",
    # 第一年500元、第三年300元: of a plan
    r"(?<!连续)第(?:\d{1,2}|[一二三四五六七八九十]{1,3})年(?!级)(?=[^，。；、\d第]{0,4}[\d一二两三四五六七八九])",
    # 由建档立卡之初的9万人减少到2万人
    rf"[从由](?![事业于])[^\W\d_的]{{2,8}}(?:之初|初期|之前|前|时)(?=的[约近]?[\d{_CN}十百千两几][^，。；]{{0,20}}[到至为])",
    # 两年多时间里; 11天，12架飞机
    rf"(?<![\d.]){_COUNT}(?:[-—~至到]{{1,2}}{_COUNT})?{_SPAN}多?的?时间[里内中间]?",
    rf"(?<=[。！？…]){_COUNT}(?:天|年|个月)(?=[，,])",
    # 改革开放以来, 新中国成立之初, 疫情防控期间
    r"(?:改革开放|新中国成立|党的十[八九]大|疫情(?:发生|防控|暴发)?)(?:\d{2}周?年|[三四七]十周?年)?(?:多?来|以来|之?后|之初|初期|期间)",
    # 前三季度, 上半年, 年末
    r"前(?:1[0-2]|[2-9]|[二三四五六七八九十])个?月(?!内)"
    r"|[前头第]?[一二三四1-4]个?季度(?!末?均)|上半年|下半年|全年(?!无霜|目标|任务|平均|日照|降)"
    rf"|(?:年末|年底|月底)(?:{_BY})?|年初|岁末|月初",
    # 截至目前, 目前, 近年来, 近日
    r"截[至止](?:目前|日前|昨日|今日|当前)|到目前为止|(?<![项题数节])目前(?!期)|当前|现在|如今|眼下"
    r"|近年来?|近几年来?|这些年|连年|历年",
    r"近日|日前|连日来|近期|最近|昨[日天晚]|今[日天]|明天|前不久|不久前|上月|本月|当月|上周|本周|当[天日]",
    # 国庆黄金周期间
    rf"{_SEASON}(?:期间|以来|前后)?",
)
EXPRESSION = compile_late("|".join(_ALTERNATIVES))
#: Characters of which one of those behind them goes on a time: 国庆, 年底.
_BEGINNINGS = (
    "今年明春夏秋冬日天后", "去年", "大前", "明年天", "后年", "翌年", "年内末底初", "全年", "岁末",
    rf"上世年半月周每元廿十\d{_CN}", rf"下半月元廿十\d{_CN}", rf"月底初廿十\d{_CN}",
    rf"这些十两几数\d{_CN}", rf"头十两几数\d{_CN}", rf"第十\d{_CN}", '在十“"', "“十五", '"十五',
    "最近", "过去", "未来", "目前", "现在", "如今", "眼下", "连年日", "历年", "日前", "不久",
    "国庆", "端午", "中秋", "清明", "春节季夏", "夏季", "秋季冬", "冬季", "暑期假", "寒假", "改革",
    "新中", "党的", "疫情",
)  # fmt: skip
#: What the expressions begin with: trying them at every character would take thrice as long.
_STARTS = compile_late(
    write_heads(
        rf"\d{_CN}十两几数元廿前本当次自从由截到每昨近",
        *[(pair[0], pair[1:]) for pair in _BEGINNINGS],
    )
)
#: One that opens a text, after nothing but marks and the prepositions that lead to a time.
_LEAD = compile_late("[“ 　在从自到于由据截至,，的]*")

#: 2000年启动退耕还林以来: what began, behind its year.
_SINCE_EVENT = compile_late(r"[^，。；！？：\d,;:]{2,24}(?:以来|期间)(?=[，,])")
_CLAUSE_START = ("", *"。！？；：\n“，,自从")
_EVENT_END = compile_late(r"(?:以来|期间|[会赛节]后)(?=[，,])")
_MARKS = "，。；！？：,;:!?\n"
#: The longest event that dates a clause.
EVENT_LENGTH = 48


@dataclass(frozen=True, slots=True)
class Period:
    """A time expression at text[start:end]."""

    start: int
    end: int
    text: str


def find_periods(text: str) -> tuple[Period, ...]:
    """Return the time expressions of a text from left to right, events that date a clause too."""
    found: list[Period] = []
    at = 0
    while start := _STARTS.search(text, at):
        match = EXPRESSION.match(text, start.start())
        at = match.end() if match else start.end()
        if match:
            if found and found[-1].end == match.start() and match[0].endswith("来"):
                start_of = found.pop().start  # 2013—2018年6年来
                found.append(Period(start_of, at, text[start_of:at]))
                continue
            if text[max(0, match.start() - 1) : match.start()] in _CLAUSE_START:
                since = _SINCE_EVENT.match(text, at)
                at = since.end() if since else at
            found.append(Period(match.start(), at, text[match.start() : at]))
    return tuple(_with_events(text, found))


def _with_events(text: str, found: list[Period]) -> list[Period]:
    """Add the clauses that date what follows without a number: 联合行动开展以来, 展会期间."""
    for end in (match.end() for match in _EVENT_END.finditer(text)):
        floor = max(0, end - EVENT_LENGTH)
        start = max(text.rfind(mark, floor, end) for mark in _MARKS) + 1
        index = bisect_left(found, end, key=lambda period: period.end)
        clear = index == 0 or found[index - 1].end <= start
        if (
            (start > floor or not floor)
            and clear
            and not (index < len(found) and found[index].start < end)
        ):
            found.insert(index, Period(start, end, text[start:end].lstrip("“” ")))
    return found


def end_opening(text: str) -> int:
    """Return where the times that open a text end, 0 where none does."""
    end = 0
    # No time is empty.
    while opening := _find_opening(text, end):
        end = opening.end()
    return end


def _find_opening(text: str, at: int) -> re.Match[str] | None:
    """The first time that begins at a place of a text, or behind what may lead to it there."""
    lead = _LEAD.match(text, at)
    starts = range(at, lead.end() + 1 if lead else at)
    found = (EXPRESSION.match(text, start) for start in starts if _STARTS.match(text, start))
    return next(filter(None, found), None)

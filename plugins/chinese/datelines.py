"""Datelines (消息头): the agency, place and day that open an article's first paragraph.

本报讯; 据新华社北京1月2日电; （新华社北京1月2日电）. Date and place alone tell, too, where a column
ends before 电.
"""

from plugins.chinese.expressions import compile_late

_DAY = "[\\d〇一二三四五六七八九十廿卅]"
_AGENCY = (
    r"(?:本报|本刊|本网|本台|新华社|新华网|中新社|中新网|人民网|中国网|央广网|光明网|人民日报|"
    r"[\u4e00-\u9fff]{2,6}(?:日报|晚报|晨报|早报|时报|商报|都市报|新闻网|在线))"
)
_DAYS = rf"{_DAY}{{1,3}}(?:月{_DAY}{{0,3}}日?|日)"
_KIND = r"(?:讯|电|消息)"
#: Where from, up to the day: behind 讯 and before names stands no day of a dateline.
_PLACES = r"(?:(?!讯(?!社)|记者|通讯员)[、，\s\u4e00-\u9fff]){0,40}?"
#: Who reports and from where, up to the kind: 记者北京3日讯, but not 记者3日电话采访.
_REPORTER = (
    rf"(?:(?!讯)[\u4e00-\u9fff]){{0,6}}记者(?:(?!讯)[、\s\u4e00-\u9fff]){{0,20}}?{_DAYS}"
    r"(?:讯|消息|专?电(?![话力视商网影脑子气器线缆站厂]))"
)
#: What stands behind 讯 where that is no part of a word, as it is in 通讯 and 资讯.
_BEHIND = r"(?=\s|[（(：:】\]]|记者|通讯员|近日|日前|今|昨|[一二三四五六七八九十\d])"
#: Other houses are known by the names in brackets behind: 东快讯（记者…）, 云上黄冈报道(…).
_HOUSE = (
    r"(?:[\u4e00-\u9fff]{1,10}?(?:讯|消息|报道|专电|来电)|讯)(?=\s*[（(][^（）()。！？]{2,60}[）)])"
)
#: Who reports where nothing says 讯: 本报记者张三报道：.
_REPORTED = (
    r"(?:本报|本刊|本网|本台)"
    r"(?=[\u4e00-\u9fff]{0,6}(?:记者|通讯员)[^。，,；;：:“”（(]{2,24}报道[：:，,])"
)
#: As old papers set it: 【联合社华盛顿廿四日电】, 【本市讯】; 【简讯】 alone names a section.
_BOXED = r"【(?![简短快喜要]讯】$)[^】。]{1,24}(?:讯|电|消息)】"
_DATELINE = compile_late(
    rf"{_BOXED}|(?:【[^】]{{1,20}}】)?\s*(?P<bracket>[（(【\[])?(?:综合|据)?(?:"
    rf"{_AGENCY}{_REPORTER}|{_AGENCY}{_PLACES}\s*{_DAYS}(?:[^。，,；;“”（(]{{0,12}}?{_KIND})?|"
    rf"(?:本报|本刊|本网|本台)讯|新华社(?:电|(?!记者|评论员|区))|"
    rf"(?:{_AGENCY}[^。，,；;“”（(]{{0,20}}?|[\u4e00-\u9fff]{{2,6}}){_KIND}{_BEHIND}|{_HOUSE}|{_REPORTED})"
    r"(?(bracket)[^（）()【】。，,]{0,20}[）)】\]](?=.))"
)


def find_dateline_end(text: str) -> int:
    """Return where the dateline ends that a paragraph opens with; 0 where it opens with none."""
    opening = _DATELINE.match(text)
    return opening.end() if opening else 0

"""Source lines: where a web page says whence, by whom and when: 来源：… 作者：… 发布时间：…."""

from plugins.chinese.expressions import compile_late

_LABEL = (
    r"(?P<来源>(?:文章|信息|稿件|新闻)?来源|稿源)|"
    r"(?P<作者>(?:文章|本文)?作者|记者|通讯员|文字|撰稿|供稿)|"
    r"(?P<时间>(?:发布|发表|更新|录入|采编|出版|公开|成文)?(?:时间|日期)|发布)|"
    r"(?P<编辑>责任编辑|责编|编辑|审核|校对|初审|复审|终审)|"
    r"(?P<访问>浏览(?:次数|量)?|点击(?:次数|数|量|率)?|阅读(?:次数|量|数)?|访问(?:量|次数)|"
    r"字号|字体(?:大小)?|分享(?:到)?)|(?P<其他>人气|评论|打印|收藏|栏目|分类|关键[词字])"
)
_LABELS = compile_late(rf"[【\[(（]?\s*(?:{_LABEL})\s*[:：|]")
_TIME = compile_late(
    r"(?:19|20)\d\d\s*[-./年]\s*\d{1,2}\s*[-./月]\s*\d{1,2}\s*日?(?:\s*T?\d{1,2}[:：]\d\d(?:[:：]\d\d)?)?"
)
_LONGEST = 160


def read_source_line(text: str) -> dict[str, str]:
    """What each label of a source line says, empty where it is none.

    Keys are 来源, 作者, 时间, 编辑, 访问 and 其他. Two labels make one, or a label and a time;
    alone only 来源, 访问 and 时间 with a day do.
    """
    if len(text) > _LONGEST or text[-1:] in "。！？；":
        return {}
    labels = list(_LABELS.finditer(text))
    before = text[: labels[0].start()].strip(" |｜") if labels else text
    time = _TIME.match(before)
    if not labels or (before and (time is None or len(before) > time.end() + 12)):
        return {}
    ends = [label.start() for label in labels[1:]] + [len(text)]
    told = {"时间": time[0]} if (time := time or _TIME.search(text)) else {}
    for label, end in zip(labels, ends, strict=True):
        said = text[label.end() : end]
        if label.lastgroup != "时间":
            said = _TIME.sub("", said)
        told.setdefault(label.lastgroup or "", said.strip(" |｜)）】]"))
    alone = told.keys() & {"来源", "访问"} or _TIME.match(told.get("时间", ""))
    return told if len(told) > 1 or alone else {}

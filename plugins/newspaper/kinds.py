"""What kind of newspaper article (体裁) a text is."""

import re
from collections import Counter
from collections.abc import Sequence

from plugins.chinese.expressions import compile_late
from plugins.chinese.words.dictionary import load_dictionary
from plugins.model import Kind

#: Words in a headline, subtitle or column that name the kind themselves.
_NAMED: tuple[tuple[re.Pattern[str], Kind], ...] = (
    (compile_late(r"综述"), "综述"),
    (compile_late(r"简讯|短讯|短波|简报$"), "简讯"),
    (
        compile_late(
            r"公告|通告|公示|启事|(?:通知|声明|公报|通报)$|^.{0,20}关于.+的(?:决定|意见|办法|规定|批复)$"
        ),
        "公告",
    ),
    (
        compile_late(
            r"短评|时评|社论|评论|快评|锐评|漫谈|杂谈|随笔|絮语|^论|有的放矢|"
            r"(?:视角|纵横|观点|论坛|论道|之道|思考|看法|之见|者说|大家谈|感言|之声|钟声|和音|声音|论语|微评)[)）]$"
        ),
        "评论",
    ),
    (compile_late(r"特写|侧记|见闻|速写"), "特写"),
    (
        compile_late(
            r"^记.{0,20}(?:书记|主任|教师|医生|队长|同志|队员|干部|人|者)|人物|奋斗者[)）]?$|[^日传游笔]记[\u4e00-\u9fff]{2,3}$"
        ),
        "人物通讯",
    ),
    (compile_late(r"工作纪实|工作纪略|纪实$"), "工作通讯"),
)
#: What was said or held by whom, as headlines of news say it.
_NEWS_HEAD = compile_late(
    r"强调|指出|会见|出席|主持|会谈|致电|考察|调研|举行|召开|闭幕|开幕|审议|印发|发布"
)
#: What offices do, as accounts of work say it.
_WORK = compile_late(r"工作|落实|推进|举措|机制|政策|部署|整改|帮扶|措施")
_WORKS = 5.0
#: A brief (简讯) has at most so many characters, by newsroom custom.
_BRIEF = 150
#: News without a dateline has no more characters; a survey has so many sub-headlines at least.
_LONG = 700
_SECTIONS = 3
_PRONOUNS = compile_late(r"[他她](?!们)")
#: Who wrote a comment is told at its end by his office, not as a reporter.
_WRITER = compile_late(r"[（(](?:本文)?作者(?:为|系|是|单位)[^（）()]*[）)]$")
#: Who held the pen is told of comments, and of reports that several reporters brought in.
_PEN = compile_late(r"[（(]执笔[：:人](?:(?!记者|通讯员)[^（）()])*[）)]$")
#: Where figures come from stands at the end of what an office wrote of its own work.
_SOURCE = compile_late(r"(?:数据|资料)来源[：:][^。]*$")
_OUGHT = compile_late(r"要|必须|应当|应该|需要|才能|唯有|只有|切实")
#: A text that says so often in a thousand characters what ought to be argues; 8-14 in comments
#: and below 7.2 in reports of 30 labelled articles.
_ARGUES = 8.0
_SPEECH = compile_late(
    r"[”\"][^。！？“”]{0,24}?(?:说|介绍|告诉|表示|坦言|感慨|感叹|认为|回忆)"
    r"|(?:说|表示|介绍|告诉记者|认为|坦言|指出)[：:，,]?\s*[“\"]"
)
#: News opens with what was held, published or learned on which day.
_NEWS_OPENING = compile_late(
    r"(?:\d{1,2}日|日前|近日|昨日|今日|当日)[^。]{0,40}(?:举行|举办|召开|发布|印发|公布|获悉|启动|开幕|闭幕)"
)


def find_kind(head: Sequence[str], paragraphs: Sequence[str], words: Sequence[str], *,
              dateline: bool, byline: bool, headings: int) -> Kind:  # fmt: skip
    """The kind of an article, by its head's words, its dateline, and how it is told.

    `head` is subtitle, headline, kicker and column as far as there are any; `words` are the words
    and name-like pairs of its text. Without dateline, a text in which people speak is a 通讯, one
    that argues a 评论.
    """
    for text in head:
        for pattern, kind in _NAMED:
            if pattern.search(text):
                return kind
    text = "".join(paragraphs)
    if dateline:
        return "简讯" if len(text) <= _BRIEF else "消息"
    speeches = len(_SPEECH.findall(text))
    if not any(map(_NEWS_HEAD.search, head)) and _argues(text, speeches):
        return "评论"
    if _SOURCE.search(text) and speeches < 2:
        return "综述"
    if headings < _SECTIONS and _NEWS_OPENING.search(text[:80]):
        return "消息"
    if _is_about_one_person(paragraphs, words):
        return "人物通讯"
    if not (byline or speeches > 1):
        return _kind_of_unsigned(text, speeches, headings)
    is_of_work = len(_WORK.findall(text)) * 1000 >= _WORKS * len(text)
    return "工作通讯" if headings >= 2 and is_of_work else "通讯"


def _kind_of_unsigned(text: str, speeches: int, headings: int) -> Kind:
    """What a text is that nobody signs and that tells of no day: long ones are no news."""
    if len(text) <= _LONG:
        return "消息"
    if headings >= _SECTIONS:
        return "综述"
    return "通讯" if speeches else "消息"


def _argues(text: str, speeches: int) -> bool:
    if _WRITER.search(text.rstrip()) or (not speeches and _PEN.search(text.rstrip())):
        return True
    often = len(_OUGHT.findall(text)) * 1000 >= _ARGUES * len(text)
    return often and speeches < 2 and len(text) > 2 * _BRIEF


def _is_about_one_person(paragraphs: Sequence[str], words: Sequence[str]) -> bool:
    """Whether one name keeps coming back and one he or she with it."""
    tags = load_dictionary().tags
    pairs = Counter(w for w in words if len(w) == 2 and tags.get(w, "nr").startswith("nr"))
    text = "".join(paragraphs)
    opening = text[:300].replace(",", "，")
    named = any(n >= 4 and f"{pair}，" in opening for pair, n in pairs.items())
    return named and len(_PRONOUNS.findall(text)) >= 4

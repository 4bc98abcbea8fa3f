"""Page heads: lines that say which issue and page this is, in whatever order a paper prints it.

安康日报 2019年11月21日 星期四 农历己亥年十月廿五 第5462号 今日4版; B06 健康·关注 … 责编：李明;
第A03版：要闻 2019-11-21. A line is a head when it is nothing but such parts, blanks between them
or not, and one of them tells the issue. `cut_parts` is the one grammar of what heads are made of.
"""

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from plugins.chinese.expressions import compile_late
from plugins.newspaper.layout.newspaper_names import names_newspaper

_HAN = "\u4e00-\u9fff"
_NUMERAL = "[\\d〇○零一二三四五六七八九十廿卅]"
DATE = (
    rf"(?:中华民国|公元|民国)?{_NUMERAL}{{2,4}}\s*年\s*{_NUMERAL}{{1,3}}\s*月\s*{_NUMERAL}{{1,3}}\s*日|"
    r"(?<!\d)(?:19|20)\d\d\s*[-./]\s*\d{1,2}\s*[-./]\s*\d{1,2}(?!\d)|(?<!\d)(?:19|20)\d{6}(?!\d)"
)
#: Who makes a page: 责任编辑, 值班主任.
STAFF = (
    r"(?:本版|本期|值班|执行|本报|图片|新闻|视觉|责任|组版|版面|版式|统筹|电子|美术|夜班|首席|见习|实习)?"
    r"(?:本版摄影|责任编辑|责编|编辑|编审|美编|校对|组版|版式|制图|排版|审读|[检责]校|校检|组稿|编委|主编|总编|值班主任|"
    r"一审|二审|三审|终审|初审|复审|审核|审签|签发|监制|一校|二校|终校|照排|版面设计|设计)"
)
#: What says so only within a head: headlines begin with such words, too (统筹 城乡发展).
_MAKING = "统筹|策划|视觉|版面"
_PAPER = (
    rf"[{_HAN}]{{2,10}}?"
    r"(?:日报|晚报|晨报|早报|时报|商报|周报|导报|农民报|都市报|(?<![预海喜捷情])报|晨刊|晚刊|周刊)"
)
#: What pages are called, and parts of such names.
SECTION = (
    "要闻|综合|新闻|时政|经济|社会|民生|国际|国内|文化|体育|副刊|专版|专题|专刊|周刊|特刊|广告|教育|健康|"
    "理论|评论|法治|旅游|县区|乡村|关注|深度|访谈|人物|党建|科技|农业|生态|县域|财经|文艺|公益|文苑|时事|天下"
)
#: Part of a name, which may have a 版 but none of what stands behind a name: 版式, 版面, 版：.
_NAME = f"(?:(?!版(?:[式面次名]|[^{_HAN}]|$))[{_HAN}])"
_CYCLE = "[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥]"
_MOON = (
    "闰?(?:[正冬腊]|十?[一二三四五六七八九十])月(?:初[一二三四五六七八九十]|"
    "[十廿][一二三四五六七八九]|二?十|三十|廿)日?"
)
#: What stands behind a day of the moon: the terms of the year, and its festivals.
_FEAST = (
    r"\s*(?:立[春夏秋冬]|雨水|谷雨|惊蛰|[春秋]分|清明|[小大][满暑雪寒]|芒种|[夏冬]至|处暑|白露|寒露|霜降|"
    "春节|元宵|端午|七夕|中元|中秋|重阳|腊八|小年|除夕|[初头中末]伏)节?"
)
#: Parts of a head: what each is called, and how it looks. The first that fits is taken.
_PARTS = {
    "日期": f"(?:{DATE})(?:出刊)?",
    "星期": r"(?:星期|礼拜|周)[一二三四五六日天]",
    # A festival alone is a headline: 九月初九重阳节.
    "节令": _MOON + _FEAST,
    # What lacks its day ends before no number: 冬月 17.
    "农历": rf"(?:[农夏阴]历\s*)?(?:{_CYCLE}年\s*)?{_MOON}(?:{_FEAST})?|"
    rf"[农夏阴]历[{_HAN}]{{2,14}}(?![{_HAN}]|\s*\d)|{_CYCLE}年[{_HAN}]{{2,10}}(?!\s*\d)",
    "号数": rf"第\s*{_NUMERAL}{{1,6}}\s*号|(?<![\d.])\d{{3,6}}\s*号",
    "期号": rf"[（(]?\s*(?:今年|本年度?|{_NUMERAL}{{4}}年)?总?"
    rf"第\s*{_NUMERAL}{{1,6}}\s*期\s*[)）]?|"
    rf"[〔\[(（]\s*(?:19|20)\d\d\s*[〕\])）]\s*第?\s*\d{{1,4}}\s*[号期]|"
    rf"总第\s*{_NUMERAL}{{1,6}}\s*号|(?<![\d.])\d{{3,6}}\s*期|第\s*\d+\s*卷",
    "版数": rf"(?:今日|本期|本报|共|总)\s*(?:共\s*)?{_NUMERAL}{{1,3}}\s*[版张页]|"
    r"[（(]\s*共\s*\d+\s*版\s*[)）]",
    "版次": rf"第?\s*[A-Z]?\s*{_NUMERAL}{{1,3}}\s*版(?!面)|第\s*\d{{1,3}}\s*页|"
    rf"版[次面]?\s*[:：]\s*第?[A-Z]?{_NUMERAL}{{1,3}}",
    "版号": r"(?<![A-Za-z\d])[A-Z]\d{1,2}(?!\d)|"
    r"(?<![^\s·|报刊])0?\d{1,2}(?![^\s·|]|\s*·\s*\d{1,2}(?!\d))",
    # A word behind a blank that a number follows may be what it counts: 热线 33.
    "人员": rf"(?:{STAFF}|{_MAKING})\s*[:：/／ ]\s*{_NAME}{{1,4}}(?!版(?!式))"
    rf"(?:(?:、{_NAME}{{1,3}}| {_NAME}{{1,3}}(?!\s*\d))(?![{_HAN}:：/]))*",
    "刊号": r"(?:国内统一)?(?:连续出版物|刊)号\s*[:：]?\s*(?:CN)?\s*\d\d\s*[-—]\s*\d{3,4}|"
    r"CN\s*\d\d\s*[-—]\s*\d{4}|邮发代号\s*[:：]?\s*\d+\s*[-—]\s*\d+",
    "主办": rf"[{_HAN}]{{2,24}}?(?:主管[、 ]?主办|主管|主办|承办|出版|编印|主编)(?:单位)?"
    rf"(?:[:：]\s*[{_HAN}]{{2,24}})?",
    "标目": r"(?:出版|刊发|见报)?日期\s*[:：]|(?:报纸|报名|来源)\s*[:：]|"
    r"(?:当前|所在)?版[次面名]?\s*[:：]",
    "报名": rf"{_PAPER}(?![{_HAN}])|{_PAPER}(?={DATE}|第)",
    "联系": r"(?:电话|热线|新闻热线|(?:电子|投稿)?(?:邮箱|信箱)|网址|邮编|传真|E-?mail|QQ)\s*[:：/／]\s*[\w@.:/-]+|(?:https?://|www\.)\S+",
    "拼音": r"[A-Z][A-Za-z]*(?: [A-Z][A-Za-z]*){1,6}(?![A-Za-z\d])",
    "月份": rf"{_NUMERAL}{{4}}\s*年\s*{_NUMERAL}{{1,2}}\s*月(?:号|刊)?",
    "印数": r"共?印\s*\d+\s*份",
    "版名": rf"(?<![^\s:：(（\[·|])(?:[{_HAN}·]{{2,8}}|[{_HAN}] [{_HAN}])(?![{_HAN}])|"
    rf"(?:{SECTION}){{1,3}}(?:新闻|版)?(?![{_HAN}])",
}
_PART = compile_late("|".join(f"(?P<{name}>{pattern})" for name, pattern in _PARTS.items()))
_BETWEEN = compile_late(r"[\s，,、;；。·|｜/／（）()\[\]【】《》#:：—–\-─*]*")
#: A head has a date, a page or a number of the issue among its parts.
_TELLING = ("日期", "版次", "期号", "版数", "农历", "星期")
#: Where so many kinds of them stand at a page's opening, so much of the line may be no parts.
_TOLD, _UNKNOWN = 2, 0.4
_LONGEST = 140
#: What a line may have that names a newspaper by its head.
_NAMED = frozenset(["报名", "日期", "星期", "版次", "版号", "版名"])
#: Menus offer newspapers, and texts say where they come from: 选择日报, （《青河日报》 …）.
_OFFERED = compile_late(
    r"\s*[（(—–－-]|.*?(?:返回|选择|欢迎|阅读|订阅|查看|进入|点击|浏览|下载|关注|[往本上下]期|[上下]一|更多|最新|"
    r"[载刊登]于|原载|转载|刊[载登]|来[自源])"
)
_DIGITS = str.maketrans("〇○零一二三四五六七八九", "000123456789")
_MISREAD = [
    (compile_late(r"(?<=[\d年月])[OoОо]|[OoОо](?=\d)"), "0"),
    (compile_late(r"(?<=[\d年月第])[lI|](?=[\d年月日版 ])|[lI|](?=\d)"), "1"),
]


class Part(NamedTuple):
    """A piece of a page's head, and what it is by the names of `_PARTS`; empty for none of them."""

    name: str
    text: str
    start: int


def find_head(text: str, *, opening: bool = False) -> str | None:
    """What a line that says which issue and page this is tells first; None for any other line.

    日期, 版次 or 刊期, the last for what is neither. At a page's `opening` there may be less: a
    page's letter and number, or a newspaper's name.
    """
    if len(text) > _LONGEST:
        return None
    parts = _count_parts(mend_digits(text), _UNKNOWN if opening else 0)
    if parts is None or parts["版名"] > _count_sections(parts):
        return None
    # A date in parentheses closes a speech; two dates are those of an exhibition.
    issue = parts["期号"] and not parts["日期"]
    if parts["日期"] > 1 or (text[0] in "（(" and not (parts["版次"] or issue)):
        return None
    if parts["日期"]:
        return "日期"
    if not any(parts[part] for part in _TELLING):
        lettered = parts["版号"] and not text[0].isdigit()
        told = lettered or (parts["标目"] and parts["报名"]) or text.isupper()
        numbered = parts["报名"] == parts["版号"] == 1
        return "刊期" if opening and (told or numbered) else None
    return "版次" if parts["版次"] else "刊期"


def mend_digits(text: str) -> str:
    """A date or a page's number with the letters that OCR takes digits for: 2O19年l2月."""
    for pattern, digit in _MISREAD:
        text = pattern.sub(digit, text)
    return text


def read_number(numeral: str) -> int:
    """The number of digits or Chinese numerals, such as 二〇一九 or 二十一; 0 where it is none."""
    tens, ten, ones = numeral.translate(_DIGITS).rpartition("十")
    try:
        return 10 * int(tens or 1) + int(ones or 0) if ten else int(ones)
    except ValueError:
        return 0


def _count_sections(parts: Counter[str]) -> int:
    """How many sections of whatever name a head with these parts may hold."""
    page = parts["版次"] + parts["版号"] > 0
    return (parts["日期"] > 0) + page


def _count_parts(text: str, most: float) -> Counter[str] | None:
    """How often each part stands in a head; None where more than `most` of it is no parts.

    What is no part stands apart from what tells the issue, and in no sentence.
    """
    parts = list(cut_parts(text))
    found = Counter(part.name for part in parts if part.name)
    unknown = len(parts) - found.total()
    if not unknown:
        return found
    told = sum(found[name] > 0 for name in _TELLING)
    few = unknown <= most * len("".join(text.split()))
    return found if few and told >= _TOLD and not _reads_on(text, parts) else None


def _reads_on(text: str, parts: list[Part]) -> bool:
    """Whether a line is a sentence, or what tells the issue goes on into a word: 第一期公示."""
    if "，" in text or "。" in text:
        return True
    return any(
        one.name in _TELLING and not other.name and one.start + len(one.text) == other.start
        for one, other in pairwise(parts)
    )


def cut_parts(text: str) -> Iterator[Part]:
    """The parts of a page's head in its order, and each character between them that is of none."""
    at = _end_blanks(text, 0)
    while at < len(text):
        part = _PART.match(text, at)
        if part is None or part.lastgroup is None:
            yield Part("", text[at], at)
            at = _end_blanks(text, at + 1)
            continue
        named = part.lastgroup == "版名" and names_newspaper(part[0])
        yield Part("报名" if named else part.lastgroup, part[0], at)
        at = _end_blanks(text, part.end())


def read_head_name(line: str) -> str:
    """The newspaper that a line of nothing but its name, days and pages is of; else empty."""
    if len(line) > _LONGEST or not ("年" in line or "版" in line) or _OFFERED.match(line):
        return ""
    parts = list(cut_parts(" ".join(line.split())))
    told = [part.text for part in parts if part.name == "报名" and names_newspaper(part.text)]
    return told[0] if len(told) == 1 and {part.name for part in parts} <= _NAMED else ""


def _end_blanks(text: str, start: int) -> int:
    between = _BETWEEN.match(text, start)
    return between.end() if between else start

"""Bylines and datelines: where an article says who wrote it.

A byline (署名) is a line of its own, 通讯员 陈善刚; a dateline (消息头) opens the first paragraph,
本报讯(记者 张三) or 新华社北京1月2日电; some papers put the author behind the last stop.
"""

from plugins.chinese.characters import STOPS
from plugins.chinese.datelines import find_dateline_end
from plugins.chinese.expressions import compile_late
from plugins.model import Author
from plugins.newspaper.evidence.credits import is_unit, names_body, read_credits, read_workers
from plugins.newspaper.evidence.personal_names import HAN, is_name
from plugins.newspaper.evidence.place_labels import names_rank
from plugins.newspaper.layout.source_lines import read_source_line

_PARENTHESES = compile_late(r"\s*[（(【〔]([^（）()【】〔〕]{2,90})[）)】〕]")
#: The house behind an agency's dateline, without names: 楚天消息（湖东日报）.
_SOURCE = compile_late(r"\s*[（(]([\u4e00-\u9fff]{2,10})[）)]")
#: Names that stand free behind a dateline end before 报道, a colon or a blank.
_LOOSE_END = compile_late(r"报道[:：，,\s]|摄影报道[:：，,\s]|[:：]|\s")
_LOOSE = compile_late(r"\s*((?:[^\s（(]{0,20}?)(?:记者|通讯员|实习生)[^。；;“”（(]{2,60})")
_AT_END = compile_late(r"\s*[（(]([^（）()]{2,90})[）)]$")
_BEHIND_STOP = compile_late(rf"(?<=[{STOPS}”])\s*([^{STOPS}“”，,]{{3,60}})$")
#: Lines that close an article and name nobody: （完）, （作者单位：…）, （本报临江7月22日电）.
_CLOSING = compile_late(
    r"[（(]\s*(?:完|本报|本刊|新华社|据|作者[为系是单]|本文|来源|原载|未完|待续|摘自|资料来源|供稿)"
    r"[^（）()]{0,60}(?:[（(][^（）()]{0,30}[）)][^（）()]{0,60})?[）)]|"
    r"[（(][^（）()，。]{2,16}(?:供稿|提供)[）)]"
)
#: Experts whom a paper has asked stand above or below those who wrote, and so does who told it.
_ASKED = compile_late(
    r"[□■●◆]?\s*(?:(?:本文|本期|本版)?(?:受访|指导|采访|咨询|医学|特邀|支持|本期|坐诊)"
    r"(?:专家|医生|嘉宾|对象|顾问|指导)|(?:讲述|口述|自述|受访|采访对象|主人公)[人者]?)"
    r"\s*[/／:：|｜]\s*[^。；！？]{2,60}"
)
#: Where and when a speech was held, below its headline, and by whom: 县委书记　王亮.
_DELIVERED = compile_late(r"[（(]\s*(?:19|20)\d\d\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日\s*[）)]")
_OFFICE = (
    r"(?:书记|[省市县区镇乡局厅处科站院校所会社]长|主任|主席|部长|委员|代表|经理|"
    r"教授|研究员|专员|干部|队[长员]|村官)"
)
_ONE = r"([\u4e00-\u9fff]{2,4}|[\u4e00-\u9fff][\s　]+[\u4e00-\u9fff])"
_SPEAKER = compile_late(rf"[\u4e00-\u9fff、（）()]{{0,24}}{_OFFICE}[\s　]*{_ONE}")
#: No line of nothing but names is longer.
_NAMES = 24
#: Who goes by no family name.
_PEN_NAME = compile_late(rf"[{HAN}]{{2,3}}")


def is_byline(text: str) -> bool:
    """Whether a whole line names authors with their role: 通讯员 陈善刚, □ 张三, 张三/文.

    So does a web page's source line: 来源：青河日报 作者：张三 发布时间：…. Who was asked stands
    among them: 受访专家/县医院主任医师 张三.
    """
    if _ASKED.fullmatch(text) or read_source_line(text).get("作者"):
        return True
    return len(text) <= 70 and not names_rank(text) and read_credits(text) is not None


def may_be_names(text: str) -> bool:
    """Whether a whole line may be nothing but personal names, and what these people work for."""
    if len(text) > _NAMES:
        return False
    return names_body(text) or read_credits(text, bare_names=True) is not None


def read_byline(text: str) -> tuple[Author, ...]:
    """The authors of a byline; without a stated role they are 作者."""
    told = read_source_line(text).get("作者")
    if told is None:
        named = read_end_credits(text) or read_credits(text, bare_names=True, bodies=True)
        return named or _read_speaker(text) or read_workers(text)
    # What is no name behind the names is the account that has published the page.
    words = told.split(" ")
    parts = (" ".join(words[:end]) for end in range(len(words), 0, -1))
    return next((a for p in parts if (a := read_credits(p, bare_names=True, bodies=True))), ())


def has_dateline(text: str) -> bool:
    """Whether a paragraph opens with a dateline (消息头), so that an article starts with it."""
    if is_signature(text):
        return False
    return find_dateline_end(text) > 0 or 0 < _read_opening(text)[0] < len(text)


def names_speaker(text: str) -> bool:
    """Whether a line below a speech's occasion says who held it: 方敏, 青河县县长方敏."""
    return may_be_names(text) or bool(_read_speaker(text))


def names_someone(text: str) -> bool:
    """Whether a line by itself can hardly be else than who wrote: by his office, or his body's."""
    return names_body(text) or bool(_read_speaker(text))


def tells_delivery(text: str) -> bool:
    """Whether a line in brackets is the day on which a speech was held."""
    return _DELIVERED.fullmatch(text) is not None


def read_pen_name(text: str) -> tuple[Author, ...]:
    """Who a word names that stands as a byline does, by whatever name."""
    return (Author(name=text),) if _PEN_NAME.fullmatch(text) else ()


def _read_speaker(text: str) -> tuple[Author, ...]:
    """Who held a speech, by a line of his office and his name."""
    speaker = _SPEAKER.fullmatch(text)
    name = "".join(speaker[1].split()) if speaker else ""
    return (Author(name=name),) if is_name(name) else ()


def read_dateline(text: str) -> tuple[Author, ...]:
    """The authors that a paragraph's dateline names; none where it has no dateline."""
    return _read_opening(text)[1]


def strip_dateline(text: str) -> str:
    """A paragraph without the dateline that it opens with, and without the authors named there."""
    return text[_read_opening(text)[0] :]


def read_end_credits(text: str) -> tuple[Author, ...]:
    """The authors behind an article's last stop: …农民增收。（记者 张三）, …增收。文/李四.

    In parentheses they may also stand on a line of their own.
    """
    named = _AT_END.search(text)
    if named is None:
        free = _BEHIND_STOP.search(text)
        return (read_credits(free[1]) or ()) if free else ()
    before = text[: named.start()].rstrip()
    if before and before[-1] not in STOPS + "”":
        return ()
    told = named[1][find_dateline_end(named[1]) :]
    return read_credits(told, bare_names=True, bodies=True) or ()


def is_signature(text: str) -> bool:
    """Whether a whole line in parentheses closes an article: by who wrote it, by 完, by a place."""
    if text[:1] not in tuple("（("):
        return False
    alone = _AT_END.fullmatch(text)
    if alone and (read_end_credits(text) or is_unit(alone[1])):
        return True
    return _CLOSING.fullmatch(text) is not None


def _read_opening(text: str) -> tuple[int, tuple[Author, ...]]:
    """Where the dateline ends that a paragraph opens with, its names included, and these."""
    start = find_dateline_end(text)
    if start and (source := _SOURCE.match(text, start)) and not _read_names(source[1], start):
        start = source.end()
    named = _PARENTHESES.match(text, start)
    if named and (authors := _read_names(named[1], start)):
        return named.end(), _name_reporters(authors, text[:start])
    loose = _LOOSE.match(text, start) if start else None
    for cut in reversed(list(_LOOSE_END.finditer(loose[1]))) if loose else ():
        if loose and (authors := read_credits(loose[1][: cut.start()]) or ()):
            return loose.start(1) + cut.end(), authors
    return start, ()


def _read_names(text: str, start: int) -> tuple[Author, ...]:
    """The authors in brackets: without a dateline before them their role must be stated."""
    return read_credits(text, bare_names=start > 0, bodies=start > 0) or ()


def _name_reporters(authors: tuple[Author, ...], dateline: str) -> tuple[Author, ...]:
    """Authors by their roles; who is named behind an agency's 电 without one is a reporter."""
    if not dateline.rstrip().endswith("电"):
        return authors
    return tuple(a if a.role != "作者" else Author(name=a.name, role="记者") for a in authors)

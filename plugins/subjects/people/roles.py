"""Titles and roles in a passage, and the role that each gives to the name beside it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from plugins.chinese.expressions import compile_late
from plugins.model import PersonRole
from plugins.privacy.excerpts import ILLNESS
from plugins.subjects.mentions.passages import Passage
from plugins.subjects.tables.vocabulary import Vocabulary
from plugins.subjects.tables.words import Words

#: How far a title may stand behind a name that it explains: 李哲，紫阳县扶贫开发局社会扶贫工作股长.
APPOSITION = 28
APPOSITION_START = compile_late(
    r"(?:同志)?(?:[，,（(]|是|任|担任|现任|，是|，?系|从[^，。]{2,10}?(?:起|开始)+担任)"
)
SENTENCE = compile_late(r"[^。！？!?；;\n]*")
PLACE_TAGS = frozenset({"ns", "nt", "place"})
STOPS = "。！？!?；;\n"
LONGEST_SENTENCE = 300
LIST_END = compile_late(
    r"等(?:[\d一二三四五六七八九十百两]+)?(?:余|多)?[位名人个]?|[二两三四五六七八九十][位名]"
)
CLAUSE_STOP = compile_late(r"[，。；：！？,;:!?、“”（(]")
#: The clause of a list, with its commas: whoever is aided in it is no expert for his office.
BEGINS_CLAUSE = "，。；：！？,;:!?“”（(\n"
CLAUSE = compile_late(f"[^{BEGINS_CLAUSE}]*")
HARDSHIP = compile_late(
    rf"{ILLNESS.pattern}|贫困|困难|特困|困境|低保|残|慰问|看望|救助|受助|帮扶|资助|捐助|捐款|援助|送去"
    r"|送上|爱心|善款"
)
REACH_OF_LIST = 12
CLAUSE_END = compile_late(r"[，,）)]")
#: Titles that stand behind a body's or a place's name, and never behind a person's.
OF_A_BODY = compile_late(
    r"[省市县区镇乡村州]委|政协|人大|纪委|党|支部|组织|宣传|统战|驻村|办公室|镇干|村干"
)


class Title(NamedTuple):
    """A title at its place in a passage; `is_known`: the table of roles has it.

    The role is None where the title says that somebody is named, but not as what: 代表.
    """

    start: int
    end: int
    word: str
    role: PersonRole | None
    is_known: bool


@dataclass(frozen=True)
class Titles:
    """A passage's titles by where they end and by where they begin."""

    ends: Mapping[int, Title]
    starts: Mapping[int, Title]


def find_titles(passage: Passage, vocabulary: Vocabulary) -> Titles:
    """Return the titles of a passage: those of the table, and nouns that end as titles do.

    A place's name that reaches on behind it makes it none: 市|长江, 省|长安. None stands behind a
    name that ends inside a word: 除村民罗思远外|长期在村的.
    """
    tables, words = vocabulary.tables, vocabulary.words
    found = [
        Title(match.start(), match.end(), match[0], tables.role_of[match[0]], True)
        for match in tables.title.finditer(passage.text)
        if not _reaches_into_place(passage, match.end(), words)
    ]
    ends = {title.end: title for title in found}
    for offset, word in passage.list_words(tables.last_characters, -1):
        end = offset + len(word)
        if end not in ends and (role := vocabulary.find_role(word)):
            ends[end] = Title(offset, end, word, role, False)
    whole = [title for title in ends.values() if passage.is_boundary(title.end)]
    starts = {title.start: title for title in whole if not OF_A_BODY.match(title.word)}
    return Titles(ends, starts)


def _reaches_into_place(passage: Passage, end: int, words: Words) -> bool:
    return any(
        offset + len(word) > end and words.tag(word) in PLACE_TAGS
        for offset, word in passage.words_between(end - 1, end)
    )


def find_sentence(text: str, at: int) -> tuple[int, int]:
    """Return where the sentence around a character begins and ends, as far as names reach."""
    end = SENTENCE.match(text, at, at + LONGEST_SENTENCE)
    return _find_start(text, at, STOPS), end.end() if end else at


def _find_start(text: str, at: int, marks: str) -> int:
    """Return where what ends with one of these marks begins, as far as names reach."""
    return max(text.rfind(mark, max(0, at - LONGEST_SENTENCE), at) + 1 for mark in marks)


def role_of_list(text: str, end: int, titles: Titles) -> PersonRole | None:
    """Return the role of the title behind a list of names: 陈小荷、罗思远等五位京剧名家.

    None where they are told of as poor, ill or aided: 慰问了陈小荷、罗思远两名退休教师.
    """
    lead = LIST_END.match(text, end)
    if not lead:
        return None
    clause = CLAUSE_STOP.search(text, lead.end())
    last = min(clause.start() if clause else len(text), lead.end() + REACH_OF_LIST)
    found = (titles.ends.get(at) for at in range(lead.end() + 1, last + 1))
    title = next(filter(None, found), None)
    return title.role if title and not _is_of_hardship(text, end, title, lead[0]) else None


def _is_of_hardship(text: str, end: int, title: Title, lead: str) -> bool:
    """Whether a word of hardship or aid stands in the clause of a list, up to its title.

    Behind the title it may be what experts do (…等五位医生为贫困户义诊); two or three may be aided.
    """
    start = _find_start(text, end, BEGINS_CLAUSE)
    rest = CLAUSE.match(text, title.end)
    stop = title.start if lead.startswith("等") or not rest else rest.end()
    return HARDSHIP.search(text[start : title.start] + "\n" + text[title.end : stop]) is not None


def role_behind(text: str, end: int, titles: Titles) -> PersonRole | None:
    """Return the role of a title behind the name: 王平局长; 李哲，紫阳县…股长; 张明是镇长."""
    title = titles.starts.get(end)
    if title and title.role not in (None, "受访群众"):
        return title.role
    lead = APPOSITION_START.match(text, title.end if title else end)
    if not lead:
        return title.role if title else None
    stop = CLAUSE_END.search(text, lead.end(), lead.end() + APPOSITION)
    sentence = SENTENCE.match(text, lead.end())
    close = min(stop.start() if stop else len(text), sentence.end() if sentence else len(text))
    title = titles.ends.get(close)
    if not title or close - lead.end() > APPOSITION:
        return None
    is_apposition = lead[0].endswith(("，", ",", "（", "("))
    return None if is_apposition and title.role == "受访群众" else title.role

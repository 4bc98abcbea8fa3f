"""Names of people in a passage, each with how sure it is.

A Chinese name is a surname and one or two characters. A model of weighed evidence
(name_evidence.py) gives each such string a probability; of overlapping ones the surest stands.
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from plugins.chinese.characters import is_han
from plugins.chinese.expressions import compile_late
from plugins.privacy.excerpts import KIN
from plugins.subjects.mentions.passages import Passage
from plugins.subjects.people.foreign_names import LEAST_GIVEN, find_foreign_names
from plugins.subjects.people.name_context import NameContext
from plugins.subjects.people.name_evidence import is_speech, weigh_name
from plugins.subjects.people.roles import Titles
from plugins.subjects.tables.vocabulary import Vocabulary

#: Characters never seen in given names: they begin the next word of the sentence, or mask a name.
NOT_GIVEN = frozenset(
    "说在是的了着过将把被对从到等也都就还又所个地得这那哪他你我她它们些每某各吗呢吧啊"
    "告诉给让叫住岁不没已但却而且或若则很最更曾做听问要拿讲谈话笑哭称患里户村镇县区省族厂局厅站馆受作称率赴将已于获参×＊*XxＸ〇"
)
#: What stands behind a name makes a place of it.
PLACE_ENDS = ("县", "镇", "乡", "村", "州")
#: Characters that end few names and begin many phrases.
PREPOSITIONS = frozenset("为向")
COMMON_SURNAMES = frozenset("向和于从")
ADVERBS = frozenset("常总又也还都再就才只便")
NOT_IN_LONGER = NOT_GIVEN | ADVERBS
#: What a family's hamlet is called, behind the surname.
FAMILY = "家"
HAMLET = compile_late(rf"{FAMILY}[庄沟坪湾梁坡坝岭河寨屯营垭台院湖]")
#: What stands behind a country's name, and behind no person's here.
HEADS_OF_STATE = (
    "总理", "副总统", "总统", "首相", "国王", "大公", "总督", "王储", "女王", "驻华大使", "政府",
)  # fmt: skip
RULING = frozenset(words[0] for words in HEADS_OF_STATE)
HEAD_OF_STATE = compile_late("|".join(HEADS_OF_STATE))
#: What begins a clause, and is a name's last character before its end.
JOINS_NOTHING = compile_late(r"[和与][，。；！？）”]")
#: What somebody does, and that it is over or goes on: verbs that end no given name, as 来 does.
DEED = compile_late(
    r"[种养喂卖买赚挣租借欠还打推搬盖看找吃喝坐做搞办带送拿](?:[了着]|过(?![着上了得]))"
)
ASPECTS = frozenset("了着过")
#: What joins the name to whoever is with its bearer.
JOINING = frozenset("和与同跟")
COMPANY = compile_late(
    rf"家人|{KIN}|孩子|同事|队员|队友|战友|同学|同伴|工友|乡亲|村民|他的|她的|大家|其他|另外|几[名位个]"
    r"|[一二两三四五六七八九十\d]{1,3}[名位个]"
)
MOST_GIVEN = 2
#: Log odds below which a string is not even kept for hiding.
LEAST = -3.5
#: How sure a dotted or titled name without Chinese surname is.
FOREIGN = 0.999
#: What stands between two names of a list, and how sure it is to be one.
UNKNOWN_OF_LIST = compile_late(r"、([一-龥]{2,4})、")
OF_LIST = 0.9


@dataclass(frozen=True)
class NameMention:
    """A name at its place in a passage, and the probability that it is one."""

    start: int
    end: int
    name: str
    probability: float


def find_names_of_people(
    passage: Passage, titles: Titles, context: NameContext
) -> list[NameMention]:
    """Return the passage's names, disjoint, in reading order."""
    vocabulary = context.vocabulary
    found = [
        NameMention(start, end, passage.form.text[start:end], FOREIGN)
        for start, end in find_foreign_names(passage, titles, vocabulary)
    ]
    for start, end, surname in find_candidates(passage, titles, vocabulary):
        if passage.text[end : end + 1] in PLACE_ENDS:
            continue
        odds = weigh_name(passage, start, end, surname, titles, context)
        if odds > LEAST:
            name = passage.form.text[start:end]
            found.append(NameMention(start, end, name, 1 / (1 + math.exp(-odds))))
    found.sort(key=lambda mention: (-mention.probability, mention.start))
    kept: list[NameMention] = []
    taken: set[int] = set()
    for mention in found:
        if taken.isdisjoint(range(mention.start, mention.end)):
            kept.append(mention)
            taken.update(range(mention.start, mention.end))
    return sorted(kept, key=lambda mention: mention.start)


def fill_lists(
    passage: Passage, mentions: Sequence[NameMention], context: NameContext
) -> list[NameMention]:
    """Return the mentions with what stands between two of them in a list of names."""
    filled: list[NameMention] = []
    for mention in mentions:
        start = filled[-1].end + 1 if filled else 0
        gap = UNKNOWN_OF_LIST.fullmatch(passage.text, start - 1, mention.start) if start else None
        if gap and not _is_word(gap[1], context.vocabulary):
            name = passage.form.text[start : start + len(gap[1])]
            filled.append(NameMention(start, start + len(name), name, OF_LIST))
        filled.append(mention)
    return filled


def _is_word(text: str, vocabulary: Vocabulary) -> bool:
    return any(len(w) > 1 and vocabulary.is_ordinary(w) for w in vocabulary.words.cut(text))


def find_candidates(
    passage: Passage, titles: Titles, vocabulary: Vocabulary
) -> Iterator[tuple[int, int, str]]:
    """Yield every string that may be a Chinese name, from start to end, and its surname."""
    text, compound = passage.text, vocabulary.names.compound
    for start in _find_starts(passage, titles, vocabulary):
        surname = text[start : start + 2]
        if surname not in compound:
            surname = surname[:1]
        first = start + len(surname)
        for end in range(first + 1, min(first + MOST_GIVEN, len(text)) + 1):
            if text[end - 1] in NOT_GIVEN or not is_han(text[end - 1]):
                break
            title = titles.starts.get(first)
            if title and title.is_known and title.end == end:
                continue  # 霍|书记
            if _is_none(text, start, first, end, vocabulary):
                continue
            if end - first == 1 or not _begins_deed(passage, first, end, vocabulary):
                yield start, end, surname


def _begins_deed(passage: Passage, given: int, end: int, vocabulary: Vocabulary) -> bool:
    """Whether what stands before a verb is a name itself: 李强|种了, 王芳|养着; not 陈立新|过着."""
    if not DEED.match(passage.text, end - 1) or passage.word_after(end) not in ASPECTS:
        return False
    return vocabulary.names.given.get(passage.text[given], 0.0) > LEAST_GIVEN


def _is_none(text: str, start: int, given: int, end: int, vocabulary: Vocabulary) -> bool:
    """Whether a string is surely no name, for what it is or what it is cut from."""
    if text[start:given] * 2 == text[start:end]:  # 殷殷
        return True
    if text[given] == FAMILY and HAMLET.match(text, given, end):  # 贾家庄
        return True
    if text[end : end + 1] in RULING and HEAD_OF_STATE.match(text, end):  # 马拉维|总统
        return True
    if text[start] in COMMON_SURNAMES and vocabulary.words.tag(text[given:end]) == "ns":
        return True  # 向|缅甸
    if end - given == 1 and JOINS_NOTHING.match(text, end):  # 委员魏凤|和，
        return True
    if end - given == 1:  # 魏凤|和说 is 魏凤和.
        third = text[end : end + 1]
        may_be_longer = is_han(third) and third not in NOT_IN_LONGER
        return may_be_longer and is_speech(text, end + 1) and not is_speech(text, end)
    if text[end - 1] in JOINING and COMPANY.match(text, end):  # 高勇|和家人
        return True
    if text[end - 1] not in PREPOSITIONS:
        return False
    # 沈浩|为乡亲操劳
    return is_han(text[end : end + 1]) and not is_speech(text, end)


def _find_starts(passage: Passage, titles: Titles, vocabulary: Vocabulary) -> Iterator[int]:
    """Yield where a name may begin: at a surname that begins a word or follows a title."""
    single = vocabulary.names.single
    for offset, word in passage.list_words(single, 0):
        if len(word) <= MOST_GIVEN or vocabulary.words.tag(word).startswith("nr"):
            yield offset
    for end in titles.ends:
        if passage.text[end : end + 1] in single and not passage.is_boundary(end):
            yield end

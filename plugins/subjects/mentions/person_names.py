"""Names of people: a surname and one or two characters, where the context says that it is one.

No model guesses: a name needs a role before it (村民李月林), an apposition after it (李哲，紫阳县…
股长), or an age, and must not be a word. Precision goes before recall.
"""

import re
from collections.abc import Iterator

from plugins.subjects.tables.people_tables import NameTables
from plugins.subjects.tables.words import Words

#: Characters never seen in given names: they begin the next word of the sentence, or mask a name.
NOT_IN_NAME = frozenset(
    "说在是的了着过将把被对从到等也都就还又所个地得这那哪他你我她它们些每某各吗呢吧啊"
    "告诉表示介绍带领给让叫住岁有不没已便却但而且或若则很非最更曾刚做听问要拿讲谈话笑哭称患"
    "里户村镇县区市省×＊*XxＸ"
)
#: log probability that a character of a name costs: that of a middling Chinese character.
NAME_CHARACTER = -8.5
#: log 4: four in five given names have two characters.
TWO_CHARACTERS_GIVEN = 1.4
#: What a role before the name (村民…) adds in favour of a name, and what it adds when the
#: surname is also a function word (局长任组长); what each further occurrence in the article adds.
AFTER_ROLE = 10.0
AFTER_ROLE_FUNCTION = -2.0
REPEATED = 5.0
#: What mostly stands behind a name adds so much: function words (如, 可) end no clause.
ENDS_CLAUSE = 4.0
CLAUSE_END = re.compile(r"[，,。；;：:、“”（()）！？!?]|$|说|表示|介绍|告诉|参加|出席|主持")
#: What a name loses whose first two characters are a word (常年, 金融): the word is likelier.
BEGINS_WITH_WORD = -4.0
LOOKAHEAD = 9
#: A word of jieba's dictionary this frequent is no name, unless tagged as one.
WORD_FREQUENCY = 30
#: 任 as the verb: 局长任组长.
TAKES_OFFICE = re.compile(r"任(?=[副总]|[一-龥]{0,2}(?:长|主任|书记))")
HAN = re.compile(r"[一-龥]")


def name_at(
    text: str, start: int, article: str, tables: NameTables, words: Words, *, sure: bool
) -> str | None:
    """Return the person's name that begins at `start`, None when ordinary words fit better.

    `sure`: a role stands before it. `article`: the whole text, as a name recurs in it.
    """
    surname = _surname_at(text, start, tables)
    is_function = surname in tables.function
    if not surname or (is_function and not sure) or TAKES_OFFICE.match(text, start):
        return None
    bonus = (AFTER_ROLE_FUNCTION if is_function else AFTER_ROLE) if sure else 0.0
    rest = text[start : start + LOOKAHEAD]
    best, best_fit = None, words.likelihood(rest)
    if len(surname) == 1 and _is_word(rest[:2], words):
        bonus += BEGINS_WITH_WORD
    for given in _given_names(text, start + len(surname)):
        name = surname + given
        ends = ENDS_CLAUSE if sure and CLAUSE_END.match(rest, len(name)) else 0.0
        fit = _fit(rest, name, article, words) + bonus + ends
        if fit >= best_fit and not _is_word(name, words):
            best, best_fit = name, fit
    return best


def _surname_at(text: str, start: int, tables: NameTables) -> str:
    if text[start : start + 2] in tables.compound:
        return text[start : start + 2]
    return text[start : start + 1] if text[start : start + 1] in tables.single else ""


def _given_names(text: str, start: int) -> Iterator[str]:
    given = ""
    for character in text[start : start + 2]:
        if not HAN.match(character) or character in NOT_IN_NAME:
            return
        given += character
        yield given


def _is_word(name: str, words: Words) -> bool:
    tag = words.tag(name)
    if tag.startswith("nr"):
        return False
    return tag in {"place", "ns", "nt"} or words.frequency(name) > WORD_FREQUENCY


def _fit(rest: str, name: str, article: str, words: Words) -> float:
    """Return how well a name and the words after it explain the text, as a log probability."""
    longer = max((article.count(name + rest[len(name) :][:1]), 1))
    repeated = article.count(name) - (longer if len(name) == 2 else 1)
    known = 1.0 if words.tag(name).startswith("nr") else 0.0
    score = NAME_CHARACTER * len(name) + words.likelihood(rest[len(name) :])
    usual = TWO_CHARACTERS_GIVEN if len(name) > 2 else 0.0
    return score + known + usual + REPEATED * min(max(repeated, 0), 3)

"""People of an article, each with a role, and whether the archive may give them a page.

Whoever is named only as a poor household, recipient of aid, patient or villager, and whoever's
role is unsure, is 受访群众 and never public. Authors and masked names (朱某) are no people here.
"""

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass

from plugins.model import Person, PersonRole
from plugins.subjects.mentions.passages import Passage
from plugins.subjects.mentions.person_names import name_at
from plugins.subjects.tables.people_tables import PeopleTables
from plugins.subjects.tables.words import Words

#: How far a title may stand behind a name that it explains: 李哲，紫阳县扶贫开发局社会扶贫工作股长.
APPOSITION = 28
CLAUSE_START = re.compile(r"(?:^|[。！？!?；;，,：:“”\"（(\s])(?=[一-龥]{2})")
APPOSITION_START = re.compile(r"(?:同志)?(?:[，,（(]|是|任|担任|现任|，是|，?系)")
SENTENCE = re.compile(r"[^。！？!?；;\n]*")
#: What stands behind a name in a list of names.
LIST_GOES_ON = re.compile(r"[、，,。；;等和及与）)]|参加|出席|列席|陪同|主持|带队|$")
SPEECH = re.compile(
    r"(?:激动|高兴|感慨|深有感触|自豪|笑呵呵|开心|感激|乐呵呵|动情|欣慰|兴奋|满意)?地?"
    r"(?:说道|说|告诉记者|告诉|表示|坦言|感慨|笑着|笑得|乐得|向记者)"
)


@dataclass(frozen=True)
class _Sighting:
    """A name where it stands, with the role that its surroundings give it, if any."""

    name: str
    passage: Passage
    start: int
    role: PersonRole | None


def find_people(
    passages: Sequence[Passage],
    tables: PeopleTables,
    words: Words,
    authors: Collection[str] = (),
) -> tuple[Person, ...]:
    """Return the people whom the article names, in the order of their first sure sighting."""
    article = "\n".join(passage.text for passage in passages)
    sightings = [s for p in passages for s in _sightings(p, article, tables, words)]
    hidden = tables.omitted.union(authors)
    names = [name for name in dict.fromkeys(s.name for s in sightings) if name not in hidden]
    return tuple(_person(name, sightings, passages, tables) for name in names)


def _sightings(
    passage: Passage, article: str, tables: PeopleTables, words: Words
) -> Iterator[_Sighting]:
    def find(start: int) -> str | None:
        return name_at(passage.text, start, article, tables.names, words, sure=True)

    for title in tables.title.finditer(passage.text):
        name = find(title.end())
        if name:
            yield from _listed(passage, title.end(), name, tables.role_of[title[0]], find)
    for clause in CLAUSE_START.finditer(passage.text):
        start = clause.end()
        name = name_at(passage.text, start, article, tables.names, words, sure=False)
        if name:
            end = start + len(name)
            role = _role_behind(passage.text, end, tables)
            if role or SPEECH.match(passage.text, end):
                yield _Sighting(name, passage, start, role)


def _listed(
    passage: Passage,
    start: int,
    name: str,
    role: PersonRole,
    find: Callable[[int], str | None],
) -> Iterator[_Sighting]:
    """Yield the name and those listed after it under one title: 代表李元祥、廖申强、黄智辉."""
    following: str | None = name
    while following:
        yield _Sighting(following, passage, start, role)
        start += len(following) + 1
        following = find(start) if passage.text[start - 1 : start] == "、" else None
        end = start + len(following or "")
        if not LIST_GOES_ON.match(passage.text, end):
            return


def _role_behind(text: str, end: int, tables: PeopleTables) -> PersonRole | None:
    """Return the role of a title behind the name: 王平局长; 李哲，紫阳县…股长; 张明是镇长."""
    title = tables.title.match(text, end)
    if title:
        return tables.role_of[title[0]]
    lead = APPOSITION_START.match(text, end)
    if not lead:
        return None
    sentence = SENTENCE.match(text, lead.end())
    clause = re.split(r"[，,]", sentence[0] if sentence else "")[0][:APPOSITION]
    titles = [t for t in tables.title.finditer(clause) if t.end() == len(clause)]
    role = tables.role_of[titles[-1][0]] if titles else None
    is_apposition = lead[0].endswith(("，", ",", "（", "("))
    return None if is_apposition and role == "受访群众" else role


def _person(
    name: str, sightings: Sequence[_Sighting], passages: Sequence[Passage], tables: PeopleTables
) -> Person:
    roles = {s.role for s in sightings if s.name == name}
    is_private = "受访群众" in roles
    if "公职" in roles:
        return Person(name=name, role="公职", public=True)
    if not is_private and ("表彰" in roles or _is_honoured(name, sightings, passages, tables)):
        return Person(name=name, role="表彰", public=True)
    if not is_private and "专业" in roles:
        return Person(name=name, role="专业", public=True)
    return Person(name=name, role="受访群众", public=False)


def _is_honoured(
    name: str, sightings: Sequence[_Sighting], passages: Sequence[Passage], tables: PeopleTables
) -> bool:
    """Whether a sentence with an honour names this person and nobody else."""
    others = {s.name for s in sightings} - {name}
    sentences = (match[0] for p in passages for match in SENTENCE.finditer(p.text))
    return any(
        name in sentence
        and tables.honour.search(sentence)
        and not any(o in sentence for o in others)
        for sentence in sentences
    )

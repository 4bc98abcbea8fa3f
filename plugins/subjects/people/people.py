"""People of an article, each with a role, and whether the archive may give them a page.

Whoever is named only as a poor household, recipient of aid, patient or villager, and whoever's
role is unsure, is 受访群众 and never public. Authors and masked names (朱某) are no people here,
nor are national figures and heads of foreign states, unless a setting says so.
"""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from plugins.model import Person, PersonRole
from plugins.subjects.mentions.passages import Passage
from plugins.subjects.people.foreign_names import find_unknown_runs
from plugins.subjects.people.name_evidence import NameContext
from plugins.subjects.people.names import NameMention, find_names_of_people
from plugins.subjects.people.roles import (
    SENTENCE,
    find_titles,
    role_behind,
)
from plugins.subjects.tables.people_tables import PeopleTables
from plugins.subjects.tables.words import Words

#: A name at least this sure at one place, or this behind a title, is a person. A page of its own
#: needs more where the surname is a common word (和, 于); words of the dictionary have none.
LISTED = 0.5
TITLED = 0.3
PUBLIC_RARE = 0.9
RARE_SURNAME = -1.5
#: A word of jieba's dictionary this frequent is no name, unless tagged as one.
WORD_FREQUENCY = 30
JOINERS = frozenset("、和与及 　")
#: So far before a name its reporter's office may begin.
REPORTER_REACH = 40
#: Who reports, not who is reported on: 本报记者, (记者 …).
REPORTERS = frozenset({"记者", "通讯员", "作者", "特约记者", "见习记者"})
REPORTS = re.compile(r"(?:本报|新华社|本台|本刊|电)[^，。；]{0,8}$|[（(][^（()）]{0,12}$")


@dataclass(frozen=True)
class Sighting:
    """A name where it stands, with the role that its surroundings give it, if any."""

    mention: NameMention
    role: PersonRole | None
    is_national: bool
    is_author: bool
    is_titled: bool

    @property
    def is_sure(self) -> bool:
        """Whether this sighting is enough to count somebody as named."""
        return self.mention.probability >= (TITLED if self.is_titled else LISTED)

    @property
    def name(self) -> str:
        """The name."""
        return self.mention.name


@dataclass(frozen=True)
class PeopleFound:
    """An article's people, and all its strings that may name somebody not known as public."""

    people: tuple[Person, ...]
    unshared: tuple[str, ...]


def find_people(
    passages: Sequence[Passage],
    tables: PeopleTables,
    words: Words,
    authors: Collection[str] = (),
) -> PeopleFound:
    """Return the people whom the article names, in the order of their first sighting."""
    context = NameContext("\n".join(p.text for p in passages), words, tables.names)
    sightings = [s for p in passages for s in _sight(p, tables, context)]
    people = _list_people(sightings, passages, tables, authors, words)
    known = tables.omitted.union(authors, (person.name for person in people if person.public))
    reporters = {s.name for s in sightings if s.is_author or s.is_national}
    likely = dict.fromkeys(s.name for s in sightings if s.name not in known | reporters)
    runs = (run for p in passages for run in find_unknown_runs(p, tables.names))
    likely |= dict.fromkeys(run for run in runs if not any(run in name for name in known))
    return PeopleFound(people, tuple(likely))


def _sight(passage: Passage, tables: PeopleTables, context: NameContext) -> list[Sighting]:
    titles = find_titles(passage, tables, context.words)
    sightings: list[Sighting] = []
    for mention in find_names_of_people(passage, titles, context):
        last = sightings[-1] if sightings else None
        before = titles.ends.get(mention.start)
        if not before and last and _is_listed_after(last, mention, passage.text):
            sighting = replace(last, mention=mention)
        else:
            role = before.role if before else None
            sighting = Sighting(
                mention,
                role,
                is_national=passage.text.endswith(tables.national, 0, mention.start),
                is_author=_reports(passage.text, mention.start),
                is_titled=before is not None,
            )
        if sighting.role in (None, "受访群众"):
            role = role_behind(passage.text, mention.end, titles)
            sighting = replace(sighting, role=role or sighting.role)
        sightings.append(sighting)
    return sightings


def _reports(text: str, start: int) -> bool:
    """Whether the name stands as an author's: 本报记者王萍, (记者 王萍)."""
    head = text[max(0, start - REPORTER_REACH) : start].rstrip(" 　")
    word = next((w for w in REPORTERS if head.endswith(w)), None)
    return word is not None and bool(REPORTS.search(head[: len(head) - len(word)]))


def _is_listed_after(last: Sighting, mention: NameMention, text: str) -> bool:
    """Whether the name stands under the title of the one before: 代表李元祥、廖申强."""
    return mention.start == last.mention.end + 1 and text[last.mention.end] in JOINERS


def _list_people(
    sightings: Sequence[Sighting],
    passages: Sequence[Passage],
    tables: PeopleTables,
    authors: Collection[str],
    words: Words,
) -> tuple[Person, ...]:
    by_name: dict[str, list[Sighting]] = {}
    for sighting in sightings:
        by_name.setdefault(sighting.name, []).append(sighting)
    hidden = tables.omitted.union(authors)
    people = []
    for name, seen in by_name.items():
        sure = max(s.mention.probability for s in seen)
        if (
            not any(s.is_sure for s in seen)
            or name in hidden
            or any(s.is_national or s.is_author for s in seen)
        ):
            continue
        role = _role(name, seen, passages, set(by_name), tables)
        if role != "受访群众" and not _may_be_public(name, sure, tables, words):
            role = "受访群众"
        people.append(Person(name=name, role=role, public=role != "受访群众"))
    return tuple(people)


def _may_be_public(name: str, sure: float, tables: PeopleTables, words: Words) -> bool:
    """Whether a string is surely enough a name for a page of its own."""
    tag = words.tag(name)
    if not tag.startswith("nr") and (
        tag in {"place", "ns", "nt"} or words.frequency(name) > WORD_FREQUENCY
    ):
        return False
    is_rare = tables.names.surnames.get(name[:1], 0.0) < RARE_SURNAME
    return sure >= PUBLIC_RARE or not (is_rare and name[:2] not in tables.names.compound)


def _role(
    name: str,
    seen: Sequence[Sighting],
    passages: Sequence[Passage],
    names: Collection[str],
    tables: PeopleTables,
) -> PersonRole:
    roles = {sighting.role for sighting in seen}
    if "公职" in roles:
        return "公职"
    if "受访群众" in roles:
        return "受访群众"
    if "表彰" in roles or _is_honoured(name, names, passages, tables):
        return "表彰"
    return "专业" if "专业" in roles else "受访群众"


def _is_honoured(
    name: str, names: Collection[str], passages: Sequence[Passage], tables: PeopleTables
) -> bool:
    """Whether a sentence with an honour names this person and nobody else."""
    sentences = (match[0] for p in passages for match in SENTENCE.finditer(p.text))
    return any(
        name in sentence
        and tables.honour.search(sentence)
        and not any(other in sentence for other in names if other != name)
        for sentence in sentences
    )

"""People of an article, each with a role, and whether the archive may give them a page.

Whoever is named only as a poor household, recipient of aid, patient or villager, and whoever's
role is unsure, is 受访群众 and never public. Authors and masked names (朱某) are no people here,
nor are national figures and heads of foreign states, unless a setting says so.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise

from plugins.model import Person, PersonRole
from plugins.privacy.excerpts import HOUSEHOLD, ILLNESS, SENTENCE
from plugins.subjects.mentions.passages import Passage
from plugins.subjects.people.foreign_names import DOT
from plugins.subjects.people.name_context import NameContext
from plugins.subjects.people.possible_names import find_possible_names, find_unknown_runs
from plugins.subjects.people.roles import Titles, find_sentence, find_titles
from plugins.subjects.people.sightings import LISTED, Sighting, find_sightings
from plugins.subjects.tables.people_tables import PeopleTables
from plugins.subjects.tables.vocabulary import Vocabulary
from plugins.subjects.tables.words import Words

#: Less sure than this, a name that is a word, or whose surname is a common one (和, 于), gets no
#: page of its own.
PUBLIC_DOUBTFUL = 0.9
RARE_SURNAME = -1.5
#: A word of jieba's dictionary that is more frequent is doubtful as a name.
WORD_FREQUENCY = 2
#: So is a name that begins with a word that is more frequent, if its rest is no such word.
HEAD_FREQUENCY = 20
#: So many characters have the names of those who are never listed.
SIZES = range(2, 5)


@dataclass(frozen=True)
class PeopleFound:
    """An article's people, and all its strings that may name somebody not known as public."""

    people: tuple[Person, ...]
    unshared: tuple[str, ...]


def find_people(
    passages: Sequence[Passage], vocabulary: Vocabulary, authors: Collection[str] = ()
) -> PeopleFound:
    """Return the people whom the article names, in the order of their first sighting."""
    context = NameContext("\n".join(p.text for p in passages), vocabulary)
    tables = vocabulary.tables
    seen: dict[str, list[Sighting]] = {}
    honoured: set[str] = set()
    possible: dict[str, None] = {}
    runs: list[str] = []
    hard_up: set[str] = set()
    for passage in passages:
        titles = find_titles(passage, vocabulary)
        sightings = find_sightings(passage, titles, tables, context)
        taken = {at for s in sightings for at in range(s.mention.start, s.mention.end)}
        runs.extend(find_unknown_runs(passage, titles, vocabulary))
        possible |= dict.fromkeys(sorted(find_possible_names(passage, titles, taken, vocabulary)))
        honoured.update(_find_honoured(passage.text, sightings, tables))
        hard_up.update(_find_hard_up(passage.text, titles, tables))
        for sighting in sightings:
            seen.setdefault(sighting.name, []).append(sighting)
    aside = {n for n, all_seen in seen.items() if any(s.is_aside for s in all_seen)}
    aside |= tables.omitted.union(authors)
    nobody = aside.union(_find_shortened(seen))
    named = [
        _make_person(name, sightings, name in honoured, vocabulary)
        for name, sightings in seen.items()
        if name not in nobody and _is_named(name, sightings, name in honoured, vocabulary.words)
    ]
    # 书记罗远算细账 makes nobody public, but a poor man whose name ends so is hidden as a whole.
    people = tuple(p for p in named if not (p.public and all(s.runs_on for s in seen[p.name])))
    hard_up.update(s.name for s in chain(*seen.values()) if s.role == "受访群众" and not s.is_aside)
    known = aside.difference(hard_up).union(authors, (p.name for p in people if p.public))
    likely = _keep_back((*seen, *runs, *possible, *sorted(hard_up)), known, hard_up)
    return PeopleFound(
        people, tuple(dict.fromkeys((*likely, *_find_given(likely, known, context))))
    )


def _find_shortened(seen: Mapping[str, Sequence[Sighting]]) -> Iterator[str]:
    """Yield what is somebody's short form: 雷林科, behind 阿丽西亚·雷林科.

    A father's name is his daughter's second: 艾热提·马木提, 古丽米热·艾热提. So one with another
    role, or that two may have, is somebody else; and it tells nothing of the whole.
    """
    wholes: dict[str, list[str]] = {}
    for name in filter(DOT.search, seen):
        first, *_, last = DOT.split(name)
        for part in (first, last):
            wholes.setdefault(part, []).append(name)
    order = {name: at for at, name in enumerate(seen)}
    for part in wholes.keys() & seen.keys():
        whole, *others = wholes[part]
        roles = {sighting.role for sighting in seen[whole]}
        is_same = roles.union([None]).issuperset(sighting.role for sighting in seen[part])
        if is_same and not others and order[whole] < order[part]:
            yield part


def _find_hard_up(text: str, titles: Titles, tables: PeopleTables) -> Iterator[str]:
    """Yield the figures' names behind which somebody else may stand: 贫困户汪洋, 汪洋一家五口.

    A sentence that tells of illness or a household may be about a namesake: better hidden, but
    where all that are called so have a national office beside their name.
    """
    for title in titles.ends.values():
        if title.is_known and title.role == "受访群众":
            called = {text[title.end : title.end + size] for size in SIZES}
            yield from called.intersection(tables.omitted)
    present = [name for name in tables.omitted if name in text]
    for sentence in SENTENCE.findall(text) if present else ():
        if ILLNESS.search(sentence) or HOUSEHOLD.search(sentence):
            yield from (name for name in present if _may_be_namesake(name, sentence, tables))


def _may_be_namesake(name: str, sentence: str, tables: PeopleTables) -> bool:
    """Whether a sentence has a figure's name without his office: 习近平总书记, 总理李克强."""
    return any(
        not (before.endswith(tables.national) or behind.startswith(tables.national))
        for before, behind in pairwise(sentence.split(name))
    )


def _keep_back(
    names: Iterable[str], known: Collection[str], hard_up: Collection[str]
) -> Collection[str]:
    """Return what may name somebody, without parts of a known name that are nobody else's."""
    parts = {part for name in known for part in (name, name[:2], name[:3], *DOT.split(name))}
    shared = parts.difference(hard_up).union(known)
    return dict.fromkeys(name for name in names if name not in shared).keys()


def _find_given(
    names: Iterable[str], public: Collection[str], context: NameContext
) -> Iterator[str]:
    """Yield the names by which the article goes on about somebody.

    They are parts of dotted ones, but for a father's that somebody public has, too, and given names
    of two characters; one that is a word (马|振兴) is none unless it speaks.
    """
    article, vocabulary = context.article, context.vocabulary
    shared = {part for name in public for part in DOT.split(name)}
    for name in names:
        *own, last = DOT.split(name)
        parts = own if not own or last in shared else [*own, last]
        yield from (part for part in parts if len(part) > 1)
        given = name[2 if name[:2] in vocabulary.names.compound else 1 :]
        if len(given) != 2 or name in public or article.count(given) <= article.count(name):
            continue
        if not vocabulary.measure(given) or f"{given}说" in article:
            yield given


def _is_named(name: str, sightings: Sequence[Sighting], is_honoured: bool, words: Words) -> bool:
    """Whether somebody is named so; a word of the dictionary (孔雀, 白皮书) needs a title."""
    told = is_honoured or any(sighting.is_spoken_of or sighting.role for sighting in sightings)
    return (told or not words.tag(name)) and any(sighting.is_sure for sighting in sightings)


def _find_honoured(text: str, sightings: Sequence[Sighting], tables: PeopleTables) -> Iterator[str]:
    """Yield whoever is the only one named in a sentence with an honour."""
    for honour in tables.honour.finditer(text) if sightings else ():
        start, end = find_sentence(text, honour.start())
        named = [sighting for sighting in sightings if start <= sighting.mention.start < end]
        if len({sighting.name for sighting in named}) == 1:
            yield named[0].name


def _make_person(
    name: str, sightings: Sequence[Sighting], is_honoured: bool, vocabulary: Vocabulary
) -> Person:
    role = _choose_role({sighting.role for sighting in sightings}, is_honoured)
    sure = max(sighting.mention.probability for sighting in sightings)
    if sure < PUBLIC_DOUBTFUL and _is_doubtful(name, sure, vocabulary):
        role = "受访群众"
    return Person(name=name, role=role, public=role != "受访群众")


def _choose_role(roles: Collection[PersonRole | None], is_honoured: bool) -> PersonRole:
    if "公职" in roles:
        return "公职"
    if "受访群众" in roles:
        return "受访群众"
    if "表彰" in roles or is_honoured:
        return "表彰"
    return "专业" if "专业" in roles else "受访群众"


def _is_doubtful(name: str, sure: float, vocabulary: Vocabulary) -> bool:
    """Whether a string may be something else: a word, a place, or begun by a common word."""
    words, tables = vocabulary.words, vocabulary.names
    # 盛赞 is a name in jieba's dictionary; 马厩|内 and 乔装|成 begin with words.
    is_word = vocabulary.is_ordinary(name) or sure < LISTED
    is_word = is_word and words.frequency(name) > WORD_FREQUENCY
    head = name[:2] if len(name) > 2 and name[:2] not in tables.compound else ""
    if vocabulary.is_ordinary(head):
        is_word |= words.frequency(head) > HEAD_FREQUENCY >= words.frequency(name[1:])
    is_rare = tables.surnames.get(name[:1], 0.0) < RARE_SURNAME
    is_begun_so = is_rare and name[:2] not in tables.compound and "·" not in name
    return is_word or is_begun_so or words.tag(name) in {"place", "ns", "nt"}

"""People of an article, each with a role, and whether the archive may give them a page.

Whoever is named only as a poor household, recipient of aid, patient or villager, and whoever's
role is unsure, is 受访群众 and never public. Authors and masked names (朱某) are no people here,
nor are national figures and heads of foreign states, unless a setting says so.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from plugins.chinese.expressions import compile_late
from plugins.model import Person, PersonRole
from plugins.subjects.mentions.passages import Passage
from plugins.subjects.people.foreign_names import DOT, find_unknown_runs
from plugins.subjects.people.name_context import NameContext
from plugins.subjects.people.name_evidence import is_speech
from plugins.subjects.people.names import (
    NameMention,
    fill_lists,
    find_names_of_people,
    find_possible_names,
)
from plugins.subjects.people.roles import (
    Titles,
    find_sentence,
    find_titles,
    role_behind,
    role_of_list,
)
from plugins.subjects.tables.people_tables import PeopleTables
from plugins.subjects.tables.vocabulary import Vocabulary
from plugins.subjects.tables.words import Words

#: A name at least this sure at one place, or this behind a title, is a person. A page of its own
#: needs more where the name is a word, or its surname a common one (和, 于).
LISTED = 0.65
TITLED = 0.3
PUBLIC_DOUBTFUL = 0.9
RARE_SURNAME = -1.5
#: A word of jieba's dictionary that is more frequent is doubtful as a name.
WORD_FREQUENCY = 2
#: So is a name that begins with a word that is more frequent, if its rest is no such word.
HEAD_FREQUENCY = 20
#: What ends a name, or begins what its bearer does: 罗远|算细账.
ENDS_OR_BEGINS = frozenset("找算吃买卖打看办推")
#: What stands between the names of a list, and before its last one.
COMMAS = frozenset("、 　")
JOINERS = COMMAS | frozenset("和与及")
#: So far before a name its reporter's office may begin.
REPORTER_REACH = 40
#: Who reports, not who is reported on: 本报记者, (记者 …).
REPORTERS = frozenset({"记者", "通讯员", "作者", "特约记者", "见习记者"})
REPORTS = compile_late(r"(?:本报|新华社|本台|本刊|电)[^，。；]{0,8}$|[（(][^（()）]{0,12}$")


@dataclass(frozen=True)
class Sighting:
    """A name where it stands, with the role that its surroundings give it, if any.

    `is_spoken_of`: a title or speech is beside it; `is_aside`: it is a reporter's, or a national
    figure's; `runs_on`: its end may begin what follows.
    """

    mention: NameMention
    role: PersonRole | None
    is_titled: bool
    is_spoken_of: bool
    is_aside: bool
    is_listed: bool = False
    runs_on: bool = False

    @property
    def is_sure(self) -> bool:
        """Whether this sighting is enough to count somebody as named."""
        has_title = self.is_titled or (self.is_listed and self.role is not None)
        return self.mention.probability >= (TITLED if has_title else LISTED)

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
    passages: Sequence[Passage], vocabulary: Vocabulary, authors: Collection[str] = ()
) -> PeopleFound:
    """Return the people whom the article names, in the order of their first sighting."""
    context = NameContext("\n".join(p.text for p in passages), vocabulary)
    tables = vocabulary.tables
    seen: dict[str, list[Sighting]] = {}
    honoured: set[str] = set()
    possible: dict[str, None] = {}
    for passage in passages:
        titles = find_titles(passage, vocabulary)
        sightings = _sight(passage, titles, tables, context)
        taken = {at for s in sightings for at in range(s.mention.start, s.mention.end)}
        possible |= dict.fromkeys(sorted(find_possible_names(passage, titles, taken, vocabulary)))
        honoured.update(_find_honoured(passage.text, sightings, tables))
        for sighting in sightings:
            seen.setdefault(sighting.name, []).append(sighting)
    aside = {n for n, all_seen in seen.items() if any(s.is_aside for s in all_seen)}
    aside |= tables.omitted.union(authors)
    named = [
        _make_person(name, sightings, name in honoured, vocabulary)
        for name, sightings in seen.items()
        if name not in aside and _is_named(name, sightings, name in honoured, vocabulary.words)
    ]
    # 书记罗远算细账 makes nobody public, but a poor man whose name ends so is hidden as a whole.
    people = tuple(p for p in named if not (p.public and all(s.runs_on for s in seen[p.name])))
    known = aside.union(person.name for person in people if person.public)
    words = vocabulary.words
    runs = (run for passage in passages for run in find_unknown_runs(passage, tables.names, words))
    parts = known.union(*((name[:2], name[:3], *DOT.split(name)) for name in known))
    likely = dict.fromkeys(name for name in (*seen, *runs, *possible) if name not in parts)
    return PeopleFound(people, tuple(likely))


def _is_named(name: str, sightings: Sequence[Sighting], is_honoured: bool, words: Words) -> bool:
    """Whether somebody is named so; a word of the dictionary (孔雀, 白皮书) needs a title."""
    told = is_honoured or any(sighting.is_spoken_of or sighting.role for sighting in sightings)
    return (told or not words.tag(name)) and any(sighting.is_sure for sighting in sightings)


def _sight(
    passage: Passage, titles: Titles, tables: PeopleTables, context: NameContext
) -> list[Sighting]:
    mentions = find_names_of_people(passage, titles, context)
    sightings: list[Sighting] = []
    for mention in fill_lists(passage, mentions, context):
        last = sightings[-1] if sightings else None
        before = titles.ends.get(mention.start)
        if not before and last and _shares_title(last, mention, passage.text):
            runs_on = _runs_on(passage.text, mention, titles)
            sighting = replace(last, mention=mention, is_listed=True, runs_on=runs_on)
        else:
            sighting = Sighting(
                mention,
                before.role if before else None,
                is_titled=before is not None,
                is_spoken_of=before is not None
                or mention.end in titles.starts
                or is_speech(passage.text, mention.end),
                is_aside=passage.text.endswith(tables.national, 0, mention.start)
                or _reports(passage.text, mention.start),
                runs_on=_runs_on(passage.text, mention, titles),
            )
        if sighting.role in (None, "受访群众"):
            role = role_behind(passage.text, mention.end, titles)
            sighting = replace(sighting, role=role or sighting.role)
        sightings.append(sighting)
    return _share_titles_behind(sightings, passage.text, titles)


def _runs_on(text: str, mention: NameMention, titles: Titles) -> bool:
    """Whether the last character of a name may begin what its bearer does: 罗远|算细账."""
    end = mention.end
    is_verb = len(mention.name) > 2 and text[end - 1] in ENDS_OR_BEGINS
    goes_on = text[end : end + 1].isalnum() and end not in titles.starts
    return is_verb and goes_on and not is_speech(text, end)


def _share_titles_behind(sightings: list[Sighting], text: str, titles: Titles) -> list[Sighting]:
    """Give the title behind a list to all names of the list that have none."""
    shared: list[Sighting] = []
    role: PersonRole | None = None
    for at in range(len(sightings) - 1, -1, -1):
        sighting = sightings[at]
        behind = shared[-1] if shared else None
        if not (behind and _is_listed_after(sighting, behind.mention, text)):
            is_last = at > 0 and _is_listed_after(sightings[at - 1], sighting.mention, text)
            role = role_of_list(text, sighting.mention.end, titles) if is_last else None
        is_listed = sighting.is_listed or role is not None
        shared.append(replace(sighting, role=sighting.role or role, is_listed=is_listed))
    return shared[::-1]


def _reports(text: str, start: int) -> bool:
    """Whether the name stands as an author's: 本报记者王萍, (记者 王萍)."""
    head = text[max(0, start - REPORTER_REACH) : start].rstrip(" 　")
    word = next((w for w in REPORTERS if head.endswith(w)), None)
    return word is not None and bool(REPORTS.search(head[: len(head) - len(word)]))


def _shares_title(last: Sighting, mention: NameMention, text: str) -> bool:
    """Whether the title before the last name is this one's, too: 代表李元祥、廖申强和黄智辉.

    Who stands behind 和 alone is somebody else: 局长李元祥和王秀英一家.
    """
    joiners = JOINERS if last.is_listed else COMMAS
    return mention.start == last.mention.end + 1 and text[last.mention.end] in joiners


def _is_listed_after(last: Sighting, mention: NameMention, text: str) -> bool:
    """Whether the two names stand in one list."""
    return mention.start == last.mention.end + 1 and text[last.mention.end] in JOINERS


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

"""Sightings: where a passage names somebody, and what the words around say of whoever it is."""

from typing import NamedTuple

from plugins.chinese.expressions import compile_late
from plugins.model import PersonRole
from plugins.subjects.mentions.passages import Passage
from plugins.subjects.people.name_context import NameContext
from plugins.subjects.people.name_evidence import is_speech
from plugins.subjects.people.names import NameMention, fill_lists, find_names_of_people
from plugins.subjects.people.roles import Titles, role_behind, role_of_list
from plugins.subjects.tables.people_tables import PeopleTables

#: A name at least this sure at one place, or this behind a title, is a person.
LISTED = 0.65
TITLED = 0.3
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


class Sighting(NamedTuple):
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


def find_sightings(
    passage: Passage, titles: Titles, tables: PeopleTables, context: NameContext
) -> list[Sighting]:
    """Return the passage's sightings in reading order; names of a list share what titles it has."""
    mentions = find_names_of_people(passage, titles, context)
    sightings: list[Sighting] = []
    for mention in fill_lists(passage, mentions, context):
        last = sightings[-1] if sightings else None
        before = titles.ends.get(mention.start)
        if not before and last and _shares_title(last, mention, passage.text):
            runs_on = _runs_on(passage.text, mention, titles)
            sighting = last._replace(mention=mention, is_listed=True, runs_on=runs_on)
        else:
            sighting = Sighting(
                mention,
                before.role if before else None,
                is_titled=before is not None,
                is_spoken_of=before is not None
                or mention.end in titles.starts
                or is_speech(passage.text, mention.end),
                is_aside=_is_national(passage.text, mention, titles, tables)
                or _reports(passage.text, mention.start),
                runs_on=_runs_on(passage.text, mention, titles),
            )
        if sighting.role in (None, "受访群众"):
            role = role_behind(passage.text, mention.end, titles)
            sighting = sighting._replace(role=role or sighting.role)
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
        shared.append(sighting._replace(role=sighting.role or role, is_listed=is_listed))
    return shared[::-1]


def _is_national(text: str, mention: NameMention, titles: Titles, tables: PeopleTables) -> bool:
    """Whether a national office stands before or behind: 总理李元祥, 李元祥外长."""
    behind = titles.starts.get(mention.end)
    is_behind = behind is not None and behind.word in tables.national
    return is_behind or text.endswith(tables.national, 0, mention.start)


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

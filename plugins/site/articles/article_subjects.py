"""An article's subjects: what its editor wrote, and for fields left out what the text says."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from typing import TypeVar

from plugins.content.content_error import ContentError, raise_together
from plugins.content.sources import Source, field_error
from plugins.model import Block, Person
from plugins.model.front_matter import MOST
from plugins.site.articles.derivation import find_article_subjects, list_unshared
from plugins.site.articles.namings import Spot, find_spots
from plugins.subjects import (
    County,
    Subjects,
    SubjectTables,
    Topic,
    Town,
    Village,
    Zone,
)

Named = TypeVar("Named", County, Town, Zone, Topic)
COUNTY, TOWN, TOPIC = "县（市、区）", "镇（街道）", "专题"
#: What to do about a name that is like no other.
REMEDIES = {
    COUNTY: "本地的照 content/data/counties.csv 写，外地的不用写",
    TOWN: "本地的照 content/data/towns.csv 写，外地的不用写",
    TOPIC: "请照 content/data/topics.yaml 写，新的先在那里加上",
}


@dataclass(frozen=True)
class ArticleSubjects:
    """Resolved subjects; places may be former ones. `topic_words` are the words for each topic.

    `unshared_names` are private people and whatever else may name one: no excerpt has them.
    """

    counties: tuple[County, ...]
    towns: tuple[Town | Zone, ...]
    villages: tuple[Village, ...]
    topics: tuple[Topic, ...]
    people: tuple[Person, ...]
    topic_words: dict[str, tuple[str, ...]]
    place_notes: tuple[str, ...]
    unshared_names: frozenset[str]
    #: Where the text names each town and village, by the name that it has here.
    place_spots: Mapping[str, tuple[Spot, ...]]

    def spots(self, blocks: Sequence[Block]) -> dict[str, Sequence[Spot]]:
        """Return where the body names its towns, villages and public people, by name.

        Those that an editor named, and the text in no known form, stand where their letters do.
        """
        people = [person.name for person in self.people if person.public]
        named = [*(place.name for place in (*self.towns, *self.villages)), *people]
        return {name: self.place_spots.get(name) or find_spots(blocks, name) for name in named}

    @property
    def private_names(self) -> frozenset[str]:
        """The people who must not be named outside the article itself."""
        return frozenset(person.name for person in self.people if not person.public)


def settle_subjects(source: Source, tables: SubjectTables) -> ArticleSubjects:
    """Return an article's subjects; fields that are null are found in the text.

    Raises ContentError where the editor names an unknown county, town or topic, or the text
    more villages than any article does.
    """
    front = source.front
    found = find_article_subjects(front, source.blocks, tables)
    names = front.counties if front.counties is not None else found.counties
    counties = _known(source, "counties", COUNTY, names, tables.counties)
    towns = _settle_towns(source, found, tables, names)
    named = front.topics if front.topics is not None else found.topics
    topics = _known(source, "topics", TOPIC, named, tables.topics_named)
    people = front.people if front.people is not None else found.people
    return ArticleSubjects(
        counties=counties,
        towns=towns,
        villages=_settle_villages(source, found, tables, towns),
        topics=topics,
        people=people,
        topic_words={topic.name: found.evidence.get(topic.name, ()) for topic in topics},
        unshared_names=list_unshared(people, found),
        place_notes=_note_places((*counties, *towns), found, tables),
        place_spots=_find_place_spots(found),
    )


def _find_place_spots(found: Subjects) -> dict[str, tuple[Spot, ...]]:
    spots: defaultdict[str, list[Spot]] = defaultdict(list)
    for mention in found.mentions:
        if mention.block >= 0 and not isinstance(mention.place, County):
            spots[mention.place.name].append((mention.block, mention.start, mention.end))
    return {name: tuple(places) for name, places in spots.items()}


def _known(
    source: Source, field: str, label: str, names: Iterable[str], known: Mapping[str, Named]
) -> tuple[Named, ...]:
    names = list(names)
    raise_together(
        [
            field_error(source, (field, index), _unknown(label, name, _list_names(known)))
            for index, name in enumerate(names)
            if name not in known
        ]
    )
    return tuple({known[name].name: known[name] for name in names}.values())


def _list_names(known: Mapping[str, Named]) -> list[str]:
    return [one.name for one in known.values()]


def _unknown(label: str, name: str, known: Iterable[str]) -> str:
    near = get_close_matches(name, sorted(set(known)), n=1)
    remedy = f"是不是“{near[0]}”？" if near else REMEDIES[label]
    return f"不认识{label}“{name}”，{remedy}"


def _settle_towns(
    source: Source, found: Subjects, tables: SubjectTables, counties: tuple[str, ...]
) -> tuple[Town | Zone, ...]:
    written = source.front.towns
    settled: dict[Town | Zone, None] = {}
    errors = []
    for index, name in enumerate(found.towns + found.zones if written is None else written):
        town = tables.town(name, counties) or tables.zone(name)
        if town is None:
            towns = tables.gazetteer.towns
            county = next((place.county for place in towns if place.name == name), None)
            hint = _unknown(TOWN, name, [place.name for place in towns])
            if county:
                hint = f"不止一个县有“{name}”，请连县名一起写（如 {county}{name}）"
            errors.append(field_error(source, ("towns", index), hint))
        else:
            settled[town] = None
    raise_together(errors)
    return tuple(settled)


def _settle_villages(
    source: Source, found: Subjects, tables: SubjectTables, towns: tuple[Town | Zone, ...]
) -> tuple[Village, ...]:
    """Put each village under its town: as the text says, else as the gazetteer allows only one."""
    mentioned = {m.place.name: m.place for m in found.mentions if isinstance(m.place, Village)}
    written = source.front.villages
    names = found.villages if written is None else written
    if len(names) > MOST:
        hint = f"最多 {MOST} 个，请分成几篇，或写上 villages: []，不列村子"
        raise ContentError(source.path, None, f"正文里有 {len(names)} 个村（社区），{hint}")
    settled = []
    for name in names:
        keys = {(town.county, town.name) for town in map(tables.gazetteer.today, towns)}
        listed = tables.gazetteer.villages_named.get(name, ())
        fitting = [village for village in listed if (village.county, village.town) in keys]
        only = fitting[0] if len(fitting) == 1 else Village(name=name)
        settled.append(mentioned.get(name, only))
    return tuple(dict.fromkeys(settled))


def _note_places(
    places: Iterable[County | Town | Zone], found: Subjects, tables: SubjectTables
) -> tuple[str, ...]:
    """Say what places are called today, where the text has another name."""
    notes: dict[str, None] = {}
    for place in places:
        today = tables.gazetteer.today(place)
        if today.name != place.name:
            notes[f"{place.name} → 今{today.name}"] = None
    for mention in found.mentions:
        if isinstance(mention.place, Town) and not mention.place.is_former:
            town = mention.place
            if mention.printed not in (town.name, town.stem):
                notes[f"{mention.printed} → {town.name}"] = None
    return tuple(notes)

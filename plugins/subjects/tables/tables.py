"""All tables of content/data that subjects are found with, loaded once and handed around."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from plugins.subjects.tables.gazetteer import Gazetteer, read_gazetteer
from plugins.subjects.tables.names import Names
from plugins.subjects.tables.people_tables import PeopleTables, read_people_tables
from plugins.subjects.tables.places import County, Town, Zone
from plugins.subjects.tables.topics import Topic, TopicTerms, read_topics
from plugins.subjects.tables.vocabulary import Vocabulary
from plugins.subjects.tables.words import Words


@dataclass(frozen=True)
class SubjectTables:
    """The gazetteer, the topics, what people are known by, and the dictionary of words."""

    gazetteer: Gazetteer
    topics: tuple[Topic, ...]
    people: PeopleTables
    words: Words

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """What people are found with."""
        return Vocabulary(self.words, self.people)

    @cached_property
    def counties(self) -> Mapping[str, County]:
        """The counties by every form of their names that means one."""
        forms = (form for county in self.gazetteer.counties for form in county.printed_forms())
        return {form: county for form in forms if (county := self.county(form))}

    @cached_property
    def topic_terms(self) -> TopicTerms:
        """What the topics of a text are found by."""
        return TopicTerms(self.topics)

    @cached_property
    def topics_named(self) -> Mapping[str, Topic]:
        """The topics by their names and aliases."""
        return {name: topic for topic in self.topics for name in (topic.name, *topic.aliases)}

    @cached_property
    def names(self) -> Names:
        """What names of places are looked up in."""
        single = self.people.names.single
        return Names(self.gazetteer, self.words, single, self.gazetteer.elsewhere)

    def county(self, name: str) -> County | None:
        """Return the county called so: full name, short name, alias or former name."""
        return self.gazetteer.county(name)

    def town(self, name: str, counties: Iterable[str] = ()) -> Town | None:
        """Return the town called so, of the first fitting county where several are."""
        return self.gazetteer.town(name, counties)

    def zone(self, name: str) -> Zone | None:
        """Return the zone called so."""
        found = self.gazetteer.forms.get(name, ())
        return next((place for place in found if isinstance(place, Zone)), None)

    def topic(self, name: str) -> Topic | None:
        """Return the topic with this name or alias."""
        return next((t for t in self.topics if name in (t.name, *t.aliases)), None)


def load_tables(folder: Path) -> SubjectTables:
    """Read all subject tables of `folder` (content/data); takes about 1.5 s for the dictionary.

    Raises ContentError, one line in Chinese, for a table that cannot be used.
    """
    gazetteer = read_gazetteer(folder)
    topics = read_topics(folder / "topics.yaml")
    people = read_people_tables(folder)
    words = Words(gazetteer.forms, people.not_names, people.no_words, gazetteer.elsewhere)
    return SubjectTables(gazetteer, topics, people, words)

"""What an article is about: counties, towns, villages, topics and people."""

from plugins.subjects.mentions.passages import SUBTITLE, TITLE, Mention
from plugins.subjects.mentions.topic_scores import TopicWord
from plugins.subjects.subjects import Subjects, find_subjects
from plugins.subjects.tables.places import County, Town, Village, Zone
from plugins.subjects.tables.tables import SubjectTables, load_tables
from plugins.subjects.tables.topics import Topic, TopicTerms

__all__ = [
    "SUBTITLE",
    "TITLE",
    "County",
    "Mention",
    "SubjectTables",
    "Subjects",
    "Topic",
    "TopicTerms",
    "TopicWord",
    "Town",
    "Village",
    "Zone",
    "find_subjects",
    "load_tables",
]

"""What an article is about: counties, towns, villages, topics and people."""

from plugins.subjects.passages import SUBTITLE, TITLE, Mention
from plugins.subjects.places import County, Town, Village, Zone
from plugins.subjects.subjects import Subjects, find_subjects
from plugins.subjects.table_files import TableError
from plugins.subjects.tables import SubjectTables, load_tables
from plugins.subjects.topics import Topic, TopicWord

__all__ = [
    "SUBTITLE",
    "TITLE",
    "County",
    "Mention",
    "SubjectTables",
    "Subjects",
    "TableError",
    "Topic",
    "TopicWord",
    "Town",
    "Village",
    "Zone",
    "find_subjects",
    "load_tables",
]

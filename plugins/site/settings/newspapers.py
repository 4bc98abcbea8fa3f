"""Newspapers by their titles and their first days: content/data/newspapers.csv."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from plugins.content.tables import check_unique, read_rows
from plugins.model import Day
from plugins.subjects.tables.places import Name, Names, Row

FILE = "newspapers.csv"


class Newspaper(Row):
    """A newspaper; `aliases` are other titles of it, also those of its edition on the web."""

    name: Name
    aliases: Names = ()
    founded: Day | None = None


@dataclass(frozen=True)
class Newspapers:
    """The newspapers by each of their titles."""

    titles: Mapping[str, Newspaper]

    def find(self, title: str | None) -> Newspaper | None:
        """Return the newspaper that goes by a title, None where the table has none."""
        return self.titles.get(title or "")

    def name(self, title: str | None) -> str | None:
        """Return what the newspaper with a title is called; an unknown title as it is."""
        found = self.find(title)
        return found.name if found else title


def read_newspapers(folder: Path) -> Newspapers:
    """Read the table in a folder of tables. Raises ContentError."""
    path = folder / FILE
    rows = read_rows(path, Newspaper)
    titles = [
        (line, title, paper) for line, paper in rows for title in (paper.name, *paper.aliases)
    ]
    check_unique(path, ((line, title, f"报名“{title}”") for line, title, _ in titles))
    return Newspapers({title: paper for _, title, paper in titles})

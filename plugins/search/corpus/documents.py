"""What the search knows of an article: plain values, independent of Pelican."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from plugins.system.refusal import RefusalError

#: The fields that are searched, in the order of their positions.
FIELDS = ("title", "byline", "body")


class SearchError(RefusalError):
    """The documents cannot be indexed; the message, in Chinese, says which and why."""


class SearchDocument(NamedTuple):
    """One article as readers search it: of thousands that travel to another process, a plain value.

    `body` is plain text as printed, line joins removed, paragraphs separated by newlines.
    `date` is None when unknown; `date_label` is what a result shows instead. `people` are the
    public ones only; `withheld` are the others of its text, who are found but never suggested.
    `estimated_year` is the year by which an undated article may be found all the same,
    `estimated_days` the first and the last day on which it may have been printed.
    """

    url: str
    title: str
    byline: str = ""
    body: str = ""
    date: datetime.date | None = None
    date_label: str = ""
    estimated_year: int | None = None
    estimated_days: tuple[datetime.date, datetime.date] | None = None
    counties: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    column: str | None = None
    kind: str | None = None
    towns: tuple[str, ...] = ()
    villages: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()
    withheld: tuple[str, ...] = ()

    @property
    def year(self) -> int | None:
        """The year of the article, as far as it is known."""
        return self.date.year if self.date else self.estimated_year


class NamedThing(NamedTuple):
    """A place, topic, public person or month: what a search for exactly its name tells of it.

    `forms` are all names that mean it, former ones too; `note` stands behind the name
    (原旬阳县); `url` is "" where it has no page; `places` are the name and address ("" without a
    page) of what it lies in, the nearest first.
    """

    name: str
    kind: str
    forms: tuple[str, ...] = ()
    note: str = ""
    url: str = ""
    places: tuple[tuple[str, str], ...] = ()
    reports: int = 0
    figures: int = 0
    explanation: str = ""


@dataclass(frozen=True)
class SearchTables:
    """What the search knows besides the articles.

    `aliases` are groups of names for the same thing (汉滨, 汉滨区); `kind_parents` gives each
    kind of article the kind that it belongs to (人物通讯: 通讯); `things` are what has a name,
    places without a report too; `surnames` are those by which a person's name is told.
    """

    aliases: tuple[tuple[str, ...], ...] = ()
    kind_parents: dict[str, str] = field(default_factory=dict)
    things: tuple[NamedThing, ...] = ()
    surnames: tuple[str, ...] = ()


def sort_documents(documents: Iterable[SearchDocument]) -> list[SearchDocument]:
    """Order the documents by number: newest first, the same day by address, undated ones last.

    Undated ones stand by the year that is estimated, then by address.

    Raises SearchError when two documents have the same address.
    """
    ordered = sorted(
        documents,
        key=lambda d: (
            d.date is None,
            -d.date.toordinal() if d.date else 0,
            -(d.year or 0),
            d.url,
        ),
    )
    seen: set[str] = set()
    for document in ordered:
        if document.url in seen:
            raise SearchError(f"搜索索引：两篇文章的地址相同：{document.url}，请改其中一篇的 slug")
        seen.add(document.url)
    return ordered

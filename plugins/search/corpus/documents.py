"""What the search knows of an article: plain values, independent of Pelican."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass, field

#: The fields that are searched, in the order of their positions.
FIELDS = ("title", "byline", "body")


class SearchError(Exception):
    """The documents cannot be indexed; the message, in Chinese, says which and why."""


@dataclass(frozen=True, slots=True)
class SearchDocument:
    """One article as readers search it.

    `body` is plain text as printed, line joins removed, paragraphs separated by newlines.
    `date` is None when unknown; `date_label` is what a result shows instead. `people` are the
    public ones only; `withheld` are the others of its text, who are found but never suggested.
    `estimated_year` is the year by which an undated article may be found all the same.
    """

    url: str
    title: str
    byline: str = ""
    body: str = ""
    date: datetime.date | None = None
    date_label: str = ""
    estimated_year: int | None = None
    counties: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    column: str | None = None
    kind: str | None = None
    towns: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    withheld: tuple[str, ...] = ()

    @property
    def year(self) -> int | None:
        """The year of the article, as far as it is known."""
        return self.date.year if self.date else self.estimated_year


@dataclass(frozen=True)
class SearchTables:
    """What the search knows besides the articles.

    `aliases` are groups of names for the same thing (汉滨, 汉滨区); `kind_parents` gives each
    kind of article the kind that it belongs to (人物通讯: 通讯).
    """

    aliases: tuple[tuple[str, ...], ...] = ()
    kind_parents: dict[str, str] = field(default_factory=dict)


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

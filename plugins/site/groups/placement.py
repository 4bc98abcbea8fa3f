"""Which groups an article stands in."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from plugins.site.groups.groups import Group


@dataclass(frozen=True, eq=False, slots=True)
class Placement:
    """The groups of one article, those of each kind in the article's own order.

    Authors stand with their roles. `month` is one group for all articles without a date.
    """

    issue: Group
    counties: tuple[Group, ...]
    towns: tuple[Group, ...]
    villages: tuple[Group, ...]
    topics: tuple[Group, ...]
    people: tuple[Group, ...]
    authors: tuple[tuple[Group, str], ...]
    section: Group | None
    month: Group

    def list_groups(self) -> Iterator[Group]:
        """Yield every group, each once."""
        yield from (*self.counties, *self.towns, *self.villages, *self.topics, *self.people)
        yield from dict.fromkeys(group for group, _ in self.authors)
        yield from filter(None, (self.section, self.issue, self.month))

    def exchange_groups(self, find: Callable[[Group], Group]) -> "Placement":
        """Return it with what `find` gives for each group in its place."""
        return Placement(
            issue=find(self.issue),
            counties=tuple(map(find, self.counties)),
            towns=tuple(map(find, self.towns)),
            villages=tuple(map(find, self.villages)),
            topics=tuple(map(find, self.topics)),
            people=tuple(map(find, self.people)),
            authors=tuple((find(group), role) for group, role in self.authors),
            section=self.section and find(self.section),
            month=find(self.month),
        )

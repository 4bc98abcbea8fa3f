"""A group's page, and those on which a long list of its articles goes on."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import Generic, TypeVar

from plugins.site.articles.article import Article
from plugins.site.charts.series import Series
from plugins.site.groups.cards import Link, link_group, link_groups
from plugins.site.groups.collection import Archive
from plugins.site.groups.groups import NAMED_KINDS, Group
from plugins.site.groups.list_parts import ListPart
from plugins.site.groups.placement import Placement
from plugins.site.views.figure_views import GroupFigures, view_group_figures
from plugins.site.views.frame import KindLink, link_kind


@dataclass(frozen=True, slots=True)
class PlaceView:
    """A place within another, with the places in it."""

    place: Link
    count: int
    children: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Facet:
    """The groups of one kind that a group's articles touch, the most frequent first."""

    title: str
    groups: tuple[tuple[Link, int], ...]


Told = TypeVar("Told")
#: Gives what a group's list says of articles, or what decides that.
Teller = Callable[[Group, Sequence[Article]], tuple[Told, ...]]


@dataclass(frozen=True, slots=True)
class GroupView(Generic[Told]):
    """One page of a group; `part` counts from 1, and only the first tells of the group itself.

    `trail` leads to the group from the archive's front. `years` are the page's articles by year,
    with the sentences that name the group where the page `tells_sentences`.
    """

    kind: KindLink
    trail: tuple[Link, ...]
    name: str
    url: str
    note: str
    level: str
    aliases: tuple[str, ...]
    explanation: str
    count: int
    feed_url: str | None
    part: int
    parts: tuple[Link, ...]
    years: tuple[tuple[str, tuple[Told, ...]], ...]
    tells_sentences: bool
    children: tuple[PlaceView, ...]
    facet: Facet | None
    figures: GroupFigures | None
    series: tuple[Series, ...]


def view_group(
    part: ListPart,
    parts: Sequence[ListPart],
    archive: Archive,
    series: Sequence[Series],
    tell: Teller[Told],
) -> GroupView[Told]:
    """Return one page of a group; `series` are its numbers over time."""
    group = part.group
    is_first = part.number == 1
    of_figures = is_first and group.kind.key in ("county", "topic")
    return GroupView(
        kind=link_kind(group.kind),
        trail=_list_trail(group),
        name=group.name,
        url=group.url,
        note=group.note,
        level=group.level,
        aliases=group.aliases,
        explanation=group.explanation,
        count=group.count,
        feed_url=group.feed_url,
        part=part.number,
        parts=tuple(Link(one.name, one.url) for one in parts),
        years=tuple((label, tell(group, articles)) for label, articles in part.years),
        tells_sentences=group.kind.key in NAMED_KINDS,
        children=tuple(map(view_place, group.children)) if is_first else (),
        facet=make_facet(group, archive) if is_first else None,
        figures=view_group_figures(group, archive) if of_figures else None,
        series=tuple(series) if is_first else (),
    )


def view_place(place: Group) -> PlaceView:
    """Return a place with the places in it."""
    return PlaceView(link_group(place), place.count, link_groups(place.children))


def _list_trail(group: Group) -> tuple[Link, ...]:
    """Return what stands above a group: an index, a county, a town, as far as there are any."""
    above: list[Group] = []
    place = group.parent
    while place:
        above.insert(0, place)
        place = place.parent
    index = (above[0] if above else group).kind
    return (Link(index.label, index.url), *link_groups(above))


def make_facet(group: Group, archive: Archive) -> Facet | None:
    """Return the groups that a group's articles touch, None where there are none to show."""
    facet = _FACETS.get(group.kind.key)
    if not group.articles or facet is None:
        return None
    title, list_groups = facet
    touched = Counter(
        other for article in group.articles for other in list_groups(archive.placements[article])
    )
    ranked = sorted(touched, key=lambda other: (-touched[other], other.key))
    return Facet(title, tuple((link_group(o), touched[o]) for o in ranked)) if ranked else None


_TOPICS = ("这里的专题", attrgetter("topics"))
_COUNTIES = ("涉及县区", attrgetter("counties"))
_FACETS: dict[str, tuple[str, Callable[[Placement], Sequence[Group]]]] = {
    "county": _TOPICS,
    "town": _TOPICS,
    "topic": _COUNTIES,
    "column": _COUNTIES,
    "date": _COUNTIES,
}

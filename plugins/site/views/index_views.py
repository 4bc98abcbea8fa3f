"""Catalogues: a kind's index and its shelves, and the ways in that other pages offer."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Generic

from plugins.site.groups.cards import (
    GroupCard,
    Link,
    link_group,
    make_group_card,
    make_group_cards,
)
from plugins.site.groups.collection import Archive
from plugins.site.groups.groups import Group, GroupKind, Shelf, sort_by_count
from plugins.site.views.frame import KindLink, link_kind
from plugins.site.views.group_views import PlaceView, Teller, Told, view_place

#: An index of shelves first lists so many groups, those that most articles tell of.
MOST_TOLD = 60


@dataclass(frozen=True, slots=True)
class IndexSection:
    """One part of an index: under the link or else the title, a list of groups or of places."""

    head: Link | None
    title: str
    groups: tuple[GroupCard, ...] = ()
    places: tuple[PlaceView, ...] = ()


@dataclass(frozen=True, slots=True)
class ShelfLink:
    """A shelf in the index; `begins` are the characters that names on it begin with."""

    link: Link
    count: int
    begins: str


@dataclass(frozen=True, slots=True)
class KindView:
    """A kind's index page; `shelves` are counted in `unit`, `largest` are told of most often."""

    kind: KindLink
    title: str
    description: str
    is_empty: bool
    shelved_by: str
    unit: str
    shelves: tuple[ShelfLink, ...]
    largest: tuple[GroupCard, ...]
    sections: tuple[IndexSection, ...]


@dataclass(frozen=True, slots=True)
class ShelvedGroup(Generic[Told]):
    """A group on a shelf; with no page of its own it has an `anchor`, and its articles follow."""

    card: GroupCard
    anchor: str
    articles: tuple[Told, ...]


@dataclass(frozen=True, slots=True)
class ShelfView(Generic[Told]):
    """A shelf's page, with the links to its kind's other shelves."""

    kind: KindLink
    name: str
    url: str
    shelved_by: str
    shelves: tuple[Link, ...]
    groups: tuple[ShelvedGroup[Told], ...]


@dataclass(frozen=True, slots=True)
class WaysIn:
    """The archive's catalogues, for readers who have no search or found nothing by it."""

    counties_title: str
    counties: tuple[GroupCard, ...]
    others: tuple[tuple[str, str, tuple[GroupCard, ...]], ...]


def view_kind(kind: GroupKind, archive: Archive) -> KindView:
    """Return a kind's index page."""
    largest = sort_by_count(kind.groups)[:MOST_TOLD] if kind.shelves else []
    return KindView(
        link_kind(kind),
        kind.title,
        kind.description,
        not kind.groups,
        kind.shelved_by,
        kind.unit,
        tuple(map(_link_shelf, kind.shelves)),
        make_group_cards(largest),
        () if kind.shelves else tuple(_list_sections(kind, archive.kind["county"].groups)),
    )


def view_shelf(shelf: Shelf, tell: Teller[Told]) -> ShelfView[Told]:
    """Return a shelf's page."""
    return ShelfView(
        link_kind(shelf.kind),
        shelf.name,
        shelf.url,
        shelf.kind.shelved_by,
        tuple(Link(other.name, other.url) for other in shelf.kind.shelves),
        tuple(_view_shelved(group, tell) for group in shelf.groups),
    )


def view_ways_in(archive: Archive) -> WaysIn:
    """Return the archive's catalogues."""
    county, topic, date = archive.kind["county"], archive.kind["topic"], archive.kind["date"]
    return WaysIn(
        county.title,
        make_group_cards(county.groups),
        tuple((one.key, one.title, make_group_cards(one.groups)) for one in (topic, date)),
    )


def _link_shelf(shelf: Shelf) -> ShelfLink:
    begins = sorted({group.name[:1] for group in shelf.groups})
    return ShelfLink(Link(shelf.name, shelf.url), len(shelf.groups), "".join(begins))


def _view_shelved(group: Group, tell: Teller[Told]) -> ShelvedGroup[Told]:
    if group.shelf is None:
        return ShelvedGroup(make_group_card(group), "", ())
    return ShelvedGroup(make_group_card(group), group.key, tell(group, group.articles))


def _list_sections(kind: GroupKind, counties: Iterable[Group]) -> Iterator[IndexSection]:
    if kind.key == "topic":
        for level in sorted({group.level for group in kind.groups}):
            of_level = [group for group in kind.groups if group.level == level]
            yield IndexSection(None, level, make_group_cards(of_level))
    elif kind.key in ("town", "village"):
        for county in counties:
            yield from _list_county(county, kind)
        lone = [group for group in kind.groups if not group.parent]
        if lone:
            yield IndexSection(None, "所属待考", make_group_cards(lone))
    elif kind.key in ("person", "author"):
        # Who is told of most often comes first, the others by their names.
        yield IndexSection(None, "", make_group_cards(sort_by_count(kind.groups)))
    elif kind.groups:
        yield IndexSection(None, "", make_group_cards(kind.groups))


def _list_county(county: Group, kind: GroupKind) -> Iterator[IndexSection]:
    own = [place for place in county.children if place.kind is kind]
    if kind.key == "village":
        places = [*(place for place in county.children if place.children), *own]
        if places:
            yield IndexSection(link_group(county), "", places=tuple(map(view_place, places)))
    elif own:
        yield IndexSection(link_group(county), "", make_group_cards(own))

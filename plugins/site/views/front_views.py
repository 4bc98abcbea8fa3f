"""The home page: the newest issue composed as a newspaper's front, and the catalogues below it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from plugins.site.articles.article import Article
from plugins.site.groups.cards import ArticleCard, GroupCard, Link, link_group, make_group_cards
from plugins.site.groups.collection import Archive
from plugins.site.groups.groups import KindKey, sort_by_count

MOST_OTHERS = 6
MOST_BRIEFS = 8
MOST_GROUPS = 12
#: The catalogues that the home page opens, besides the counties.
BROWSED: tuple[KindKey, ...] = ("village", "topic", "person", "date")


@dataclass(frozen=True, slots=True)
class FrontPage:
    """A lead, other articles of its issue, earlier ones, and the issue's sections beside them."""

    issue: Link
    lead: ArticleCard
    others: tuple[ArticleCard, ...]
    earlier: tuple[ArticleCard, ...]
    sections: tuple[tuple[Link, tuple[ArticleCard, ...]], ...]


@dataclass(frozen=True, slots=True)
class BrowsedKind:
    """A catalogue's beginning; `count` are all of its groups."""

    key: str
    title: str
    url: str
    count: int
    groups: tuple[GroupCard, ...]


@dataclass(frozen=True, slots=True)
class HomeView:
    """The home page."""

    count: int
    #: How many articles only a preview has.
    waiting: int
    counties_told: int
    villages: int
    front: FrontPage | None
    counties_title: str
    counties_url: str
    counties: tuple[GroupCard, ...]
    browsed: tuple[BrowsedKind, ...]


def view_home(archive: Archive) -> HomeView:
    """Return the home page."""
    county = archive.kind["county"]
    return HomeView(
        archive.count,
        len(archive.waiting),
        sum(bool(group.count) for group in county.groups),
        len(archive.kind["village"].groups),
        _view_front(archive) if archive.articles else None,
        county.title,
        county.url,
        make_group_cards(county.groups),
        tuple(_list_browsed(archive)),
    )


def _list_browsed(archive: Archive) -> Iterator[BrowsedKind]:
    for key in BROWSED:
        kind = archive.kind[key]
        if kind.groups:
            first = kind.groups if key == "date" else sort_by_count(kind.groups)
            groups = make_group_cards(first[:MOST_GROUPS])
            yield BrowsedKind(key, kind.title, kind.url, len(kind.groups), groups)


def _view_front(archive: Archive) -> FrontPage:
    lead = archive.articles[0]
    issue = archive.placements[lead].issue
    same = [one for one in archive.articles if archive.placements[one].issue is issue][1:]
    others = [one for one in same if not archive.placements[one].section]
    earlier = [one for one in archive.articles if archive.placements[one].issue is not issue]
    return FrontPage(
        link_group(issue),
        archive.cards[lead],
        archive.list_cards(others[:MOST_OTHERS]),
        archive.list_cards(earlier[:MOST_OTHERS]),
        tuple(_list_sections(same, archive)),
    )


def _list_sections(
    articles: Sequence[Article], archive: Archive
) -> Iterator[tuple[Link, tuple[ArticleCard, ...]]]:
    """Yield the sections that articles stand in, by name."""
    cards = [card for card in archive.list_cards(articles) if card.section]
    links = {card.section for card in cards if card.section}
    for link in sorted(links, key=lambda link: link.name.lower()):
        yield link, tuple(card for card in cards if card.section == link)[:MOST_BRIEFS]

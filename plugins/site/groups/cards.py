"""What lists say of an article, and of a group: plain values, the same wherever they stand."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from plugins.site.articles.article import Article
from plugins.site.articles.namings import Naming
from plugins.site.groups.groups import Group
from plugins.site.groups.headlines import HeadlinePart, part_headline
from plugins.site.groups.placement import Placement


class Link(NamedTuple):
    """A name that leads to a page; `url` from the site's root."""

    name: str
    url: str


@dataclass(frozen=True, slots=True)
class GroupCard:
    """One group in a list; `count` are its articles, `parent` is the place that it belongs to."""

    key: str
    name: str
    url: str
    count: int
    note: str
    level: str
    explanation: str
    parent: str


class ArticleCard(NamedTuple):
    """One article in a list; `waits` says why readers do not see it yet.

    On the page of a place or a person `namings` are the sentences that name it. `repeats` are the
    list's other articles of the same words, by their dates, and pages where dates are the same.
    """

    url: str
    title: str
    kicker: str | None
    subtitle: str | None
    summary: str | None
    kind: str | None
    date_iso: str | None
    date_label: str
    waits: str
    counties: tuple[Link, ...]
    authors: tuple[tuple[Link, str], ...]
    section: Link | None
    namings: tuple[Naming, ...] = ()
    repeats: tuple[Link, ...] = ()

    @property
    def title_parts(self) -> tuple[HeadlinePart, ...]:
        """Its title as it is broken into lines."""
        return part_headline(self.title)

    @property
    def subtitle_parts(self) -> tuple[HeadlinePart, ...]:
        """Its subtitle, likewise."""
        return part_headline(self.subtitle or "")


def link_group(group: Group) -> Link:
    """Return the link to a group's page."""
    return Link(group.name, group.url)


def link_groups(groups: Iterable[Group]) -> tuple[Link, ...]:
    """Return the links to groups' pages."""
    return tuple(link_group(group) for group in groups)


def make_group_card(group: Group) -> GroupCard:
    """Return what lists say of a group."""
    return GroupCard(
        group.key,
        group.name,
        group.url,
        group.count,
        group.note,
        group.level,
        group.explanation,
        group.parent.name if group.parent else "",
    )


def make_group_cards(groups: Iterable[Group]) -> tuple[GroupCard, ...]:
    """Return what lists say of groups."""
    return tuple(make_group_card(group) for group in groups)


def make_article_card(article: Article, placement: Placement) -> ArticleCard:
    """Return what lists say of an article."""
    return ArticleCard(
        url=article.url,
        title=article.title,
        kicker=article.kicker,
        subtitle=article.subtitle,
        summary=article.summary,
        kind=article.kind,
        date_iso=article.date_iso,
        date_label=article.date_label,
        waits=article.waits,
        counties=link_groups(placement.counties),
        authors=tuple((link_group(group), role) for group, role in placement.authors),
        section=link_group(placement.section) if placement.section else None,
    )

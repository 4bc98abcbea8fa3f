"""Atom feeds: the whole site and each county (RFC 4287)."""

import datetime
import html
import uuid
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from feedgenerator import Atom1Feed  # type: ignore[import-untyped] # it ships no types

from plugins.content.markdown_text import printable
from plugins.site.articles.article import Article
from plugins.site.groups.collection import Archive

MAX_ENTRIES = 50
#: Entry ids are made from article ids within this namespace: they outlive the site's address.
NAMESPACE = uuid.uuid5(uuid.NAMESPACE_DNS, "newspaper-archive")


@dataclass(frozen=True)
class FeedFile:
    """One feed: its path below the output folder, its title, what it holds."""

    path: str
    title: str
    articles: Sequence[Article]


def feed_files(archive: Archive) -> Iterator[FeedFile]:
    """Yield the site's feed, then those of the groups that have one."""
    name = archive.settings.name
    yield FeedFile("feeds/all.atom.xml", name, archive.articles)
    for kind in archive.kinds:
        for group in kind.groups:
            if group.feed_url:
                yield FeedFile(group.feed_url, f"{name} · {group.name}", group.articles)


def atom(feed: FeedFile, archive: Archive, site_url: str, updated: datetime.datetime) -> str:
    """Return a feed as XML.

    Atom demands `updated`: the last correction's day, else the build's given time, never the
    clock's. `published` stands on entries whose page states a date. Links are relative where the
    site's address is unknown.
    """
    root = site_url or "/".join([".."] * feed.path.count("/"))
    made = Atom1Feed(
        title=printable(feed.title),
        link=f"{root}/index.html",
        feed_url=f"{root}/{feed.path}",
        feed_guid=_guid(feed.path),
        description="",
        subtitle=archive.settings.tagline or None,
        author_name=archive.settings.publisher or archive.settings.name,
        language="zh-CN",
    )
    for article in feed.articles[:MAX_ENTRIES]:
        placement = archive.placements[article]
        made.add_item(
            title=printable(article.share_title),
            link=f"{root}/{article.url}",
            unique_id=_guid(article.source.front.id or article.slug),
            # feedgenerator declares summaries to be HTML, and ours are text.
            description=html.escape(printable(article.summary)) if article.summary else None,
            author_name="、".join(group.name for group, _ in placement.authors) or None,
            pubdate=_midnight(article.date),
            updateddate=_midnight(article.corrected_on) or updated,
            categories=[topic.name for topic in placement.topics],
        )
    # The feed's own time is the newest entry's, or the clock's when there is none.
    corrected = (_midnight(article.corrected_on) for article in feed.articles[:MAX_ENTRIES])
    latest = max([updated, *filter(None, corrected)])
    made.latest_post_date = lambda: latest
    xml: str = made.writeString("utf-8")
    return xml


def _guid(name: str) -> str:
    return uuid.uuid5(NAMESPACE, name).urn


def _midnight(date: datetime.date | None) -> datetime.datetime | None:
    if date is None:
        return None
    return datetime.datetime.combine(date, datetime.time(), datetime.UTC)

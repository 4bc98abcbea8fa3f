"""The frame around every page: its head, masthead and foot."""

from collections.abc import Mapping
from dataclasses import dataclass

from plugins.site.groups.collection import Archive
from plugins.site.groups.groups import GroupKind
from plugins.site.settings.site_settings import SiteSettings

#: What templates see of Pelican's context: the frame, and settings that are the same on all pages.
SHARED = ("frame", "SITENAME", "CANONICAL_URL", "PREVIEW", "SEARCH_SCRIPT")


@dataclass(frozen=True, slots=True)
class KindLink:
    """One way to browse, in the navigation."""

    key: str
    label: str
    url: str


def link_kind(kind: GroupKind) -> KindLink:
    """Return the link to a kind's index."""
    return KindLink(kind.key, kind.label, kind.url)


@dataclass(frozen=True, slots=True)
class Frame:
    """What every page says of the site; the last three tell which pages there are to lead to."""

    settings: SiteSettings
    kinds: tuple[KindLink, ...]
    has_articles: bool
    has_corrections: bool
    has_waiting: bool


def make_frame(archive: Archive) -> Frame:
    """Return the frame of an archive's pages."""
    return Frame(
        archive.settings,
        tuple(map(link_kind, archive.kinds)),
        has_articles=bool(archive.articles),
        has_corrections=bool(archive.corrections),
        has_waiting=bool(archive.waiting),
    )


def list_frame(context: Mapping[str, object]) -> dict[str, object]:
    """Return what every template gets of Pelican's context, and nothing else of it."""
    return {name: context[name] for name in SHARED if name in context}

"""The pages of groups: indexes, shelves, months, and each group with its articles."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import Any

from plugins.site.calendar.months import lay_out_month
from plugins.site.charts.series import Series
from plugins.site.groups.catalogue import UNDATED
from plugins.site.groups.collection import Archive
from plugins.site.groups.groups import Group, GroupKind, Shelf
from plugins.site.groups.list_parts import part_list
from plugins.site.pages.site_page import SitePage, View
from plugins.site.views.calendar_views import view_calendar, view_month
from plugins.site.views.group_views import Teller, view_group
from plugins.site.views.index_views import view_kind, view_shelf


def index_page(kind: GroupKind, archive: Archive) -> SitePage:
    """Return the page of all groups of a kind."""
    make_page = partial(SitePage, kind.url, title=kind.title, description=kind.description)
    if kind.key == "date":
        return make_page("dates", "dates", make_view=lambda: {"calendar": view_calendar(kind)})
    return make_page("groups", "groups", make_view=lambda: {"index": view_kind(kind, archive)})


def shelf_page(shelf: Shelf, archive: Archive) -> SitePage:
    """Return the page that many groups share."""
    title = f"{shelf.kind.label}：{shelf.name}"
    description = f"{title}，共 {len(shelf.groups)} {shelf.kind.unit}。"
    views = _tell("shelf", partial(view_shelf, shelf), archive)
    return SitePage(shelf.url, "shelf", "shelf", title, description, *views)


def _tell(
    name: str, view: Callable[[Teller[Any]], object], archive: Archive
) -> tuple[Callable[[], View], Callable[[], object]]:
    """Return what makes a view that lists articles, by its name, and what decides it."""
    return lambda: {name: view(archive.list_cards_of)}, partial(view, archive.name_cards_of)


def group_pages(group: Group, archive: Archive, series: Sequence[Series]) -> Iterator[SitePage]:
    """Yield a group's page, and those on which a long list of articles goes on."""
    if group.kind.key == "date" and group.key != UNDATED:
        yield from _month_pages(group, archive)
        return
    parts = part_list(group)
    title = f"{group.name}（{group.kind.label}）"
    for part in parts:
        which = f"第{part.number}页" if part.number > 1 else ""
        name, description = f"{title}{which}", f"{group.description}{which}"
        views = _tell("group", partial(view_group, part, parts, archive, series), archive)
        cover = archive.find_cover((group,))
        yield SitePage(part.url, "group", "group", name, description, *views, cover=cover)


def _month_pages(group: Group, archive: Archive) -> Iterator[SitePage]:
    month = lay_out_month(group)
    for part in month.parts:
        which = part.name if part.number > 1 else ""
        title, description = f"{group.name}{which}的报道", f"{group.description}{which}"
        views = _tell("group", partial(view_month, month, part, archive), archive)
        yield SitePage(part.url, "month", "group", title, description, *views)

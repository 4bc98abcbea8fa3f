"""The pages of groups: indexes, shelves, months, and each group with its articles."""

from collections.abc import Iterator, Sequence
from functools import partial

from plugins.site.calendar.months import Month, MonthPart, lay_out_month
from plugins.site.charts.series import Series
from plugins.site.groups.catalogue import UNDATED
from plugins.site.groups.collection import Archive
from plugins.site.groups.groups import Group, GroupKind, Shelf
from plugins.site.groups.list_parts import ListPart, part_list
from plugins.site.pages.site_page import SitePage, View
from plugins.site.views.calendar_views import view_calendar, view_month
from plugins.site.views.group_views import view_group
from plugins.site.views.index_views import view_kind, view_shelf


def index_page(kind: GroupKind, archive: Archive) -> SitePage:
    """Return the page of all groups of a kind."""
    if kind.key == "date":
        view = partial(_view_calendar, kind)
        return SitePage(kind.url, "dates", "dates", kind.title, kind.description, view)
    view = partial(_view_index, kind, archive)
    return SitePage(kind.url, "groups", "groups", kind.title, kind.description, view)


def _view_calendar(kind: GroupKind) -> View:
    return {"calendar": view_calendar(kind)}


def _view_index(kind: GroupKind, archive: Archive) -> View:
    return {"index": view_kind(kind, archive)}


def shelf_page(shelf: Shelf, archive: Archive) -> SitePage:
    """Return the page that many groups share."""
    title = f"{shelf.kind.label}：{shelf.name}"
    description = f"{title}，共 {len(shelf.groups)} {shelf.kind.unit}。"
    view = partial(_view_shelf, shelf, archive)
    told = partial(view_shelf, shelf, archive.name_cards_of)
    return SitePage(shelf.url, "shelf", "shelf", title, description, view, told)


def _view_shelf(shelf: Shelf, archive: Archive) -> View:
    return {"shelf": view_shelf(shelf, archive.list_cards_of)}


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
        view = partial(_view_part, part, parts, archive, series)
        told = partial(view_group, part, parts, archive, series, archive.name_cards_of)
        cover = archive.find_cover((group,))
        yield SitePage(part.url, "group", "group", name, description, view, told, cover=cover)


def _view_part(
    part: ListPart, parts: Sequence[ListPart], archive: Archive, series: Sequence[Series]
) -> View:
    return {"group": view_group(part, parts, archive, series, archive.list_cards_of)}


def _month_pages(group: Group, archive: Archive) -> Iterator[SitePage]:
    month = lay_out_month(group)
    for part in month.parts:
        which = part.name if part.number > 1 else ""
        title, description = f"{group.name}{which}的报道", f"{group.description}{which}"
        view = partial(_view_month_part, month, part, archive)
        told = partial(view_month, month, part, archive, archive.name_cards_of)
        yield SitePage(part.url, "month", "group", title, description, view, told)


def _view_month_part(month: Month, part: MonthPart, archive: Archive) -> View:
    return {"group": view_month(month, part, archive, archive.list_cards_of)}

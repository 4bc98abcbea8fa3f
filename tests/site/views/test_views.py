"""All that a page depends on is in its view: frozen plain values, equal where the content is."""

import dataclasses
import datetime
from pathlib import Path

from pydantic import BaseModel

from plugins.site.pages.site_page import SitePage
from plugins.site.pages.site_pages import site_pages
from plugins.site.settings.tables import Tables
from plugins.site.views.frame import list_frame, make_frame
from tests.sites.small_site import build_in_memory, write_content

PLAIN = (str, int, float, bool, datetime.date, type(None))


def pages_of(folder: Path, tables: Tables) -> tuple[list[SitePage], object]:
    """Return the pages of the small site, and their frame."""
    archive = build_in_memory(write_content(folder), tables)
    return list(site_pages(archive, (), "")), make_frame(archive)


def find_loose(value: object, place: str) -> list[str]:
    """List what of a value could change, or is known by nothing but its place in memory."""
    if isinstance(value, PLAIN):
        return []
    if isinstance(value, tuple):
        return [one for n, part in enumerate(value) for one in find_loose(part, f"{place}[{n}]")]
    if isinstance(value, BaseModel) and value.model_config.get("frozen"):
        return [one for name, part in value for one in find_loose(part, f"{place}.{name}")]
    if dataclasses.is_dataclass(value) and type(value).__dataclass_params__.frozen:
        members = [(f.name, getattr(value, f.name)) for f in dataclasses.fields(value)]
        return [one for name, part in members for one in find_loose(part, f"{place}.{name}")]
    return [f"{place}: {type(value).__name__}"]


def test_views_are_frozen_plain_values(tmp_path: Path, tables: Tables) -> None:
    """No view of a page, and no frame, holds a list, a mapping or an object of the archive."""
    pages, frame = pages_of(tmp_path, tables)
    views = [(page.path, page.make_view()) for page in pages]
    assert {page.template for page in pages} >= {"article", "group", "groups", "index", "compare"}
    assert [one for path, view in views for one in find_loose(tuple(view.values()), path)] == []
    assert find_loose(frame, "frame") == []


def test_the_same_content_gives_the_same_views(tmp_path: Path, tables: Tables) -> None:
    """Two archives of the same files have equal views, so that one may stand for the other."""
    first, frame = pages_of(tmp_path / "one", tables)
    second, other = pages_of(tmp_path / "two", tables)
    assert [page.make_view() for page in first] == [page.make_view() for page in second]
    assert frame == other


def test_templates_see_the_frame_alone() -> None:
    """Of Pelican's context a template gets the frame and shared settings, never the archive."""
    context = {"archive": object(), "frame": "frame", "SITENAME": "馆", "articles": []}
    assert list_frame(context) == {"frame": "frame", "SITENAME": "馆"}

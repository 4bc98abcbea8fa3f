"""Raw text of a newspaper page → true articles in reading order.

Each name is loaded when it is asked for: who only reads raw pages needs no converter.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from plugins.newspaper.conversion import convert_page
    from plugins.newspaper.layout.page import Page, RawArticle, SetAside
    from plugins.newspaper.sources.formats import read_raw_page
    from plugins.newspaper.sources.raw_page import RawPage

__all__ = [
    "Page",
    "RawArticle",
    "RawPage",
    "SetAside",
    "convert_page",
    "read_raw_page",
]
_ROOMS = {
    "Page": "layout.page",
    "RawArticle": "layout.page",
    "RawPage": "sources.raw_page",
    "SetAside": "layout.page",
    "convert_page": "conversion",
    "read_raw_page": "sources.formats",
}


def __getattr__(name: str) -> object:
    if name not in _ROOMS:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_ROOMS[name]}"), name)

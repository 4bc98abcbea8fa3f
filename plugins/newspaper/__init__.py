"""Raw text of a newspaper page → true articles in reading order."""

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

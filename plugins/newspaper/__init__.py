"""Raw text of a newspaper page → true articles in reading order."""

from plugins.newspaper.conversion import convert_page
from plugins.newspaper.layout.page import NewsArticle, Page, SetAside
from plugins.newspaper.layout.raw_text import RawPage, read_raw_page

__all__ = [
    "NewsArticle",
    "Page",
    "RawPage",
    "SetAside",
    "convert_page",
    "read_raw_page",
]

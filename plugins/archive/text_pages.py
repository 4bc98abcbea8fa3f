"""Pages that editors write (关于本馆), as they are shown."""

from dataclasses import dataclass

from plugins.archive.display import display_html
from plugins.archive.glossary import Glossary
from plugins.archive.picture_html import illustrate
from plugins.archive.pictures import Picture, Pictures
from plugins.archive.written_text import WrittenText


@dataclass(frozen=True)
class TextPage:
    """One page; `address` is its file below the output folder."""

    address: str
    title: str
    description: str
    content: str
    pictures: tuple[Picture, ...] = ()


def show_page(
    text: WrittenText, title: str, description: str, glossary: Glossary, pictures: Pictures
) -> TextPage:
    """Return a page ready for its template. Raises ContentError where a picture cannot be used."""
    shown = illustrate(text, display_html(text.html, glossary, "glossary.html"), pictures)
    return TextPage(text.address, title, description, shown.html, shown.pictures)

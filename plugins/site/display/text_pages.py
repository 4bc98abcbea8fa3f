"""Pages that editors write (关于本馆), as they are shown."""

from dataclasses import dataclass

from plugins.content.written_text import WrittenText
from plugins.site.display.display import display_html
from plugins.site.pictures.picture_html import illustrate
from plugins.site.pictures.pictures import Picture, Pictures
from plugins.site.settings.glossary import Glossary


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

"""Pages that editors write (关于本馆), as they are shown."""

from dataclasses import dataclass

from plugins.content.written_text import WrittenText
from plugins.model.page_front import PageFront
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
    language: str
    pictures: tuple[Picture, ...] = ()


def show_page(
    text: WrittenText, front: PageFront, glossary: Glossary, pictures: Pictures
) -> TextPage:
    """Return a page ready for its template. Raises ContentError where a picture cannot be used."""
    # Chinese typography is for Chinese.
    is_chinese = front.language == "zh-CN"
    html = display_html(text.html, glossary, "glossary.html") if is_chinese else text.html
    shown = illustrate(text, html, pictures)
    return TextPage(
        text.address, front.title, front.description, shown.html, front.language, shown.pictures
    )

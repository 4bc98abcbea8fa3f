"""Pictures in a text: in widths to choose from, loaded when near, with their captions."""

from collections.abc import Iterator
from dataclasses import dataclass

from bs4 import BeautifulSoup, Tag

from plugins.archive.content_error import ContentError, raise_together
from plugins.archive.display import FORMATTER
from plugins.archive.markdown_text import parse_html
from plugins.archive.pictures import Picture, Pictures
from plugins.archive.resizing import PictureError
from plugins.archive.written_text import WrittenText, text_error

#: How wide a picture stands in the text: the measure, or a phone's screen without its margins.
SIZES = "(min-width: 41em) 38.25rem, calc(100vw - 2rem)"


@dataclass(frozen=True, slots=True)
class Illustrated:
    """HTML whose pictures are the site's own, and which these are."""

    html: str
    pictures: tuple[Picture, ...] = ()


def illustrate(text: WrittenText, shown: str, pictures: Pictures) -> Illustrated:
    """Return the HTML that a text's page shows, with the site's pictures for those it names.

    A paragraph of pictures alone becomes a figure, and a caption after it the figure's. Raises
    ContentError, with all faults of the text, where one cannot be used or tells nothing to those
    who do not see it.
    """
    if "<img" not in shown:
        return Illustrated(shown)
    soup = parse_html(shown)
    found: list[Picture] = []
    errors: list[ContentError] = []
    for image in soup.find_all("img"):
        try:
            found.append(_place(image, text, pictures))
        except PictureError as error:
            source = str(image.get("src") or "")
            errors.append(text_error(text, source, f"图片“{source}”{error}"))
    raise_together(errors)
    for paragraph in list(_find_lone(soup)):
        _make_figure(paragraph)
    html: str = soup.decode(formatter=FORMATTER)
    return Illustrated(html, tuple(found))


def _place(image: Tag, text: WrittenText, pictures: Pictures) -> Picture:
    source, alt = str(image.get("src") or ""), str(image.get("alt") or "").strip()
    picture = pictures.find(source)
    if not alt:
        raise PictureError(f"没有替代文字，请写成 ![图上是什么]({source})")
    title = {"title": image["title"]} if image.get("title") else {}
    image.attrs = {**picture.attributes(text.root, alt, SIZES), **title}
    return picture


def _find_lone(soup: BeautifulSoup) -> Iterator[Tag]:
    """Yield the paragraphs that hold pictures and no word."""
    for paragraph in soup.find_all("p"):
        if paragraph.find("img") and not paragraph.get_text().strip():
            yield paragraph


def _make_figure(paragraph: Tag) -> None:
    caption = paragraph.find_next_sibling()
    paragraph.name = "figure"
    if caption and caption.name == "p" and "caption" in (caption.get("class") or ()):
        caption.name = "figcaption"
        del caption["class"]
        paragraph.append(caption.extract())

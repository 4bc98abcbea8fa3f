"""Pictures in a text: in widths to choose from, loaded when near, with their captions."""

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

from bs4 import BeautifulSoup, Tag

from plugins.content.content_error import ContentError, raise_together
from plugins.content.markdown_text import parse_html, write_html
from plugins.content.written_text import WrittenText, text_error
from plugins.site.pictures.pictures import IMAGES, LARGE, Picture, Pictures
from plugins.site.pictures.resizing import PictureError

#: How wide a picture stands in the text: the measure, or a phone's screen without its margins.
SIZES = "(min-width: 41em) 38.25rem, calc(100vw - 2rem)"


@dataclass(frozen=True, slots=True)
class Illustrated:
    """HTML whose pictures are the site's own, and which these are."""

    html: str
    pictures: tuple[Picture, ...] = ()


def illustrate(text: WrittenText, shown: str, pictures: Pictures) -> Illustrated:
    """Return the HTML that a text's page shows, with the site's pictures for those it names.

    A paragraph of pictures alone becomes a figure, and a caption after it the figure's; a link to
    a picture leads to a large one. Raises ContentError, with all faults of the text, where one
    cannot be used or tells nothing to those who do not see it.
    """
    if "<img" not in shown and IMAGES not in shown:
        return Illustrated(shown)
    soup = parse_html(shown)
    found: list[Picture] = []
    errors: list[ContentError] = []
    for element in soup.find_all(_names_picture):
        source = str(element.get("src") or element.get("href") or "")
        if not source:
            # What is no address, such as C:\tea.jpg, is gone from the HTML.
            alt = str(element.get("alt") or "")
            words = f"图片“{alt}”的地址不对，请写成 ../images/文件名"
            errors.append(text_error(text, alt, words))
            continue
        try:
            place = _place if element.name == "img" else _lead
            found.append(place(element, source, text.root, pictures))
        except PictureError as error:
            errors.append(text_error(text, source, f"图片“{source}”{error}"))
    raise_together(errors)
    for paragraph in list(_find_lone(soup)):
        _make_figure(paragraph)
    html: str = write_html(soup)
    return Illustrated(html, tuple(found))


def _names_picture(element: Tag) -> bool:
    if element.name == "img":
        return True
    link = urlsplit(str(element.get("href") or ""))
    return not link.scheme and not link.netloc and IMAGES in link.path


def _place(image: Tag, source: str, root: str, pictures: Pictures) -> Picture:
    picture, alt = pictures.find(source), str(image.get("alt") or "").strip()
    if not alt:
        raise PictureError(f"没有替代文字，请写成 ![图上是什么]({source})")
    title = {"title": image["title"]} if image.get("title") else {}
    image.attrs = {**picture.attributes(root, alt, SIZES), **title}
    return picture


def _lead(link: Tag, source: str, root: str, pictures: Pictures) -> Picture:
    picture = pictures.find(source, (LARGE,))
    link["href"] = root + picture.path(picture.widest)
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

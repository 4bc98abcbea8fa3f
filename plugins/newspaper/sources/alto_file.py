"""ALTO files (.xml), as OCR of libraries writes them: lines by their places on the sheet.

ALTO is the Library of Congress's schema for the layout of scanned text; String has the words, their
box in HPOS, VPOS, WIDTH and HEIGHT.
"""

from bs4 import BeautifulSoup, Tag

from plugins.chinese.expressions import compile_late
from plugins.newspaper.sources.placed_lines import PlacedLine, order_lines
from plugins.newspaper.sources.plain_text import decode_text
from plugins.newspaper.sources.raw_page import Line, refuse

#: No sheet has more tags.
_MOST_TAGS = 200_000
_DECLARATION = compile_late(r"^\s*<\?xml[^>]*>")


def read_alto(data: bytes, name: str) -> list[Line]:
    """The lines of an ALTO file's sheets, in reading order. Raises ContentError for other XML."""
    text = decode_text(data, name)
    if "<alto" not in text[:5_000].lower() and ":alto" not in text[:5_000].lower():
        raise refuse(name, "XML 文件只认 OCR 的 ALTO 格式，请换成文本（.txt）再放进来")
    if text.count("<") > _MOST_TAGS:
        raise refuse(name, "ALTO 文件太大，请按版面分成几个文件")
    # The parser of HTML has small names, knows no entities of a file's own, and takes any prefix.
    soup = BeautifulSoup(_DECLARATION.sub("", text), "html.parser")
    lines: list[Line] = []
    for sheet in soup.find_all(lambda tag: _is(tag, "page")) or [soup]:
        found = sheet.find_all(lambda tag: _is(tag, "textline"))
        lines += [Line("")] if lines else []
        lines += order_lines([placed for line in found if (placed := _place(line))])
    return lines


def _is(tag: Tag, name: str) -> bool:
    return tag.name.rpartition(":")[2] == name


def _place(line: Tag) -> PlacedLine | None:
    """A line of words with its box, None where it has none."""
    words = line.find_all(lambda tag: _is(tag, "string") or _is(tag, "sp"))
    text = "".join(str(word.get("content", " ")) for word in words)
    try:
        left, top, width, height = (
            float(str(line[key])) for key in ("hpos", "vpos", "width", "height")
        )
    except (KeyError, ValueError):
        return None
    return PlacedLine(text, left, top, left + width, top + height, height)

"""Word files (.docx): paragraphs and rows of tables, with the size of their type."""

from collections.abc import Iterator
from io import BytesIO
from statistics import median
from typing import TYPE_CHECKING
from zipfile import BadZipFile, ZipFile

from plugins.newspaper.sources.raw_page import Line, refuse

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph

#: A manuscript with its pictures unpacks to less, in bytes and in files.
_MOST_BYTES, _MOST_FILES = 80_000_000, 3_000
#: The text alone unpacks to less.
_MOST_TEXT = 20_000_000
_TEXT = "word/document.xml"
#: Sizes of type of Word's own styles, where running text is 1.
_STYLES = {"title": 2.0, "heading 1": 2.0, "heading 2": 1.6, "heading 3": 1.4, "subtitle": 1.3}
_BOX = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}txbxContent"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"


def read_word(data: bytes, name: str) -> list[Line]:
    """The lines of a Word file: its paragraphs, its tables' rows, and what stands in boxes.

    Raises ContentError for a file that is locked, broken, of another kind or too large unpacked.
    """
    _check_size(data, name)
    # Reading it takes long, and few raw pages need it.
    import docx

    try:
        document = docx.Document(BytesIO(data))
    except Exception as error:
        # The package lets the errors of others through: of XML, of archives, of its own.
        raise refuse(name, "Word 文件坏了或不完整，请打开它重新保存") from error
    return [part for line in _list_lines(document) for part in (Line(""), line)][1:]


def _check_size(data: bytes, name: str) -> None:
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        raise refuse(name, "有密码，或是旧版 Word 文件，请去掉密码，另存为 .docx")
    try:
        with ZipFile(BytesIO(data)) as archive:
            sizes = {entry.filename: entry.file_size for entry in archive.infolist()}
    except (BadZipFile, ValueError, NotImplementedError):
        raise refuse(name, "Word 文件坏了或不完整，请打开它重新保存") from None
    if _TEXT not in sizes:
        raise refuse(name, "不是 Word 文档，请打开它，另存为 .docx")
    if sum(sizes.values()) > _MOST_BYTES or len(sizes) > _MOST_FILES or sizes[_TEXT] > _MOST_TEXT:
        raise refuse(name, "解压后太大，不像一篇稿件，请只留下文字另存")


def _list_lines(document: "Document") -> Iterator[Line]:
    from docx.table import Table
    from docx.text.paragraph import Paragraph

    items = list(document.iter_inner_content())
    texts = [item for item in items if isinstance(item, Paragraph) and item.text.strip()]
    body = median([_measure(p) for p in texts for _ in range(min(len(p.text), 200))] or [1.0])
    for item in items:
        if isinstance(item, Table):
            for row in item.rows:
                cells = dict.fromkeys(row.cells)
                yield Line(" ".join("".join(cell.text.split()) for cell in cells))
            continue
        yield Line(item.text, _find_size(item, body))
        for box in item._p.iter(_BOX):
            if not any(True for _ in box.iterancestors(_FALLBACK)):
                yield from (Line(Paragraph(p, item).text) for p in box.iter(item._p.tag))


def _find_size(paragraph: "Paragraph", body: float) -> float:
    styled = _STYLES.get((paragraph.style.name or "").lower() if paragraph.style else "", 0.0)
    return styled or round(_measure(paragraph) / body, 2)


def _measure(paragraph: "Paragraph") -> float:
    """The size of a paragraph's type in points: its largest run's, else its style's."""
    sizes = [run.font.size.pt for run in paragraph.runs if run.font.size and run.text.strip()]
    style = paragraph.style.font.size if paragraph.style and paragraph.style.font else None
    return max(sizes, default=style.pt if style else 10.5)

"""Word files (.docx): paragraphs and rows of tables, with the size of their type.

Text is taken from wherever it stands: in boxes, in fields of a form, in insertions that nobody has
accepted yet. What was deleted with changes tracked is no text.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from io import BytesIO
from statistics import median
from typing import TYPE_CHECKING
from zipfile import BadZipFile, ZipFile

from plugins.chinese.expressions import compile_late
from plugins.newspaper.sources.raw_page import Line, refuse
from plugins.newspaper.sources.stroked_rows import LONGEST, is_table, write_row

if TYPE_CHECKING:
    from docx.document import Document
    from docx.oxml.xmlchemy import BaseOxmlElement
    from docx.text.paragraph import Paragraph

#: A manuscript with its pictures unpacks to less, in bytes and in files.
_MOST_BYTES, _MOST_FILES = 80_000_000, 3_000
#: The text alone unpacks to less.
_MOST_TEXT = 20_000_000
_TEXT = "word/document.xml"
#: Sizes of type of Word's own styles, where running text is 1.
_STYLES = {"title": 2.0, "heading 1": 2.0, "heading 2": 1.6, "heading 3": 1.4, "subtitle": 1.3}
#: That of a bold paragraph, and how long none is any more.
_BOLD, _DISPLAY = 1.3, 40
_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_PARAGRAPH, _TABLE, _ROW, _CELL, _BOX, _TEXT_RUN = (
    f"{_WORD}{name}" for name in ("p", "tbl", "tr", "tc", "txbxContent", "t")
)
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
#: What labels on a manuscript's cover have, and how long they are at most.
_LABELS = compile_late("标题|题目|作者|单位|签发|审核|审稿|拟稿|投稿")
_LABEL = 8
#: What is around paragraphs and tables: fields of a form, insertions.
_AROUND = tuple(f"{_WORD}{name}" for name in ("sdt", "sdtContent", "ins", "customXml", "smartTag"))
#: What has no text of its paragraph: deletions, boxes, how to read it, its type.
_ELSEWHERE = (
    *(f"{_WORD}{name}" for name in ("del", "moveFrom", "txbxContent", "rt", "pPr", "rPr")),
    _FALLBACK,
)
_BREAK = f"{_WORD}br"
#: Breaks that are the printer's: what they part goes on in the next column or on the next page.
_CUTS = frozenset(["page", "column"])
_PRINTED = {
    f"{_WORD}tab": "\t",
    f"{_WORD}ptab": "\t",
    f"{_WORD}noBreakHyphen": "-",
    f"{_WORD}cr": "\n",
    _BREAK: "\n",
}


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
    lines = _Manuscript(document).list_lines(document.element.body)
    return [part for line in lines for part in (Line(""), line)][1:]


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


@dataclass
class _Manuscript:
    """Reads a document's elements, with the size of type that most of its text has."""

    document: "Document"

    def list_lines(self, element: "BaseOxmlElement") -> Iterator[Line]:
        """The lines of an element's paragraphs and tables, and of the boxes in them."""
        for part in element:
            if part.tag == _PARAGRAPH:
                yield Line("".join(_read_text(part)), self._find_size(part))
                for box in _list_boxes(part):
                    yield from self.list_lines(box)
            elif part.tag == _TABLE:
                yield from self._read_table(part)
            elif part.tag in _AROUND:
                yield from self.list_lines(part)

    def _read_table(self, table: "BaseOxmlElement") -> Iterator[Line]:
        """A table's rows; of one that holds whole paragraphs these."""
        # Each cell is read once: tables within tables would take twice as long for each depth.
        cells = [
            [list(self.list_lines(cell)) for cell in _list_within(row, _CELL)]
            for row in _list_within(table, _ROW)
        ]
        texts = [[_join_words(lines) for lines in row] for row in cells]
        if is_table(texts):
            yield from (Line(write_row(row)) for row in texts)
        elif _is_form(texts):
            yield from (Line(f"{row[0]}：{row[1]}") for row in texts if row[1])
        elif all(len(text) <= LONGEST for row in texts for text in row):
            yield from (Line(" ".join(filter(None, row))) for row in texts)
        else:
            yield from (line for row in cells for lines in row for line in lines)

    def _find_size(self, element: "BaseOxmlElement") -> float:
        """The size of a paragraph's type by its style, or beside that of running text."""
        paragraph = self._take(element)
        styled = _STYLES.get((paragraph.style.name or "").lower() if paragraph.style else "", 0.0)
        size = round(_measure(paragraph) / self._usual_size, 2)
        return styled or (max(size, _BOLD) if _is_bold(paragraph) else size)

    @cached_property
    def _usual_size(self) -> float:
        texts = [self._take(p) for p in self.document.element.body.iter(_PARAGRAPH)]
        return median([_measure(p) for p in texts for _ in range(min(len(p.text), 200))] or [1.0])

    def _take(self, element: "BaseOxmlElement") -> "Paragraph":
        from docx.text.paragraph import Paragraph

        return Paragraph(element, self.document._body)


def _is_form(texts: Sequence[Sequence[str]]) -> bool:
    """Whether a table is a manuscript's cover, with labels in its first column."""
    told = all(len(row) == 2 and 0 < len(row[0]) <= _LABEL for row in texts)
    return told and any(_LABELS.search(row[0]) for row in texts)


def _list_within(element: "BaseOxmlElement", tag: str) -> Iterator["BaseOxmlElement"]:
    """The rows of a table or the cells of a row, those in fields of a form included."""
    for part in element:
        if part.tag == tag:
            yield part
        elif part.tag in _AROUND:
            yield from _list_within(part, tag)


def _join_words(lines: Iterable[Line]) -> str:
    return " ".join(" ".join(line.text for line in lines).split())


def _read_text(element: "BaseOxmlElement") -> Iterator[str]:
    """The text of a paragraph, insertions included, as it would be printed."""
    for part in element:
        if part.tag == _TEXT_RUN:
            yield part.text or ""
        elif part.tag == _BREAK and part.get(f"{_WORD}type") in _CUTS:
            continue
        elif part.tag in _PRINTED:
            yield _PRINTED[part.tag]
        elif part.tag not in _ELSEWHERE:
            yield from _read_text(part)


def _list_boxes(element: "BaseOxmlElement") -> Iterator["BaseOxmlElement"]:
    """The boxes that hang on a paragraph, once each."""
    for part in element:
        if part.tag == _BOX:
            yield part
        elif part.tag != _FALLBACK:
            yield from _list_boxes(part)


def _is_bold(paragraph: "Paragraph") -> bool:
    """Whether a paragraph is as short as display type, and bold as a whole."""
    printed = [run for run in paragraph.runs if run.text.strip()]
    short = 0 < len(paragraph.text) < _DISPLAY
    return short and bool(printed) and all(run.bold for run in printed)


def _measure(paragraph: "Paragraph") -> float:
    """The size of a paragraph's type in points: its largest run's, else its style's."""
    sizes = [run.font.size.pt for run in paragraph.runs if run.font.size and run.text.strip()]
    style = paragraph.style.font.size if paragraph.style and paragraph.style.font else None
    return max(sizes, default=style.pt if style else 10.5)

"""PDF files with a text layer: lines by their places on the sheet, with the size of their type."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from plugins.newspaper.sources.placed_lines import PlacedLine, order_lines
from plugins.newspaper.sources.raw_page import Line, refuse

if TYPE_CHECKING:
    from pypdfium2 import PdfPage

#: An issue has fewer sheets, a sheet fewer characters.
_MOST_SHEETS, _MOST_CHARACTERS = 64, 120_000
#: A line ends where the next character stands so far away, in heights of its type.
_JUMP = 1.6


def read_pdf(data: bytes, name: str) -> list[Line]:
    """The lines of a PDF file's sheets, in reading order.

    Raises ContentError for a file that is locked, broken, too long, or a scan without text.
    """
    # Reading it takes a native library that no other format needs.
    import pypdfium2
    from pypdfium2.raw import FPDF_ERR_PASSWORD, FPDF_GetLastError

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if FPDF_GetLastError() == FPDF_ERR_PASSWORD or "password" in str(error).lower():
            raise refuse(name, "PDF 有密码，请去掉密码再放进来") from None
        raise refuse(name, "PDF 文件坏了或不完整，请重新导出") from None
    lines: list[Line] = []
    with document:
        if len(document) > _MOST_SHEETS:
            raise refuse(name, f"PDF 超过 {_MOST_SHEETS} 页，请按版面分成几个文件")
        for sheet in document:
            lines += [Line("")] if lines else []
            lines += order_lines(list(_read_sheet(sheet, name)))
            sheet.close()
    if not any(line.text.strip() for line in lines):
        raise refuse(name, "PDF 里没有文字，像是扫描件，请先用 OCR 识别文字")
    return lines


def _read_sheet(sheet: "PdfPage", name: str) -> Iterator[PlacedLine]:
    """The lines of a sheet, each a run of characters side by side."""
    from pypdfium2.raw import FPDFText_GetUnicode

    height = sheet.get_height()
    text = sheet.get_textpage()
    count = text.count_chars()
    if count > _MOST_CHARACTERS:
        raise refuse(name, f"一页的文字超过 {_MOST_CHARACTERS:,} 个，不像一个版面")
    run: list[PlacedLine] = []
    for index in range(count):
        code = FPDFText_GetUnicode(text, index)
        left, bottom, right, top = text.get_charbox(index, loose=True)
        character = chr(code) if code else " "
        if character in "\r\n":
            yield from _join(run)
            run = []
            continue
        box = PlacedLine(character, left, height - top, right, height - bottom, top - bottom)
        if run and _is_apart(run[-1], box):
            yield from _join(run)
            run = []
        if not character.isspace() or run:
            run.append(box)
    yield from _join(run)


def _is_apart(before: PlacedLine, box: PlacedLine) -> bool:
    """Whether a character stands on another line, or far along the same one."""
    if box.text.isspace():
        return False
    far = _JUMP * max(before.size, box.size)
    across = box.left - before.right > far or before.left - box.left > far
    return across or abs(before.bottom - box.bottom) > 0.5 * max(before.size, box.size)


def _join(run: list[PlacedLine]) -> Iterator[PlacedLine]:
    """The line that characters side by side are."""
    printed = [box for box in run if not box.text.isspace()]
    if printed:
        # Characters beyond the first plane come as two halves.
        halves = "".join(box.text for box in run).encode("utf-16", "surrogatepass")
        yield PlacedLine(
            halves.decode("utf-16", "replace").strip(),
            min(box.left for box in printed),
            min(box.top for box in printed),
            max(box.right for box in printed),
            max(box.bottom for box in printed),
            max(box.size for box in printed),
        )

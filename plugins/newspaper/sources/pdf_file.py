"""PDF files with a text layer: lines by their places on the sheet, with the size of their type."""

from collections import Counter
from collections.abc import Iterable, Iterator
from math import cos, sin
from typing import TYPE_CHECKING

from plugins.chinese.expressions import compile_late
from plugins.newspaper.sources.placed_lines import PlacedLine, join_upright, order_lines
from plugins.newspaper.sources.raw_page import Line, refuse

if TYPE_CHECKING:
    from pypdfium2 import PdfPage

#: An issue has fewer sheets, a sheet fewer characters.
_MOST_SHEETS, _MOST_CHARACTERS = 64, 120_000
#: A line ends where the next character stands so far away, in heights of its type.
_JUMP = 1.6
#: Of a longer text less than this part is Chinese where a file does not say which characters its
#: shapes are.
_SHORT, _LEAST = 200, 0.2
_CHINESE = compile_late("[\u3400-\u9fff]")
#: The angle of a character's line (radians, clockwise), itself, its sides from the lower left.
_Character = tuple[float, str, tuple[float, float, float, float]]


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
            lines += _read_sheet(sheet, name)
            sheet.close()
    text = "".join(line.text for line in lines)
    if not text.strip():
        raise refuse(name, "PDF 里没有文字，像是扫描件，请先用 OCR 识别文字")
    if len(text) > _SHORT and len(_CHINESE.findall(text)) < _LEAST * len(text):
        raise refuse(name, "PDF 的文字读不出来（字体没有编码），请先用 OCR 识别文字")
    return lines


def _read_sheet(sheet: "PdfPage", name: str) -> Iterator[Line]:
    """The lines of a sheet in reading order, and behind them those that are set askew.

    A sheet that lies on its side is read as it would be turned.
    """
    characters = list(_read_characters(sheet, name))
    ((angle, _),) = Counter(turn for turn, *_ in characters).most_common(1) or [(0.0, 0)]
    upright = join_upright(list(_join_runs(c for c in characters if c[0] == angle)))
    yield from order_lines(upright)
    for askew in sorted({turn for turn, *_ in characters if turn != angle}):
        text = "".join(character for turn, character, _ in characters if turn == askew)
        yield from (part for line in text.splitlines() for part in (Line(""), Line(line.strip())))


def _read_characters(sheet: "PdfPage", name: str) -> Iterator[_Character]:
    """The characters of a sheet in the file's order."""
    from pypdfium2.raw import FPDFText_GetCharAngle, FPDFText_GetUnicode, FPDFText_IsGenerated

    text = sheet.get_textpage()
    count = text.count_chars()
    if count > _MOST_CHARACTERS:
        raise refuse(name, f"一页的文字超过 {_MOST_CHARACTERS:,} 个，不像一个版面")
    angle = 0.0
    for index in range(count):
        code = FPDFText_GetUnicode(text, index)
        if FPDFText_IsGenerated(text, index) != 1:
            angle = round(FPDFText_GetCharAngle(text, index), 1) % 6.3
        yield angle, chr(code) if code else " ", text.get_charbox(index, loose=True)


def _turn(character: _Character) -> PlacedLine:
    """A character in its box on the sheet, turned so that its line runs from left to right."""
    angle, text, (left, bottom, right, top) = character
    if not angle:
        return PlacedLine(text, left, -top, right, -bottom, top - bottom)
    along, up = (cos(angle), -sin(angle)), (sin(angle), cos(angle))
    corners = [(x, y) for x in (left, right) for y in (bottom, top)]
    xs = [x * along[0] + y * along[1] for x, y in corners]
    ys = [-(x * up[0] + y * up[1]) for x, y in corners]
    return PlacedLine(text, min(xs), min(ys), max(xs), max(ys), max(ys) - min(ys))


def _join_runs(characters: Iterable[_Character]) -> Iterator[PlacedLine]:
    """The lines that characters of one direction are, each a run of them side by side."""
    run: list[PlacedLine] = []
    for box in map(_turn, characters):
        ends = box.text in "\r\n"
        if run and (ends or _is_apart(run[-1], box)):
            yield from _join(run)
            run = []
        if not ends and (run or not box.text.isspace()):
            run.append(box)
    yield from _join(run)


def _is_apart(before: PlacedLine, box: PlacedLine) -> bool:
    """Whether a character stands on another line, or far along the same one."""
    if box.text.isspace():
        return False
    far = _JUMP * max(before.size, box.size)
    across = box.left - before.right > far or before.left - box.left > far
    return across or not (_is_level(before, box) or _is_within(before, box))


def _is_level(before: PlacedLine, box: PlacedLine) -> bool:
    return abs(before.bottom - box.bottom) <= 0.5 * max(before.size, box.size)


def _is_within(before: PlacedLine, box: PlacedLine) -> bool:
    """Whether one box is between the upper and the lower edge of the other: that of 一 is flat."""
    shared = min(before.bottom, box.bottom) - max(before.top, box.top)
    return shared >= 0.9 * min(before.size, box.size)


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

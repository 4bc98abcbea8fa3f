"""Files of newsrooms, made by script where they are no text: Word, PDF, OCR with boxes, ALTO."""

import json
from collections.abc import Iterable
from io import BytesIO
from pathlib import Path

import docx
from docx.oxml import parse_xml as _parse
from docx.oxml.ns import nsdecls
from docx.shared import Pt
from docx.table import Table

SAMPLES = Path(__file__).parent / "samples"
#: Lines of a sheet: left and top in points from its upper left corner, size of type, text.
Sheet = Iterable[tuple[float, float, float, str]]
WORD = nsdecls("w")
TITLE, SECOND = "夜校开到院坝边 村民学到致富经", "春茶开采忙"
LEFT = ("近日，白果乡的农民夜校开班，三", "百名村民坐在院坝边听课。")
RIGHT = ("夜校每月一课，今年已经办了八期", "，学员都说好。")
BELOW = ("连日来，太平镇的春茶进入采摘期", "，全镇今年采茶六十吨。")
SHEET = [
    (40, 30, 9, "青河日报 2019年11月21日 第3版"),
    (40, 60, 24, TITLE),
    (64, 110, 10, LEFT[0]), (40, 124, 10, LEFT[1]),
    (264, 110, 10, RIGHT[0]), (240, 124, 10, RIGHT[1]),
    (40, 180, 18, SECOND),
    (64, 220, 10, BELOW[0]), (40, 234, 10, BELOW[1]),
]  # fmt: skip


def make_word() -> bytes:
    """A manuscript with two articles, one headline by style, one by size, and a table."""
    document = docx.Document()
    document.add_heading("夜校开到院坝边", level=1)
    document.add_paragraph("通讯员 方敏")
    document.add_paragraph("近日，白果乡的农民夜校开班，三百名村民坐在院坝边听课。")
    _fill(document.add_table(rows=2, cols=2), [("村", "期数"), ("红岩村", "5")])
    document.add_paragraph("夜校每月一课，今年已经办了八期。")
    large = document.add_paragraph().add_run("春茶开采忙")
    large.font.size = Pt(22)
    document.add_paragraph("通讯员 王亮")
    document.add_paragraph("连日来，太平镇的春茶进入采摘期，全镇今年采茶六十吨。")
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def make_word_of(told: str) -> bytes:
    """A Word file of elements as its format writes them."""
    document = docx.Document()
    for element in reversed(_parse(f"<w:body {WORD}>{told}</w:body>")):
        document.element.body.insert(0, element)
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def make_tracked_word() -> bytes:
    """A manuscript with tracked changes and a field of a form, the second article in a table."""
    document = docx.Document()
    document.add_heading("合作社分红了", level=1)
    paragraph = document.add_paragraph("近日，白果乡合作社")
    inserted = "<w:r><w:t>发放红利。</w:t></w:r>"
    deleted = "<w:r><w:delText>分红。</w:delText></w:r>"
    paragraph._p.append(_parse(f'<w:ins {WORD} w:id="1" w:author="a">{inserted}</w:ins>'))
    paragraph._p.append(_parse(f'<w:del {WORD} w:id="2" w:author="a">{deleted}</w:del>'))
    field = "<w:p><w:r><w:t>社员都说好。</w:t></w:r></w:p>"
    paragraph._p.addnext(_parse(f"<w:sdt {WORD}><w:sdtContent>{field}</w:sdtContent></w:sdt>"))
    cell = document.add_table(rows=1, cols=1).rows[0].cells[0]
    cell.text = SECOND
    cell.add_paragraph(
        "连日来，太平镇的春茶进入采摘期，全镇采茶六十吨，茶农们忙着采摘、炒制、包装，收购的车一辆接着一辆。"
    )
    _fill(cell.add_table(2, 2), [("村", "吨"), ("云岭", "6")])
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def _fill(table: "Table", rows: Iterable[tuple[str, ...]]) -> None:
    for row, texts in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text


def set_askew(text: str, left: float, bottom: float, turn: str) -> str:
    """Text of a PDF file that is turned, as its own operators say it: `0 1 -1 0` is upwards."""
    codes = text.encode("utf-16-be").hex()
    return f"BT /F 9 Tf {turn} {left} {bottom} Tm <{codes}> Tj ET\n"


def make_pdf(sheet: Sheet = SHEET, height: float = 400, more: str = "") -> bytes:
    """A PDF file of one sheet in a font that is not inside, its codes being Unicode's.

    `more` is what else stands on it, as set_askew gives it.
    """
    shown = [(*place, text.encode("utf-16-be").hex()) for *place, text in sheet]
    content = "".join(
        f"BT /F {size} Tf {left} {height - top - size} Td <{codes}> Tj ET\n"
        for left, top, size, codes in shown
    )
    content += more
    objects = [
        "<</Type/Catalog/Pages 2 0 R>>",
        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 480 {height}]/Contents 4 0 R"
        "/Resources<</Font<</F 5 0 R>>>>>>",
        f"<</Length {len(content)}>>stream\n{content}endstream",
        "<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H"
        "/DescendantFonts[6 0 R]>>",
        "<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/DW 1000"
        "/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>/FontDescriptor 7 0 R>>",
        "<</Type/FontDescriptor/FontName/STSong-Light/Flags 6/ItalicAngle 0/Ascent 880"
        "/Descent -120/CapHeight 880/StemV 93/FontBBox[-25 -254 1000 880]>>",
    ]
    body, places = "%PDF-1.4\n", []
    for number, told in enumerate(objects, 1):
        places.append(len(body))
        body += f"{number} 0 obj{told}endobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    end = f"trailer<</Size {len(objects) + 1}/Root 1 0 R>>\nstartxref\n{len(body)}\n%%EOF\n"
    return f"{body}xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}{end}".encode("latin-1")


def make_ocr(kind: str) -> bytes:
    """Lines of OCR with boxes, as PaddleOCR (`paddle`) or a web service (`words`) gives them."""
    lines = []
    for left, top, size, text in SHEET:
        right, bottom = left + size * len(text), top + size
        if kind == "paddle":
            corners = [[left, top], [right, top], [right, bottom], [left, bottom]]
            lines.append([corners, [text, 0.98]])
        else:
            place = {"left": left, "top": top, "width": right - left, "height": size}
            lines.append({"words": text, "location": place})
    whole = [lines] if kind == "paddle" else {"words_result": lines, "log_id": 7}
    return json.dumps(whole, ensure_ascii=False).encode()


def make_alto() -> bytes:
    """An ALTO file of the same sheet."""
    lines = "".join(
        f'<TextLine HPOS="{left}" VPOS="{top}" WIDTH="{size * len(text)}" HEIGHT="{size}">'
        f'<String CONTENT="{text}" HPOS="{left}" VPOS="{top}"/></TextLine>\n'
        for left, top, size, text in SHEET
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<alto xmlns="http://www.loc.gov/standards/alto/ns-v3#"><Layout><Page><PrintSpace>'
        f"<TextBlock>{lines}</TextBlock></PrintSpace></Page></Layout></alto>\n"
    ).encode()

"""Sheets by their places: text that is turned, set downwards, or in lists of texts and boxes."""

import json

import pytest

from plugins.newspaper import read_raw_page
from plugins.newspaper.sources.boxed_lines import list_sheets
from tests.newspaper.sources.make_samples import SHEET, make_ocr, make_pdf, set_askew


def test_text_set_otherwise_on_a_sheet_is_apart() -> None:
    """Characters below each other are a headline, what is askew stands behind the columns."""
    column = [(440, 60 + 18 * n, 16, character) for n, character in enumerate("茶香满山")]
    more = set_askew("青河日报社承印", 470, 100, "0 1 -1 0")
    more += set_askew("内部资料请勿外传", 100, 100, "0.7 0.7 -0.7 0.7")
    lines = read_raw_page(make_pdf([*SHEET, *column], more=more), "版面.pdf").lines
    assert "茶香满山" in lines
    filled = [line for line in lines if line and line != "茶香满山"]
    assert set(filled[-2:]) == {"内部资料请勿外传", "青河日报社承印"}
    plain = read_raw_page(make_pdf(), "版面.pdf").lines
    assert sorted(filled[:-2]) == sorted(filter(None, plain))


@pytest.mark.parametrize("turn", ["0 1 -1 0", "0 -1 1 0"])
def test_a_sheet_on_its_side_is_read_as_it_is_meant(turn: str) -> None:
    """A sheet whose lines run up or down is read as one whose lines run to the right."""
    more = ""
    for left, top, size, text in SHEET:
        place = (top + size, left) if turn[0:3] == "0 1" else (400 - top - size, 400 - left)
        more += set_askew(text, *place, turn).replace("/F 9 ", f"/F {size} ")
    turned = read_raw_page(make_pdf([], more=more), "版面.pdf")
    assert turned.lines == read_raw_page(make_pdf(), "版面.pdf").lines


def test_ocr_with_boxes_in_lists_of_their_own_is_read() -> None:
    """Texts may stand in one list and boxes in another, and sheets are kept apart."""
    lines = json.loads(make_ocr("paddle"))[0]
    sheet = {"rec_texts": [text for _, (text, _) in lines], "rec_polys": [box for box, _ in lines]}
    one = read_raw_page(json.dumps({"res": sheet}).encode(), "坐标.json").lines
    assert one == read_raw_page(make_ocr("paddle"), "坐标.json").lines
    both = json.dumps([{"page": 1, "res": sheet}, {"page": 2, "res": sheet}]).encode()
    assert read_raw_page(both, "坐标.json").lines == (*one, "", *one)


def test_a_skewed_scan_is_one_sheet() -> None:
    """Lines that lie askew share places with the next ones, and are no sheets of their own."""
    lines = json.loads(make_ocr("paddle"))[0]
    askew = [[[[x, y + x / 8] for x, y in box], told] for box, told in lines]
    assert [len(sheet) for sheet in list_sheets([askew])] == [len(lines)]


def test_sheets_are_found_behind_what_has_no_lines() -> None:
    """What a service says of itself before its sheets is none of them."""
    lines = json.loads(make_ocr("paddle"))[0]
    told = {"meta": {"log": 7}, "result": {"config": {}, "sheets": [lines, lines]}}
    assert [len(sheet) for sheet in list_sheets(told)] == [len(lines)] * 2


def test_a_pages_head_is_one_line() -> None:
    """Page, day and newspaper are read together, though they stand above different columns."""
    head = [(40, 10, 9, "3"), (220, 10, 9, "2019年11月21日"), (400, 10, 9, "青河日报")]
    lines = read_raw_page(make_pdf([*head, *SHEET[1:]]), "版面.pdf").lines
    assert lines[0] == "3 2019年11月21日 青河日报"


def test_a_headline_stands_above_all_columns_that_it_runs_across() -> None:
    """A headline over the inner ones of four columns is read before the first of them."""
    places = [(20 + 115 * n, 110 + 14 * row) for n in range(4) for row in (0, 1)]
    columns = [(*place, 10, "学炒茶的人真多呀") for place in places]
    head = [(145, 40, 24, "夜校开进院坝边"), (195, 80, 10, "通讯员 方敏")]
    lines = read_raw_page(make_pdf([*head, *columns]), "版面.pdf").lines
    assert [line.strip() for line in lines if line][:2] == ["夜校开进院坝边", "通讯员 方敏"]


def test_a_row_of_headlines_is_no_pages_head() -> None:
    """Headlines in the type of the text, one above each column, stay above their own."""
    heads = ("桑园养鸡", "水渠修通", "新路通车")
    sheet = []
    for left, head in zip((20, 180, 340), heads, strict=True):
        sheet += [(left + 30, 20, 10, head)]
        sheet += [(left, 50 + 14 * row, 10, f"{head[:2]}的好事一桩接一桩") for row in range(4)]
    lines = read_raw_page(make_pdf(sheet), "版面.pdf").lines
    assert [line.strip() for line in lines if line][::5] == list(heads)


@pytest.mark.parametrize(("indent", "joined"), [(0, True), (18, False)])
def test_a_column_goes_on_in_the_one_beside_it_within_a_paragraph(
    indent: int, joined: bool
) -> None:
    """Where paragraphs are indented, a full line and one without an indent are not set apart."""
    left = ["　　近日，白果乡办起农民", "夜校，村民白天采茶，晚", "上学习手工炒茶的手艺。"]
    right = ["据了解，夜校每周上两次", "课，已有三百多人学到了", "手艺。"]
    boxes = [
        {"text": text.strip(), "box": [x + 18 * text.count("　"), 10 + 14 * n, x + 99, 19 + 14 * n]}
        for x, column in ((10, left), (130, right))
        for n, text in enumerate(column)
    ]
    boxes[3]["box"] = [130 + indent, 10, 229, 19]
    lines = read_raw_page(json.dumps(boxes).encode(), "坐标.json").lines
    assert ("" in lines) is not joined

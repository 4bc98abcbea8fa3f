"""Bytes of a raw page: every newsroom's encoding reads alike, and what is no text is refused."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.content.content_error import ContentError
from plugins.newspaper import read_raw_page
from plugins.newspaper.sources.formats import find_limit

LINES = (
    "“笃”定前行战贫困",
    "本报讯(通讯员 张涛)近日,浔滨区大河镇四个毛绒玩具厂在同一天开业。",
    "　　今年以来，该区新修公路1605.61公里——PM2.5浓度下降…",
    "",
    "石潭县紧抓秋冬季节经济林建园、管护有利时机，带动贫困户增收。",
)
TEXT = "\n".join(LINES)
ENCODED = {
    "utf-8": TEXT.encode(),
    "utf-8 with mark": TEXT.encode("utf-8-sig"),
    "gb18030": TEXT.encode("gb18030"),
    "utf-16-le": TEXT.encode("utf-16-le"),
    "utf-16-be": TEXT.encode("utf-16-be"),
    "utf-16-le with mark": codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"),
    "utf-16-be with mark": codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"),
}


@pytest.mark.parametrize("encoding", ENCODED)
def test_encodings_give_the_same_lines(encoding: str) -> None:
    """A page reads the same in every encoding, with a byte order mark or without one."""
    assert read_raw_page(ENCODED[encoding], "页.txt").lines == LINES


@pytest.mark.parametrize("end", ["\r\n", "\n", "\r"])
def test_line_ends_of_every_system_count_alike(end: str) -> None:
    """Windows, Unix and old Mac line ends number the same lines."""
    assert read_raw_page(end.join(LINES).encode(), "页.txt").lines == LINES


@pytest.mark.parametrize("end", ["\x0b", "\x0c", "\x85", "\u2028", "\u2029"])
def test_line_ends_of_programs_cut_lines(end: str) -> None:
    """What Word and layout programs end a line, a column or a paragraph with ends a line."""
    assert read_raw_page(end.join(LINES).encode(), "页.txt").lines == LINES


@pytest.mark.parametrize(("control", "read"), [("\x07", " "), ("\x1a", " "), ("\ufeff", "")])
def test_marks_of_layout_programs_are_not_printed(control: str, read: str) -> None:
    """A control character is a blank, a mark of direction or byte order is nothing."""
    text = TEXT.replace("近日,", f"近日,{control}")
    assert read_raw_page(text.encode(), "页.txt").lines == tuple(
        line.replace("近日,", f"近日,{read}") for line in LINES
    )


@pytest.mark.parametrize("encoding", ["gb18030", "utf-16-le", "utf-16-be"])
def test_marks_do_not_hide_the_encoding_of_a_short_page(encoding: str) -> None:
    """A page of one headline is read though marks and an odd character are strewn over it."""
    text = "#\t---\uffff\n兰州百合搭上中欧班列\n\u2028#\ue000\uffff"
    assert read_raw_page(text.encode(encoding), "页.txt").lines[1] == "兰州百合搭上中欧班列"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_a_broken_byte_is_placed(encoding: str) -> None:
    """A page with one broken byte is refused with the number of its line."""
    lines = [line.encode(encoding if n == 0 else encoding.removesuffix("-sig")) for n, line in
             enumerate(LINES)]  # fmt: skip
    lines[2] += b"\xff"
    with pytest.raises(ContentError, match=r"页\.txt 第 3 行：有认不出的字节，请"):
        read_raw_page(b"\n".join(lines), "页.txt")


def test_a_cut_off_file_is_placed() -> None:
    """A file that ends within a character is refused with the number of its last line."""
    with pytest.raises(ContentError, match="第 5 行"):
        read_raw_page((TEXT + "茶").encode()[:-1], "页.txt")


def test_a_nul_is_placed() -> None:
    """A NUL among the text is refused with the number of its line."""
    with pytest.raises(ContentError, match="第 2 行"):
        read_raw_page(TEXT.replace("近日", "近\0日").encode(), "页.txt")


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "没有文字，请"),
        ("\ufeff \r\n　\t\n".encode(), "没有文字，请"),
        (b"%PDF-1.4\n1 0 obj<</Type/Catalog>>\nendobj\n", "PDF 文件，请"),
        (b"PK\x03\x04\x14\0\0\0" + b"word/document.xml", "Word 或压缩文件，请"),
        (b"{\\rtf1\\ansi }", "RTF 文件，请"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 9, "请另存为 UTF-8"),
        (TEXT.encode("utf-32"), "请另存为 UTF-8"),
        ("Città più élan, où ça".encode("latin-1") * 5, "请另存为 UTF-8"),
        ("字".encode() * (find_limit("页.txt") // 3 + 1), "请按版面分成几个文件"),
    ],
    ids=["empty", "blank", "pdf", "docx", "rtf", "png", "utf-32", "latin-1", "huge"],
)
def test_what_is_no_page_of_text_is_refused(data: bytes, said: str) -> None:
    """A file that is no page of text is refused in one line: which file, why, and what to do."""
    with pytest.raises(ContentError) as refused:
        read_raw_page(data, "页.txt")
    message = str(refused.value)
    assert message.startswith("页.txt") and said in message and "\n" not in message


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    """Whatever a file holds, it is read into lines without NULs or refused in one line."""
    try:
        page = read_raw_page(data, "页.txt")
    except ContentError as refused:
        assert str(refused).startswith("页.txt") and "\n" not in str(refused)
    else:
        assert page.lines and "\0" not in "".join(page.lines)

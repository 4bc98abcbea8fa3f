"""Elements of Word files and web pages: what each prints, and tables within tables."""

import time
from io import BytesIO

import docx

from plugins.newspaper import convert_page, read_raw_page
from tests.newspaper.sources.make_samples import make_word_of


def read_filled(data: bytes, name: str) -> list[str]:
    """List the lines of a file that are not empty."""
    return [line for line in read_raw_page(data, name).lines if line]


def test_characters_of_a_word_file_that_are_elements_are_read() -> None:
    """Hyphens and tabs are printed, the ends of columns and pages part no paragraph."""
    told = (
        "<w:t>粮农</w:t><w:ptab/><w:t>热线12345</w:t><w:noBreakHyphen/><w:t>8，近日，</w:t>"
        '<w:br w:type="page"/><w:t>开通。</w:t><w:br/><w:t>村民说好。</w:t>'
    )
    lines = read_filled(make_word_of(f"<w:p><w:r>{told}</w:r></w:p>"), "稿件.docx")
    assert lines == ["粮农\t热线12345-8，近日，开通。", "村民说好。"]


def test_rows_in_fields_of_a_form_are_read() -> None:
    """A row or a cell that stands in a field of a form is one of its table."""
    cells = [
        f"<w:tc><w:p><w:r><w:t>{t}</w:t></w:r></w:p></w:tc>" for t in ("村", "吨", "云岭", "6")
    ]
    field = "<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>"
    rows = [
        f"<w:tr>{cells[0]}{field.format(cells[1])}</w:tr>",
        f"<w:tr>{cells[2]}{cells[3]}</w:tr>",
    ]
    table = f"<w:tbl>{rows[0]}{field.format(rows[1])}</w:tbl>"
    assert read_filled(make_word_of(table), "稿件.docx") == ["| 村 | 吨 |", "| 云岭 | 6 |"]


def test_tables_within_tables_are_read_once() -> None:
    """How long tables within each other take does not grow by powers of their depth."""
    inner = "<w:p><w:r><w:t>夜校开班。</w:t></w:r></w:p>"
    for _ in range(22):
        inner = f"<w:tbl><w:tr><w:tc>{inner}</w:tc></w:tr></w:tbl>"
    start = time.process_time()
    assert read_filled(make_word_of(inner), "稿件.docx") == ["夜校开班。"]
    depth = 400
    web = "<table><tr><td>" * depth + "<p>夜校开班。</p>" + "</td></tr></table>" * depth
    assert read_filled(web.encode(), "页.html") == ["夜校开班。"]
    assert time.process_time() - start < 4


def test_a_day_that_wechat_has_for_an_author_is_no_author() -> None:
    """A day where other pages of WeChat name the author is when it was published."""
    meta = '<em id="publish_time" class="rich_media_meta_text">2020-03-17</em>'
    text = f"<h1>夜校开班</h1><div>{meta}</div><p>近日，白果乡的农民夜校开班。</p>"
    assert "发布时间：2020-03-17" in read_filled(text.encode(), "页.html")


def test_a_manuscripts_cover_is_read_as_labels() -> None:
    """A table of labels and what they are told is a manuscript's cover; other words are not."""
    cell = "<w:tc><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc>"
    rows = [("稿件标题", "夜校开班"), ("作者", "方敏"), ("签发人", "")]
    told = "".join("<w:tr>" + "".join(map(cell.format, row)) + "</w:tr>" for row in rows)
    lines = read_filled(make_word_of(f"<w:tbl>{told}</w:tbl>"), "稿件.docx")
    assert lines == ["稿件标题：夜校开班", "作者：方敏"]


def test_bold_numbered_headlines_of_a_word_file_are_several_articles() -> None:
    """Manuscripts handed in together have numbers: these are no part of the headlines."""
    document = docx.Document()
    for number, place in enumerate(("白果乡", "石潭乡"), start=1):
        document.add_paragraph().add_run(f"{number}.{place}办起农民夜校").bold = True
        document.add_paragraph(f"本报讯（通讯员 方敏）近日，{place}的夜校开班，茶农学炒茶。")
    file = BytesIO()
    document.save(file)
    page = convert_page(file.getvalue(), "稿件.docx")
    assert [article.title for article in page.articles] == [
        "白果乡办起农民夜校",
        "石潭乡办起农民夜校",
    ]

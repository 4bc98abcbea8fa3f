"""原文如此: the text stays as printed, the page says what is meant, and nothing goes stale."""

import re
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st

from plugins.content.content_error import ContentError
from plugins.content.markdown_text import to_markdown
from plugins.content.rendering import render
from plugins.content.sources import Source, read_source
from plugins.model import Block
from plugins.site.display.display import display_html
from plugins.site.display.misprints import MarkedMisprint, settle_misprints
from plugins.site.display.stretches import Mark
from plugins.site.settings.glossary import Glossary, Term

GLOSSARY = Glossary((Term(slug="t", name="三保障", explanation="甲"),))
BODY = "石潭县养蚕千今户,千今户增收.\n\n## 二\n\n后桑镇养蚕千今户.\n"


def read(folder: Path, misprints: str, body: str = BODY) -> Source:
    """Read an article with these misprints."""
    file = folder / "a.md"
    text = f"---\ntitle: 甲\nmisprints:\n{misprints}\n---\n\n{body}"
    file.write_text(text, encoding="utf-8")
    return read_source(file, Path("a.md"))


@pytest.mark.parametrize(
    ("misprint", "places"),
    [
        ("{printed: 千今户, meant: 千余户}", [(0, 5), (0, 9), (2, 5)]),
        ("{printed: 千今户, paragraph: 2}", [(2, 5)]),
        ("{printed: 千今户, paragraph: 9}", [(2, 5)]),
        ("{printed: '户，千'}", [(0, 7)]),
    ],
)
def test_misprints_are_found_where_they_stand(
    tmp_path: Path, misprint: str, places: list[tuple[int, int]]
) -> None:
    """Words are marked at each place, or in the paragraph named, with either width of marks."""
    found = settle_misprints(read(tmp_path, f"  - {misprint}"))
    assert [(one.block, one.start) for one in found] == places


@pytest.mark.parametrize(
    ("misprints", "body", "line", "says"),
    [
        ("  - {printed: 千金户}", BODY, 4, "正文里已没有“千金户”，请照正文改正 printed"),
        ("  - {printed: 蚕千}\n  - {printed: 千今户}", BODY, 5, "“千今户”和另一条原文如此重叠"),
        ("  - {printed: 甲}", "", 4, "正文里已没有“甲”"),
    ],
)
def test_misprints_that_fit_no_more_are_refused(
    tmp_path: Path, misprints: str, body: str, line: int, says: str
) -> None:
    """Words that the body has no more, or that overlap, are one line with file and line."""
    with pytest.raises(ContentError) as caught:
        settle_misprints(read(tmp_path, misprints, body))
    assert str(caught.value).startswith(f"a.md 第 {line} 行：{says}")
    assert str(caught.value).endswith("或删去这一条")


@pytest.mark.parametrize(
    ("start", "end", "html"),
    [
        (0, 2, '养</span><data><span class="misprint">8</span>万户</data><ins class="sic">N'),
        (0, 4, '养</span><data><span class="misprint">8万户</span></data><ins class="sic">N'),
        (1, 4, '<data><span class="misprint">8万户</span></data><ins class="sic">N'),
        (4, 6, '</data><a class="term" href="g#t"><span class="misprint">三保</span>障</a><ins'),
        (2, 3, '8<span class="misprint">万</span>户</data><ins class="sic">N</ins>'),
        (3, 6, '<span class="misprint">户</span></data><a class="term" href="g#t">'),
    ],
)
def test_misprints_stand_beside_other_marks(start: int, end: int, html: str) -> None:
    """A misprint around, inside or across a figure or a term leaves these whole."""
    figure, misprint = Mark(0, 1, 4, "n-1", "80000"), MarkedMisprint(0, start, end, "N")
    shown = display_html("<p>养8万户三保障</p>", GLOSSARY, "g", [figure], [misprint])
    plain = re.sub(r"<data [^>]*>", "<data>", shown)
    assert html in plain
    assert [BeautifulSoup(shown, "html.parser").find(n).get_text() for n in ("data", "a")] == [
        "8万户",
        "三保障",
    ]


def test_misprints_in_other_elements_are_marked() -> None:
    """A misprint across emphasis, in a heading, or after code is marked where it stands."""
    html = "<h2>三保障甲</h2><p>千<em>今</em>户<code>a,b</code>乙8万</p>"
    marked = [MarkedMisprint(0, 3, 4, "［一］"), MarkedMisprint(1, 0, 3, "［二］")]
    figure = Mark(1, 7, 9, "n-1", "80000")
    shown = display_html(html, GLOSSARY, "g", [figure], marked)
    soup = BeautifulSoup(shown, "html.parser")
    assert soup.get_text() == "三保障甲［一］千今户［二］a,b乙8万"
    assert [words.get_text() for words in soup.find_all(class_="misprint")] == list("甲千今户")
    assert soup.find(id="n-1").get_text() == "8万"


@st.composite
def marked_texts(draw: st.DrawFn) -> tuple[list[str], list[Mark], list[MarkedMisprint]]:
    """Make blocks of text, figures and misprints in them, neither overlapping their own kind."""
    word = st.text("三保障养8万户,.“”*<&", min_size=1, max_size=6)
    texts = draw(st.lists(st.lists(word, max_size=4).map("".join), min_size=1, max_size=3))
    texts = [f"甲{text}乙" for text in texts]
    spans = []
    for _ in range(2):
        block = draw(st.integers(0, len(texts) - 1))
        ends = draw(st.sets(st.integers(0, len(texts[block])), max_size=6).map(sorted))
        pairs = list(zip(ends[::2], ends[1::2], strict=False))
        spans.append([(block, start, end) for start, end in pairs])
    figures = [Mark(b, s, e, f"n-{b}-{s}", "1") for b, s, e in spans[0]]
    return texts, figures, [MarkedMisprint(b, s, e, f"［{b}-{s}］") for b, s, e in spans[1]]


@given(marked_texts())
def test_marking_keeps_the_printed_text(
    marked: tuple[list[str], list[Mark], list[MarkedMisprint]],
) -> None:
    """Without the notes the text is as printed, figures whole; each note comes after its words."""
    texts, figures, misprints = marked
    html = render(to_markdown([Block("paragraph", text) for text in texts]))
    plain = BeautifulSoup(display_html(html, GLOSSARY, "g"), "html.parser").find_all("p")
    shown = display_html(html, GLOSSARY, "g", figures, misprints)
    soup = BeautifulSoup(shown, "html.parser")
    for misprint in misprints:
        before = soup.find_all("p")[misprint.block].get_text().partition(misprint.note)[0]
        around = [f.end for f in figures if f.block == misprint.block and f.start < misprint.end]
        # A note stands after the figure or term (三保障) that its words end in.
        latest = max([misprint.end + 2, *around])
        assert misprint.end <= len(re.sub(r"［.*?］", "", before)) <= latest
    notes = [note.extract().get_text() for note in soup.find_all("ins")]
    assert notes == [misprint.note for misprint in misprints]
    assert [p.get_text() for p in soup.find_all("p")] == [p.get_text() for p in plain]
    for figure in figures:
        printed = plain[figure.block].get_text()[figure.start : figure.end]
        assert soup.find(id=figure.anchor).get_text() == printed
